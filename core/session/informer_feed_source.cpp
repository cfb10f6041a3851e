// SPDX-License-Identifier: Apache-2.0
#include "core/session/informer_feed_source.h"

namespace kube {

namespace {

/// A reflector tells of its states, not of each object: while a list arrives, its count is looked at so often.
constexpr auto countInterval = std::chrono::milliseconds(100);

} // namespace

class InformerFeedSource::FaultWatch final : public ConnectionFaults::Bearer
{
public:
    FaultWatch(std::shared_ptr<ConnectionFaults> faults, InformerFeedSource &source) : m_faults(std::move(faults)), m_source(source) { m_faults->add(this); }
    ~FaultWatch() override { m_faults->remove(this); }
    void countsChanged() override { m_source.updateFreshness(); }
    void settle() override { m_source.updateFreshness(); }

private:
    std::shared_ptr<ConnectionFaults> m_faults;
    InformerFeedSource &m_source;
};

InformerFeedSource::InformerFeedSource(std::uint64_t id, GroupVersionResource resource, std::vector<Part> parts, ExecutorPtr executor,
                                       Scheduler &scheduler, std::function<void(Freshness)> freshness)
    : m_id(id), m_resource(std::move(resource)), m_parts(std::move(parts)), m_scheduler(scheduler), m_report(std::move(freshness)),
      m_owner(std::move(executor))
{
    for (const Part &part : m_parts) {
        if (part.trace)
            part.trace->addTable(m_id);
    }
    for (const Part &part : m_parts) {
        if (part.faults)
            m_faultWatches.push_back(std::make_unique<FaultWatch>(part.faults, *this));
    }
    for (const Part &part : m_parts)
        m_statuses.push_back(part.informer->onStatus([this](const ReflectorStatus &) { updateFreshness(); }));
}

InformerFeedSource::~InformerFeedSource()
{
    for (const Part &part : m_parts) {
        if (part.trace)
            part.trace->removeTable(m_id);
    }
}

void InformerFeedSource::start(Handler handler)
{
    m_handler = std::move(handler);
    if (m_columns && m_handler.columns)
        m_handler.columns(*m_columns);
    for (const Part &part : m_parts) {
        ResourceEventHandlers handlers;
        PipelineTrace *const trace = part.trace.get();
        handlers.onAdd = [this, trace](const ObjectPtr &object, bool isInInitialList) { tell(object->key(), isInInitialList, trace); };
        handlers.onUpdate = [this, trace](const ObjectPtr &before, const ObjectPtr &now) {
            if (before->resourceVersion() != now->resourceVersion())
                tell(now->key(), false, trace);
        };
        handlers.onDelete = [this, trace](const DeletedObject &deleted) { tell(deleted.key, false, trace); };
        handlers.onSynced = [this] { updateFreshness(); };
        if (auto registration = part.informer->addEventHandler(std::move(handlers)))
            m_registrations.push_back(std::move(*registration));
    }
}

void InformerFeedSource::tell(const ObjectKey &key, bool isInInitialList, PipelineTrace *trace)
{
    if (trace && trace->isOn())
        trace->handled(m_id, key);
    if (m_handler.changed)
        m_handler.changed(key, isInInitialList);
    if (m_observers.empty())
        return;
    const auto observers = m_observers; // one may detach itself
    for (const auto &observer : observers) {
        if (observer->key == key && observer->changed)
            observer->changed();
    }
}

ObjectPtr InformerFeedSource::get(const ObjectKey &key) const
{
    for (const Part &part : m_parts) {
        if (part.namespaceName.empty() || part.namespaceName == key.namespaceName)
            return part.informer->indexer().getByKey(key);
    }
    return nullptr;
}

std::size_t InformerFeedSource::size() const
{
    std::size_t total = 0;
    for (const Part &part : m_parts)
        total += part.informer->indexer().size();
    return total;
}

std::optional<ChangeStamp> InformerFeedSource::reconciled(const ObjectKey &key)
{
    for (const Part &part : m_parts) {
        if (part.trace && part.trace->isOn() && (part.namespaceName.empty() || part.namespaceName == key.namespaceName))
            return part.trace->reconciled(m_id, key);
    }
    return std::nullopt;
}

std::function<void()> InformerFeedSource::delivering()
{
    const auto &trace = m_parts.front().trace; // a delivery has rows of all parts
    return trace ? trace->delivering() : std::function<void()>();
}

void InformerFeedSource::setHeld(bool held)
{
    if (held == m_heldSince.has_value())
        return;
    m_heldSince = held ? std::optional(m_scheduler.wallNow()) : std::nullopt;
    updateFreshness();
}

void InformerFeedSource::setColumns(const std::vector<TableColumn> &columns)
{
    m_columns = columns;
    if (m_handler.columns)
        m_handler.columns(columns);
}

void InformerFeedSource::setOutage(std::optional<Outage> outage)
{
    m_outage = std::move(outage);
    updateFreshness();
}

bool InformerFeedSource::covers(const GroupVersionResource &resource, const ObjectKey &key) const
{
    if (resource != m_resource)
        return false;
    for (const Part &part : m_parts) {
        if (part.namespaceName.empty() || part.namespaceName == key.namespaceName)
            return true;
    }
    return false;
}

Subscription InformerFeedSource::observe(ObjectKey key, std::function<void()> changed)
{
    auto observer = std::make_shared<Observer>(Observer{std::move(key), std::move(changed)});
    m_observers.push_back(observer);
    return Subscription([this, observer] {
        observer->changed = nullptr;
        std::erase(m_observers, observer);
    });
}

/// Since when we ourselves hold back what is shown.
std::optional<WallTime> InformerFeedSource::standsSince() const
{
    std::optional<WallTime> since = m_heldSince;
    for (const Part &part : m_parts) {
        const auto frozen = part.faults ? part.faults->frozenSince() : std::nullopt;
        if (frozen && (!since || *frozen < *since))
            since = frozen;
    }
    return since;
}

/// The time that every part's watch has said something since; nothing when one has not said anything yet.
std::optional<WallTime> InformerFeedSource::heardAt() const
{
    std::optional<WallTime> heard;
    for (const Part &part : m_parts) {
        const auto last = part.informer->status().lastEventAt;
        if (!last)
            return std::nullopt;
        heard = std::min(heard.value_or(*last), *last);
    }
    return heard;
}

void InformerFeedSource::updateFreshness()
{
    std::vector<FreshnessPart> parts;
    for (const Part &part : m_parts) {
        FreshnessPart entry{part.namespaceName, freshnessOf(part.informer->status(), m_resource, part.namespaceName)};
        if (part.informer->hasSynced())
            entry.freshness.loaded = part.informer->indexer().size();
        if (part.faults)
            entry.freshness.faults = part.faults->inForce();
        parts.push_back(std::move(entry));
    }
    m_freshness = combine(parts);
    m_freshness.isHeld = m_freshness.isHeld || (isComing(m_freshness) && standsSince());
    if (const auto since = standsSince(); since && (m_freshness.state == FreshnessState::Live || m_freshness.anew != Anew::Nothing)) {
        m_freshness.state = FreshnessState::Paused;
        m_freshness.anew = Anew::Nothing;
        m_freshness.since = m_freshness.asOf = *since;
    } else if (since && m_freshness.state == FreshnessState::Reconnecting) {
        m_freshness.isPausedToo = true;
    }
    if (m_outage) {
        Outage outage = *m_outage;
        outage.lastAnswer = std::max(outage.lastAnswer, heardAt().value_or(WallTime{}));
        m_freshness = during(outage, std::move(m_freshness));
    }
    m_report(m_freshness);
    m_countTimer = isComing(m_freshness) ? m_scheduler.after(countInterval, [this] { updateFreshness(); }) : Timer();
    const auto observers = m_observers;
    for (const auto &observer : observers) {
        if (observer->changed)
            observer->changed();
    }
}

} // namespace kube
