// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/subscription.h"
#include "core/object/gvk.h"
#include "core/object/object_key.h"

#include <deque>
#include <map>
#include <memory>
#include <set>
#include <unordered_map>

namespace orrery::demo {

/// One stored object: immutable; its JSON carries the revision as metadata.resourceVersion.
struct StoredObject {
    kube::ObjectKey key;
    std::string uid;
    std::uint64_t revision = 0;
    std::string json; ///< minified, members in the order written
    std::vector<std::pair<std::string, std::string>> labels;
    std::vector<std::string> owners; ///< uids in its ownerReferences
};
using StoredPtr = std::shared_ptr<const StoredObject>;

struct StoreEvent {
    enum class Type {
        Added,
        Modified,
        Deleted,
        Ended, ///< the resource itself is no longer served: no object, and nothing comes after
    };
    Type type = Type::Added;
    std::uint64_t revision = 0;
    StoredPtr object;    ///< as it is now; when deleted: as it was, with the revision of the deletion
    StoredPtr previous;  ///< before this change; null when added
};

/// What etcd is to an API server: objects by resource and key, one revision counter for all, a bounded history to
/// watch from. Thread: the server's.
class ApiStore
{
public:
    explicit ApiStore(std::size_t historyPerResource = 20'000) : m_historyLimit(historyPerResource) {}

    /// json has metadata.name, and metadata.namespace when namespaced; uid, creationTimestamp and resourceVersion are
    /// set by the caller but for the last. Errors: AlreadyExists.
    [[nodiscard]] kube::Result<StoredPtr> create(const kube::GroupResource &resource, std::string json);
    /// expected: the revision the caller saw; 0 for any. Errors: NotFound, Conflict.
    [[nodiscard]] kube::Result<StoredPtr> update(const kube::GroupResource &resource, const kube::ObjectKey &key,
                                                 std::string json, std::uint64_t expected = 0);
    /// Errors: NotFound.
    [[nodiscard]] kube::Result<StoredPtr> remove(const kube::GroupResource &resource, const kube::ObjectKey &key);

    [[nodiscard]] StoredPtr get(const kube::GroupResource &resource, const kube::ObjectKey &key) const;
    /// In the order of keys; namespaceName empty: all.
    [[nodiscard]] std::vector<StoredPtr> list(const kube::GroupResource &resource, const std::string &namespaceName) const;
    /// The same, as it was at that revision. Errors: Gone when history no longer reaches so far back.
    [[nodiscard]] kube::Result<std::vector<StoredPtr>> listAt(const kube::GroupResource &resource, const std::string &namespaceName, std::uint64_t revision) const;
    [[nodiscard]] std::size_t size(const kube::GroupResource &resource) const;
    /// Those that hold or have held objects.
    [[nodiscard]] std::vector<kube::GroupResource> resources() const;
    struct Place {
        kube::GroupResource resource;
        kube::ObjectKey key;
        auto operator<=>(const Place &) const = default;
    };
    /// Objects whose ownerReferences name that uid.
    [[nodiscard]] std::vector<Place> ownedBy(const std::string &uid) const;
    [[nodiscard]] std::uint64_t revision() const { return m_revision; }

    /// Events after that revision, oldest first; Gone when history no longer reaches so far back.
    [[nodiscard]] kube::Result<std::vector<StoreEvent>> since(const kube::GroupResource &resource, std::uint64_t revision) const;
    /// Called for each change of that resource, within it.
    [[nodiscard]] kube::Subscription subscribe(const kube::GroupResource &resource, std::function<void(const StoreEvent &)> handler);
    /// A resource begins to be served: its history reaches back to now.
    void open(const kube::GroupResource &resource);
    /// Removes every object of a resource, then tells its handlers that it has ended. Older watches are Gone.
    void drop(const kube::GroupResource &resource);
    /// Forgets history up to now, as a compaction does: older watches and continuations are Gone.
    void compact();

private:
    struct Handler {
        std::function<void(const StoreEvent &)> call;
        bool attached = true;
    };
    struct Resource {
        std::map<kube::ObjectKey, StoredPtr> objects;
        std::deque<StoreEvent> history;
        std::uint64_t compacted = 0; ///< history holds every event after this revision
        std::vector<std::shared_ptr<Handler>> handlers;
    };
    [[nodiscard]] static kube::Result<StoredPtr> make(std::string json, std::uint64_t revision);
    void publish(Resource &resource, StoreEvent event);
    void noteOwners(const kube::GroupResource &resource, const StoredPtr &before, const StoredPtr &after);

    std::size_t m_historyLimit;
    std::uint64_t m_revision = 1;
    std::map<kube::GroupResource, Resource> m_resources;
    std::unordered_map<std::string, std::set<Place>> m_owned; ///< by the owner's uid
    std::shared_ptr<char> m_alive = std::make_shared<char>();
};

/// The document with metadata.resourceVersion set to that; added when it has none.
[[nodiscard]] std::string withResourceVersion(std::string json, std::uint64_t revision);

} // namespace orrery::demo
