// SPDX-License-Identifier: Apache-2.0
#include "core/rest/client_stage.h"

namespace kube {

TrackedRequest::TrackedRequest(std::shared_ptr<ClientStage> stage, const HttpRequest &request, WriteObserver observer)
    : m_stage(std::move(stage)), m_observer(std::move(observer)), m_method(request.method), m_url(request.url), m_lane(request.lane),
      m_began(m_stage->m_scheduler->now())
{
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

void TrackedRequest::sent(qsizetype bytes)
{
    m_stage->m_sent.fetch_add(static_cast<std::uint64_t>(bytes), std::memory_order_relaxed);
    ++m_write.attempts;
    phase(RestPhase::Sent);
}

void TrackedRequest::answered(int status)
{
    m_status.store(status, std::memory_order_relaxed);
    if (status != 0)
        phase(RestPhase::Receiving);
    const std::lock_guard lock(m_stage->m_mutex);
    ++m_stage->m_counters.answers[{m_method, status}];
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
    const std::lock_guard lock(m_stage->m_mutex);
    m_stage->m_requests.erase(m_id);
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

RestRequestInfo TrackedRequest::info() const
{
    return {m_method, m_url, m_lane, m_phase.load(std::memory_order_relaxed), m_began,
            m_retries.load(std::memory_order_relaxed), m_status.load(std::memory_order_relaxed),
            m_received.load(std::memory_order_relaxed), m_isHeld.load(std::memory_order_relaxed)};
}

} // namespace kube
