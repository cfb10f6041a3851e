// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/apply/edit_patch.h"
#include "core/base/scheduler.h"
#include "core/object/gvk.h"
#include "core/object/object_key.h"

#include <functional>
#include <list>
#include <memory>
#include <vector>

namespace kube {

/// Why a write cannot be taken back.
enum class NoRevert : unsigned char {
    None,     ///< it can
    Eviction, ///< its Pod is its controller's, which makes another
    Secret,   ///< of an earlier run, of an object that is a Secret or names one: those are never on disk
    Large,    ///< of an earlier run: too large to be kept on disk
};

/// One write of ours that changed, made or deleted an object: what it was before and after. What others wrote before or after that is not in it.
struct RememberedWrite {
    GroupResource resource;
    ObjectKey key;
    std::string before; ///< JSON as the server had it; "": the write has made the object
    std::string after;  ///< JSON as the server stored it; "": the write has deleted the object
    WallTime time{};
    EditPart part = EditPart::Object; ///< Status: nothing else was written; Whole: status with the rest
    NoRevert noRevert = NoRevert::None; ///< else before and after are empty

    [[nodiscard]] bool isCreation() const { return before.empty() && noRevert == NoRevert::None; } ///< has it made the object?
    [[nodiscard]] bool isDeletion() const { return after.empty() && noRevert == NoRevert::None; } ///< has it deleted the object?
};
using RememberedWritePtr = std::shared_ptr<const RememberedWrite>; ///< null: there is none

/// Newest first, one of each object; never null, and none of it is null.
using RememberedWrites = std::shared_ptr<const std::vector<RememberedWritePtr>>;

/// What an edit says that goes on from write.after and takes the write back: JSON of write.before, but for what the server keeps.
[[nodiscard]] std::string revertedObject(const RememberedWrite &write);
/// The document that makes the object of a deletion anew: JSON of write.before without what the server keeps.
[[nodiscard]] std::string recreatedObject(const RememberedWrite &write);

/// The last write of each object, newest first, and of evictions the last, in memory alone: Secrets too. See WriteStore for what
/// outlives the program. Thread: one.
class WriteHistory
{
public:
    static constexpr std::size_t mostWrites = 200;
    static constexpr std::size_t mostBytes = 16 * 1024 * 1024; ///< of all; the oldest go first

    /// changed: called with all there are after each write that is remembered.
    explicit WriteHistory(std::function<void(RememberedWrites)> changed = {}) : m_changed(std::move(changed)) {}

    /// Nothing when nothing has changed by it.
    void remember(RememberedWrite write);
    [[nodiscard]] RememberedWritePtr lastOf(const GroupResource &resource, const ObjectKey &key) const; ///< null: none is remembered

private:
    std::function<void(RememberedWrites)> m_changed;
    std::list<RememberedWritePtr> m_writes; ///< the newest first
    std::size_t m_bytes = 0;
};

} // namespace kube
