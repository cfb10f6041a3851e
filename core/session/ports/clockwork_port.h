// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/clockwork_contents.h"

namespace kube {

/// What an inspector asks of a stage; see StageControl.
enum class StageCommand { Pause, Step, Resume };

/// Looks into and controls a session's machinery, for a Clockwork instrument. Nothing here writes to the cluster, and
/// nothing loses a change: what is held back waits, and tables say that they are paused (Freshness).
/// Thread: any. Commands return at once and are carried out in their order on the session's thread; one that names what is
/// not there any more does nothing. They hold only while somebody watches: see ClockworkContents::watch().
class ClockworkPort : public ClockworkContents
{
public:
    /// steps: of StageCommand::Step, which is ignored unless the stage is paused. For
    /// PipelineStage::Connection, which is that of all kinds, the informer says whose requests a step lets go first.
    virtual void command(const InformerKey &informer, PipelineStage stage, StageCommand command, std::size_t steps = 1) = 0;
    virtual void relist(const InformerKey &informer) = 0;   ///< lists again now, and watches from there
    virtual void cutWatch(const InformerKey &informer) = 0; ///< as though the server had ended it

    /// Forgets a key's failures: its next is its first. A key that waits for its time still does.
    virtual void forgetKey(const InformerKey &informer, std::uint64_t table, const ObjectKey &key) = 0;
    /// Puts a key into a table's queue, where it waits no more for its time: its row is made anew from the cache.
    virtual void retryKey(const InformerKey &informer, std::uint64_t table, const ObjectKey &key) = 0;

    /// Puts a fault in force and answers with all that are. Errors: Forbidden with error_code::Protected when the context is
    /// protected, unlocked or not; NotFound when there is no such informer; BadInput when nobody watches.
    [[nodiscard]] virtual Future<std::vector<ConnectionFault>> inject(const InformerKey &informer, ConnectionFault fault) = 0;
    /// None is in force any more; what a fault held back is told at once.
    virtual void clearFaults(const InformerKey &informer) = 0;
};

} // namespace kube
