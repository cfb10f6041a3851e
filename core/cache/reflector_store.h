// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cache/store.h"

#include <functional>

namespace kube {

/// What a Reflector fills: a Store that also takes a list as it arrives, and says how full it is.
/// Thread: any. Source: client-go cache.ReflectorStore, made to stream.
class ReflectorStore : public Store
{
public:
    /// replace(), item by item: nothing is deleted before the end. Beginning again abandons what began before; what it
    /// brought stays until the end finds that it is gone.
    virtual void beginReplace() = 0;
    virtual Result<void> replaceItem(ObjectPtr object) = 0; ///< one object of the list under way
    virtual void replaceRemoved(const ObjectKey &key) = 0; ///< an item of this replacement is gone again before its end
    virtual void endReplace(const std::string &resourceVersion) = 0; ///< the list is whole
    /// Nothing changed up to resourceVersion but what has been told.
    virtual void bookmark(const std::string &resourceVersion) = 0;

    [[nodiscard]] virtual std::size_t len() const = 0;     ///< keys that wait to be taken
    [[nodiscard]] virtual std::size_t backlog() const = 0; ///< what waits under them, each change counted
    /// Called without a lock, on the thread that takes, whenever backlog() falls to lowWater.
    virtual void setDrained(std::size_t lowWater, std::function<void()> drained) = 0;
};

} // namespace kube
