// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>

namespace orrery {

class NamespacePanel;

/// "payments, web ▾": which namespaces a page shows. Names only; where they come from is the page's matter.
class NamespacePicker final : public QPushButton
{
    Q_OBJECT
public:
    explicit NamespacePicker(QWidget *parent = nullptr);

    /// What there is to choose from, as far as is known.
    void setNames(const QStringList &names);
    /// Empty: all namespaces.
    void setChosen(const QStringList &names);
    [[nodiscard]] QStringList chosen() const { return m_chosen; }
    /// "anna may not list namespaces; type a name." Shown in the list.
    void setNote(const QString &note);
    void openPanel();
    [[nodiscard]] NamespacePanel *panel();

Q_SIGNALS:
    void chosenByPerson(const QStringList &names); ///< sorted; empty: all
    void aboutToOpen();                            ///< time to refresh the names

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] QSize sizeHint() const override;

private:
    void showChosen();

    NamespacePanel *m_panel = nullptr;
    QStringList m_names;
    QStringList m_chosen;
    QString m_note;
};

} // namespace orrery
