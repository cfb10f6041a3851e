// SPDX-License-Identifier: Apache-2.0
#include "ui/models/columns/column.h"

#include "core/object/object_meta.h"
#include "ui/base/format.h"
#include "ui/models/columns/lease_clock.h"

namespace orrery {

QString Column::id() const
{
    return title.toLower().replace(u' ', u'-');
}

RowPtr ColumnSet::row(const kube::ObjectKey &key, std::string_view uid, kube::JsonValue root, RowBuilder &builder) const
{
    builder.begin(key.namespaceName, key.name, uid);
    if (namespaced)
        builder.namespaceName();
    fill(root, builder);
    return builder.finish(static_cast<int>(columns.size()));
}

int ColumnSet::indexOf(const QString &id) const
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].id() == id)
            return static_cast<int>(i);
    }
    return -1;
}

QString cellText(const Row &row, int column, CellType type, kube::WallTime now)
{
    const auto plain = [&] {
        const auto text = row.cell(column);
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    };
    const CellValue value = row.value(column);
    switch (type) {
    case CellType::Age:
        if (value == noValue) // the server's words for a time that is missing
            return plain();
        return humanDuration(now - cellvalue::toTime(value));
    case CellType::Time:
        return value == noValue ? plain() : QString::fromStdString(kube::formatTime(cellvalue::toTime(value)));
    case CellType::NumberAgo:
        if (const auto last = cellvalue::lastOf(value); last && row.cell(column) != "0")
            return plain() + QStringLiteral(" (%1 ago)").arg(humanDuration(now - *last));
        return plain();
    case CellType::Elapsed:
        if (const auto elapsed = cellvalue::elapsedAt(value, now))
            return humanDuration(*elapsed);
        return plain();
    case CellType::Renewal:
        return value == noValue ? plain() : renewal::text(value, now);
    case CellType::Text:
    case CellType::Status:
    case CellType::Number:
    case CellType::Quantity:
        break;
    }
    return plain();
}

Tone cellTone(const Row &row, int column, CellType type, kube::WallTime now)
{
    return type == CellType::Renewal ? renewal::tone(row.value(column), now) : row.tone(column);
}

} // namespace orrery
