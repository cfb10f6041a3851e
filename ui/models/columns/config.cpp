// SPDX-License-Identifier: Apache-2.0
#include "ui/models/columns/cells.h"
#include "ui/models/columns/kind_columns.h"
#include "ui/models/columns/word_tone.h"

#include <map>

namespace orrery {

namespace {

using kube::JsonValue;
using namespace cells;

// Only how many: no value of a Secret ever gets into a row.
void fillSecret(JsonValue root, RowBuilder &row)
{
    row.name();
    row.text(root["type"].string());
    row.number(static_cast<std::int64_t>(root["data"].size()));
    row.age(created(root));
}

void fillQuota(JsonValue root, RowBuilder &row)
{
    const JsonValue used = root["status"]["used"];
    std::map<std::string_view, std::string_view> hard;
    root["status"]["hard"].forEachMember([&](std::string_view name, JsonValue value) { hard.emplace(name, value.string()); });
    std::vector<std::string> requests;
    std::vector<std::string> limits;
    for (const auto &[name, amount] : hard) {
        const std::string text = std::string(name) + ": " + std::string(orElse(used[name].string(), "0")) + "/" + std::string(amount);
        (name.starts_with("limits.") ? limits : requests).push_back(text);
    }
    row.name();
    row.text(joined(requests, ", "));
    row.text(joined(limits, ", "));
    row.age(created(root));
}

void fillPriorityClass(JsonValue root, RowBuilder &row)
{
    row.name();
    row.number(root["value"].integer(0));
    row.boolean(root["globalDefault"].boolean());
    row.age(created(root));
    row.text(root["preemptionPolicy"].string());
}

void fillLeaseCandidate(JsonValue root, RowBuilder &row)
{
    row.name();
    row.text(root["spec"]["leaseName"].string());
    row.text(root["spec"]["binaryVersion"].string());
    row.text(root["spec"]["emulationVersion"].string());
    row.age(created(root));
}

} // namespace

void addConfig(KindList &kinds)
{
    kinds.push_back({{""}, "configmaps", {nameColumn(), column("DATA", CellType::Number), ageColumn()}, [](JsonValue root, RowBuilder &row) {
                         row.name();
                         row.number(static_cast<std::int64_t>(root["data"].size() + root["binaryData"].size()));
                         row.age(created(root));
                     }});
    kinds.push_back({{""}, "secrets", {nameColumn(), column("TYPE"), column("DATA", CellType::Number), ageColumn()}, fillSecret});
    kinds.push_back({{""}, "serviceaccounts", {nameColumn(), column("SECRETS", CellType::Number), ageColumn()}, [](JsonValue root, RowBuilder &row) {
                         row.name();
                         row.number(static_cast<std::int64_t>(root["secrets"].size()));
                         row.age(created(root));
                     }});
    kinds.push_back({{""}, "namespaces", {nameColumn(), column("STATUS", CellType::Status, 12), ageColumn()}, [](JsonValue root, RowBuilder &row) {
                         const auto phase = root["status"]["phase"].string();
                         row.name();
                         row.text(phase, toneOfWord(phase));
                         row.age(created(root));
                     }});
    kinds.push_back({{""}, "resourcequotas", {nameColumn(), column("REQUEST"), column("LIMIT"), ageColumn()}, fillQuota});
    kinds.push_back({{""}, "limitranges", {nameColumn(), column("CREATED AT", CellType::Time)}, [](JsonValue root, RowBuilder &row) {
                         row.name();
                         row.age(created(root));
                     }});
    kinds.push_back({{"scheduling.k8s.io"},
                     "priorityclasses",
                     {nameColumn(), column("VALUE", CellType::Number), column("GLOBAL-DEFAULT"), ageColumn(), column("PREEMPTIONPOLICY")},
                     fillPriorityClass});
    kinds.push_back({{"coordination.k8s.io"},
                     "leasecandidates",
                     {nameColumn(), column("LEASENAME"), column("BINARYVERSION"), column("EMULATIONVERSION"), ageColumn()},
                     fillLeaseCandidate});
}

} // namespace orrery
