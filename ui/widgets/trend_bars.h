// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QWidget>

namespace orrery {

/// The last half minute of a figure as bars, the latest at the end and in stronger ink; drawn to stand beside HistogramBars.
/// Its accessible name is whoever's who owns it.
class TrendBars final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int Samples = 26;

    explicit TrendBars(QWidget *parent = nullptr);

    void add(double value);
    void clear();
    [[nodiscard]] const QList<double> &values() const { return m_values; } ///< the oldest first
    [[nodiscard]] QSize sizeHint() const override { return {96, 28}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<double> m_values;
};

} // namespace orrery
