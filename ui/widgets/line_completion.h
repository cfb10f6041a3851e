// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QStringList>

class QCompleter;
class QLineEdit;
class QStringListModel;

namespace orrery {

/// Candidates for the whole text of a line, below it: those that hold what is typed, or all. It asks for them once while the focus is
/// in the line, at the first letter, at Down or Ctrl+Space (show()); the focus stays there. Up, Down and Return choose, Escape closes.
class LineCompletion final : public QObject
{
    Q_OBJECT
public:
    /// Lives as long as the line, at most.
    explicit LineCompletion(QLineEdit *line);

    void show();                               ///< all of them, once they are known
    void offer(const QStringList &candidates); ///< the answer to wanted(); one that comes too late shows nothing

Q_SIGNALS:
    void wanted();
    void chosen(const QString &text); ///< the line has it already

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Reach { Typed, All };
    void look(Reach reach);

    QLineEdit *m_line;
    QStringListModel *m_candidates;
    QCompleter *m_completer;
    Reach m_reach = Reach::Typed;
    bool m_isAsked = false;
    bool m_isKnown = false;
};

} // namespace orrery
