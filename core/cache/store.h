// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/object.h"

#include <string>
#include <vector>

namespace kube {

/// Objects by key. What is handed out is shared and immutable. Source: client-go cache.Store.
class Store
{
public:
    virtual ~Store() = default;

    virtual void add(ObjectPtr object) = 0;    ///< as update(): the newer takes the older's place
    virtual void update(ObjectPtr object) = 0;
    virtual void remove(const ObjectKey &key) = 0;

    [[nodiscard]] virtual std::vector<ObjectPtr> list() const = 0;
    [[nodiscard]] virtual std::vector<ObjectKey> listKeys() const = 0;
    [[nodiscard]] virtual bool isEmpty() const = 0;
    [[nodiscard]] virtual ObjectPtr get(const Object &object) const = 0;      ///< by its key; null: none
    [[nodiscard]] virtual ObjectPtr getByKey(const ObjectKey &key) const = 0; ///< null: none

    /// Takes the place of everything, at once.
    virtual void replace(std::vector<ObjectPtr> objects, const std::string &resourceVersion) = 0;
    virtual void resync() = 0;
};

} // namespace kube
