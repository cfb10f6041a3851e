// SPDX-License-Identifier: Apache-2.0
#include "core/removal/owner_index.h"

#include "core/object/object_meta.h"

#include <algorithm>
#include <deque>
#include <unordered_set>

namespace kube {

OwnedObject OwnedObject::of(JsonValue object, std::size_t kind)
{
    const JsonValue metadata = object["metadata"];
    OwnedObject owned;
    owned.kind = kind;
    owned.key = {std::string(metadata["namespace"].string()), std::string(metadata["name"].string())};
    owned.uid = metadata["uid"].string();
    metadata["ownerReferences"].forEachItem([&](JsonValue owner) {
        owned.owners.push_back({std::string(owner["kind"].string()), std::string(owner["name"].string()), std::string(owner["uid"].string()),
                                owner["controller"].boolean(), owner["blockOwnerDeletion"].boolean()});
    });
    metadata["finalizers"].forEachItem([&](JsonValue finalizer) { owned.finalizers.emplace_back(finalizer.string()); });
    owned.deletionTimestamp = parseTime(metadata["deletionTimestamp"].string());
    return owned;
}

void OwnerIndex::add(OwnedObject object)
{
    if (object.owners.empty() || object.uid.empty())
        return;
    const auto [place, isNew] = m_byUid.emplace(object.uid, m_objects.size());
    if (!isNew) {
        for (const OwnerLink &owner : m_objects[place->second].owners)
            std::erase(m_byOwner[owner.uid], place->second);
        m_objects[place->second] = std::move(object);
    } else {
        m_objects.push_back(std::move(object));
    }
    for (const OwnerLink &owner : m_objects[place->second].owners) {
        auto &children = m_byOwner[owner.uid];
        if (std::find(children.begin(), children.end(), place->second) == children.end())
            children.push_back(place->second);
    }
}

std::vector<OwnedRow> OwnerIndex::below(const std::vector<std::string> &uids) const
{
    // What goes: an object does once all of its owners do. Owners come before what they own, so each is settled once.
    std::unordered_set<std::string> going(uids.begin(), uids.end());
    std::deque<std::string> settled(uids.begin(), uids.end());
    std::unordered_set<std::size_t> touched;
    while (!settled.empty()) {
        const auto children = m_byOwner.find(settled.front());
        settled.pop_front();
        if (children == m_byOwner.end())
            continue;
        for (const std::size_t index : children->second) {
            const OwnedObject &object = m_objects[index];
            touched.insert(index);
            const bool allGo = std::all_of(object.owners.begin(), object.owners.end(), [&](const OwnerLink &owner) { return going.contains(owner.uid); });
            if (allGo && going.insert(object.uid).second)
                settled.push_back(object.uid);
        }
    }

    std::vector<OwnedRow> rows;
    std::unordered_set<std::size_t> shown;
    const auto sortedChildren = [&](const std::string &uid) {
        std::vector<std::size_t> children;
        if (const auto found = m_byOwner.find(uid); found != m_byOwner.end()) {
            for (const std::size_t index : found->second) {
                if (touched.contains(index) && !shown.contains(index))
                    children.push_back(index);
            }
        }
        std::sort(children.begin(), children.end(), [this](std::size_t left, std::size_t right) {
            const OwnedObject &one = m_objects[left];
            const OwnedObject &other = m_objects[right];
            return std::tie(one.kind, one.key) < std::tie(other.kind, other.key);
        });
        return children;
    };
    struct Level {
        std::string owner;
        std::size_t row; ///< or the target's index, on the first level
        std::vector<std::size_t> children;
        std::size_t next = 0;
    };
    for (std::size_t target = 0; target < uids.size(); ++target) {
        std::vector<Level> levels{{uids[target], target, sortedChildren(uids[target])}};
        while (!levels.empty()) {
            Level &level = levels.back();
            if (level.next == level.children.size()) {
                levels.pop_back();
                continue;
            }
            const std::size_t index = level.children[level.next++];
            if (!shown.insert(index).second)
                continue;
            OwnedRow row;
            row.object = m_objects[index];
            row.depth = levels.size();
            row.parent = level.row;
            for (const OwnerLink &owner : row.object.owners) {
                if (owner.uid == level.owner)
                    row.blocks = owner.blocksDeletion;
                if (!going.contains(owner.uid) && row.otherOwner.empty())
                    row.otherOwner = owner.kind + "/" + owner.name;
            }
            row.stays = !going.contains(row.object.uid);
            rows.push_back(std::move(row));
            if (!rows.back().stays)
                levels.push_back({rows.back().object.uid, rows.size() - 1, sortedChildren(rows.back().object.uid)});
        }
    }
    return rows;
}

} // namespace kube
