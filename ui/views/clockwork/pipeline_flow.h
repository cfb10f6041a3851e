// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/views/clockwork/stage.h"

#include <deque>
#include <map>

namespace orrery {

/// What went through a pipeline, by the stage it went out of.
struct PipelineFlow {
    std::array<double, allStages.size()> passed{};    ///< since the reading before
    std::array<double, allStages.size()> perSecond{}; ///< over the last two seconds
    double bytesPerSecond = 0;                        ///< of the connection, all kinds together
    int msecs = 0;                                    ///< since the reading before; 0: this is the first

    [[nodiscard]] double rate(Stage stage) const { return perSecond[static_cast<std::size_t>(stage)]; }
};

/// Tells flows from counters that only grow. One that has gone back (a handler or a table has left) counts nothing then.
class FlowMeter
{
public:
    void add(const kube::ClockworkSnapshot &snapshot);
    /// Of the last reading; nothing of a pipeline that is not in it.
    [[nodiscard]] PipelineFlow flowOf(const kube::InformerKey &key) const;

private:
    using Counts = std::array<double, allStages.size()>;
    struct Reading {
        kube::WallTime at{};
        double bytes = 0;
        std::map<kube::InformerKey, Counts> counts;
    };
    [[nodiscard]] static Counts countsOf(const kube::PipelineSnapshot &pipeline);

    std::deque<Reading> m_readings; ///< of the last two seconds, and the one before them
};

} // namespace orrery
