// SPDX-License-Identifier: Apache-2.0
#include "app/demo/sim/reconcile_loop.h"

namespace orrery::demo {

using kube::ObjectKey;

ReconcileLoop::ReconcileLoop(std::string name, kube::ExecutorPtr executor, kube::Scheduler &scheduler, int workers, Reconcile reconcile,
                             kube::MetricsProvider *metrics)
    : m_reconcile(std::move(reconcile)), m_idle(workers),
      m_queue(std::make_unique<kube::ItemExponentialFailureRateLimiter<ObjectKey>>(std::chrono::milliseconds(5), std::chrono::seconds(30)),
              executor, scheduler, {std::move(name), metrics}),
      m_owner(executor)
{
    m_queue.setWakeUp([executor, wake = m_owner.bind([this] { work(); })] { wake(); });
}

void ReconcileLoop::work()
{
    while (m_idle > 0) {
        const auto key = m_queue.tryGet();
        if (!key)
            return;
        --m_idle;
        kube::then(m_reconcile(*key), m_owner, [this, key = *key](const kube::Result<bool> &result) { finish(key, result); });
    }
}

void ReconcileLoop::finish(const ObjectKey &key, const kube::Result<bool> &result)
{
    if (result && *result)
        m_queue.forget(key);
    else
        m_queue.addRateLimited(key);
    m_queue.done(key);
    ++m_idle;
    work();
}

} // namespace orrery::demo
