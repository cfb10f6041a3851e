// SPDX-License-Identifier: Apache-2.0
#include "core/leaderelection/elector_state.h"

#include <algorithm>

namespace kube {

Result<void> ElectorConfig::validate() const
{
    const auto refuse = [](const char *why) { return fail(Error::badInput(QString::fromLatin1(why))); };
    if (leaseDuration <= renewDeadline)
        return refuse("leaseDuration must be greater than renewDeadline");
    if (static_cast<double>(renewDeadline.count()) <= static_cast<double>(retryPeriod.count()) * jitterFactor)
        return refuse("renewDeadline must be greater than retryPeriod times the jitter factor 1.2");
    if (retryPeriod <= Duration::zero())
        return refuse("retryPeriod must be greater than zero");
    if (identity.empty())
        return refuse("a candidate needs an identity");
    return {};
}

std::int64_t ElectorConfig::leaseSeconds() const
{
    return std::chrono::ceil<std::chrono::seconds>(leaseDuration).count();
}

Duration ElectorConfig::requestTimeout() const
{
    return std::max<Duration>(renewDeadline / 2, std::chrono::seconds(1));
}

} // namespace kube
