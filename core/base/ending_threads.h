// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <chrono>

namespace kube {

/// Waits until this process has no thread of that name (as the system keeps it: 15 bytes), at most so long; false when there
/// still is one. Elsewhere than on Linux none is looked for. Thread: any.
bool waitForThreadsNamed(const QByteArray &name, std::chrono::milliseconds most);

/// From now on the end of QCoreApplication waits for threads of QNetworkAccessManagers that are ending, at most 2 s: Qt
/// detaches its threads, and wait() returns before one has given back what libcrypto keeps for each. A process that exits
/// meanwhile has libcrypto's own cleaning up run beside that, and loses that memory. Thread: any.
void endAfterNetworkThreads();

} // namespace kube
