// SPDX-License-Identifier: Apache-2.0
#include "ui/models/columns/cells.h"
#include "ui/models/columns/kind_columns.h"

namespace orrery {

namespace {

using kube::JsonValue;
using namespace cells;

void fillFlowSchema(JsonValue root, RowBuilder &row)
{
    const JsonValue spec = root["spec"];
    row.name();
    row.text(spec["priorityLevelConfiguration"]["name"].string());
    row.number(spec["matchingPrecedence"].integer(0));
    row.text(orNone(spec["distinguisherMethod"]["type"].string()));
    row.age(created(root));
    row.text(orElse(conditionStatus(root["status"]["conditions"], "Dangling"), "?"));
}

void numberOrNone(JsonValue value, RowBuilder &row)
{
    if (const auto number = value.integer())
        row.number(*number);
    else
        row.text("<none>");
}

void fillPriorityLevel(JsonValue root, RowBuilder &row)
{
    const JsonValue limited = root["spec"]["limited"];
    const JsonValue queuing = limited["limitResponse"]["queuing"];
    row.name();
    row.text(root["spec"]["type"].string());
    const JsonValue shares = limited["nominalConcurrencyShares"]; // before v1beta3: assuredConcurrencyShares
    numberOrNone(shares.isNull() ? limited["assuredConcurrencyShares"] : shares, row);
    numberOrNone(queuing["queues"], row);
    numberOrNone(queuing["handSize"], row);
    numberOrNone(queuing["queueLengthLimit"], row);
    row.age(created(root));
}

} // namespace

void addFlowControl(KindList &kinds)
{
    kinds.push_back({{"flowcontrol.apiserver.k8s.io"},
                     "flowschemas",
                     {nameColumn(), column("PRIORITYLEVEL"), column("MATCHINGPRECEDENCE", CellType::Number), column("DISTINGUISHERMETHOD"),
                      ageColumn(), column("MISSINGPL")},
                     fillFlowSchema});
    kinds.push_back({{"flowcontrol.apiserver.k8s.io"},
                     "prioritylevelconfigurations",
                     {nameColumn(), column("TYPE"), column("NOMINALCONCURRENCYSHARES", CellType::Number), column("QUEUES", CellType::Number),
                      column("HANDSIZE", CellType::Number), column("QUEUELENGTHLIMIT", CellType::Number), ageColumn()},
                     fillPriorityLevel});
}

} // namespace orrery
