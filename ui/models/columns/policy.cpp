// SPDX-License-Identifier: Apache-2.0
#include "ui/models/columns/cells.h"
#include "ui/models/columns/kind_columns.h"

namespace orrery {

namespace {

using kube::JsonValue;
using namespace cells;

void fillBudget(JsonValue root, RowBuilder &row)
{
    const auto bound = [&](const char *field) {
        const JsonValue value = root["spec"][field];
        return value.isNull() ? std::string("N/A") : value.toText();
    };
    row.name();
    row.text(bound("minAvailable"));
    row.text(bound("maxUnavailable"));
    row.number(root["status"]["disruptionsAllowed"].integer(0));
    row.age(created(root));
}

// Removed in 1.25. PRIV … VOLUMES as kubectl showed them.
void fillSecurityPolicy(JsonValue root, RowBuilder &row)
{
    const JsonValue spec = root["spec"];
    row.name();
    row.boolean(spec["privileged"].boolean());
    row.text(joined(spec["allowedCapabilities"], ","));
    for (const char *strategy : {"seLinux", "runAsUser", "fsGroup", "supplementalGroups"})
        row.text(spec[strategy]["rule"].string());
    row.boolean(spec["readOnlyRootFilesystem"].boolean());
    row.text(joined(spec["volumes"], ","));
}

} // namespace

void addPolicy(KindList &kinds)
{
    kinds.push_back({{"policy"},
                     "poddisruptionbudgets",
                     {nameColumn(), column("MIN AVAILABLE"), column("MAX UNAVAILABLE"), column("ALLOWED DISRUPTIONS", CellType::Number), ageColumn()},
                     fillBudget});
    kinds.push_back({{"policy", "extensions"},
                     "podsecuritypolicies",
                     {nameColumn(), column("PRIV"), column("CAPS"), column("SELINUX"), column("RUNASUSER"), column("FSGROUP"), column("SUPGROUP"),
                      column("READONLYROOTFS"), column("VOLUMES")},
                     fillSecurityPolicy});
}

} // namespace orrery
