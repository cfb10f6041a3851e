// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/request_record.h"

#include <deque>

namespace kube {

/// The last requests that ended. Bounded twice: by their number, and by the bytes of the bodies they hold, of which the
/// oldest are given up first. Thread: one at a time.
class RequestRing
{
public:
    static constexpr qsizetype mostBodyBytes = 16 * 1024;     ///< a larger body is not kept
    static constexpr qsizetype allBodyBytes = 1024 * 1024;    ///< of all that are remembered

    explicit RequestRing(std::size_t capacity) : m_capacity(capacity) {}

    [[nodiscard]] bool isOff() const { return m_capacity == 0; }
    void push(RequestRecord record);
    /// Those that ended after the first so many, as far as they are remembered.
    [[nodiscard]] std::vector<RequestRecord> after(std::uint64_t count) const;
    [[nodiscard]] std::uint64_t pushed() const { return m_pushed; }

private:
    std::size_t m_capacity;
    std::deque<RequestRecord> m_records;
    std::deque<std::uint64_t> m_withBody; ///< numbers of those that hold one, oldest first
    qsizetype m_bodyBytes = 0;
    std::uint64_t m_pushed = 0;
};

/// May the body of this request be remembered? Not what holds secrets, or goes through to a program that we know nothing of.
[[nodiscard]] bool mayKeepBody(const QUrl &url);
/// Without those that carry credentials.
[[nodiscard]] QList<Header> withoutCredentials(const QList<Header> &headers);
/// Those of an answer that say how the server saw the request: its flow, its queue, its audit, its patience.
[[nodiscard]] QList<Header> tellingHeaders(const QList<Header> &headers);

} // namespace kube
