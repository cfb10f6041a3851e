// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/code_view.h"
#include "ui/widgets/diff_rows.h"

namespace orrery {

/// One column of a difference. What is folded is in the text and hidden: a search that finds something there, or a cursor
/// that goes there, opens the gap; a click or Return on the gap does.
class DiffPane final : public CodeView
{
    Q_OBJECT
public:
    enum class Numbers { Left, Right, Both };

    explicit DiffPane(Numbers numbers, QWidget *parent = nullptr);
    void setRows(const QList<DiffRow> &rows);
    [[nodiscard]] const QList<DiffRow> &rows() const { return m_rows; }
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
    [[nodiscard]] int digits() const;
    void cursorMoved();
    void colourGaps();

    Numbers m_numbers;
    QList<DiffRow> m_rows; ///< as many as the document has blocks
};

} // namespace orrery
