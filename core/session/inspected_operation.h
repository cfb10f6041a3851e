// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cache/lister_watcher.h"
#include "core/session/connection_faults.h"
#include "core/session/pipeline_trace.h"

#include <deque>

namespace kube {

/// A list or a watch under way, with the faults in force upon it. Thread: the session's. Lifetime: the scheduler and the
/// sink outlive it.
class InspectedOperation final : public CacheOperation, private ListSink, private WatchSink, private ConnectionFaults::Bearer
{
public:
    /// Asks the server, telling one of the two.
    using Begin = std::function<std::unique_ptr<CacheOperation>(ListSink &list, WatchSink &watch)>;

    /// One of the sinks is null.
    InspectedOperation(std::shared_ptr<ConnectionFaults> faults, std::shared_ptr<PipelineTrace> trace, Scheduler &scheduler,
                       ListSink *list, WatchSink *watch, Begin begin);
    ~InspectedOperation() override;

    void pause() override;
    void resume() override;
    void endFor(const Error &why) override;

private:
    struct Late {
        SteadyTime arrived;
        std::function<void()> tell;
    };

    void item(ObjectPtr object) override;
    void end(Result<ListMeta> result) override;
    void opened() override;
    void event(WatchEvent event) override;
    void end(std::optional<Error> error) override;

    [[nodiscard]] bool isOpenWatch() const override { return m_isOpen; }
    void refuse(Error error) override;
    void settle() override;

    [[nodiscard]] bool passes() const { return m_late.empty() && m_faults->isQuiet(); }
    void keep(std::function<void()> tell);
    void tellLate();
    void tell(WatchEvent event);

    std::shared_ptr<ConnectionFaults> m_faults;
    std::shared_ptr<PipelineTrace> m_trace;
    Scheduler &m_scheduler;
    ListSink *m_list;
    WatchSink *m_watch;
    Begin m_begin;                ///< until it has been called
    std::deque<Late> m_late;
    bool m_isOpen = false;        ///< a watch that the server has accepted, as its sink knows it
    bool m_isPaused = false;      ///< by pause()
    bool m_innerIsPaused = false;
    Timer m_timer;
    std::unique_ptr<CacheOperation> m_inner;
    std::shared_ptr<const char> m_alive = std::make_shared<const char>('\0');
};

} // namespace kube
