// SPDX-License-Identifier: Apache-2.0
#include "ui/models/columns/cells.h"
#include "ui/models/columns/kind_columns.h"

namespace orrery {

namespace {

using kube::JsonValue;
using namespace cells;

void fillApiService(JsonValue root, RowBuilder &row)
{
    const JsonValue service = root["spec"]["service"];
    std::string_view status;
    std::string_view reason;
    root["status"]["conditions"].forEachItem([&](JsonValue condition) {
        if (condition["type"].string() == "Available") {
            status = condition["status"].string();
            reason = condition["reason"].string();
        }
    });
    row.name();
    row.text(service.isObject() ? std::string(service["namespace"].string()) + "/" + std::string(service["name"].string()) : std::string("Local"));
    if (status.empty())
        row.text("Unknown", Tone::Completed);
    else if (status == "True")
        row.text("True", Tone::Ready);
    else
        row.text(std::string(status) + " (" + std::string(reason) + ")", Tone::Failing);
    row.age(created(root));
}

std::string paramKind(JsonValue root)
{
    const JsonValue kind = root["spec"]["paramKind"];
    return kind.isObject() ? std::string(kind["apiVersion"].string()) + "/" + std::string(kind["kind"].string()) : std::string("<unset>");
}

std::string paramName(JsonValue root)
{
    const JsonValue reference = root["spec"]["paramRef"];
    if (const auto name = reference["name"].string(); !name.empty())
        return std::string(orElse(reference["namespace"].string(), "*")) + "/" + std::string(name);
    return reference["selector"].isObject() ? selector(reference["selector"], "<unset>") : std::string("<unset>");
}

void policies(KindList &kinds, std::string_view resource, const char *title, const char *field)
{
    kinds.push_back({{"admissionregistration.k8s.io"},
                     resource,
                     {nameColumn(), column(title, CellType::Number), column("PARAMKIND"), ageColumn()},
                     [field](JsonValue root, RowBuilder &row) {
                         row.name();
                         row.number(static_cast<std::int64_t>(root["spec"][field].size()));
                         row.text(paramKind(root));
                         row.age(created(root));
                     }});
}

void policyBindings(KindList &kinds, std::string_view resource)
{
    kinds.push_back({{"admissionregistration.k8s.io"},
                     resource,
                     {nameColumn(), column("POLICYNAME"), column("PARAMREF"), ageColumn()},
                     [](JsonValue root, RowBuilder &row) {
                         row.name();
                         row.text(root["spec"]["policyName"].string());
                         row.text(paramName(root));
                         row.age(created(root));
                     }});
}

} // namespace

void addExtensions(KindList &kinds)
{
    kinds.push_back({{"apiextensions.k8s.io"},
                     "customresourcedefinitions",
                     {nameColumn(), column("CREATED AT", CellType::Time)},
                     [](JsonValue root, RowBuilder &row) {
                         row.name();
                         row.age(created(root));
                     }});
    kinds.push_back({{"apiregistration.k8s.io"},
                     "apiservices",
                     {nameColumn(), column("SERVICE"), column("AVAILABLE", CellType::Status, 12), ageColumn()},
                     fillApiService});
    for (const char *webhooks : {"mutatingwebhookconfigurations", "validatingwebhookconfigurations"}) {
        kinds.push_back({{"admissionregistration.k8s.io"},
                         webhooks,
                         {nameColumn(), column("WEBHOOKS", CellType::Number), ageColumn()},
                         [](JsonValue root, RowBuilder &row) {
                             row.name();
                             row.number(static_cast<std::int64_t>(root["webhooks"].size()));
                             row.age(created(root));
                         }});
    }
    policies(kinds, "validatingadmissionpolicies", "VALIDATIONS", "validations");
    policies(kinds, "mutatingadmissionpolicies", "MUTATIONS", "mutations");
    policyBindings(kinds, "validatingadmissionpolicybindings");
    policyBindings(kinds, "mutatingadmissionpolicybindings");
}

} // namespace orrery
