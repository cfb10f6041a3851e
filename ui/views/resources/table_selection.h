// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/resource_table_model.h"

#include <QObject>

#include <optional>
#include <vector>

namespace orrery {

class TableView;

/// The object a person has chosen: it goes where its row goes, stays chosen while its row is not shown, and is chosen no
/// longer when it has been deleted: no other takes its place. One that is looked for is found when it comes.
class TableSelection final : public QObject
{
    Q_OBJECT
public:
    TableSelection(TableView *table, ResourceTableModel *model);

    [[nodiscard]] const std::optional<kube::ObjectKey> &current() const { return m_chosen; }
    /// The chosen object is not among the rows: a filter hides it, or it is in another namespace.
    [[nodiscard]] bool isHidden() const { return m_isHidden; }
    [[nodiscard]] std::vector<kube::ObjectKey> all() const; ///< that are selected, from top to bottom
    [[nodiscard]] int count() const; ///< of selected rows
    /// Selects the object and scrolls to it; now, or when it comes.
    void reveal(const kube::ObjectKey &key);

Q_SIGNALS:
    void changed(const std::optional<kube::ObjectKey> &key); ///< another object, or none
    void standingChanged();                                  ///< isHidden(), or how many rows are selected

private:
    void follow();
    void look(const std::vector<Slot> &others);
    void settle();
    void choose(const std::optional<kube::ObjectKey> &key);
    void noteStanding(bool isHidden);
    void makeCurrent(int row, bool center);

    TableView *m_table;
    ResourceTableModel *m_model;
    std::optional<kube::ObjectKey> m_chosen;
    std::string m_uid;          ///< of the chosen: what is made again under its name is another
    std::optional<Slot> m_slot; ///< of the chosen; none: the rows were all made anew, it has not come yet
    bool m_isHidden = false;
    int m_count = 0;
    std::optional<kube::ObjectKey> m_wanted; ///< revealed, but not shown yet
    std::optional<Slot> m_wantedSlot;        ///< none: it has not come yet
};

} // namespace orrery
