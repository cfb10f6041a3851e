// SPDX-License-Identifier: Apache-2.0
#include "core/object/quantity.h"
#include "ui/models/columns/cells.h"
#include "ui/models/columns/kind_columns.h"

namespace orrery {

namespace {

using kube::JsonValue;
using namespace cells;

constexpr std::int64_t mebi = 1024 * 1024;

/// In thousandths of a core and in Mi, as kubectl top.
void fillUsage(std::int64_t cpuMilli, std::int64_t memory, JsonValue root, RowBuilder &row)
{
    row.name();
    row.quantity(std::to_string(cpuMilli) + "m");
    row.quantity(std::to_string(memory / mebi) + "Mi");
    row.text(root["window"].string());
}

void add(JsonValue usage, std::int64_t &cpuMilli, std::int64_t &memory)
{
    if (const auto cpu = kube::Quantity::parse(usage["cpu"].string()))
        cpuMilli += cpu->milliValue();
    if (const auto bytes = kube::Quantity::parse(usage["memory"].string()))
        memory += bytes->value();
}

} // namespace

void addMetrics(KindList &kinds)
{
    const std::vector<Column> columns{nameColumn(), column("CPU", CellType::Quantity), column("MEMORY", CellType::Quantity), column("WINDOW")};
    kinds.push_back({{"metrics.k8s.io"}, "nodes", columns, [](JsonValue root, RowBuilder &row) {
                         std::int64_t cpu = 0, memory = 0;
                         add(root["usage"], cpu, memory);
                         fillUsage(cpu, memory, root, row);
                     }});
    kinds.push_back({{"metrics.k8s.io"}, "pods", columns, [](JsonValue root, RowBuilder &row) {
                         std::int64_t cpu = 0, memory = 0;
                         root["containers"].forEachItem([&](JsonValue container) { add(container["usage"], cpu, memory); });
                         fillUsage(cpu, memory, root, row);
                     }});
}

} // namespace orrery
