// SPDX-License-Identifier: Apache-2.0
#include "core/session/connection_faults.h"

#include <algorithm>

namespace kube {

namespace {

using Kind = ConnectionFault::Kind;

bool isRefusal(Kind kind)
{
    return kind == Kind::Gone || kind == Kind::TooManyRequests || kind == Kind::ServerError;
}

Error refusalOf(const ConnectionFault &fault)
{
    Status status;
    switch (fault.kind) {
    case Kind::TooManyRequests:
        status.code = 429;
        status.reason = QStringLiteral("TooManyRequests");
        status.message = QStringLiteral("too many requests (a fault put in by hand)");
        status.retryAfter = std::max(std::chrono::seconds(1), std::chrono::ceil<std::chrono::seconds>(fault.duration));
        break;
    case Kind::ServerError:
        status.code = 500;
        status.reason = QStringLiteral("InternalError");
        status.message = QStringLiteral("internal error (a fault put in by hand)");
        break;
    default:
        status.code = 410;
        status.reason = QStringLiteral("Expired");
        status.message = QStringLiteral("too old resource version (a fault put in by hand)");
    }
    Error error = Error::fromStatus(std::move(status));
    error.code = error_code::Injected;
    return error;
}

} // namespace

void ConnectionFaults::inject(const ConnectionFault &fault)
{
    if (isRefusal(fault.kind) && fault.count <= 0)
        return;
    m_faults[fault.kind] = fault;
    if (fault.kind == Kind::Freeze) {
        m_thaw.reset();
        if (!m_frozenSince)
            m_frozenSince = m_scheduler.wallNow();
        if (fault.duration > Duration::zero()) {
            m_thaw = m_scheduler.after(fault.duration, [this] {
                m_faults.erase(Kind::Freeze);
                m_frozenSince.reset();
                settleAll();
            });
        }
    }
    if (!isRefusal(fault.kind)) {
        settleAll();
        return;
    }
    const std::vector<Bearer *> bearers = m_bearers;
    for (Bearer *bearer : bearers) {
        // Who is told may end others, or begin the next request.
        if (std::find(m_bearers.begin(), m_bearers.end(), bearer) == m_bearers.end() || !bearer->isOpenWatch())
            continue;
        if (const auto error = takeRefusal())
            bearer->refuse(*error);
    }
    tellSoon();
}

void ConnectionFaults::clear()
{
    m_thaw.reset();
    m_frozenSince.reset();
    m_faults.clear();
    settleAll();
}

std::vector<ConnectionFault> ConnectionFaults::inForce() const
{
    std::vector<ConnectionFault> all;
    for (const auto &[kind, fault] : m_faults)
        all.push_back(fault);
    return all;
}

std::optional<Error> ConnectionFaults::takeRefusal()
{
    for (auto &[kind, fault] : m_faults) {
        if (!isRefusal(kind))
            continue;
        Error error = refusalOf(fault);
        if (--fault.count <= 0)
            m_faults.erase(kind);
        tellSoon();
        return error;
    }
    return std::nullopt;
}

Duration ConnectionFaults::delay() const
{
    const auto found = m_faults.find(Kind::Delay);
    return found == m_faults.end() ? Duration::zero() : found->second.duration;
}

/// Who takes a refusal is in the midst of a request: nobody is told within it.
void ConnectionFaults::tellSoon()
{
    m_telling = m_scheduler.after(Duration::zero(), [this] {
        const std::vector<Bearer *> bearers = m_bearers;
        for (Bearer *bearer : bearers) {
            if (std::find(m_bearers.begin(), m_bearers.end(), bearer) != m_bearers.end())
                bearer->countsChanged();
        }
    });
}

void ConnectionFaults::settleAll()
{
    const std::vector<Bearer *> bearers = m_bearers;
    for (Bearer *bearer : bearers) {
        if (std::find(m_bearers.begin(), m_bearers.end(), bearer) != m_bearers.end())
            bearer->settle();
    }
}

} // namespace kube
