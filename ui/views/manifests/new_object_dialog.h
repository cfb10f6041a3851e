// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/resource_info.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace orrery {

/// Asks which kind of object is to be written, and for which namespace. Nothing is created by it.
class NewObjectDialog final : public QDialog
{
    Q_OBJECT
public:
    /// resources: those that objects can be created of. kind: of them the one to begin with; empty: none.
    NewObjectDialog(std::vector<kube::ResourceInfo> resources, const std::string &kind, const QString &namespaceName, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const kube::ResourceInfo &resource, const QString &namespaceName); ///< empty for a kind that is in none

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void showState();
    void choose();
    [[nodiscard]] const kube::ResourceInfo *current() const; ///< null: none

    std::vector<kube::ResourceInfo> m_resources;
    QLineEdit *m_search;
    QListWidget *m_list;
    QLabel *m_namespaceLabel;
    QLineEdit *m_namespace;
    QPushButton *m_write;
};

} // namespace orrery
