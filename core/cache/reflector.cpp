// SPDX-License-Identifier: Apache-2.0
#include "core/cache/reflector.h"

#include "core/base/cancel_error.h"
#include "core/base/log.h"
#include "core/cache/call_out.h"
#include "core/cache/reflector_operation.h"
#include "core/cache/reflector_subscribers.h"

namespace kube {

namespace effect = reflector_effect;
namespace input = reflector_input;

namespace {

/// Nothing: what is under way has ended by itself, or the reason has no name.
std::optional<Error> whyCanceled(const ReflectorInput &because)
{
    if (std::holds_alternative<input::Stop>(because.what))
        return canceledFor(error_code::Unused);
    if (std::holds_alternative<input::Relist>(because.what))
        return canceledFor(error_code::Relisted);
    if (std::holds_alternative<input::CutWatch>(because.what))
        return canceledFor(error_code::Cut);
    if (std::holds_alternative<input::WatchdogTimer>(because.what) || std::holds_alternative<input::ProbeEnd>(because.what))
        return canceledFor(error_code::Silent);
    return std::nullopt;
}

} // namespace

Reflector::Reflector(ListerWatcher &listerWatcher, ReflectorStore &queue, ExecutorPtr executor, Scheduler &scheduler,
                     Random random, Config config)
    : m_listerWatcher(listerWatcher), m_queue(queue), m_scheduler(scheduler), m_random(std::move(random)),
      m_config(std::move(config)), m_errorHandler(std::make_shared<const ErrorHandler>(std::move(m_config.errorHandler))), m_subscribers(std::make_shared<Subscribers>()), m_owner(std::move(executor)),
      m_refreshSnapshot(m_owner.bind([this] { takeSnapshot(); })),
      m_lookAtGate(m_owner.bind([this] { onGateChanged(); }))
{
    m_status.since = m_scheduler.wallNow();
    takeSnapshot();
    // The consumer may be another thread.
    m_queue.setDrained(m_config.lowWater, m_owner.bind([this] { onDrained(); }));
}

Reflector::~Reflector()
{
    m_queue.setDrained(0, {});
    m_subscribers->handlers.clear(); // they are being told of something, perhaps
    if (m_operation)
        m_operation->reflector = nullptr;
}

void Reflector::start()
{
    if (m_state.step != ReflectorState::Step::Idle)
        return;
    armResync();
    const auto alive = m_owner.guard();
    auto hold = m_listerWatcher.onHold([this](bool isHeld) {
        m_clientHeld = isHeld;
        settleHold();
    });
    if (alive.expired())
        return;
    m_clientHold = std::move(hold);
    feed(input::Start{});
}

void Reflector::stop()
{
    m_resyncTimer.reset();
    m_resyncDue = false;
    m_clientHold.reset();
    feed(input::Stop{});
}

void Reflector::retryNow()
{
    feed(input::RetryNow{});
}

void Reflector::relist()
{
    feed(input::Relist{});
}

void Reflector::cutWatch()
{
    feed(input::CutWatch{});
}

/// May be the last thing that happens here: who is told of an error or a status may destroy the reflector.
void Reflector::feed(What what)
{
    m_inputs.push_back(std::move(what));
    if (m_feeding)
        return;
    m_feeding = true;
    const auto alive = m_owner.guard();
    while (!m_inputs.empty()) {
        ReflectorInput input{std::move(m_inputs.front()), m_scheduler.now(), m_random()};
        m_inputs.pop_front();
        // Without its object an event is one that could not be read: passed over, its resourceVersion too.
        if (auto *event = std::get_if<input::Event>(&input.what); event && isOfOtherKind(event->event.object))
            event->event.object = nullptr;
        auto result = kube::step(m_config.state, std::move(m_state), input);
        m_state = std::move(result.state);
        for (ReflectorEffect &one : result.effects) {
            carryOut(one, input);
            if (alive.expired())
                return;
        }
        if (const auto *event = std::get_if<input::Event>(&input.what)) {
            ++m_status.events;
            m_status.bookmarks += event->event.type == WatchEventType::Bookmark ? 1 : 0;
            m_status.lastEventAt = m_scheduler.wallNow();
        }
        publish();
        if (alive.expired())
            return;
        if (m_snapshotWanted.load(std::memory_order_relaxed))
            takeSnapshot();
    }
    m_feeding = false;
}

void Reflector::carryOut(ReflectorEffect &anEffect, ReflectorInput &anInput)
{
    struct Visitor {
        Reflector &r;
        ReflectorInput &in;
        void operator()(const effect::StartList &e) { r.start(e, in); }
        void operator()(const effect::StartWatch &e) { r.start(e, in); }
        void operator()(const effect::CancelOperation &) { r.retire(in); }
        void operator()(const effect::BeginStreaming &e)
        {
            r.noteList(e.reason);
            r.m_streaming = true;
            r.m_queue.beginReplace();
        }
        void operator()(const effect::BeginCollecting &e)
        {
            r.noteList(e.reason);
            r.m_streaming = false;
            r.m_collected.clear();
            r.m_collectedPlaces.clear();
        }
        void operator()(const effect::Complete &e)
        {
            r.endList(ReflectorSnapshot::List::End::Whole);
            r.complete(e.resourceVersion);
        }
        void operator()(const effect::ApplyItem &) { r.takeInitialEvent(std::get<input::Event>(in.what).event); }
        void operator()(const effect::ApplyEvent &) { r.applyEvent(std::get<input::Event>(in.what).event); }
        void operator()(const effect::Bookmark &e)
        {
            r.m_lastBookmark = e.resourceVersion;
            r.m_queue.bookmark(e.resourceVersion);
        }
        void operator()(const effect::SetRetryTimer &e)
        {
            r.m_retryTimer = r.m_scheduler.after(e.delay, [&r = r] { r.feed(input::RetryTimer{}); });
        }
        void operator()(const effect::ClearRetryTimer &) { r.m_retryTimer.reset(); }
        void operator()(const effect::SetWatchdog &e)
        {
            r.m_watchdogTimer = r.m_scheduler.after(e.delay, [&r = r] { r.feed(input::WatchdogTimer{}); });
        }
        void operator()(const effect::ClearWatchdog &) { r.m_watchdogTimer.reset(); }
        void operator()(const effect::StartProbe &) { r.startProbe(); }
        void operator()(const effect::CancelProbe &) { r.endProbe(); }
        void operator()(const effect::Renew &) { r.m_listerWatcher.renew(); }
        void operator()(const effect::Report &e)
        {
            ++r.m_status.failures;
            r.endList(ReflectorSnapshot::List::End::Failed, e.error);
            qCDebug(logCache).noquote() << QString::fromStdString(r.m_config.name) << e.error.toString();
            if (const auto handler = r.m_errorHandler)
                callOut("a watch error handler", *handler, e.error);
        }
    };
    std::visit(Visitor{*this, anInput}, anEffect);
}

void Reflector::start(const effect::StartList &anEffect, const ReflectorInput &because)
{
    retire(because);
    ++m_status.lists;
    m_operation = std::make_shared<Operation>(this);
    m_operation->handle = m_listerWatcher.list(anEffect.options, *m_operation);
    if (m_held && m_operation->handle)
        m_operation->handle->pause();
}

void Reflector::start(const effect::StartWatch &anEffect, const ReflectorInput &because)
{
    retire(because);
    ++m_status.watches;
    m_operation = std::make_shared<Operation>(this);
    m_operation->handle = m_listerWatcher.watch(anEffect.options, *m_operation);
    if (m_held && m_operation->handle)
        m_operation->handle->pause();
}

void Reflector::retire(const ReflectorInput &because)
{
    if (!m_operation)
        return;
    if (const auto why = whyCanceled(because); why && m_operation->handle)
        m_operation->handle->endFor(*why);
    m_operation->reflector = nullptr;
    m_arrivals.clear();
    m_retired.push_back(std::move(m_operation));
    m_owner.executor()->post([this, alive = m_owner.guard()] {
        if (!alive.expired())
            m_retired.clear();
    });
}

void Reflector::startProbe()
{
    ++m_status.probes;
    m_probe = m_listerWatcher.probe([this, alive = m_owner.guard(), number = ++m_probeNumber](std::optional<Error> error) {
        if (alive.expired() || number != m_probeNumber || !m_probe)
            return;
        endProbe();
        feed(input::ProbeEnd{std::move(error)});
    });
}

void Reflector::endProbe()
{
    if (!m_probe)
        return;
    ++m_probeNumber;
    m_retired.push_back(std::move(m_probe));
    m_owner.executor()->post([this, alive = m_owner.guard()] {
        if (!alive.expired())
            m_retired.clear();
    });
}

// ---- resync

void Reflector::armResync()
{
    if (m_config.resyncPeriod <= Duration::zero())
        return;
    m_resyncTimer = m_scheduler.after(m_config.resyncPeriod, [this] {
        armResync();
        m_resyncDue = isPaused();
        if (m_resyncDue)
            return;
        if (!m_config.shouldResync || m_config.shouldResync())
            check(m_queue.resync());
    });
}

} // namespace kube
