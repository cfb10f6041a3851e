// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QWidget>

namespace orrery {

/// How often something took how long: a small bar for each bucket, those up to the half in strong brass, up to 99 of 100
/// in pale, the rest grey. The bars' heights grow with the logarithm, so that a few slow ones are seen beside many fast ones.
class HistogramBars final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int Height = 28;

    explicit HistogramBars(QWidget *parent = nullptr);

    /// counts: by bucket, the fastest first; bounds: what each bucket's times are below, in words, as many.
    /// words: what it shows, said in words; the accessible name.
    void setCounts(const QList<quint64> &counts, const QStringList &bounds, const QString &words);
    [[nodiscard]] const QList<quint64> &counts() const { return m_counts; }
    /// The first bucket with which that share of all is reached; -1 when there is nothing.
    [[nodiscard]] static int bucketAt(const QList<quint64> &counts, double share);

    [[nodiscard]] QSize sizeHint() const override { return {96, Height}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QRect barOf(qsizetype bucket) const; ///< its whole column
    [[nodiscard]] int barWidth() const;

    QList<quint64> m_counts;
    QStringList m_bounds;
};

} // namespace orrery
