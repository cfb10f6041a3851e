// SPDX-License-Identifier: Apache-2.0
#include "ui/models/columns/cells.h"
#include "ui/models/columns/kind_columns.h"

#include <set>

namespace orrery {

namespace {

using kube::JsonValue;
using namespace cells;

std::string externalIps(JsonValue service)
{
    const auto type = service["spec"]["type"].string();
    const std::string own = joined(service["spec"]["externalIPs"], ",");
    if (type == "ClusterIP" || type == "NodePort" || type.empty())
        return std::string(orNone(own));
    if (type == "ExternalName")
        return std::string(service["spec"]["externalName"].string());
    if (type != "LoadBalancer")
        return "<unknown>";
    std::set<std::string> addresses;
    service["status"]["loadBalancer"]["ingress"].forEachItem([&](JsonValue ingress) {
        if (const auto address = orElse(ingress["ip"].string(), ingress["hostname"].string()); !address.empty())
            addresses.emplace(address);
    });
    std::string all = joined(std::vector<std::string>(addresses.begin(), addresses.end()), ",");
    if (!own.empty())
        all += (all.empty() ? "" : ",") + own;
    return all.empty() ? "<pending>" : all;
}

std::string ports(JsonValue list)
{
    std::vector<std::string> texts;
    list.forEachItem([&](JsonValue port) {
        std::string text = std::to_string(port["port"].integer(0));
        if (const auto nodePort = port["nodePort"].integer(0); nodePort > 0)
            text.append(1, ':').append(std::to_string(nodePort));
        texts.push_back(text.append(1, '/').append(orElse(port["protocol"].string(), "TCP")));
    });
    return texts.empty() ? "<none>" : joined(texts, ",");
}

void fillService(JsonValue root, RowBuilder &row)
{
    const JsonValue spec = root["spec"];
    const auto clusterIp = spec["clusterIPs"].at(0).string();
    const std::string external = externalIps(root);
    row.name();
    row.text(orElse(spec["type"].string(), "ClusterIP"));
    row.text(orNone(clusterIp.empty() ? spec["clusterIP"].string() : clusterIp)); // before 1.20: clusterIP alone
    row.text(external, external == "<pending>" ? Tone::Pending : Tone::Neutral);
    row.text(ports(spec["ports"]));
    row.age(created(root));
    row.text(labels(spec["selector"]));
}

/// The first three addresses with their ports, and how many more.
std::string endpoints(JsonValue subsets)
{
    if (subsets.size() == 0)
        return "<none>";
    std::vector<std::string> list;
    std::size_t count = 0;
    const auto add = [&](JsonValue addresses, const std::string &port) {
        count += addresses.size();
        addresses.forEachItem([&](JsonValue address) {
            if (list.size() >= 4)
                return;
            const std::string ip(address["ip"].string());
            const bool isV6 = !port.empty() && ip.find(':') != std::string::npos;
            list.push_back((isV6 ? "[" + ip + "]" : ip) + (port.empty() ? "" : ":" + port));
        });
    };
    subsets.forEachItem([&](JsonValue subset) {
        if (subset["ports"].size() == 0)
            add(subset["addresses"], {});
        subset["ports"].forEachItem([&](JsonValue port) { add(subset["addresses"], std::to_string(port["port"].integer(0))); });
    });
    return firstThree(list, count, "");
}

void fillEndpointSlice(JsonValue root, RowBuilder &row)
{
    std::vector<std::string> portTexts;
    root["ports"].forEachItem([&](JsonValue port) {
        const auto number = port["port"].integer();
        portTexts.push_back(number ? std::to_string(*number) : std::string(orElse(port["name"].string(), "*")));
    });
    std::vector<std::string> addresses;
    root["endpoints"].forEachItem([&](JsonValue endpoint) {
        endpoint["addresses"].forEachItem([&](JsonValue address) { addresses.emplace_back(address.string()); });
    });
    row.name();
    row.text(root["addressType"].string());
    row.text(firstThree(portTexts, portTexts.size(), "<unset>"));
    row.text(firstThree(addresses, addresses.size(), "<unset>"));
    row.age(created(root));
}

} // namespace

void addServices(KindList &kinds)
{
    kinds.push_back({{""},
                     "services",
                     {nameColumn(), column("TYPE"), column("CLUSTER-IP"), column("EXTERNAL-IP"), column("PORT(S)"), ageColumn(),
                      wide("SELECTOR")},
                     fillService});
    kinds.push_back({{""}, "endpoints", {nameColumn(), column("ENDPOINTS"), ageColumn()}, [](JsonValue root, RowBuilder &row) {
                         row.name();
                         row.text(endpoints(root["subsets"]));
                         row.age(created(root));
                     }});
    kinds.push_back({{"discovery.k8s.io"},
                     "endpointslices",
                     {nameColumn(), column("ADDRESSTYPE"), column("PORTS"), column("ENDPOINTS"), ageColumn()},
                     fillEndpointSlice});
}

} // namespace orrery
