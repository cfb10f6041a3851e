// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/access/access_review.h"
#include "core/base/future.h"
#include "core/base/scheduler.h"

#include <map>
#include <optional>
#include <vector>

namespace kube {

/// Remembers for a minute what one may do, and asks each question once while its answer is on the way.
/// Thread: the executor's.
class RightsCache
{
public:
    /// Asks the server, as Reviews::access() does.
    using Ask = std::function<Future<AccessDecision>(const ResourceAttributes &)>;

    /// executor and scheduler: of the thread that ask is called on.
    RightsCache(Ask ask, ExecutorPtr executor, std::shared_ptr<Scheduler> scheduler)
        : m_ask(std::move(ask)), m_scheduler(std::move(scheduler)), m_owner(std::move(executor))
    {
    }

    /// Errors: those of the question, which are not remembered.
    [[nodiscard]] Future<AccessDecision> mayI(const ResourceAttributes &attributes);
    /// Credentials or roles have changed: answers still on their way are given, but not remembered.
    void clear() { m_entries.clear(); }

private:
    /// One that is on its way, and who waits for it.
    struct Question {
        std::vector<Promise<AccessDecision>> waiting;
    };
    struct Entry {
        std::optional<AccessDecision> decision;
        SteadyTime until{};
        std::shared_ptr<Question> question; ///< null: none is on its way
    };
    void settle(const ResourceAttributes &attributes, const std::shared_ptr<Question> &question, Result<AccessDecision> answer);
    void forgetExpired();

    Ask m_ask;
    std::shared_ptr<Scheduler> m_scheduler;
    std::map<ResourceAttributes, Entry> m_entries;
    Owner m_owner;
};

} // namespace kube
