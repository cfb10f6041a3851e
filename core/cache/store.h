// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/object/object.h"

#include <string>
#include <vector>

namespace kube {

/// Objects by key. What is handed out is shared and immutable. The errors of what changes it are its implementation's:
/// an Indexer has none, a Queue what its transform says. Source: client-go cache.Store.
class Store
{
public:
    virtual ~Store() = default;

    virtual Result<void> add(ObjectPtr object) = 0;    ///< as update(): the newer takes the older's place
    virtual Result<void> update(ObjectPtr object) = 0; ///< replaces what is stored under its key
    virtual Result<void> remove(const ObjectKey &key) = 0; ///< of a key that is not there: nothing
    virtual Result<void> remove(ObjectPtr object) { return remove(object->key()); } ///< as it was last; found by its key

    [[nodiscard]] virtual std::vector<ObjectPtr> list() const = 0; ///< all there are
    [[nodiscard]] virtual std::vector<ObjectKey> listKeys() const = 0; ///< all there are
    [[nodiscard]] virtual bool isEmpty() const = 0; ///< is nothing stored?
    [[nodiscard]] virtual ObjectPtr get(const Object &object) const = 0;      ///< by its key; null: none
    [[nodiscard]] virtual ObjectPtr getByKey(const ObjectKey &key) const = 0; ///< null: none

    /// Takes the place of everything, at once.
    virtual Result<void> replace(std::vector<ObjectPtr> objects, const std::string &resourceVersion) = 0;
    virtual Result<void> resync() = 0; ///< hands on what is stored once more
};

} // namespace kube
