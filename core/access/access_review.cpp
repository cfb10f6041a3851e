// SPDX-License-Identifier: Apache-2.0
#include "core/access/access_review.h"

#include "core/object/json.h"

namespace kube {

Result<AccessDecision> AccessDecision::decode(std::string_view json)
{
    const auto document = JsonDocument::parse(json);
    if (!document)
        return fail(document.error());
    const JsonValue status = document->root()["status"];
    if (document->root()["kind"].string() != "SelfSubjectAccessReview" || !status["allowed"].isBool())
        return fail(Error::badInput(QStringLiteral("the answer is not a SelfSubjectAccessReview")));
    return AccessDecision{status["allowed"].boolean(), status["denied"].boolean(), std::string(status["reason"].string()),
                          std::string(status["evaluationError"].string())};
}

QByteArray accessReviewJson(const ResourceAttributes &attributes)
{
    std::string json = R"({"apiVersion":"authorization.k8s.io/v1","kind":"SelfSubjectAccessReview","spec":{"resourceAttributes":{"verb":)";
    appendJsonString(json, attributes.verb);
    const auto add = [&](std::string_view name, const std::string &value) {
        if (value.empty())
            return;
        json += ',';
        appendJsonString(json, name);
        json += ':';
        appendJsonString(json, value);
    };
    add("group", attributes.group);
    add("resource", attributes.resource);
    add("subresource", attributes.subresource);
    add("namespace", attributes.namespaceName);
    add("name", attributes.name);
    json += "}}}";
    return QByteArray::fromStdString(json);
}

} // namespace kube
