// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

namespace orrery {

/// Read-only text with line numbers in the platform's fixed font: YAML, logs. Selection and search stay native.
class CodeView : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit CodeView(QWidget *parent = nullptr);
    void setLineNumbersVisible(bool visible);

    /// Selects the next match from the cursor, wrapping around once; false when there is none.
    bool findNext(const QString &text, bool backwards = false);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Numbers;
    void updateNumbers();
    void paintNumbers(QPaintEvent *event);
    [[nodiscard]] int numbersWidth() const;

    Numbers *m_numbers;
    bool m_numbersVisible = true;
};

} // namespace orrery
