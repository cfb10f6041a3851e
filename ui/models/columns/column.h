// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json_value.h"
#include "ui/models/row.h"

#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace orrery {

/// What a column holds: how its cells are drawn and sorted.
enum class CellType : unsigned char {
    Text,
    Status,    ///< a word with a tone
    Number,
    Quantity,  ///< 100m, 1Gi
    Age,       ///< time since, made at the time of looking
    Time,      ///< a moment, shown as RFC 3339 (kubectl's CREATED AT)
    NumberAgo, ///< "7 (5m ago)"
    Elapsed,   ///< a duration that may still be running
    Renewal,   ///< a lease's: time since, until it runs out
};

struct Column {
    QString title;              ///< kubectl's, upper case: "UP-TO-DATE"
    CellType type = CellType::Text;
    int priority = 0;           ///< above 0: only in the wide view
    int characters = 0;         ///< width to start from, in figures; 0: as measured
    bool stretch = false;       ///< takes what is left of the width

    /// Stable and untranslated: "up-to-date".
    [[nodiscard]] QString id() const;
    [[nodiscard]] bool isRightAligned() const { return type == CellType::Number || type == CellType::Quantity || type == CellType::NumberAgo; }
    /// Shown from its value alone at the time of looking.
    [[nodiscard]] bool isTimed() const { return type == CellType::Age || type == CellType::NumberAgo || type == CellType::Elapsed || type == CellType::Renewal; }
};

/// Appends one cell a column (but NAMESPACE) to the builder, reading the object's document.
using FillCells = std::function<void(kube::JsonValue root, RowBuilder &row)>;

/// The columns of one kind and how to fill them. Immutable; shared between threads.
struct ColumnSet {
    std::vector<Column> columns; ///< NAMESPACE first for namespaced kinds
    FillCells fill;
    bool known = true;           ///< false: NAME and AGE for want of better; the server's Table knows more
    bool namespaced = true;

    /// The row of a whole object. Thread: any; the builder is the caller's.
    [[nodiscard]] RowPtr row(const kube::ObjectKey &key, std::string_view uid, kube::JsonValue root, RowBuilder &builder) const;
    [[nodiscard]] int indexOf(const QString &id) const; ///< -1 when there is none
};
using ColumnSetPtr = std::shared_ptr<const ColumnSet>;

/// The cell's text as a person reads it now.
[[nodiscard]] QString cellText(const Row &row, int column, CellType type, kube::WallTime now);
/// Its tone now: that of a lease changes when nobody renews it.
[[nodiscard]] Tone cellTone(const Row &row, int column, CellType type, kube::WallTime now);

} // namespace orrery
