// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/leaderelection/resource_lock.h"
#include "core/object/object_key.h"

#include <map>

namespace kube {

class DynamicClient;
struct ObjectReply;

/// A coordination.k8s.io/v1 Lease as a lock. It keeps the Lease as last answered: an update changes the record's fields
/// and the labels given here, and every other field survives.
/// Thread: the DynamicClient's, which must outlive this; futures end as Canceled when this dies.
/// Source: client-go resourcelock.LeaseLock.
class LeaseLock final : public ResourceLock
{
public:
    /// Which Lease, and who asks for it.
    struct Config {
        ObjectKey lease;                           ///< namespace and name
        std::map<std::string, std::string> labels; ///< put on the Lease at each write
    };
    LeaseLock(DynamicClient &client, ExecutorPtr executor, Config config); ///< client outlives it

    [[nodiscard]] Future<ElectionRecord> get(std::stop_token stop) override;
    [[nodiscard]] Future<ElectionRecord> create(const ElectionRecord &record, std::stop_token stop) override;
    [[nodiscard]] Future<ElectionRecord> update(const ElectionRecord &record, std::stop_token stop) override;
    [[nodiscard]] Result<void> validate() const override;
    [[nodiscard]] std::string describe() const override { return m_config.lease.toString(); }

private:
    [[nodiscard]] Future<ElectionRecord> take(Future<ObjectReply> answer, std::stop_token stop);
    [[nodiscard]] Result<ElectionRecord> keep(const QByteArray &json);
    [[nodiscard]] QByteArray leaseWith(const ElectionRecord &record, JsonNode lease) const;

    DynamicClient &m_client;
    Config m_config;
    std::optional<JsonNode> m_lease; ///< as the server last answered it, resourceVersion included
    Owner m_owner;
};

} // namespace kube
