// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json_value.h"
#include "core/removal/removal_target.h"

#include <unordered_map>
#include <vector>

namespace kube {

/// An entry of metadata.ownerReferences, as the garbage collector reads it.
struct OwnerLink {
    std::string kind;
    std::string name;
    std::string uid;
    bool isController = false;
    bool blocksDeletion = false; ///< with foreground deletion the owner waits for this one
};

/// An object that has owners.
struct OwnedObject {
    std::size_t kind = 0; ///< index among the kinds that were looked through
    ObjectKey key;
    std::string uid;
    std::vector<OwnerLink> owners;
    std::vector<std::string> finalizers;
    std::optional<WallTime> deletionTimestamp;

    [[nodiscard]] static OwnedObject of(JsonValue object, std::size_t kind); ///< of metadata, whole or alone
};

/// An object below what is deleted.
struct OwnedRow {
    OwnedObject object;
    std::size_t depth = 1;    ///< 1: owned by a target
    std::size_t parent = 0;   ///< row of the owner it is shown under, if depth > 1; else index of the target
    bool stays = false;       ///< it has another owner that is not deleted: it only loses a reference
    std::string otherOwner;   ///< of one that stays: "Kind/name"
    bool blocks = false;      ///< the owner it is shown under waits for it in foreground
};

/// Objects with owners by the owners' uids: what goes when some objects are deleted. The garbage collector deletes an
/// object once none of its owners is left, and only takes the reference away while another one is.
/// Source: kubernetes pkg/controller/garbagecollector.
class OwnerIndex
{
public:
    void add(OwnedObject object); ///< one without owners is not kept; one that is known by its uid is replaced
    [[nodiscard]] std::size_t size() const { return m_objects.size(); } ///< objects that are kept

    /// Everything below the objects with those uids, each after its owner, siblings by kind, namespace and name.
    [[nodiscard]] std::vector<OwnedRow> below(const std::vector<std::string> &uids) const;

private:
    std::vector<OwnedObject> m_objects;
    std::unordered_map<std::string, std::size_t> m_byUid;
    std::unordered_map<std::string, std::vector<std::size_t>> m_byOwner; ///< uid of the owner
};

} // namespace kube
