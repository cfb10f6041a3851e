// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QShortcut;

namespace orrery {

/// One line to narrow a table: "/" anywhere on the page goes to it, Escape empties it and then leaves it,
/// Down or Return go to the table. Says how many are left.
class FilterField final : public QWidget
{
    Q_OBJECT
public:
    explicit FilterField(QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString &text);
    void setPlaceholder(const QString &text);
    /// Why the text is not a filter; empty: it is one.
    void setProblem(const QString &problem);
    /// How to write a filter, in the tool tip: a line each, what to write and what it means with a tab between.
    void setHelp(const QString &lines);
    /// Beside the field while it filters; grouped figures. Negative: says nothing.
    void setCounts(qint64 shown, qint64 all);
    /// "/" on this page, wherever the focus is in it.
    void listenOn(QWidget *page);
    void focusField();

Q_SIGNALS:
    void filterChanged(const QString &text); ///< after typing has paused for 80 ms; at once when emptied
    void left();                             ///< the person is done: give the focus to the table

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void announce();
    void showCounts();
    void showTip();

    QLineEdit *m_edit;
    QLabel *m_counts;
    QTimer m_pause;
    QString m_announced;
    QString m_help;
    QString m_problem;
    qint64 m_shown = -1;
    qint64 m_all = -1;
};

} // namespace orrery
