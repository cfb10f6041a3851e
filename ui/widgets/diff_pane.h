// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/code_view.h"
#include "ui/widgets/diff_rows.h"

class QTimer;

namespace orrery {

/// One column of a difference. What is folded is in the text and hidden: a search that finds something there, or a cursor
/// that goes there, opens the gap; a click or Return on the gap does. Many rows are filled in over some turns, so that none is long.
class DiffPane final : public CodeView
{
    Q_OBJECT
public:
    enum class Numbers { Left, Right, Both };
    static constexpr int RowsATurn = 500; ///< filled in at once

    explicit DiffPane(Numbers numbers, QWidget *parent = nullptr);
    void setRows(const QList<DiffRow> &rows);
    [[nodiscard]] const QList<DiffRow> &rows() const { return m_rows; }
    [[nodiscard]] bool isFilled() const { return m_filled == m_rows.size(); }
    /// Nothing, where row is no gap or an open one.
    void openGap(int row);
    /// The cursor to its beginning, in the middle of the view.
    void goToRow(int row);
    [[nodiscard]] int currentRow() const { return textCursor().blockNumber(); }

Q_SIGNALS:
    void gapOpened(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void paintGutter(QPainter &painter, const QTextBlock &block, const QRectF &area) const override;
    [[nodiscard]] int gutterWidth() const override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;

private:
    [[nodiscard]] const DiffRow *rowOf(const QTextBlock &block) const;
    void fillTo(qsizetype row); ///< and at least one turn's rows
    void cursorMoved();
    void colourGap(const QTextBlock &block) const;

    Numbers m_numbers;
    QList<DiffRow> m_rows; ///< as many as the document has blocks, or will have
    qsizetype m_filled = 0; ///< of them
    int m_hidden = 0;       ///< of those to come, in a gap that has begun
    int m_digits = 3;       ///< of the largest number
    bool m_isFilling = false;
    QTimer *m_more;
};

} // namespace orrery
