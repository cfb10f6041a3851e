// SPDX-License-Identifier: Apache-2.0
#include "core/audit/audit_entry.h"
#include "core/object/json_tree.h"
#include "core/object/yaml.h"

namespace kube {

namespace {

JsonNode redacted()
{
    JsonNode node;
    node.kind = JsonNode::Kind::String;
    node.text = "(redacted)";
    return node;
}

void redactValues(JsonNode &values)
{
    if (!values.isObject()) {
        if (!values.isNull())
            values = redacted();
        return;
    }
    for (auto &[name, value] : values.members) {
        if (!value.isNull()) // that a key is taken away is no secret
            value = redacted();
    }
}

void redactSecret(JsonNode &secret)
{
    for (const char *name : {"data", "stringData"}) {
        if (JsonNode *const values = secret.find(name))
            redactValues(*values);
    }
    JsonNode *const metadata = secret.find("metadata");
    JsonNode *const annotations = metadata && metadata->isObject() ? metadata->find("annotations") : nullptr;
    if (JsonNode *const applied = annotations && annotations->isObject() ? annotations->find("kubectl.kubernetes.io/last-applied-configuration") : nullptr)
        redactValues(*applied);
}

/// RFC 6902: any operation may carry a value, or a whole Secret.
void redactOperations(JsonNode &operations)
{
    for (JsonNode &operation : operations.items) {
        if (JsonNode *const value = operation.find("value"))
            *value = redacted();
    }
}

bool isSecretKind(const JsonNode &node)
{
    const JsonNode *const kind = node.find("kind");
    return kind && kind->isString() && kind->text == "Secret";
}

/// Secrets within something else.
void redactWithin(JsonNode &node)
{
    if (node.isObject() && isSecretKind(node) && (node.find("data") || node.find("stringData"))) {
        redactSecret(node);
        return;
    }
    for (JsonNode &item : node.items)
        redactWithin(item);
    for (auto &[name, value] : node.members)
        redactWithin(value);
}

} // namespace

std::string redactedBody(std::string_view body, bool isOfSecrets)
{
    if (body.empty())
        return {};
    auto document = JsonNode::parse(body, "body");
    if (!document) {
        // An apply may be YAML.
        const auto json = yamlToJson(body);
        document = json ? JsonNode::parse(*json, "body") : Result<JsonNode>(fail(json.error()));
    }
    if (!document)
        return isOfSecrets || body.find("Secret") != std::string_view::npos ? "(redacted)" : std::string(body);
    if (isOfSecrets && document->isArray())
        redactOperations(*document);
    else if (isOfSecrets && document->isObject())
        redactSecret(*document);
    redactWithin(*document);
    std::string text;
    document->write(text);
    return text;
}

} // namespace kube
