// SPDX-License-Identifier: Apache-2.0
#include "core/session/inspected_lister_watcher.h"

#include "core/session/inspected_operation.h"

namespace kube {

namespace {

constexpr auto probePatience = std::chrono::seconds(10); ///< as of a real one

/// A probe that nobody answers until the connection thaws.
class FrozenProbe final : public CacheOperation, private ConnectionFaults::Bearer
{
public:
    using Done = std::function<void(std::optional<Error>)>;

    FrozenProbe(ListerWatcher &inner, std::shared_ptr<ConnectionFaults> faults, Scheduler &scheduler, Done done)
        : m_inner(inner), m_faults(std::move(faults)), m_done(std::move(done))
    {
        m_timer = scheduler.after(probePatience, [this] {
            const Done told = m_done; // outlives its call, in which this may be destroyed
            Error error = Error::transport(QStringLiteral("no answer in 10 s (a fault put in by hand)"));
            error.code = error_code::Injected;
            told(std::move(error));
        });
        m_faults->add(this);
    }
    ~FrozenProbe() override { m_faults->remove(this); }

private:
    void settle() override
    {
        if (m_probe || m_faults->isFrozen())
            return;
        m_timer.reset();
        m_probe = m_inner.probe(m_done);
    }

    ListerWatcher &m_inner;
    std::shared_ptr<ConnectionFaults> m_faults;
    Done m_done;
    Timer m_timer;
    std::unique_ptr<CacheOperation> m_probe;
};

} // namespace

InspectedListerWatcher::InspectedListerWatcher(std::unique_ptr<ListerWatcher> inner, std::shared_ptr<ConnectionFaults> faults,
                                               std::shared_ptr<PipelineTrace> trace, Scheduler &scheduler)
    : m_inner(std::move(inner)), m_faults(std::move(faults)), m_trace(std::move(trace)), m_scheduler(scheduler)
{
}

std::unique_ptr<CacheOperation> InspectedListerWatcher::list(const ListOptions &options, ListSink &sink)
{
    return std::make_unique<InspectedOperation>(m_faults, m_trace, m_scheduler, &sink, nullptr,
                                                [inner = m_inner.get(), options](ListSink &list, WatchSink &) { return inner->list(options, list); });
}

std::unique_ptr<CacheOperation> InspectedListerWatcher::watch(const ListOptions &options, WatchSink &sink)
{
    return std::make_unique<InspectedOperation>(m_faults, m_trace, m_scheduler, nullptr, &sink,
                                                [inner = m_inner.get(), options](ListSink &, WatchSink &watch) { return inner->watch(options, watch); });
}

std::unique_ptr<CacheOperation> InspectedListerWatcher::probe(std::function<void(std::optional<Error>)> done)
{
    if (!m_faults->isFrozen())
        return m_inner->probe(std::move(done));
    return std::make_unique<FrozenProbe>(*m_inner, m_faults, m_scheduler, std::move(done));
}

void InspectedListerWatcher::renew()
{
    if (!m_faults->isFrozen())
        m_inner->renew();
}

} // namespace kube
