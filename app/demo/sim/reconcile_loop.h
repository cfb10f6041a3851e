// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/future.h"
#include "core/object/object_key.h"
#include "core/workqueue/rate_limiting_queue.h"

namespace orrery::demo {

/// A controller's heart, as client-go's examples have it: keys from informers go on a rate limited work queue, a few
/// are reconciled at a time, those that fail come back later. Thread: the executor's.
class ReconcileLoop
{
public:
    /// True: done; false or an error: again, later.
    using Reconcile = std::function<kube::Future<bool>(const kube::ObjectKey &key)>;
    /// metrics: outlives it and counts for its queue.
    ReconcileLoop(std::string name, kube::ExecutorPtr executor, kube::Scheduler &scheduler, int workers, Reconcile reconcile, kube::MetricsProvider *metrics);

    void add(const kube::ObjectKey &key) { m_queue.add(key); }
    void addAfter(const kube::ObjectKey &key, kube::Duration delay) { m_queue.addAfter(key, delay); }

private:
    void work();
    void finish(const kube::ObjectKey &key, const kube::Result<bool> &result);

    Reconcile m_reconcile;
    int m_idle;
    kube::RateLimitingQueue<kube::ObjectKey> m_queue;
    kube::Owner m_owner;
};

} // namespace orrery::demo
