// SPDX-License-Identifier: Apache-2.0
#include "core/leaderelection/election_record.h"

#include "core/object/object_meta.h"

#include <algorithm>
#include <limits>

namespace kube {

namespace {

JsonNode stringNode(std::string text)
{
    JsonNode node;
    node.kind = JsonNode::Kind::String;
    node.text = std::move(text);
    return node;
}

JsonNode numberNode(std::int64_t number)
{
    JsonNode node;
    node.kind = JsonNode::Kind::Number;
    node.text = std::to_string(number);
    return node;
}

/// These are int32 on the server; anything else is nobody's lease.
std::int64_t count(JsonValue number)
{
    return std::clamp<std::int64_t>(number.integer(0), 0, std::numeric_limits<std::int32_t>::max());
}

void setTime(JsonNode &spec, std::string_view name, const std::optional<WallTime> &time)
{
    if (time)
        spec.set(name, stringNode(formatMicroTime(*time)));
    else
        spec.remove(name);
}

} // namespace

ElectionRecord ElectionRecord::of(JsonValue spec)
{
    ElectionRecord record;
    record.holderIdentity = spec["holderIdentity"].string();
    record.leaseDurationSeconds = count(spec["leaseDurationSeconds"]);
    record.acquireTime = parseTime(spec["acquireTime"].string());
    record.renewTime = parseTime(spec["renewTime"].string());
    record.leaderTransitions = count(spec["leaseTransitions"]);
    return record;
}

void ElectionRecord::writeTo(JsonNode &spec) const
{
    spec.set("holderIdentity", stringNode(holderIdentity));
    spec.set("leaseDurationSeconds", numberNode(leaseDurationSeconds));
    setTime(spec, "acquireTime", acquireTime);
    setTime(spec, "renewTime", renewTime);
    spec.set("leaseTransitions", numberNode(leaderTransitions));
}

} // namespace kube
