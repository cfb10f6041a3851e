// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/object.h"

namespace kube {

/// What is known of an object that is gone.
struct DeletedObject {
    ObjectKey key;                  ///< certain
    ObjectPtr object;               ///< the last state known; null when nobody has one
    bool finalStateUnknown = false; ///< its deletion was not seen: object may be stale
};

/// What an informer tells. For each key it reads onAdd (onUpdate)* onDelete, over and over; states in between may be
/// left out. An object that takes another's place under the same key (another uid) is onDelete and onAdd.
/// Any may be unset; what one throws is logged, and the others go on. Source: client-go cache.ResourceEventHandlerFuncs.
struct ResourceEventHandlers {
    std::function<void(const ObjectPtr &object, bool isInInitialList)> onAdd;
    std::function<void(const ObjectPtr &before, const ObjectPtr &now)> onUpdate; ///< a resync: the same resourceVersion
    std::function<void(const DeletedObject &deleted)> onDelete;
    std::function<void()> onSynced; ///< once, after this handler has been told everything of the first list
};

/// Tells handlers only of objects that pass: one that begins to pass is an add, one that ceases to is a deletion.
/// Source: client-go cache.FilteringResourceEventHandler.
[[nodiscard]] ResourceEventHandlers filtered(std::function<bool(const Object &)> passes, ResourceEventHandlers handlers);

} // namespace kube
