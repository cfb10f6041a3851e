// SPDX-License-Identifier: Apache-2.0
#include "core/base/event_loop.h"

#include "core/base/mailbox.h"
#include "core/base/qt_scheduler.h"

#include <QCoreApplication>
#include <QEvent>
#include <QEventLoop>

namespace kube {

EventLoop::EventLoop()
    : m_dispatcher(std::make_shared<QEventLoop>()), m_scheduler(std::make_shared<QtScheduler>()), m_executor(Mailbox::create())
{
}

EventLoop::~EventLoop()
{
    static_cast<Mailbox &>(*m_executor).close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // of what has lived here: nothing turns the loop again
}

void preferQtEventLoops()
{
    if (!qEnvironmentVariableIsSet("QT_NO_GLIB"))
        qputenv("QT_NO_GLIB", "1");
}

} // namespace kube
