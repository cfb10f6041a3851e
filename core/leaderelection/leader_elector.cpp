// SPDX-License-Identifier: Apache-2.0
#include "core/leaderelection/leader_elector.h"

namespace kube {

namespace effect = elector_effect;
namespace input = elector_input;

namespace {

/// By value: the callback may destroy the elector, and what it is called with.
template <typename... Args>
void tell(std::function<void(Args...)> callback, std::decay_t<Args>... args)
{
    if (callback)
        callback(std::move(args)...);
}

} // namespace

Result<std::unique_ptr<LeaderElector>> LeaderElector::create(ResourceLock &lock, ExecutorPtr executor, Scheduler &scheduler,
                                                             Random random, ElectorConfig config, Callbacks callbacks)
{
    if (const auto valid = config.validate(); !valid)
        return fail(valid.error());
    if (const auto valid = lock.validate(); !valid)
        return fail(valid.error());
    if (!callbacks.onStartedLeading || !callbacks.onStoppedLeading)
        return fail(Error::badInput(QStringLiteral("onStartedLeading and onStoppedLeading are needed")));
    return std::unique_ptr<LeaderElector>(new LeaderElector(lock, std::move(executor), scheduler, std::move(random),
                                                            std::move(config), std::move(callbacks)));
}

LeaderElector::LeaderElector(ResourceLock &lock, ExecutorPtr executor, Scheduler &scheduler, Random random,
                             ElectorConfig config, Callbacks callbacks)
    : m_lock(lock), m_scheduler(scheduler), m_random(std::move(random)), m_config(std::move(config)),
      m_callbacks(std::move(callbacks)), m_owner(std::move(executor))
{
    m_status.lock = m_lock.describe();
    m_status.identity = m_config.identity;
}

LeaderElector::~LeaderElector()
{
    m_request.request_stop();
    if (m_work)
        m_work->request_stop();
}

void LeaderElector::start()
{
    feed(input::Start{});
}

void LeaderElector::stop()
{
    feed(input::Stop{});
}

void LeaderElector::feed(What what)
{
    m_inputs.push_back(std::move(what));
    if (m_feeding)
        return;
    m_feeding = true;
    const auto alive = m_owner.guard();
    while (!m_inputs.empty()) {
        const ElectorInput input{std::move(m_inputs.front()), m_scheduler.now(), m_scheduler.wallNow(), m_random()};
        m_inputs.pop_front();
        auto result = step(m_config, std::move(m_state), input);
        m_state = std::move(result.state);
        publish();
        for (const ElectorEffect &one : result.effects) {
            carryOut(one);
            if (alive.expired())
                return;
        }
    }
    m_feeding = false;
}

void LeaderElector::carryOut(const ElectorEffect &anEffect)
{
    struct Visitor {
        LeaderElector &e;
        void operator()(const effect::Get &)
        {
            e.request([](ResourceLock &lock, const ElectionRecord &, std::stop_token stop) { return lock.get(std::move(stop)); }, {});
        }
        void operator()(const effect::Create &create)
        {
            e.request([](ResourceLock &lock, const ElectionRecord &record, std::stop_token stop) { return lock.create(record, std::move(stop)); },
                      create.record);
        }
        void operator()(const effect::Update &update)
        {
            e.request([](ResourceLock &lock, const ElectionRecord &record, std::stop_token stop) { return lock.update(record, std::move(stop)); },
                      update.record);
        }
        void operator()(const effect::CancelRequest &) { e.cancelRequest(); }
        void operator()(const effect::SetRetryTimer &set)
        {
            e.m_retryTimer = e.m_scheduler.after(set.delay, [&e = e] { e.feed(input::RetryTimer{}); });
        }
        void operator()(const effect::ClearRetryTimer &) { e.m_retryTimer.reset(); }
        void operator()(const effect::SetDeadline &set)
        {
            e.m_deadlineTimer = e.m_scheduler.after(set.delay, [&e = e] { e.feed(input::DeadlineTimer{}); });
        }
        void operator()(const effect::ClearDeadline &) { e.m_deadlineTimer.reset(); }
        void operator()(const effect::NewLeader &leader) { tell(e.m_callbacks.onNewLeader, leader.identity); }
        void operator()(const effect::StartWork &)
        {
            e.m_work.emplace();
            const auto token = e.m_work->get_token();
            const auto alive = e.m_owner.guard();
            tell(e.m_callbacks.recordEvent, e.m_config.identity + " became leader");
            if (!alive.expired())
                tell(e.m_callbacks.onStartedLeading, token);
        }
        void operator()(const effect::StopWork &) { e.m_work->request_stop(); }
        void operator()(const effect::Ended &)
        {
            const auto alive = e.m_owner.guard();
            if (e.m_work)
                tell(e.m_callbacks.recordEvent, e.m_config.identity + " stopped leading");
            if (!alive.expired())
                tell(e.m_callbacks.onStoppedLeading);
        }
        void operator()(const effect::Report &report) { tell(e.m_callbacks.onError, report.error); }
    };
    std::visit(Visitor{*this}, anEffect);
}

void LeaderElector::request(Future<ElectionRecord> (*send)(ResourceLock &, const ElectionRecord &, std::stop_token),
                            const ElectionRecord &record)
{
    m_request = std::stop_source();
    const std::uint64_t number = ++m_requestNumber;
    m_requestTimer = m_scheduler.after(m_config.requestTimeout(), [this] {
        cancelRequest();
        feed(input::Answer{fail(Error::transport(QStringLiteral("no answer in time"), QString::fromStdString(m_status.lock)))});
    });
    then(send(m_lock, record, m_request.get_token()), m_owner, [this, number](Result<ElectionRecord> answer) {
        if (number != m_requestNumber)
            return;
        m_requestTimer.reset();
        feed(input::Answer{std::move(answer)});
    });
}

void LeaderElector::cancelRequest()
{
    ++m_requestNumber;
    m_requestTimer.reset();
    m_request.request_stop();
}

void LeaderElector::publish()
{
    const std::lock_guard lock(m_mutex);
    m_status.step = m_state.step;
    m_status.leader = m_state.observed ? m_state.observed->holderIdentity : std::string();
    m_status.transitions = m_state.observed ? m_state.observed->leaderTransitions : 0;
    m_status.observedAt = m_state.observed ? std::optional(m_state.observedAt) : std::nullopt;
    m_status.renewals = m_state.renewals;
    m_status.slowPaths = m_state.slowPaths;
    m_status.failures = m_state.failures;
    m_status.lastError = m_state.lastError;
    m_status.nextTry = m_state.nextTry;
}

ElectorStatus LeaderElector::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

std::string LeaderElector::leader() const
{
    const std::lock_guard lock(m_mutex);
    return m_status.leader;
}

bool LeaderElector::isLeader() const
{
    return leader() == m_config.identity;
}

std::optional<Error> LeaderElector::check(Duration tolerated) const
{
    const ElectorStatus now = status();
    if (now.leader != m_config.identity || !now.observedAt
        || m_scheduler.now() - *now.observedAt <= m_config.leaseDuration + tolerated)
        return std::nullopt;
    return Error::transport(QStringLiteral("the lease could not be renewed in time"), QString::fromStdString(now.lock));
}

} // namespace kube
