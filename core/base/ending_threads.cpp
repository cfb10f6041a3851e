// SPDX-License-Identifier: Apache-2.0
#include "core/base/ending_threads.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <mutex>
#include <thread>

namespace kube {

namespace {

bool isAnyThreadNamed(const QByteArray &name)
{
    const QDir tasks(QStringLiteral("/proc/self/task"));
    for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile comm(tasks.filePath(task + QStringLiteral("/comm")));
        if (comm.open(QIODevice::ReadOnly) && comm.readAll().trimmed() == name)
            return true;
    }
    return false;
}

} // namespace

bool waitForThreadsNamed(const QByteArray &name, std::chrono::milliseconds most)
{
    const auto end = std::chrono::steady_clock::now() + most;
    while (isAnyThreadNamed(name)) {
        if (std::chrono::steady_clock::now() >= end)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return true;
}

void endAfterNetworkThreads()
{
    static std::once_flag once;
    std::call_once(once, [] {
        qAddPostRoutine([] { waitForThreadsNamed("QNetworkAccessM", std::chrono::seconds(2)); });
    });
}

} // namespace kube
