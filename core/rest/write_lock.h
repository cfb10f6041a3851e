// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"
#include "core/base/protection_error.h"

#include <functional>

namespace kube {

/// Whether the writes of a client are held back for now. Every request passes it (request_policy.h), whatever asked for it;
/// dry runs pass it always. Thread: the client's.
class WriteLock
{
public:
    [[nodiscard]] bool isLocked() const { return m_isLocked; } ///< are writes refused?
    void setLocked(bool locked) { m_isLocked = locked; } ///< of what is asked for from now on
    /// Told of each write that is refused, before whoever wanted it is.
    void setOnRefused(std::function<void(const Error &)> refused) { m_refused = std::move(refused); }
    /// For the client, of a write that it has refused.
    void tellRefused(const Error &error) const
    {
        if (m_refused)
            m_refused(error);
    }

private:
    bool m_isLocked = false;
    std::function<void(const Error &)> m_refused;
};

} // namespace kube
