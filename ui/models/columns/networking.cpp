// SPDX-License-Identifier: Apache-2.0
#include "ui/models/columns/cells.h"
#include "ui/models/columns/kind_columns.h"

#include <algorithm>
#include <set>

namespace orrery {

namespace {

using kube::JsonValue;
using namespace cells;

std::string hosts(JsonValue rules)
{
    // As kubectl counts: rules without a host take no place, but are among the "more".
    std::vector<std::string> list;
    bool more = false;
    rules.forEachItem([&](JsonValue rule) {
        more = more || list.size() == 3;
        if (const auto host = rule["host"].string(); !more && !host.empty())
            list.emplace_back(host);
    });
    if (list.empty())
        return "*";
    return joined(list, ",") + (more ? " + " + std::to_string(rules.size() - 3) + " more..." : "");
}

std::string addresses(JsonValue loadBalancer)
{
    std::set<std::string> found;
    loadBalancer["ingress"].forEachItem([&](JsonValue ingress) {
        if (const auto address = orElse(ingress["ip"].string(), ingress["hostname"].string()); !address.empty())
            found.emplace(address);
    });
    return joined(std::vector<std::string>(found.begin(), found.end()), ",");
}

void fillIngress(JsonValue root, RowBuilder &row)
{
    row.name();
    row.text(orNone(root["spec"]["ingressClassName"].string()));
    row.text(hosts(root["spec"]["rules"]));
    row.text(addresses(root["status"]["loadBalancer"]));
    row.text(root["spec"]["tls"].size() > 0 ? "80, 443" : "80");
    row.age(created(root));
}

void fillIngressClass(JsonValue root, RowBuilder &row)
{
    const JsonValue parameters = root["spec"]["parameters"];
    std::string text = "<none>";
    if (parameters.isObject()) {
        text = parameters["kind"].string();
        if (const auto group = parameters["apiGroup"].string(); !group.empty())
            text.append(".").append(group);
        text.append("/").append(parameters["name"].string());
    }
    row.name();
    row.text(root["spec"]["controller"].string());
    row.text(text);
    row.age(created(root));
}

void fillIpAddress(JsonValue root, RowBuilder &row)
{
    const JsonValue parent = root["spec"]["parentRef"];
    std::string text = "<none>";
    if (parent.isObject()) {
        text = parent["resource"].string();
        if (const auto group = parent["group"].string(); !group.empty())
            text.append(".").append(group);
        std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        if (const auto space = parent["namespace"].string(); !space.empty())
            text.append("/").append(space);
        text.append("/").append(parent["name"].string());
    }
    row.name();
    row.text(text);
    row.age(created(root));
}

} // namespace

void addNetworking(KindList &kinds)
{
    kinds.push_back({{"networking.k8s.io", "extensions"},
                     "ingresses",
                     {nameColumn(), column("CLASS"), column("HOSTS"), column("ADDRESS"), column("PORTS"), ageColumn()},
                     fillIngress});
    kinds.push_back({{"networking.k8s.io"},
                     "ingressclasses",
                     {nameColumn(), column("CONTROLLER"), column("PARAMETERS"), ageColumn()},
                     fillIngressClass});
    kinds.push_back({{"networking.k8s.io", "extensions"},
                     "networkpolicies",
                     {nameColumn(), column("POD-SELECTOR"), ageColumn()},
                     [](JsonValue root, RowBuilder &row) {
                         row.name();
                         row.text(selector(root["spec"]["podSelector"]));
                         row.age(created(root));
                     }});
    kinds.push_back({{"networking.k8s.io"}, "servicecidrs", {nameColumn(), column("CIDRS"), ageColumn()}, [](JsonValue root, RowBuilder &row) {
                         row.name();
                         row.text(joined(root["spec"]["cidrs"], ","));
                         row.age(created(root));
                     }});
    kinds.push_back({{"networking.k8s.io"}, "ipaddresses", {nameColumn(), column("PARENTREF"), ageColumn()}, fillIpAddress});
}

} // namespace orrery
