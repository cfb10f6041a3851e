// SPDX-License-Identifier: Apache-2.0
#include "core/base/await.h"

#include "core/base/mailbox.h"
#include "core/base/qt_scheduler.h"

#include <QEventLoop>

namespace kube {

bool detail::isWithinTask()
{
    return Mailbox::isDelivering();
}

Error detail::withinTaskError()
{
    return Error::badInput(QStringLiteral("await() within a handler or continuation would wait for itself: continue with then(), or wait on another thread"));
}

struct detail::LoopWait::Parts {
    QEventLoop loop; // before the mailbox, whose notifier needs the dispatcher that it makes
    std::shared_ptr<Mailbox> mailbox = Mailbox::create();
};

detail::LoopWait::LoopWait()
    : m_parts(std::make_unique<Parts>()),
      m_wake([mailbox = m_parts->mailbox, loop = &m_parts->loop] { mailbox->post([loop] { loop->quit(); }); })
{
}

detail::LoopWait::~LoopWait()
{
    m_parts->mailbox->close();
}

void detail::LoopWait::run()
{
    m_parts->loop.exec();
}

void waitFor(const std::stop_token &stop)
{
    detail::LoopWait wait;
    const std::stop_callback onStop(stop, wait.wake());
    wait.run();
}

bool sleepFor(Duration time, const std::stop_token &stop)
{
    detail::LoopWait wait;
    const std::stop_callback onStop(stop, wait.wake());
    const Timer timer = QtScheduler().after(time, wait.wake());
    wait.run();
    return !stop.stop_requested();
}

} // namespace kube
