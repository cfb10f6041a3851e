// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cache/contents_filter.h"
#include "core/cache/store.h"

#include <map>
#include <mutex>
#include <shared_mutex>
#include <span>
#include <unordered_set>

namespace kube {

/// The values an object is found under in one index. Must give the same for the same object, and not throw.
using IndexFunc = std::function<std::vector<std::string>(const Object &object)>;
using Indexers = std::map<std::string, IndexFunc>; ///< by the index's name

/// One step of a transaction: object set when it is to be stored, null when key is to be removed.
struct StoreChange {
    ObjectKey key; ///< used only for a removal
    ObjectPtr object;
};

/// A store as it stands.
struct IndexerSnapshot {
    /// One of its indices.
    struct Index {
        std::string name;
        std::size_t values = 0;
        std::size_t entries = 0;
    };
    std::size_t objects = 0;
    std::size_t bytes = 0;          ///< that the objects hold; keys, indices and buckets are not counted
    std::string resourceVersion;
    std::uint64_t transactions = 0; ///< write locks taken
    std::vector<Index> indices;
};

/// Part of an index or of the keys, sorted.
struct IndexContents {
    /// One value of an index.
    struct Value {
        std::string value;
        std::size_t objects = 0;
    };
    std::vector<Value> values;
    bool more = false; ///< others that match are left out
};
/// Some of the keys.
struct KeyContents {
    std::vector<ObjectKey> keys;
    bool more = false;
};

/// The cache: a Store with named indices. A writer holds the lock for one change, one batch or one swap.
/// Thread: any; readers side by side. Keys are not copied: an object is found by the key it holds (about 60 bytes an
/// object, 40 more for each index it is in). Source: client-go cache.Indexer, threadSafeMap.
class Indexer final : public Store
{
public:
    Indexer();                             ///< with the namespace index
    explicit Indexer(Indexers indexers); ///< empty, with those indices
    ~Indexer() override;

    /// The name of the index on metadata.namespace; cluster-scoped objects are in it under "".
    static constexpr const char *namespaceIndex = "namespace";
    /// The function of namespaceIndex. Source: cache.MetaNamespaceIndexFunc.
    [[nodiscard]] static std::vector<std::string> indexByNamespace(const Object &object);

    Result<void> add(ObjectPtr object) override;
    Result<void> update(ObjectPtr object) override; ///< as add(): whether it was there makes no difference
    using Store::remove;
    Result<void> remove(const ObjectKey &key) override; ///< of a key that is not there: nothing
    [[nodiscard]] std::vector<ObjectPtr> list() const override; ///< in no order
    [[nodiscard]] std::vector<ObjectKey> listKeys() const override; ///< in no order
    [[nodiscard]] bool isEmpty() const override { return size() == 0; } ///< is nothing stored?
    [[nodiscard]] ObjectPtr get(const Object &object) const override;
    [[nodiscard]] ObjectPtr getByKey(const ObjectKey &key) const override;
    Result<void> replace(std::vector<ObjectPtr> objects, const std::string &resourceVersion) override;
    Result<void> resync() override { return {}; } ///< nothing: it is what others are brought in line with

    /// A batch under one lock; what each step took the place of or removed, null where there was nothing.
    /// resourceVersion: what the store has reached with it; "": not known.
    std::vector<ObjectPtr> apply(std::span<const StoreChange> changes, const std::string &resourceVersion = {});
    /// Changes and returns everything it took the place of, under one lock.
    std::vector<ObjectPtr> swap(std::vector<ObjectPtr> objects, const std::string &resourceVersion);

    [[nodiscard]] std::size_t size() const; ///< how many objects
    /// Calls look for each object under the readers' lock: be brief, and do not come back in.
    void forEach(const std::function<void(const ObjectPtr &)> &look) const;
    /// One namespace's objects; "" is all.
    [[nodiscard]] std::vector<ObjectPtr> listByNamespace(const std::string &namespaceName) const;

    /// Adds indices and fills them from what is stored. Errors: BadInput when a name is taken (nothing is added).
    Result<void> addIndexers(Indexers indexers);
    [[nodiscard]] std::vector<std::string> indexNames() const; ///< in the order of their names
    /// Errors of all four: BadInput for an unknown index.
    [[nodiscard]] Result<std::vector<ObjectPtr>> byIndex(const std::string &index, const std::string &value) const;
    /// Objects that share at least one value with this one.
    [[nodiscard]] Result<std::vector<ObjectPtr>> index(const std::string &index, const Object &object) const;
    /// Of the objects that have this value.
    [[nodiscard]] Result<std::vector<ObjectKey>> indexKeys(const std::string &index, const std::string &value) const;
    /// Those that some object has.
    [[nodiscard]] Result<std::vector<std::string>> listIndexFuncValues(const std::string &index) const;

    /// The resourceVersion the store is known to have reached; "" before the first replacement, bookmark or change told with it.
    [[nodiscard]] std::string resourceVersion() const;
    void setResourceVersion(const std::string &resourceVersion); ///< nothing else has changed since

    [[nodiscard]] IndexerSnapshot snapshot() const; ///< counters and sizes. Thread: any
    /// Errors: BadInput for an unknown index.
    [[nodiscard]] Result<IndexContents> contentsOf(const std::string &index, const ContentsFilter &filter = {}) const;
    /// Looks at every key, under the readers' lock: some ms for 100,000.
    [[nodiscard]] KeyContents keyContents(const ContentsFilter &filter = {}) const;
    /// The values under which an object is found, by index; empty when there is no such object.
    [[nodiscard]] std::map<std::string, std::vector<std::string>> indexValuesOf(const ObjectKey &key) const;

private:
    struct Entry {
        mutable ObjectPtr object; ///< replaced in place by one of the same key
    };
    struct EntryHash {
        using is_transparent = void;
        std::size_t operator()(const Entry &entry) const { return std::hash<ObjectKey>{}(entry.object->key()); }
        std::size_t operator()(const ObjectKey &key) const { return std::hash<ObjectKey>{}(key); }
    };
    struct EntryEqual {
        using is_transparent = void;
        bool operator()(const Entry &left, const Entry &right) const { return left.object->key() == right.object->key(); }
        bool operator()(const ObjectKey &key, const Entry &entry) const { return key == entry.object->key(); }
        bool operator()(const Entry &entry, const ObjectKey &key) const { return key == entry.object->key(); }
    };
    using Entries = std::unordered_set<Entry, EntryHash, EntryEqual>;
    using EntrySet = std::unordered_set<const Entry *>; ///< entries keep their address
    struct Index {
        IndexFunc function;
        std::unordered_map<std::string, EntrySet> sets; ///< none is empty
    };
    using Indices = std::map<std::string, Index>;

    struct Content {
        Entries entries;
        Indices indices;
        std::size_t bytes = 0; ///< Object::heldBytes() of all entries

        ObjectPtr put(ObjectPtr object);
        ObjectPtr take(const ObjectKey &key);
    };

    static void insertInto(Index &index, const std::vector<std::string> &values, const Entry *entry);
    static void eraseFrom(Index &index, const std::vector<std::string> &values, const Entry *entry);
    [[nodiscard]] Result<const Index *> find(const std::string &name) const;

    std::mutex m_writers;               ///< one writer at a time; taken before m_mutex
    mutable std::shared_mutex m_mutex;  ///< guards all below; a swap is prepared without it
    Content m_content;
    std::string m_resourceVersion;
    std::uint64_t m_transactions = 0;
};

} // namespace kube
