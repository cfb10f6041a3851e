// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"

#include <memory>

namespace kube {

/// Is told by tables how long changes took from their event to the screen. Thread: any.
class PaintTimes
{
public:
    virtual ~PaintTimes() = default;
    /// What an event changed has been drawn for the first time, now. Both by SteadyTime's clock.
    virtual void painted(SteadyTime received, SteadyTime now) = 0;
    virtual void outOfView() = 0; ///< nobody could see what an event changed: it has no time
};

/// A change on its way to the screen, for whoever looks.
struct ChangeStamp {
    SteadyTime received;               ///< when its event was decoded; of several that were joined, the oldest's
    std::shared_ptr<PaintTimes> times; ///< never null: to be told how it ends
};

} // namespace kube
