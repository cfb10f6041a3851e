// SPDX-License-Identifier: Apache-2.0
#include "core/session/session_thread.h"

#include "core/base/mailbox.h"

#include <QCoreApplication>
#include <QEvent>
#include <QEventLoop>

#include <future>

#ifdef Q_OS_LINUX
#include <pthread.h>
#endif

namespace kube {

SessionThread::SessionThread(const QString &name)
{
    struct Doors {
        std::shared_ptr<Mailbox> mailbox;
        QEventLoop *loop;
    };
    std::promise<Doors> ready;
    auto opened = ready.get_future();
    // The promise goes along: set_value() may still be in it when the answer has been read here.
    m_thread = std::thread([ready = std::move(ready), title = name.toUtf8().left(15)]() mutable {
#ifdef Q_OS_LINUX
        pthread_setname_np(pthread_self(), title.constData());
#endif
        // The event loop first: it gives this thread the dispatcher that the mailbox's notifier needs.
        QEventLoop loop;
        const auto mailbox = Mailbox::create();
        ready.set_value({mailbox, &loop});
        loop.exec();
        mailbox->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    });
    const Doors doors = opened.get();
    m_executor = doors.mailbox;
    m_quit = [loop = doors.loop] { loop->quit(); };
}

SessionThread::~SessionThread()
{
    if (m_quit)
        stop([] {});
    m_thread.join();
}

void SessionThread::stop(std::function<void()> last)
{
    if (auto quit = std::exchange(m_quit, nullptr)) {
        m_executor->post([last = std::move(last), quit = std::move(quit)] {
            last();
            quit();
        });
    }
}

} // namespace kube
