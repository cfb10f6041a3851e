// SPDX-License-Identifier: Apache-2.0
#include "core/cache/process_deltas.h"

namespace kube {

namespace {

using Type = Notification::Type;
using Tell = std::function<void(Notification)>;

void tellStored(const ObjectPtr &before, const ObjectPtr &now, bool isInInitialList, const Tell &tell)
{
    if (!before) {
        tell({Type::Add, nullptr, now, isInInitialList});
    } else if (isSameObject(*before, *now)) {
        tell({Type::Update, before, now, isInInitialList});
    } else {
        // Deleted and made again out of our sight.
        tell({Type::Delete, before, nullptr, isInInitialList, true});
        tell({Type::Add, nullptr, now, isInInitialList});
    }
}

void processWhole(Indexer &store, const Deltas &deltas, const Tell &tell)
{
    const WholeDelta &whole = *deltas.whole;
    if (whole.type == DeltaType::Bookmark) {
        store.setResourceVersion(whole.resourceVersion);
        return;
    }
    if (whole.type == DeltaType::SyncAll) {
        for (const ObjectPtr &object : store.list())
            tell({Type::Update, object, object});
        return;
    }
    std::unordered_map<ObjectKey, ObjectPtr> before;
    for (ObjectPtr &object : store.swap(whole.objects, whole.resourceVersion)) {
        const ObjectKey key = object->key();
        before.emplace(key, std::move(object));
    }
    std::vector<std::pair<ObjectPtr, ObjectPtr>> stored; // before, now
    stored.reserve(whole.objects.size());
    for (const ObjectPtr &object : whole.objects) {
        const auto found = before.find(object->key());
        stored.emplace_back(found == before.end() ? nullptr : std::move(found->second), object);
        if (found != before.end())
            before.erase(found);
    }
    for (const auto &[key, object] : before)
        tell({Type::Delete, object, nullptr, deltas.isInInitialList, true});
    for (const auto &[old, now] : stored)
        tellStored(old, now, deltas.isInInitialList, tell);
}

} // namespace

void processDeltas(Indexer &store, std::span<const Deltas> batch, const Tell &tell)
{
    struct Origin {
        const Delta *delta;
        bool isInInitialList;
    };
    std::vector<StoreChange> changes;
    std::vector<Origin> origins;
    changes.reserve(batch.size());
    origins.reserve(batch.size());
    for (const Deltas &deltas : batch) {
        if (deltas.whole) {
            processWhole(store, deltas, tell);
            continue;
        }
        for (const Delta &delta : deltas.list) {
            if (delta.type == DeltaType::Deleted)
                changes.push_back({deltas.key, nullptr});
            else
                changes.push_back({{}, delta.object});
            origins.push_back({&delta, deltas.isInInitialList});
        }
    }
    if (changes.empty())
        return;
    const std::vector<ObjectPtr> before = store.apply(changes, batch.back().reached);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const auto &[delta, isInInitialList] = origins[i];
        if (delta->type != DeltaType::Deleted)
            tellStored(before[i], delta->object, isInInitialList, tell);
        else if (before[i])
            tell({Type::Delete, delta->object ? delta->object : before[i], nullptr, isInInitialList, delta->finalStateUnknown});
    }
}

} // namespace kube
