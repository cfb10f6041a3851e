// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/kubernetes/fields.h"
#include "core/object/gvk.h"

namespace kube {

namespace meta::v1 {
struct ObjectMeta;
}

/// A kind, where it is served, and which verbs besides the usual ones its resource has.
struct ApiKind {
    const char *group;
    const char *version;
    const char *kind;
    const char *resource;
    bool isNamespaced;
    bool hasStatus;           ///< the subresource
    bool hasScale;            ///< the subresource
    bool hasDeleteCollection;

    [[nodiscard]] GroupVersionKind gvk() const { return {group, version, kind}; } ///< what its objects call themselves
    [[nodiscard]] GroupVersionResource gvr() const { return {group, version, resource}; } ///< where they are served
};

/// An object of a kind known at compile time: its document, seen through the fields of its schema. Fields the schema
/// does not name survive whatever is written. Each kind derives from it and has a static ApiKind `api`. A member whose
/// name C++ or View has taken ends in an underscore: template_(), namespace_(), set_().
/// Copies refer to one document, as pointers do in Go; deepCopy() gives another. Thread: one at a time for all of them.
class TypedObject : public View
{
public:
    /// A new one: {apiVersion, kind}.
    explicit TypedObject(const ApiKind &api);
    /// One of a cache or a list, which stays as it is: the document is copied when a field is first read.
    explicit TypedObject(ObjectPtr object) : View(documentOf(std::move(object))) {}

    [[nodiscard]] ObjectKey key() const; ///< by metadata
    [[nodiscard]] meta::v1::ObjectMeta metadata() const; ///< include core/kubernetes/meta/v1/object_meta.h
    /// An immutable Object of the document as it is now. Errors: BadInput when it has no metadata.name.
    [[nodiscard]] Result<ObjectPtr> toObject() const;

protected:
    explicit TypedObject(std::shared_ptr<Document> document) : View(std::move(document)) {} ///< a view of that document
    /// Errors: BadInput when json is no object, or says that it is of another kind or version.
    [[nodiscard]] static Result<std::shared_ptr<Document>> decodeDocument(std::string_view json, const ApiKind &api);
    /// One that shares nothing with this.
    [[nodiscard]] std::shared_ptr<Document> copyOfDocument() const { return documentOf(json()); }
};

/// What a kind has besides its fields. Kind is the class that derives from this.
template <typename Kind>
class KindOf : public TypedObject
{
public:
    KindOf() : TypedObject(Kind::api) {}
    /// A view of what is in a cache; writing copies it.
    explicit KindOf(ObjectPtr object) : TypedObject(std::move(object)) {}

    /// Errors: BadInput when json is no object, or says that it is of another kind or version.
    [[nodiscard]] static Result<Kind> decode(std::string_view json)
    {
        auto document = decodeDocument(json, Kind::api);
        if (!document)
            return fail(document.error());
        return Kind(std::move(*document));
    }
    /// The same object in a document of its own.
    [[nodiscard]] Kind deepCopy() const { return Kind(copyOfDocument()); }

protected:
    explicit KindOf(std::shared_ptr<Document> document) : TypedObject(std::move(document)) {} ///< a view of that document
};

} // namespace kube
