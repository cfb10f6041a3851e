// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QWidget>

namespace orrery {

/// The last minute of a rate as small bars; its accessible name says the latest and the highest.
class Sparkline final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int Samples = 20;

    explicit Sparkline(QWidget *parent = nullptr);

    void add(double value);
    void clear();
    [[nodiscard]] double highest() const; ///< of what is shown; 0 when nothing is
    [[nodiscard]] QSize sizeHint() const override { return {Samples * 3, 14}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<double> m_values;
};

} // namespace orrery
