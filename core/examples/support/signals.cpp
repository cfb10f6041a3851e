// SPDX-License-Identifier: Apache-2.0
#include "core/examples/support/signals.h"

#include <QSocketNotifier>

#include <csignal>
#include <unistd.h>

namespace kube::examples {

namespace {

int g_signalPipe[2] = {-1, -1};
volatile std::sig_atomic_t g_signals = 0;

void onSignal(int)
{
    if (g_signals != 0)
        ::_exit(1);
    g_signals = 1;
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(g_signalPipe[1], &byte, 1);
}

} // namespace

struct SignalHandler::Parts {
    std::stop_source stop;
    std::unique_ptr<QSocketNotifier> notifier;
};

SignalHandler::SignalHandler() : m_parts(std::make_unique<Parts>())
{
    if (::pipe(g_signalPipe) != 0)
        return;
    m_parts->notifier = std::make_unique<QSocketNotifier>(g_signalPipe[0], QSocketNotifier::Read);
    QSocketNotifier *notifier = m_parts->notifier.get();
    QObject::connect(notifier, &QSocketNotifier::activated, notifier, [this, notifier] {
        notifier->setEnabled(false);
        m_parts->stop.request_stop();
    });
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

SignalHandler::~SignalHandler()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    m_parts->notifier.reset();
    for (int &end : g_signalPipe)
        ::close(std::exchange(end, -1));
}

std::stop_token SignalHandler::token() const
{
    return m_parts->stop.get_token();
}

} // namespace kube::examples
