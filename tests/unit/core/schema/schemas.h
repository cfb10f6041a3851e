// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/schema/object_schema.h"
#include "tests/support/fixtures.h"

namespace kube::test {

/// Of an OpenAPI v3 document below tests/fixtures; fails the test when it has no such kind.
inline ObjectSchemaPtr schemaIn(const char *document, const GroupVersionKind &kind)
{
    const auto schemas = OpenApiSchemas::parse({OpenApiDocument::Version::Three, fixture(document)});
    const auto schema = schemas ? ObjectSchema::of(*schemas, kind) : fail(schemas.error());
    if (!schema)
        QTest::qFail(qPrintable(schema.error().toString()), __FILE__, __LINE__);
    return schema ? *schema : nullptr;
}

inline ObjectSchemaPtr deploymentSchema()
{
    static const auto schema = schemaIn("kubernetes-1.36/openapi/apps-v1.json", {"apps", "v1", "Deployment"});
    return schema;
}
inline ObjectSchemaPtr podSchema()
{
    static const auto schema = schemaIn("kubernetes-1.36/openapi/core-v1.json", {"", "v1", "Pod"});
    return schema;
}
inline ObjectSchemaPtr configMapSchema()
{
    static const auto schema = schemaIn("kubernetes-1.36/openapi/core-v1.json", {"", "v1", "ConfigMap"});
    return schema;
}
/// The sample controller's.
inline ObjectSchemaPtr fooSchema()
{
    static const auto schema = schemaIn("kubernetes-1.36/openapi/samplecontroller.k8s.io-v1alpha1.json", {"samplecontroller.k8s.io", "v1alpha1", "Foo"});
    return schema;
}
/// With everything that a structural schema may say.
inline ObjectSchemaPtr widgetSchema()
{
    static const auto schema = schemaIn("widgets-openapi-v3.json", {"example.com", "v1", "Widget"});
    return schema;
}

} // namespace kube::test
