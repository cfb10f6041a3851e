// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/identity.h"
#include "app/demo/api/route.h"
#include "app/demo/store/api_store.h"

#include <chrono>
#include <deque>
#include <map>

namespace orrery::demo {

/// How the API server shares itself out: each request belongs to a FlowSchema and so to a priority level, and holds a seat of
/// it for as long as a server with an etcd behind it would take. No request waits, none is turned away. Thread: the server's.
/// Source: kubernetes pkg/apis/flowcontrol/bootstrap and apiserver pkg/util/flowcontrol (the dumps, the metrics).
class FairShare
{
public:
    using Clock = std::chrono::system_clock;

    /// store: where the FlowSchemas and the levels are, for their uids and shares; outlives it.
    explicit FairShare(ApiStore &store, std::function<Clock::time_point()> now = Clock::now);

    /// Which schema and level a request belongs to.
    struct Place {
        std::string schema;
        std::string level;
    };
    [[nodiscard]] static Place placeOf(const Identity &identity, const Route &route, const Call &call);
    /// The X-Kubernetes-PF headers of its answer; none for a schema or a level that the store lacks.
    [[nodiscard]] QList<std::pair<QByteArray, QByteArray>> headers(const Place &place) const;
    /// It is being served from now on. verb: the API's, "list".
    void serve(const Place &place, const Identity &identity, const QString &verb, const Call &call);

    /// What /debug/api_priority_and_fairness answers at that path; nothing: there is no such page.
    [[nodiscard]] std::optional<QByteArray> dump(const QString &path, bool withDetails);
    /// apiserver_flowcontrol_* and apiserver_current_inflight_requests.
    [[nodiscard]] QByteArray metrics();

private:
    struct Served {
        Place place;
        int queue = -1;
        QString user;
        QString verb;
        QString path;
        Clock::time_point since;
        Clock::time_point until;
    };
    struct Level {
        int seats = 0;
        int queues = 0; ///< 0: it has none
    };
    const std::map<std::string, Level> &levels();
    void forgetServed();
    [[nodiscard]] int served(const std::string &level, int queue = -1) const;
    [[nodiscard]] QByteArray dumpLevels();
    [[nodiscard]] QByteArray dumpQueues();
    [[nodiscard]] QByteArray dumpRequests(bool withDetails) const;

    const ApiStore &m_store;
    std::function<Clock::time_point()> m_now;
    std::map<std::string, Level> m_levels; ///< as levels() has read them
    bool m_isChanged = true;               ///< they are not what is stored any more
    kube::Subscription m_subscription;
    std::deque<Served> m_served; ///< in the order they came
    std::map<std::string, qint64> m_dispatched; ///< by level
};

} // namespace orrery::demo
