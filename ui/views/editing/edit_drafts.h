// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/future.h"
#include "core/base/scheduler.h"

#include <optional>
#include <string>

namespace orrery {

/// A text that was not saved, as it was kept.
struct KeptDraft {
    std::string base; ///< JSON of the version it goes on from
    std::string text;
    kube::WallTime time{};
};

/// Where one object's text is kept until it is saved. Thread: the GUI's; nothing blocks it.
class EditDrafts
{
public:
    virtual ~EditDrafts() = default;
    [[nodiscard]] virtual kube::Future<std::optional<KeptDraft>> find() = 0; ///< the newest; nothing: there is none
    /// Errors: why it cannot be kept (Secrets never are).
    [[nodiscard]] virtual kube::Future<bool> keep(const KeptDraft &draft) = 0;
    virtual void drop() = 0; ///< it is saved, or given up
};

} // namespace orrery
