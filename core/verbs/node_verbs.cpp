// SPDX-License-Identifier: Apache-2.0
#include "core/verbs/node_verbs.h"

#include "core/object/json.h"
#include "core/verbs/metadata_rules.h"

#include <algorithm>

namespace kube {

namespace {

Taint taintOf(JsonValue taint)
{
    return {std::string(taint["key"].string()), std::string(taint["value"].string()), std::string(taint["effect"].string())};
}

bool holdsPlaceOf(const std::vector<Taint> &taints, const Taint &taint)
{
    return std::any_of(taints.begin(), taints.end(), [&](const Taint &other) { return other.isSamePlace(taint); });
}

std::string taintJson(const Taint &taint)
{
    std::string json = R"({"key":)";
    appendJsonString(json, taint.key);
    if (!taint.value.empty()) {
        json += R"(,"value":)";
        appendJsonString(json, taint.value);
    }
    json += R"(,"effect":)";
    appendJsonString(json, taint.effect);
    return json + '}';
}

} // namespace

std::string Taint::toString() const
{
    return (value.empty() ? key : key + "=" + value) + ":" + effect;
}

Result<Taint> Taint::parse(std::string_view text)
{
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || colon + 1 == text.size())
        return fail(Error::badInput(QStringLiteral("a taint is KEY=VALUE:EFFECT or KEY:EFFECT")));
    const std::string_view pair = text.substr(0, colon);
    const std::size_t equals = pair.find('=');
    Taint taint;
    taint.key = pair.substr(0, equals);
    if (equals != std::string_view::npos)
        taint.value = pair.substr(equals + 1);
    taint.effect = text.substr(colon + 1);
    return taint;
}

TaintProblem taintProblem(const Taint &taint)
{
    if (keyProblem(taint.key) != MetadataKeyProblem::None)
        return TaintProblem::Key;
    if (labelValueProblem(taint.value) != ValueProblem::None)
        return TaintProblem::Value;
    const bool isEffect = taint.effect == "NoSchedule" || taint.effect == "PreferNoSchedule" || taint.effect == "NoExecute";
    return isEffect ? TaintProblem::None : TaintProblem::Effect;
}

std::vector<Taint> taintsOf(JsonValue node)
{
    std::vector<Taint> taints;
    node["spec"]["taints"].forEachItem([&](JsonValue taint) { taints.push_back(taintOf(taint)); });
    return taints;
}

TaintChanges taintChanges(const std::vector<Taint> &from, const std::vector<Taint> &to)
{
    TaintChanges changes;
    for (const Taint &taint : from) {
        if (!holdsPlaceOf(to, taint))
            changes.taken.push_back(taint);
    }
    for (const Taint &taint : to) {
        if (std::find(from.begin(), from.end(), taint) == from.end())
            changes.put.push_back(taint);
    }
    return changes;
}

QByteArray taintPatch(JsonValue node, const TaintChanges &changes)
{
    std::string list;
    const auto add = [&list](const std::string &json) { list += (list.empty() ? "" : ",") + json; };
    std::vector<Taint> missing = changes.put;
    node["spec"]["taints"].forEachItem([&](JsonValue item) {
        const Taint taint = taintOf(item);
        if (holdsPlaceOf(changes.taken, taint))
            return;
        const auto put = std::find_if(missing.begin(), missing.end(), [&](const Taint &other) { return other.isSamePlace(taint); });
        if (put == missing.end()) {
            add(item.toJson());
            return;
        }
        add(*put == taint ? item.toJson() : taintJson(*put)); // one that is there stays with the time it was added
        missing.erase(put);
    });
    for (const Taint &taint : missing)
        add(taintJson(taint));
    std::string json = R"({"metadata":{"resourceVersion":)";
    appendJsonString(json, node["metadata"]["resourceVersion"].string());
    json += R"(},"spec":{"taints":)" + (list.empty() ? std::string("null") : "[" + list + "]") + "}}";
    return QByteArray::fromStdString(json);
}

QByteArray cordonPatch(Schedulable schedulable)
{
    return schedulable == Schedulable::Yes ? QByteArrayLiteral(R"({"spec":{"unschedulable":null}})") : QByteArrayLiteral(R"({"spec":{"unschedulable":true}})");
}

} // namespace kube
