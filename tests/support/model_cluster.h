// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cache/lister_watcher.h"

#include <map>

namespace kube::test {

/// The objects of one resource and their history, as etcd keeps them: what the models of API servers answer from.
class ModelCluster
{
public:
    struct Object {
        std::string uid;
        std::uint64_t version;
        friend bool operator==(const Object &, const Object &) = default;
    };
    using Objects = std::map<std::string, Object>; ///< by name
    struct Change {
        std::uint64_t version;
        WatchEventType type;
        std::string name;
        Object object; ///< a deleted one with the version of its deletion
    };

    explicit ModelCluster(std::uint64_t version = 100) : m_version(version), m_compacted(version) {}

    void put(const std::string &name); ///< creates or changes
    void remove(const std::string &name);
    void recreate(const std::string &name) { remove(name); put(name); }
    void skipVersions(std::uint64_t count) { m_version += count; } ///< other resources change

    [[nodiscard]] const Objects &objects() const { return m_objects; }
    [[nodiscard]] std::uint64_t version() const { return m_version; }
    /// What changed since compacted(), oldest first.
    [[nodiscard]] const std::vector<Change> &history() const { return m_history; }
    [[nodiscard]] std::uint64_t compacted() const { return m_compacted; }
    /// The objects as they were at a version from compacted() on.
    [[nodiscard]] Objects at(std::uint64_t version) const;

    void compact() { compact(m_version); } ///< forgets history
    void compact(std::uint64_t upTo);      ///< of versions up to this one
    /// The state of now, to go back to.
    [[nodiscard]] std::pair<Objects, std::uint64_t> checkpoint() const { return {m_objects, m_version}; }
    void restore(const std::pair<Objects, std::uint64_t> &state);

    std::function<void(const Change &)> changed; ///< after each put and remove

private:
    void record(WatchEventType type, const std::string &name, const Object &object);

    Objects m_objects;
    std::uint64_t m_version;
    std::uint64_t m_uids = 0;
    std::uint64_t m_compacted; ///< a watch may not begin below this
    Objects m_base;            ///< as of m_compacted
    std::vector<Change> m_history;
};

} // namespace kube::test
