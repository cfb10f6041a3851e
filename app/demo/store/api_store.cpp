// SPDX-License-Identifier: Apache-2.0
#include "app/demo/store/api_store.h"

#include "core/object/json.h"
#include "core/object/object_meta.h"

namespace orrery::demo {

using kube::Error;
using kube::ErrorKind;
using kube::GroupResource;
using kube::ObjectKey;
using kube::Result;

std::string withResourceVersion(std::string json, std::uint64_t revision)
{
    // Within a JSON string the quotes would be escaped, so this finds a member, and metadata's comes first.
    static constexpr std::string_view member = "\"resourceVersion\":\"";
    const auto metadata = json.find("\"metadata\":{");
    const auto found = metadata == std::string::npos ? std::string::npos : json.find(member, metadata);
    const std::string number = std::to_string(revision);
    if (found != std::string::npos) {
        const auto begin = found + member.size();
        json.replace(begin, json.find('"', begin) - begin, number);
    } else if (metadata != std::string::npos) {
        const auto open = metadata + std::string_view("\"metadata\":{").size();
        json.insert(open, std::string(member) + number + (json[open] == '}' ? "\"" : "\","));
    }
    return json;
}

Result<StoredPtr> ApiStore::make(std::string json, std::uint64_t revision)
{
    auto object = std::make_shared<StoredObject>();
    object->json = withResourceVersion(std::move(json), revision);
    object->revision = revision;
    auto document = kube::JsonDocument::parse(object->json);
    if (!document)
        return kube::fail(document.error());
    auto meta = kube::ObjectMeta::of(document->root());
    if (meta.name.empty())
        return kube::fail(Error::badInput(QStringLiteral("an object without metadata.name")));
    object->key = {std::move(meta.namespaceName), std::move(meta.name)};
    object->uid = std::move(meta.uid);
    object->labels = std::move(meta.labels);
    return object;
}

void ApiStore::publish(Resource &resource, StoreEvent event)
{
    resource.history.push_back(event);
    if (resource.history.size() > m_historyLimit) {
        resource.compacted = resource.history.front().revision;
        resource.history.pop_front();
    }
    const auto handlers = resource.handlers; // one may detach itself
    for (const auto &handler : handlers) {
        if (handler->attached)
            handler->call(event);
    }
}

Result<StoredPtr> ApiStore::create(const GroupResource &resource, std::string json)
{
    auto made = make(std::move(json), m_revision + 1);
    if (!made)
        return made;
    Resource &bucket = m_resources[resource];
    if (bucket.objects.contains((*made)->key))
        return kube::fail({ErrorKind::AlreadyExists, QStringLiteral("already exists"), {}, std::nullopt});
    ++m_revision;
    bucket.objects.emplace((*made)->key, *made);
    publish(bucket, {StoreEvent::Type::Added, m_revision, *made, nullptr});
    return made;
}

Result<StoredPtr> ApiStore::update(const GroupResource &resource, const ObjectKey &key, std::string json, std::uint64_t expected)
{
    Resource &bucket = m_resources[resource];
    const auto found = bucket.objects.find(key);
    if (found == bucket.objects.end())
        return kube::fail({ErrorKind::NotFound, QStringLiteral("not found"), {}, std::nullopt});
    if (expected != 0 && found->second->revision != expected)
        return kube::fail({ErrorKind::Conflict, QStringLiteral("the object has been modified"), {}, std::nullopt});
    // As etcd and the API server do: a write that changes nothing makes no revision and no event.
    if (withResourceVersion(json, found->second->revision) == found->second->json)
        return found->second;
    auto made = make(std::move(json), m_revision + 1);
    if (!made)
        return made;
    ++m_revision;
    const StoredPtr previous = std::exchange(found->second, *made);
    publish(bucket, {StoreEvent::Type::Modified, m_revision, *made, previous});
    return made;
}

Result<StoredPtr> ApiStore::remove(const GroupResource &resource, const ObjectKey &key)
{
    Resource &bucket = m_resources[resource];
    const auto found = bucket.objects.find(key);
    if (found == bucket.objects.end())
        return kube::fail({ErrorKind::NotFound, QStringLiteral("not found"), {}, std::nullopt});
    const StoredPtr previous = found->second;
    auto last = std::make_shared<StoredObject>(*previous);
    last->revision = ++m_revision;
    last->json = withResourceVersion(std::move(last->json), m_revision);
    bucket.objects.erase(found);
    publish(bucket, {StoreEvent::Type::Deleted, m_revision, last, previous});
    return StoredPtr(last);
}

StoredPtr ApiStore::get(const GroupResource &resource, const ObjectKey &key) const
{
    const auto bucket = m_resources.find(resource);
    if (bucket == m_resources.end())
        return nullptr;
    const auto found = bucket->second.objects.find(key);
    return found == bucket->second.objects.end() ? nullptr : found->second;
}

std::vector<StoredPtr> ApiStore::list(const GroupResource &resource, const std::string &namespaceName) const
{
    std::vector<StoredPtr> result;
    const auto bucket = m_resources.find(resource);
    if (bucket == m_resources.end())
        return result;
    const auto &objects = bucket->second.objects;
    auto it = namespaceName.empty() ? objects.begin() : objects.lower_bound({namespaceName, {}});
    for (; it != objects.end() && (namespaceName.empty() || it->first.namespaceName == namespaceName); ++it)
        result.push_back(it->second);
    return result;
}

std::size_t ApiStore::size(const GroupResource &resource) const
{
    const auto bucket = m_resources.find(resource);
    return bucket == m_resources.end() ? 0 : bucket->second.objects.size();
}

Result<std::vector<StoreEvent>> ApiStore::since(const GroupResource &resource, std::uint64_t revision) const
{
    std::vector<StoreEvent> events;
    const auto bucket = m_resources.find(resource);
    if (bucket == m_resources.end())
        return events;
    if (revision < bucket->second.compacted) {
        return kube::fail({ErrorKind::Gone, QStringLiteral("too old resource version: %1 (%2)").arg(revision).arg(bucket->second.compacted),
                           {}, std::nullopt});
    }
    for (const StoreEvent &event : bucket->second.history) {
        if (event.revision > revision)
            events.push_back(event);
    }
    return events;
}

kube::Subscription ApiStore::subscribe(const GroupResource &resource, std::function<void(const StoreEvent &)> handler)
{
    auto entry = std::make_shared<Handler>(Handler{std::move(handler)});
    m_resources[resource].handlers.push_back(entry);
    return kube::Subscription([this, alive = std::weak_ptr<char>(m_alive), resource, entry] {
        entry->attached = false;
        if (!alive.expired())
            std::erase(m_resources[resource].handlers, entry);
    });
}

void ApiStore::compact()
{
    for (auto &[resource, bucket] : m_resources) {
        bucket.history.clear();
        bucket.compacted = m_revision;
    }
}

} // namespace orrery::demo
