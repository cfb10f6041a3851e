// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <chrono>
#include <optional>

namespace kube::test {

/// What a path does to the bytes of its connections. In the time of the clock on the wall.
struct Fault {
    std::chrono::milliseconds latency{0};   ///< each way
    qint64 bytesPerSecond = 0;              ///< each way; 0: as fast as they come
    qint64 slice = 0;                       ///< no more bytes than these at once; 0: as they come
    std::optional<qint64> cutAfter;         ///< the server's bytes from now on; then the connection is reset
    std::chrono::milliseconds slowClose{0}; ///< the end that one side has made is told the other so much later
    bool swallow = false;                   ///< connections stay open, and nothing comes through any more
};

} // namespace kube::test
