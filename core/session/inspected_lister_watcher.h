// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cache/lister_watcher.h"
#include "core/session/connection_faults.h"
#include "core/session/pipeline_trace.h"

namespace kube {

/// Another ListerWatcher, with faults upon it and a clock at it. While there are none it passes everything through.
/// Thread: the session's. Lifetime: the scheduler outlives it; operations end before it does.
class InspectedListerWatcher final : public ListerWatcher
{
public:
    InspectedListerWatcher(std::unique_ptr<ListerWatcher> inner, std::shared_ptr<ConnectionFaults> faults,
                           std::shared_ptr<PipelineTrace> trace, Scheduler &scheduler);

    [[nodiscard]] std::unique_ptr<CacheOperation> list(const ListOptions &options, ListSink &sink) override;
    [[nodiscard]] std::unique_ptr<CacheOperation> watch(const ListOptions &options, WatchSink &sink) override;
    /// Answered by nobody while the connection is frozen.
    [[nodiscard]] std::unique_ptr<CacheOperation> probe(std::function<void(std::optional<Error>)> done) override;
    /// Not while it is frozen: the freeze is no fault of the connections that others use.
    void renew() override;
    [[nodiscard]] Subscription onHold(std::function<void(bool isHeld)> hold) override { return m_inner->onHold(std::move(hold)); }
    [[nodiscard]] std::optional<std::uint64_t> bytesRead() const override { return m_inner->bytesRead(); }

private:
    std::unique_ptr<ListerWatcher> m_inner;
    std::shared_ptr<ConnectionFaults> m_faults;
    std::shared_ptr<PipelineTrace> m_trace;
    Scheduler &m_scheduler;
};

} // namespace kube
