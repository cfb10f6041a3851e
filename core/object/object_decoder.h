// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/object.h"

namespace kube {

/// Makes Objects of one kind from the JSON of list items and watch events; trains a zstd dictionary on the first
/// few hundred, once, and compresses those after. A kind of fewer objects stays as it is. Thread: one.
class ObjectDecoder
{
public:
    /// How objects are kept.
    struct Options {
        std::size_t trainAfter = 200;      ///< living objects there must be before a dictionary is trained; 0: never compress
        std::size_t trainAfterBytes = 8 * 1024 * 1024; ///< or so much that they hold
        std::size_t dictionaryBytes = 64 * 1024;
        int level = 1;
    };
    /// kind is what an item without apiVersion and kind is taken to be.
    explicit ObjectDecoder(GroupVersionKind kind, Options options);
    /// With the default options.
    explicit ObjectDecoder(GroupVersionKind kind) : ObjectDecoder(std::move(kind), Options{}) {}
    ~ObjectDecoder();

    /// Errors: BadInput when it is no JSON object or has no metadata.name.
    [[nodiscard]] Result<ObjectPtr> decode(std::string_view json);

    /// The same object compressed, when a dictionary is there and object was made before it was; else object itself.
    /// A cache calls it to pack its first few hundred.
    [[nodiscard]] ObjectPtr compact(ObjectPtr object);
    [[nodiscard]] bool hasDictionary() const; ///< has it been trained?

    [[nodiscard]] const GroupVersionKind &kind() const { return *m_kind; } ///< of objects that do not say theirs

private:
    struct State;
    std::shared_ptr<const GroupVersionKind> m_kind;
    std::unique_ptr<State> m_state;
};

/// An Object of one document, held uncompressed, that is not part of a cached kind (a GET, a test). Errors: as decode().
[[nodiscard]] Result<ObjectPtr> decodeObject(std::string_view json, GroupVersionKind otherwise = {});

} // namespace kube
