// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/base/future.h"
#include "core/session/ports/resource_info.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace orrery {

class ToneLabel;

/// Asks which kind of object is to be written, and for which namespace. Nothing is created by it. Of what one may not
/// create no text is begun: the right that is missing is said.
class NewObjectDialog final : public QDialog
{
    Q_OBJECT
public:
    /// Whether one may create such an object there; "" for a kind that is in no namespace.
    using MayCreate = std::function<kube::Future<bool>(const kube::ResourceInfo &resource, const std::string &namespaceName)>;

    /// resources: those that objects can be created of. kind: of them the one to begin with; empty: none. mayCreate is called while
    /// the dialog is open, one question at a time; what is not answered is taken as allowed.
    NewObjectDialog(std::vector<kube::ResourceInfo> resources, const std::string &kind, const QString &namespaceName, MayCreate mayCreate, kube::ExecutorPtr gui,
                    QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const kube::ResourceInfo &resource, const QString &namespaceName); ///< empty for a kind that is in none

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// What is to be created, and where.
    struct Choice {
        kube::GroupVersionResource resource;
        std::string namespaceName;

        friend bool operator==(const Choice &, const Choice &) = default;
    };

    void fill();
    void showState();
    void choose();
    void askForRight();
    [[nodiscard]] const kube::ResourceInfo *current() const; ///< null: none
    [[nodiscard]] std::optional<Choice> choice() const;      ///< none: a kind or its namespace is missing

    std::vector<kube::ResourceInfo> m_resources;
    QLineEdit *m_search;
    QListWidget *m_list;
    QLabel *m_namespaceLabel;
    QLineEdit *m_namespace;
    ToneLabel *m_missing;
    QPushButton *m_write;
    MayCreate m_mayCreate;
    std::optional<Choice> m_asked;     ///< a question on its way
    std::optional<Choice> m_answered;  ///< the last that was answered
    bool m_isAllowed = true;           ///< the answer
    kube::Owner m_owner;
};

} // namespace orrery
