// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace kube {

/// A line of a log that was asked for with timestamps, cut in two. Lines the kubelet says on its own have none.
struct StampedLine {
    std::string_view timestamp; ///< RFC 3339 with nanoseconds; empty when there is none
    std::string_view text;

    /// Takes the RFC 3339 time off the front of a line, if it has one.
    [[nodiscard]] static StampedLine of(std::string_view line);
};

/// Where a log has been read up to, so that it can be taken up again after a cut. The server goes on from a whole
/// second only, so the lines of the last second come twice: this knows them. Thread: one.
class LogPosition
{
public:
    /// Is this line new? Remembers it when it is.
    [[nodiscard]] bool advance(const StampedLine &line);
    /// A new answer begins, from since(): it repeats what has been seen of that second.
    void resume() { m_repeats = m_seen; }

    /// The second of the last line, as the parameter sinceTime wants it; empty before the first.
    [[nodiscard]] const std::string &since() const { return m_second; }

private:
    using Counts = std::unordered_map<std::uint64_t, std::uint32_t>;
    std::string m_second; ///< "2026-11-23T06:24:38Z"
    Counts m_seen;        ///< lines of m_second, by hash: the same line may well come several times
    Counts m_repeats;     ///< of those, the ones the present answer has still to repeat
};

} // namespace kube
