// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace orrery {

class CodeView;

/// A line that searches a CodeView: Return for the next match, Shift+Return for the one before, Escape closes.
class FindBar final : public QWidget
{
    Q_OBJECT
public:
    explicit FindBar(CodeView *view, QWidget *parent = nullptr);
    void open();
    [[nodiscard]] bool isOpen() const { return isVisible(); }
    void close();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void search(bool backwards);
    CodeView *m_view;
    QLineEdit *m_edit;
    QLabel *m_answer;
};

} // namespace orrery
