// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/dynamic/dynamic_client.h"
#include "core/session/cluster_session.h"
#include "core/session/ports/suspect_port.h"
#include "tests/cluster/clockwork/exposition.h"
#include "tests/support/cluster_client.h"

namespace kube::test {

inline constexpr int longPatience = 120'000; ///< for what many objects take part in, in milliseconds

/// A window's session with a cluster of ../apart, and a client that writes beside it as fast as the server takes it.
struct ClockworkCluster : ClusterClient {
    DynamicClient dynamic{*rest, executor};
    std::shared_ptr<Mailbox> mailbox = Mailbox::create();
    Owner owner{mailbox};
    std::unique_ptr<ClusterSession> session;
    Health health;
    CatalogPtr catalog;
    Subscription onHealth;
    Subscription onCatalog;

    ClockworkCluster(); ///< opens it
    ~ClockworkCluster();

    /// The address on which programs stand for Pods.
    [[nodiscard]] static QString address() { return qEnvironmentVariable("ORRERY_APART_ADDRESS"); }
    [[nodiscard]] MetricsPort &metrics() const { return *session->ports().metrics; }
    /// Where the Pod of that name tells metrics, once the session has found it.
    [[nodiscard]] Result<MetricsTarget> target(const std::string &podBegins);
    /// What the program at url tells through the proxy, and what it says itself before and after.
    [[nodiscard]] Result<Bracket> read(const MetricsTarget &target, const QString &url);
    /// Who is stuck, for a queue of a program whose Lease that is. Errors: BadInput when the queue is of no kind of this server's.
    [[nodiscard]] Result<SuspectReportPtr> suspects(const std::string &queue, const ObjectKey &lease);
    /// All of them, at once. Errors: the first.
    [[nodiscard]] Result<void> createAll(const GroupVersionResource &resource, const std::string &namespaceName, const std::vector<QByteArray> &documents);
};

} // namespace kube::test
