// SPDX-License-Identifier: Apache-2.0
#include "app/demo/store/api_store.h"

#include "core/object/json.h"
#include "core/object/object_meta.h"

#include <algorithm>

namespace orrery::demo {

using kube::Error;
using kube::ErrorKind;
using kube::GroupResource;
using kube::ObjectKey;
using kube::Result;

namespace {

/// Where the object that begins at open ends: its closing brace.
std::size_t endOfObject(const std::string &json, std::size_t open)
{
    int depth = 0;
    bool inText = false;
    for (std::size_t i = open; i < json.size(); ++i) {
        if (inText) {
            if (json[i] == '\\')
                ++i;
            else if (json[i] == '"')
                inText = false;
        } else if (json[i] == '"') {
            inText = true;
        } else if (json[i] == '{') {
            ++depth;
        } else if (json[i] == '}' && --depth == 0) {
            return i;
        }
    }
    return json.size();
}

} // namespace

std::string withResourceVersion(std::string json, std::uint64_t revision)
{
    // Within a JSON string the quotes would be escaped, so this finds a member, and metadata has none of the same name deeper.
    static constexpr std::string_view metadata = "\"metadata\":{";
    static constexpr std::string_view member = "\"resourceVersion\":\"";
    const auto found = json.find(metadata);
    if (found == std::string::npos)
        return json;
    const std::size_t inside = found + metadata.size();
    const std::string number = std::to_string(revision);
    const auto version = json.find(member, inside);
    if (version != std::string::npos && version < endOfObject(json, inside - 1)) {
        const auto begin = version + member.size();
        json.replace(begin, json.find('"', begin) - begin, number);
    } else {
        json.insert(inside, std::string(member) + number + (json[inside] == '}' ? "\"" : "\","));
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
    for (kube::OwnerReference &owner : meta.ownerReferences)
        object->owners.push_back(std::move(owner.uid));
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

void ApiStore::noteOwners(const GroupResource &resource, const StoredPtr &before, const StoredPtr &after)
{
    if (before && after && before->owners == after->owners)
        return;
    if (before) {
        for (const std::string &uid : before->owners) {
            const auto found = m_owned.find(uid);
            if (found == m_owned.end())
                continue; // named twice
            found->second.erase({resource, before->key});
            if (found->second.empty())
                m_owned.erase(found);
        }
    }
    if (after) {
        for (const std::string &uid : after->owners)
            m_owned[uid].insert({resource, after->key});
    }
}

std::vector<GroupResource> ApiStore::resources() const
{
    std::vector<GroupResource> result;
    for (const auto &[resource, bucket] : m_resources)
        result.push_back(resource);
    return result;
}

std::vector<ApiStore::Place> ApiStore::ownedBy(const std::string &uid) const
{
    const auto found = m_owned.find(uid);
    return found == m_owned.end() ? std::vector<Place>() : std::vector<Place>(found->second.begin(), found->second.end());
}

void ApiStore::open(const GroupResource &resource)
{
    Resource &bucket = m_resources[resource];
    if (bucket.history.empty() && bucket.objects.empty())
        bucket.compacted = m_revision;
}

void ApiStore::drop(const GroupResource &resource)
{
    for (const StoredPtr &object : list(resource, {}))
        (void)remove(resource, object->key);
    Resource &bucket = m_resources[resource];
    const auto handlers = bucket.handlers;
    for (const auto &handler : handlers) {
        if (handler->attached)
            handler->call({StoreEvent::Type::Ended, m_revision, nullptr, nullptr});
    }
    bucket.history.clear();
    bucket.compacted = m_revision;
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
    noteOwners(resource, nullptr, *made);
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
    noteOwners(resource, previous, *made);
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
    noteOwners(resource, previous, nullptr);
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

Result<std::vector<StoredPtr>> ApiStore::listAt(const GroupResource &resource, const std::string &namespaceName, std::uint64_t revision) const
{
    std::vector<StoredPtr> now = list(resource, namespaceName);
    const auto changes = since(resource, revision);
    if (!changes)
        return kube::fail(changes.error());
    std::map<ObjectKey, StoredPtr> before; // what has changed since, as it was; null: not there
    for (const StoreEvent &event : *changes) {
        if (namespaceName.empty() || event.object->key.namespaceName == namespaceName)
            before.emplace(event.object->key, event.previous);
    }
    if (before.empty())
        return now;
    std::vector<StoredPtr> then;
    auto changed = before.begin();
    const auto take = [&] {
        if (changed->second)
            then.push_back(changed->second);
        ++changed;
    };
    for (StoredPtr &object : now) {
        while (changed != before.end() && changed->first < object->key)
            take();
        if (changed != before.end() && changed->first == object->key)
            take();
        else
            then.push_back(std::move(object));
    }
    while (changed != before.end())
        take();
    return then;
}

std::size_t ApiStore::size(const GroupResource &resource) const
{
    const auto bucket = m_resources.find(resource);
    return bucket == m_resources.end() ? 0 : bucket->second.objects.size();
}

Result<std::vector<StoreEvent>> ApiStore::since(const GroupResource &resource, std::uint64_t revision) const
{
    const auto bucket = m_resources.find(resource);
    if (bucket == m_resources.end())
        return std::vector<StoreEvent>();
    if (revision < bucket->second.compacted) {
        return kube::fail({ErrorKind::Gone, QStringLiteral("too old resource version: %1 (%2)").arg(revision).arg(bucket->second.compacted),
                           {}, std::nullopt});
    }
    const std::deque<StoreEvent> &history = bucket->second.history;
    const auto first = std::upper_bound(history.begin(), history.end(), revision, [](std::uint64_t seen, const StoreEvent &event) { return seen < event.revision; });
    return std::vector<StoreEvent>(first, history.end());
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
