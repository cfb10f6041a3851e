// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/token_bucket.h"

#include <map>
#include <memory>
#include <optional>

namespace kube {

/// Lets requests go one by one as a TokenBucket allows, in the order they asked. Thread: the scheduler's.
class FlowControl
{
public:
    /// perSecond <= 0: unlimited.
    FlowControl(double perSecond, int burst, std::shared_ptr<Scheduler> scheduler);
    ~FlowControl();

    /// Calls go once, within this call when it may go at once. Dropping the ticket leaves the line.
    [[nodiscard]] Subscription acquire(std::function<void()> go);
    [[nodiscard]] std::size_t waiting() const { return m_waiting->size(); }

private:
    using Line = std::map<std::uint64_t, std::function<void()>>; ///< by order of asking
    void letGo();
    void startTimer();

    std::optional<TokenBucket> m_bucket;
    std::shared_ptr<Scheduler> m_scheduler;
    std::shared_ptr<Line> m_waiting = std::make_shared<Line>(); ///< a ticket may outlive this
    std::uint64_t m_lastTicket = 0;
    Timer m_timer;
};

} // namespace kube
