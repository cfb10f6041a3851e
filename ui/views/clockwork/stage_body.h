// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

#include <chrono>

class QScrollArea;

namespace orrery {

class KeyValueList;

/// The facts of a stage beside its table; in a narrow panel above it and in halves, so that the table has the whole width. The
/// table keeps its place while facts come and go: it moves up only when they have been fewer for a while.
class StageBody final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int BesideFrom = 800;  ///< px of width
    static constexpr int HalvesFrom = 440;  ///< px of width: below it facts above are in one column
    static constexpr int FactsWidth = 256;  ///< px, beside the table
    static constexpr int LeastTable = 150;  ///< px below the facts: a header and five rows
    static constexpr int LeastFacts = 48;   ///< px above the table, whatever it leaves

    static constexpr std::chrono::seconds ShrinkAfter{5};

    /// note: one line below the table, when it is shown.
    StageBody(KeyValueList *facts, QWidget *table, QWidget *note, QWidget *parent = nullptr);

    /// The facts are of something else: their height is theirs again.
    void forgetHeight();
    [[nodiscard]] bool isToShrink() const { return m_shrink.isActive(); } ///< the facts have become fewer
    [[nodiscard]] bool isBeside() const { return width() >= BesideFrom; }
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void turned(); ///< beside and above have changed

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();
    void place(QWidget *widget, const QRect &from) const;
    [[nodiscard]] int factsHeight();

    KeyValueList *m_facts;
    QScrollArea *m_scroll;
    QWidget *m_right;
    QWidget *m_note;
    QRect m_line; ///< between the two
    bool m_wasBeside = false;
    int m_most = 0; ///< of the facts' heights
    QTimer m_shrink;
};

} // namespace orrery
