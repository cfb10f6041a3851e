// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json_value.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <memory>

namespace orrery {

/// One entry of a small list of an object: what a row of the table holds, by columns.
using Entry = QStringList;

/// An entry as it was seen and as it is to be; one of them may be missing.
struct EntryChange {
    Entry before; ///< empty: it was not there
    Entry after;  ///< empty: it is taken away
    friend bool operator==(const EntryChange &, const EntryChange &) = default;
};

/// What kind of entries are edited: labels, annotations or taints. Thread: GUI; pure.
class EntriesKind
{
public:
    virtual ~EntriesKind() = default;
    [[nodiscard]] virtual QString title() const = 0;      ///< "Labels"
    [[nodiscard]] virtual QStringList columns() const = 0;
    [[nodiscard]] virtual QStringList choices(int column) const; ///< what may stand there; empty: anything
    /// What tells an entry from the others of an object: its key.
    [[nodiscard]] virtual QString identity(const Entry &entry) const = 0;
    [[nodiscard]] virtual QList<Entry> entries(kube::JsonValue object) const = 0;
    /// What the server would refuse in an entry; empty: nothing.
    [[nodiscard]] virtual QString problem(const Entry &entry) const = 0;
    /// What it would refuse in all of them together; empty: nothing.
    [[nodiscard]] virtual QString problemOfAll(const QList<Entry> &entries) const;
    /// Carries the changes out on the object as it is now; names its resourceVersion.
    [[nodiscard]] virtual QByteArray patch(kube::JsonValue now, const QList<EntryChange> &changes) const = 0;

    /// Those changes of which the object has something else by now than was seen, and not what is wanted.
    [[nodiscard]] QList<EntryChange> moved(kube::JsonValue now, const QList<EntryChange> &changes) const;
    /// "app=web", as kubectl writes it.
    [[nodiscard]] virtual QString toText(const Entry &entry) const = 0;
};

[[nodiscard]] std::unique_ptr<EntriesKind> labelEntries();
[[nodiscard]] std::unique_ptr<EntriesKind> annotationEntries();
[[nodiscard]] std::unique_ptr<EntriesKind> taintEntries();

} // namespace orrery
