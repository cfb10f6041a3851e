// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/dynamic/dynamic_client.h"

#include <QTimer>

#include <random>
#include <set>

namespace kube::test {

/// Makes, changes, deletes and makes anew ConfigMaps of one namespace, as chance has it, so many times a second. About half
/// of the changes move an object into the label selector churn=in or out of it.
/// Thread: one with an event loop. Lifetime: the client outlives it.
class Churn
{
public:
    Churn(DynamicClient &objects, ExecutorPtr executor, std::string namespaceName, std::uint32_t seed);

    void start(int perSecond);
    /// No further change begins; those under way still end.
    void stop() { m_timer.stop(); }
    [[nodiscard]] bool isIdle() const { return !m_timer.isActive() && m_busy.empty(); }
    [[nodiscard]] int changes() const { return m_changes; }       ///< that the server has made
    [[nodiscard]] const QStringList &errors() const { return m_errors; }

private:
    void change();
    void create(const std::string &name);
    void patch(const std::string &name);
    void remove(const std::string &name, bool andAgain);
    [[nodiscard]] std::string labels();
    /// Notes how a change of that object has ended, and whether it exists now.
    bool ended(const std::string &name, const Result<ObjectReply> &reply, bool exists);

    DynamicClient &m_objects;
    std::string m_namespace;
    std::mt19937 m_random;
    std::set<std::string> m_there;
    std::set<std::string> m_busy; ///< one change of an object at a time
    int m_changes = 0;
    int m_value = 0;
    QStringList m_errors;
    QTimer m_timer;
    Owner m_owner;
};

} // namespace kube::test
