// SPDX-License-Identifier: Apache-2.0
#include "core/discovery/openapi_document.h"

namespace kube {

namespace {
constexpr int maxReferences = 32;
}

Result<OpenApiSchemas> OpenApiSchemas::parse(const OpenApiDocument &document)
{
    auto parsed = JsonDocument::parse({document.json.constData(), static_cast<std::size_t>(document.json.size())});
    if (!parsed)
        return fail(std::move(parsed.error()));
    OpenApiSchemas schemas(std::move(*parsed), document.version);
    if (!schemas.schemas().isObject())
        return fail(Error::badInput(QStringLiteral("the document holds no schemas")));
    return schemas;
}

JsonValue OpenApiSchemas::schemas() const
{
    return m_version == OpenApiDocument::Version::Two ? m_document.root()["definitions"]
                                                      : m_document.root()["components"]["schemas"];
}

JsonValue OpenApiSchemas::of(const GroupVersionKind &kind) const
{
    JsonValue found;
    schemas().forEachMember([&](std::string_view, JsonValue schema) {
        if (found.exists())
            return;
        schema["x-kubernetes-group-version-kind"].forEachItem([&](JsonValue one) {
            if (one["kind"].string() == kind.kind && one["version"].string() == kind.version && one["group"].string() == kind.group)
                found = schema;
        });
    });
    return found;
}

JsonValue OpenApiSchemas::resolved(JsonValue schema) const
{
    for (int i = 0; i < maxReferences; ++i) {
        JsonValue reference = schema["$ref"];
        // OpenAPI 3 wraps a reference that has a default or a description beside it.
        if (!reference.exists() && schema["allOf"].size() == 1)
            reference = schema["allOf"].at(0)["$ref"];
        if (!reference.isString())
            return schema;
        const std::string_view name = reference.string();
        const std::size_t slash = name.rfind('/');
        schema = slash == std::string_view::npos ? JsonValue() : schemas()[name.substr(slash + 1)];
    }
    return {};
}

} // namespace kube
