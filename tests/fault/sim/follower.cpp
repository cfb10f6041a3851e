// SPDX-License-Identifier: Apache-2.0
#include "tests/fault/sim/follower.h"

#include "core/rest/rest_client.h"
#include "tests/fault/sim/wire.h"

#include <numeric>

namespace kube::sim {

using namespace std::chrono_literals;

Follower::Follower(RestClient &client, std::shared_ptr<test::ManualTime> time, std::uint64_t seed, Options options, Journal &journal)
    : m_time(std::move(time)), m_chance(seed), m_options(std::move(options)), m_journal(journal)
{
    DynamicListerWatcher::Target target;
    target.resource = {"", "v1", "configmaps"};
    target.kind = "ConfigMap";
    target.namespaceName = m_options.namespaceName;
    target.form = m_options.form;
    SharedIndexInformer::Config config = m_options.informer;
    config.name = m_options.name;
    if (m_options.slowTransform > Duration::zero()) {
        config.transform = [this](ObjectPtr object) -> Result<ObjectPtr> {
            if (m_chance.percent(20)) {
                m_time->pass(m_options.slowTransform);
                m_transformed += m_options.slowTransform;
            }
            return object;
        };
    }
    m_informer = std::make_unique<SharedIndexInformer>(std::make_unique<DynamicListerWatcher>(client, std::move(target), m_time),
        m_time, *m_time, [this] { return m_chance.real(); }, std::move(config));
    if (m_chance.percent(15))
        m_surpriseAfter = 2 + static_cast<int>(m_chance.below(12));
    m_status = m_informer->onStatus([this](const ReflectorStatus &status) { onStatus(status); });
}

void Follower::onStatus(const ReflectorStatus &status)
{
    m_wentUnsynced = m_wentUnsynced || (m_synced && !status.synced);
    m_synced = status.synced;
    m_waits += status.nextTry && status.nextTry != m_nextTry ? 1 : 0;
    m_nextTry = status.nextTry;
    m_journal.note([&] {
        return "  " + m_options.name + " is " + reflectorPhaseName(status.phase) + " at " + status.lastSyncResourceVersion
               + (status.lastError ? ": " + status.lastError->toString().toStdString() : std::string());
    });
    if (m_surpriseAfter == 0 || --m_surpriseAfter > 0)
        return;
    switch (m_chance.below(8)) {
    case 0: stop(); break;
    case 1: case 2: addHandler(); break;
    case 3: removeHandler(); break;
    default: m_informer->retryNow(); break;
    }
}

Witness::Habits Follower::habits()
{
    Witness::Habits habits;
    constexpr std::array slownesses = {0ms, 0ms, 0ms, 0ms, 1ms, 3ms, 20ms};
    habits.slowness = m_chance.of(slownesses);
    if (!m_chance.percent(40))
        return habits;
    habits.fuse = 1 + static_cast<int>(m_chance.below(12));
    const std::size_t place = m_witnesses.size();
    switch (m_chance.below(8)) {
    case 0:
    case 1: habits.surprise = [this, place] {
            m_journal.note([] { return std::string("    removes itself"); });
            m_witnesses[place]->detach();
        };
        break;
    case 2: habits.surprise = [this] { addHandler(); }; break;
    case 3: habits.surprise = [this] { removeHandler(); }; break;
    case 4: habits.surprise = [this] { m_informer->retryNow(); }; break;
    case 5: habits.surprise = [this] {
            if (m_chance.percent(30))
                stop();
        };
        break;
    default: habits.surprise = [] { throw std::runtime_error("thrown on purpose"); };
    }
    return habits;
}

void Follower::addHandler()
{
    if (m_witnesses.size() >= 12 || m_stopped)
        return;
    const std::string name = m_options.name + "." + std::to_string(m_witnesses.size());
    m_journal.note([&] { return "handler " + name + " comes"; });
    auto made = habits(); // refers to the place this one takes
    Witness &witness = *m_witnesses.emplace_back(std::make_unique<Witness>(name, std::move(made), m_time, m_journal));
    constexpr std::array resyncs = {0s, 0s, 0s, 0s, 10s, 100s};
    auto place = m_informer->addEventHandler(witness.handlers(), m_chance.of(resyncs));
    if (place)
        witness.attach(std::move(*place));
}

void Follower::removeHandler()
{
    std::vector<Witness *> living;
    for (const auto &witness : m_witnesses) {
        if (!witness->isDone())
            living.push_back(witness.get());
    }
    if (living.size() < 2)
        return;
    m_journal.note([] { return std::string("a handler goes"); });
    living[m_chance.below(living.size())]->detach();
}

void Follower::stop()
{
    m_journal.note([&] { return m_options.name + " is stopped"; });
    m_stopped = true;
    m_informer->stop();
    for (const auto &witness : m_witnesses)
        witness->expectNothing();
}

void Follower::destroy()
{
    m_journal.note([&] { return m_options.name + " is destroyed"; });
    m_stopped = true;
    m_surpriseAfter = 0;
    m_informer.reset();
    for (const auto &witness : m_witnesses)
        witness->expectNothing();
}

std::string Follower::difference(const test::ModelCluster &cluster) const
{
    const auto status = m_informer->status();
    if (status.phase != ReflectorPhase::Live)
        return m_options.name + " is not live but " + reflectorPhaseName(status.phase);
    if (!m_informer->hasSynced())
        return m_options.name + " has not synced";
    const auto cached = m_informer->indexer().list();
    std::size_t expected = 0;
    for (const auto &[name, object] : cluster.objects())
        expected += m_options.namespaceName.empty() || name.compare(0, m_options.namespaceName.size() + 1, m_options.namespaceName + "/") == 0 ? 1 : 0;
    for (const ObjectPtr &object : cached) {
        const std::string name = object->key().namespaceName + "/" + object->key().name;
        const auto found = cluster.objects().find(name);
        if (found == cluster.objects().end())
            return m_options.name + " still has " + name;
        if (object->uid() != found->second.uid || object->resourceVersion() != std::to_string(found->second.version))
            return m_options.name + " has an old " + name + ", at " + std::string(object->resourceVersion());
    }
    if (cached.size() != expected)
        return m_options.name + " has " + std::to_string(cached.size()) + " of " + std::to_string(expected);
    return whatWitnessesMiss(cached);
}

std::string Follower::whatWitnessesMiss(const std::vector<ObjectPtr> &cached) const
{
    for (const auto &witness : m_witnesses) {
        if (witness->isDone())
            continue;
        if (!witness->hasSynced())
            return m_options.name + " has a handler that has not synced";
        if (witness->told().size() != cached.size())
            return m_options.name + " has a handler that knows of " + std::to_string(witness->told().size());
        for (const ObjectPtr &object : cached) {
            const auto found = witness->told().find(object->key());
            if (found == witness->told().end() || found->second->resourceVersion() != object->resourceVersion())
                return m_options.name + " has a handler that knows an old " + object->key().name;
        }
    }
    return {};
}

std::string Follower::contentDifference() const
{
    for (const ObjectPtr &object : m_informer->indexer().list()) {
        const auto mark = stateMark({std::string(object->uid()), std::stoull(std::string(object->resourceVersion()))});
        const auto json = object->json();
        if (json.find('"' + mark + '"') == std::string::npos || json.find("managedFields") != std::string::npos)
            return m_options.name + " holds something else: " + std::string(json);
    }
    const auto snapshot = m_informer->snapshot();
    if (snapshot.queue.queued > 0 || snapshot.queue.initialRemaining > 0)
        return m_options.name + " has something in its queue";
    if (snapshot.indexer.objects != m_informer->indexer().list().size())
        return m_options.name + " counts wrongly";
    return {};
}

Duration Follower::taken() const
{
    return std::accumulate(m_witnesses.begin(), m_witnesses.end(), m_transformed, [](Duration sum, const auto &witness) { return sum + witness->taken(); });
}

std::string Follower::wrong()
{
    for (const auto &witness : m_witnesses) {
        if (!witness->wrong().empty())
            return witness->wrong();
    }
    return m_wentUnsynced ? m_options.name + " went back from synced" : std::string();
}

} // namespace kube::sim
