// SPDX-License-Identifier: Apache-2.0
#include "core/kubernetes/typed_object.h"

#include "core/kubernetes/meta/v1/object_meta.h"
#include "core/object/json.h"
#include "core/object/object_decoder.h"

namespace kube {

TypedObject::TypedObject(const ApiKind &api)
    : View(documentOf(R"({"apiVersion":")" + api.gvk().groupVersion().apiVersion() + R"(","kind":")" + api.kind + R"("})"))
{
}

ObjectKey TypedObject::key() const
{
    ObjectKey key;
    read([&](JsonValue root) {
        const JsonValue metadata = root["metadata"];
        key = {std::string(metadata["namespace"].string()), std::string(metadata["name"].string())};
    });
    return key;
}

meta::v1::ObjectMeta TypedObject::metadata() const
{
    return {*this, "metadata"};
}

Result<ObjectPtr> TypedObject::toObject() const
{
    return decodeObject(json());
}

Result<std::shared_ptr<View::Document>> TypedObject::decodeDocument(std::string_view json, const ApiKind &api)
{
    const auto parsed = JsonDocument::parse(json);
    if (!parsed)
        return fail(parsed.error());
    const JsonValue root = parsed->root();
    const std::string expected = api.gvk().groupVersion().apiVersion();
    if (!root.isObject() || !root["kind"].isString() || !root["apiVersion"].isString()) {
        return fail(Error::badInput(QStringLiteral("not a %1 of %2: it is no object with kind and apiVersion")
                                        .arg(QLatin1String(api.kind), QString::fromStdString(expected))));
    }
    if (root["kind"].string() != api.kind || root["apiVersion"].string() != expected) {
        return fail(Error::badInput(QStringLiteral("not a %1 of %2 but %3 of %4")
                                        .arg(QLatin1String(api.kind), QString::fromStdString(expected),
                                             QString::fromStdString(root["kind"].toText()),
                                             QString::fromStdString(root["apiVersion"].toText()))));
    }
    return documentOf(std::string(json));
}

} // namespace kube
