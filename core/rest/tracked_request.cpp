// SPDX-License-Identifier: Apache-2.0
#include "core/rest/client_stage.h"

namespace kube {

TrackedRequest::TrackedRequest(std::shared_ptr<ClientStage> stage, const HttpRequest &request, WriteObserver observer)
    : m_stage(std::move(stage)), m_observer(std::move(observer)), m_method(request.method), m_url(request.url), m_lane(request.lane),
      m_isOutOfTurn(request.outOfTurn), m_began(m_stage->m_scheduler->now()), m_phaseSince(m_began.time_since_epoch().count())
{
    if (m_stage->m_isRemembering) {
        m_beganAt = m_stage->m_scheduler->wallNow();
        m_headers = withoutCredentials(request.headers);
        m_isBodyKept = request.body.size() <= RequestRing::mostBodyBytes && (request.body.isEmpty() || mayKeepBody(request.url));
        if (m_isBodyKept)
            m_body = request.body;
    }
    if (m_observer)
        m_write = {m_method, m_url, HttpHead{0, request.headers}.header("Content-Type"), request.body, 0, 0, std::nullopt};
    const std::lock_guard lock(m_stage->m_mutex);
    m_id = ++m_stage->m_counters.began;
    m_stage->m_requests.emplace(m_id, this);
}

TrackedRequest::~TrackedRequest()
{
    ended(Error::canceled());
}

void TrackedRequest::phase(RestPhase phase)
{
    const SteadyTime::rep now = m_stage->m_scheduler->now().time_since_epoch().count();
    auto &spent = m_spent[static_cast<std::size_t>(m_phase.load(std::memory_order_relaxed))];
    spent.store(spent.load(std::memory_order_relaxed) + now - m_phaseSince.load(std::memory_order_relaxed), std::memory_order_relaxed);
    m_phaseSince.store(now, std::memory_order_relaxed);
    m_phase.store(phase, std::memory_order_relaxed);
}

void TrackedRequest::sent(qsizetype bytes)
{
    m_sent.fetch_add(static_cast<std::uint64_t>(bytes), std::memory_order_relaxed);
    m_stage->m_sent.fetch_add(static_cast<std::uint64_t>(bytes), std::memory_order_relaxed);
    ++m_write.attempts;
    phase(RestPhase::Sent);
}

void TrackedRequest::answered(const HttpHead &head)
{
    m_status.store(head.status, std::memory_order_relaxed);
    if (head.status != 0)
        phase(RestPhase::Receiving);
    QList<Header> telling = m_stage->m_isRemembering ? tellingHeaders(head.headers) : QList<Header>();
    const std::lock_guard lock(m_stage->m_mutex);
    m_answerHeaders.swap(telling);
    ++m_stage->m_counters.answers[{m_method, head.status}];
}

void TrackedRequest::received(qsizetype bytes)
{
    const auto count = static_cast<std::uint64_t>(bytes);
    m_received.fetch_add(count, std::memory_order_relaxed);
    m_stage->m_received.fetch_add(count, std::memory_order_relaxed);
}

void TrackedRequest::retries()
{
    m_retries.fetch_add(1, std::memory_order_relaxed);
    phase(RestPhase::Retrying);
    const std::lock_guard lock(m_stage->m_mutex);
    ++m_stage->m_counters.retries;
}

void TrackedRequest::replays()
{
    phase(RestPhase::Credential);
    const std::lock_guard lock(m_stage->m_mutex);
    ++m_stage->m_counters.replays;
}

void TrackedRequest::ended(const std::optional<Error> &error)
{
    if (std::exchange(m_ended, true))
        return;
    tell(error);
    const bool isCanceled = error && error->is(ErrorKind::Canceled);
    std::optional<RequestRecord> record;
    if (m_stage->m_isRemembering)
        record = endedRecord(error);
    const std::lock_guard lock(m_stage->m_mutex);
    m_stage->m_requests.erase(m_id);
    if (record)
        m_stage->m_ring.push(std::move(*record));
    auto &counters = m_stage->m_counters;
    ++(!error ? counters.succeeded : isCanceled ? counters.canceled : counters.failed);
    if (error && !isCanceled)
        counters.lastFailure = RestFailure{m_method, *error, m_stage->m_scheduler->wallNow()};
}

void TrackedRequest::tell(const std::optional<Error> &error)
{
    if (!m_observer || m_write.attempts == 0)
        return;
    m_write.status = m_status.load(std::memory_order_relaxed);
    m_write.error = error;
    std::exchange(m_observer, nullptr)(m_write);
}

RequestRecord TrackedRequest::record() const
{
    RequestRecord record;
    record.id = m_id;
    record.method = m_method;
    record.url = m_url;
    record.lane = m_lane;
    record.isOutOfTurn = m_isOutOfTurn;
    record.headers = m_headers;
    record.body = m_body;
    record.isBodyKept = m_isBodyKept;
    record.began = m_beganAt;
    for (std::size_t each = 0; each < restPhases; ++each)
        record.spent[each] = Duration(m_spent[each].load(std::memory_order_relaxed));
    record.phase = m_phase.load(std::memory_order_relaxed);
    const SteadyTime since{Duration(m_phaseSince.load(std::memory_order_relaxed))};
    // The client's thread may have begun another phase between the two readings.
    record.spent[static_cast<std::size_t>(record.phase)] += std::max(Duration::zero(), m_stage->m_scheduler->now() - since);
    record.retries = m_retries.load(std::memory_order_relaxed);
    record.status = m_status.load(std::memory_order_relaxed);
    record.sent = m_sent.load(std::memory_order_relaxed);
    record.received = m_received.load(std::memory_order_relaxed);
    record.isHeld = m_isHeld.load(std::memory_order_relaxed);
    record.answerHeaders = m_answerHeaders;
    return record;
}

RequestRecord TrackedRequest::endedRecord(const std::optional<Error> &error) const
{
    RequestRecord record = this->record();
    record.end = !error ? RequestEnd::Succeeded : error->is(ErrorKind::Canceled) ? RequestEnd::Canceled : RequestEnd::Failed;
    record.error = error;
    // The server's words about a content may quote it.
    if (record.error && record.sent > 0 && !mayKeepBody(m_url) && (error->is(ErrorKind::Invalid) || error->is(ErrorKind::Server))) {
        record.error->message.clear();
        record.error->status.reset();
    }
    return record;
}

RestRequestInfo TrackedRequest::info() const
{
    return {m_method, m_url, m_lane, m_phase.load(std::memory_order_relaxed), m_began,
            m_retries.load(std::memory_order_relaxed), m_status.load(std::memory_order_relaxed),
            m_received.load(std::memory_order_relaxed), m_isHeld.load(std::memory_order_relaxed)};
}

} // namespace kube
