// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/row.h"

#include <mutex>
#include <string>
#include <unordered_map>

namespace orrery {

/// When leases were renewed, by our own clock wherever a renewal was seen: renewTime is written by the holder's, and
/// clocks differ. As client-go does, what counts is since when the record has not changed here; of a lease that is seen
/// for the first time there is only the holder's word, which is believed unless it lies in the future.
/// Thread: any.
class LeaseClock
{
public:
    /// renewTime: the record's own words, which change with each renewal.
    [[nodiscard]] kube::WallTime renewed(std::string_view uid, std::string_view renewTime, std::optional<kube::WallTime> told, kube::WallTime now);

private:
    struct Seen {
        std::string renewTime;
        kube::WallTime at;
    };
    std::mutex m_mutex;
    std::unordered_map<std::string, Seen> m_seen; ///< by uid
};

/// A lease's renewal and what is left of it, in one cell: looked at, it ages and runs out by itself.
namespace renewal {
enum class Holder : unsigned char { Holds, Released };
/// duration: whole seconds; 0: it does not run out.
[[nodiscard]] CellValue of(kube::WallTime renewed, std::int64_t duration, Holder holder);
[[nodiscard]] kube::WallTime timeOf(CellValue value);
/// A value of that time compares so with one of of().
[[nodiscard]] CellValue bound(CellValue seconds);
[[nodiscard]] bool isExpired(CellValue value, kube::WallTime now);
/// "4s", "expired (3m ago)", "released (3m ago)"
[[nodiscard]] QString text(CellValue value, kube::WallTime now);
[[nodiscard]] Tone tone(CellValue value, kube::WallTime now);
} // namespace renewal

} // namespace orrery
