// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/gvk.h"
#include "core/object/json.h"

#include <QByteArray>

#include <memory>

namespace kube {

/// Schemas as a server publishes them.
struct OpenApiDocument {
    /// Of the OpenAPI specification.
    enum class Version {
        Two,   ///< Swagger 2: of every group version in one document, all that servers before 1.24 have
        Three, ///< OpenAPI 3: of one group version
    };
    Version version = Version::Three;
    QByteArray json;
};
using OpenApiDocumentPtr = std::shared_ptr<const OpenApiDocument>; ///< never null where it is an answer

/// The schemas in a document, by kind and by reference. What it gives is valid as long as this is.
/// Thread: one at a time.
class OpenApiSchemas
{
public:
    /// Errors: BadInput when it is no such document.
    [[nodiscard]] static Result<OpenApiSchemas> parse(const OpenApiDocument &document);

    /// The schema that says of itself that it is of this kind (x-kubernetes-group-version-kind); absent when none does.
    [[nodiscard]] JsonValue of(const GroupVersionKind &kind) const;
    /// What schema refers to, by "$ref" or an allOf of one; itself when it refers to nothing. Circles end as absent.
    [[nodiscard]] JsonValue resolved(JsonValue schema) const;

private:
    OpenApiSchemas(JsonDocument document, OpenApiDocument::Version version)
        : m_document(std::move(document)), m_version(version)
    {
    }
    [[nodiscard]] JsonValue schemas() const;

    JsonDocument m_document;
    OpenApiDocument::Version m_version;
};

} // namespace kube
