// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/change_port.h"
#include "ui/views/verbs/verb_dialog.h"

#include <memory>

class QTableView;

namespace orrery {

class EntriesKind;
class EntriesModel;

/// Edits labels, annotations or taints of one object or many. Each object is read again before it is written, and written
/// over that version alone: what somebody else has changed since is said, and nothing of it overwritten. What is typed stays
/// until all is carried out.
class EntriesDialog final : public VerbDialog
{
    Q_OBJECT
public:
    static constexpr int Tries = 3; ///< where something else of the object changes meanwhile

    EntriesDialog(kube::ChangePort &port, kube::ExecutorPtr gui, const QString &context, std::unique_ptr<EntriesKind> kind, kube::ResourceInfo resource,
                  std::vector<kube::ObjectKey> keys, QWidget *parent = nullptr);
    ~EntriesDialog() override;

Q_SIGNALS:
    void applied(const QString &what); ///< "Labels of web"; it closes by itself then

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void read();
    void apply();
    void applyTo(std::size_t object, int tries);
    void settle(std::size_t object, const QString &failure);
    void takeRead(const std::vector<kube::Result<kube::ObjectReply>> &replies);
    void addEntry();
    void removeEntries();
    void showState();
    [[nodiscard]] QString what() const;
    [[nodiscard]] QList<int> selectedRows() const;

    kube::ChangePort &m_port;
    std::unique_ptr<EntriesKind> m_kind;
    kube::ResourceInfo m_resource;
    std::vector<kube::ObjectKey> m_keys;
    EntriesModel *m_model;
    QTableView *m_table;
    QPushButton *m_add;
    QPushButton *m_remove;
    bool m_isRead = false;
    std::size_t m_writing = 0; ///< objects under way
    QStringList m_failures;    ///< of the reading or the last writing
    kube::Owner m_owner;
};

} // namespace orrery
