// SPDX-License-Identifier: Apache-2.0
#include "tests/support/model_cluster.h"

namespace kube::test {

namespace {

void apply(ModelCluster::Objects &objects, const ModelCluster::Change &change)
{
    if (change.type == WatchEventType::Deleted)
        objects.erase(change.name);
    else
        objects[change.name] = change.object;
}

} // namespace

void ModelCluster::record(WatchEventType type, const std::string &name, const Object &object)
{
    m_history.push_back({object.version, type, name, object});
    if (changed)
        changed(m_history.back());
}

void ModelCluster::put(const std::string &name)
{
    const auto [place, isNew] = m_objects.try_emplace(name);
    if (isNew)
        place->second.uid = "uid-" + std::to_string(++m_uids);
    place->second.version = ++m_version;
    record(isNew ? WatchEventType::Added : WatchEventType::Modified, name, place->second);
}

void ModelCluster::remove(const std::string &name)
{
    const auto found = m_objects.find(name);
    if (found == m_objects.end())
        return;
    Object last = found->second;
    m_objects.erase(found);
    last.version = ++m_version;
    record(WatchEventType::Deleted, name, last);
}

ModelCluster::Objects ModelCluster::at(std::uint64_t version) const
{
    Objects objects = m_base;
    for (const Change &change : m_history) {
        if (change.version > version)
            break;
        apply(objects, change);
    }
    return objects;
}

void ModelCluster::compact(std::uint64_t upTo)
{
    const auto first = std::find_if(m_history.begin(), m_history.end(), [upTo](const Change &change) { return change.version > upTo; });
    std::for_each(m_history.begin(), first, [this](const Change &change) { apply(m_base, change); });
    m_history.erase(m_history.begin(), first);
    m_compacted = std::max(m_compacted, upTo);
}

void ModelCluster::restore(const std::pair<Objects, std::uint64_t> &state)
{
    m_objects = state.first;
    m_version = state.second;
    if (m_compacted > m_version) {
        m_compacted = m_version;
        m_base = m_objects;
        m_history.clear();
    }
    std::erase_if(m_history, [this](const Change &change) { return change.version > m_version; });
}

} // namespace kube::test
