// SPDX-License-Identifier: Apache-2.0
#include "ui/models/columns/cells.h"
#include "ui/models/columns/kind_columns.h"

#include "ui/base/format.h"

namespace orrery {

namespace {

using kube::JsonValue;
using namespace cells;

std::string subjects(JsonValue list, std::string_view kind)
{
    std::vector<std::string> names;
    list.forEachItem([&](JsonValue subject) {
        if (subject["kind"].string() != kind)
            return;
        const std::string name(subject["name"].string());
        const auto space = subject["namespace"].string();
        names.push_back(kind == "ServiceAccount" ? std::string(space) + "/" + name : name);
    });
    return joined(names, ", ");
}

void fillBinding(JsonValue root, RowBuilder &row)
{
    row.name();
    row.text(std::string(root["roleRef"]["kind"].string()) + "/" + std::string(root["roleRef"]["name"].string()));
    row.age(created(root));
    for (const char *kind : {"User", "Group", "ServiceAccount"})
        row.text(subjects(root["subjects"], kind));
}

void signingCondition(JsonValue root, RowBuilder &row)
{
    const JsonValue conditions = root["status"]["conditions"];
    const auto has = [&](std::string_view type) {
        bool found = false;
        conditions.forEachItem([&](JsonValue condition) { found = found || condition["type"].string() == type; });
        return found;
    };
    const bool denied = has("Denied");
    const bool approved = has("Approved");
    const bool failed = has("Failed");
    const bool issued = !root["status"]["certificate"].string().empty();
    std::string text = denied ? "Denied" : approved ? "Approved" : "Pending";
    text += failed ? ",Failed" : "";
    text += issued ? ",Issued" : "";
    row.text(text, denied || failed ? Tone::Failing : issued ? Tone::Ready : approved ? Tone::Informative : Tone::Pending);
}

void fillSigningRequest(JsonValue root, RowBuilder &row)
{
    row.name();
    row.age(created(root));
    row.text(orNone(root["spec"]["signerName"].string()));
    row.text(root["spec"]["username"].string());
    if (const auto seconds = root["spec"]["expirationSeconds"].integer())
        row.text(humanDuration(std::chrono::seconds(*seconds)).toStdString(), *seconds);
    else
        row.text("<none>");
    signingCondition(root, row);
}

void nameAndCreated(JsonValue root, RowBuilder &row)
{
    row.name();
    row.age(created(root));
}

} // namespace

void addAccess(KindList &kinds)
{
    const std::string_view rbac = "rbac.authorization.k8s.io";
    for (const char *roles : {"roles", "clusterroles"})
        kinds.push_back({{rbac}, roles, {nameColumn(), column("CREATED AT", CellType::Time)}, nameAndCreated});
    for (const char *bindings : {"rolebindings", "clusterrolebindings"})
        kinds.push_back(
            {{rbac}, bindings, {nameColumn(), column("ROLE"), ageColumn(), wide("USERS"), wide("GROUPS"), wide("SERVICEACCOUNTS")}, fillBinding});
    kinds.push_back({{"certificates.k8s.io"},
                     "certificatesigningrequests",
                     {nameColumn(), ageColumn(), column("SIGNERNAME"), column("REQUESTOR"), column("REQUESTEDDURATION"),
                      column("CONDITION", CellType::Status, 16)},
                     fillSigningRequest});
    kinds.push_back({{"certificates.k8s.io"}, "clustertrustbundles", {nameColumn(), column("SIGNERNAME")}, [](JsonValue root, RowBuilder &row) {
                         row.name();
                         row.text(orNone(root["spec"]["signerName"].string()));
                     }});
}

} // namespace orrery
