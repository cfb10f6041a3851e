// SPDX-License-Identifier: Apache-2.0
#include "core/access/rights_cache.h"

namespace kube {

namespace {

constexpr auto rememberedFor = std::chrono::minutes(1);
constexpr std::size_t manyEntries = 1000;

} // namespace

Future<AccessDecision> RightsCache::mayI(const ResourceAttributes &attributes)
{
    forgetExpired();
    Entry &entry = m_entries[attributes];
    if (entry.decision && m_scheduler->now() < entry.until)
        return Future<AccessDecision>::ready(*entry.decision);
    entry.decision.reset();
    const bool asked = entry.question != nullptr;
    if (!asked)
        entry.question = std::make_shared<Question>();
    const auto question = entry.question;
    auto answer = question->waiting.emplace_back().future();
    if (!asked) {
        then(m_ask(attributes), m_owner, [this, attributes, question](Result<AccessDecision> result) {
            settle(attributes, question, std::move(result));
        });
    }
    return answer;
}

void RightsCache::settle(const ResourceAttributes &attributes, const std::shared_ptr<Question> &question,
                         Result<AccessDecision> answer)
{
    const auto found = m_entries.find(attributes);
    if (found != m_entries.end() && found->second.question == question) {
        found->second.question.reset();
        if (answer) {
            found->second.decision = *answer;
            found->second.until = m_scheduler->now() + rememberedFor;
        } else {
            m_entries.erase(found);
        }
    }
    for (Promise<AccessDecision> &promise : question->waiting)
        promise.finish(answer);
}

void RightsCache::forgetExpired()
{
    if (m_entries.size() < manyEntries)
        return;
    const SteadyTime now = m_scheduler->now();
    std::erase_if(m_entries, [&](const auto &item) {
        return !item.second.question && (!item.second.decision || item.second.until <= now);
    });
}

} // namespace kube
