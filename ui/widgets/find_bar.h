// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace orrery {

class CodeView;
enum class IconName;

/// A line that searches a CodeView: it stays at a match while that is typed, and says which of how many it is. Return or
/// F3 for the next match, Shift with either for the one before, Escape closes. F3 works wherever the focus is in its parent.
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
    enum class Direction { Forwards, Backwards };
    QToolButton *addButton(IconName icon, const QString &name, const QString &key);
    void go(Direction direction);
    void take(const QString &typed);
    void showAnswer();

    CodeView *m_view;
    QLineEdit *m_edit;
    QLabel *m_answer;
    QToolButton *m_back;
    QToolButton *m_next;
    QTimer m_recount; ///< lines that come while it is open may have matches
};

} // namespace orrery
