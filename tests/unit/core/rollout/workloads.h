// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json_tree.h"
#include "tests/unit/core/apply/quoted.h"

namespace kube::test {

/// A document written with single quotes.
[[nodiscard]] inline JsonNode node(const std::string &json)
{
    return JsonNode::parse(q(json), "test").value();
}

/// A workload named web; spec and status: the members, written with single quotes.
[[nodiscard]] inline JsonNode workload(const std::string &kind, const std::string &spec, const std::string &status = {}, const std::string &annotations = {},
                                       int generation = 2)
{
    return node("{'apiVersion':'apps/v1','kind':'" + kind + "','metadata':{'name':'web','uid':'u-1','generation':" + std::to_string(generation)
                + ",'annotations':{" + annotations + "}},'spec':{" + spec + "},'status':{" + status + "}}");
}

/// spec.template with one container of that image.
[[nodiscard]] inline std::string podTemplate(const std::string &image, const std::string &labels = "'a':'b'", const std::string &more = {})
{
    return "'template':{" + more + "'metadata':{'labels':{" + labels + "},'creationTimestamp':null},'spec':{'containers':[{'name':'c','image':'" + image + "'}]}}";
}

} // namespace kube::test
