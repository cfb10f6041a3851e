// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/resource_table_model.h"

#include <QObject>

#include <optional>
#include <vector>

namespace orrery {

class TableView;

/// The row a person is at, by its object: it goes where its object goes, and one that is looked for is found when
/// it comes.
class TableSelection final : public QObject
{
    Q_OBJECT
public:
    TableSelection(TableView *table, ResourceTableModel *model);

    [[nodiscard]] std::optional<kube::ObjectKey> current() const;
    [[nodiscard]] std::vector<kube::ObjectKey> all() const;
    /// Selects the object and scrolls to it; now, or when it comes.
    void reveal(const kube::ObjectKey &key);

Q_SIGNALS:
    void changed(const std::optional<kube::ObjectKey> &key); ///< another object, or none

private:
    void note();
    void tryReveal();

    TableView *m_table;
    ResourceTableModel *m_model;
    std::optional<kube::ObjectKey> m_noted;
    std::optional<kube::ObjectKey> m_wanted;
};

} // namespace orrery
