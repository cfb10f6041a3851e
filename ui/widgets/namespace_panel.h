// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QSet>

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace orrery {

/// The list a NamespacePicker opens: search, tick several, or type a name that is not listed. A child of its window
/// (not a popup), so that screen readers see it. Space or a click ticks; Return takes what is ticked, or the one under
/// the cursor when nothing was ticked anew; a click elsewhere takes what is ticked; Escape changes nothing.
class NamespacePanel final : public QFrame
{
    Q_OBJECT
public:
    explicit NamespacePanel(QWidget *parent);

    void setNames(const QStringList &names);
    void setChosen(const QStringList &names); ///< empty: all
    void setNote(const QString &note);        ///< why names may be missing; empty: nothing
    [[nodiscard]] QStringList chosen() const;
    void openAt(const QRect &anchor); ///< in the parent's coordinates

Q_SIGNALS:
    void chosenByPerson(const QStringList &names); ///< sorted; empty: all
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fill();
    void fit();
    void toggle(QListWidgetItem *item);
    void chooseOnly(QListWidgetItem *item);
    void finish(bool accept);

    QLineEdit *m_search;
    QListWidget *m_list;
    QLabel *m_note;
    QStringList m_names;
    QSet<QString> m_ticked;
    QSet<QString> m_before;
    QRect m_anchor;
};

} // namespace orrery
