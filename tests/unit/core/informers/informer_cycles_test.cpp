// SPDX-License-Identifier: Apache-2.0
// A thousand informers, one after the other, on real sockets: what one leaves behind, a thousand leave.
#include "core/base/mailbox.h"
#include "core/base/qt_scheduler.h"
#include "core/informers/dynamic_lister_watcher.h"
#include "core/informers/shared_informer_factory.h"
#include "core/rest/qt_transport.h"
#include "core/rest/rest_client.h"
#include "tests/support/http_server.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <QDir>

#include <malloc.h>

namespace informer_cycles_test {

using namespace kube;
using kube::test::HttpServer;

namespace {

constexpr int patience = 30000;
constexpr int cycles = 1000;
const InformerKey pods{{"", "v1", "pods"}, "", "", "", InformerKey::Form::Objects};

/// An API server with one Pod, whose watches stay open.
class PodServer
{
public:
    [[nodiscard]] QUrl url() const { return m_server.url(); }
    void forgetRequests() { m_server.forgetRequests(); }
    [[nodiscard]] int watches() const { return m_watches; }
    [[nodiscard]] int openConnections() const { return m_server.openConnections(); }

private:
    void answer(const HttpServer::Request &request, HttpServer::Reply reply)
    {
        const HttpServer::Headers json{{"Content-Type", "application/json"}};
        if (!request.target.contains("watch=true")) {
            reply.answer(200, R"({"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"7"},"items":[{"metadata":{"name":"a","namespace":"web","uid":"u","resourceVersion":"5"}}]})", json);
            return;
        }
        ++m_watches;
        reply.head(200, json);
        reply.chunk(R"({"type":"MODIFIED","object":{"kind":"Pod","apiVersion":"v1","metadata":{"name":"a","namespace":"web","uid":"u","resourceVersion":"8"}}})" "\n");
    }

    int m_watches = 0;
    HttpServer m_server{[this](const HttpServer::Request &request, HttpServer::Reply reply) { answer(request, std::move(reply)); }};
};

/// On the event itself: QTest::qWaitFor() looks each 10 ms, which a thousand cycles are too many for.
void waitFor(const std::function<bool()> &condition)
{
    while (!condition()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

/// What a session makes of an informer's surroundings, on this thread's event loop.
struct Client {
    std::shared_ptr<QtScheduler> scheduler = std::make_shared<QtScheduler>();
    std::shared_ptr<Mailbox> executor = Mailbox::create();
    std::unique_ptr<RestClient> rest;
    std::unique_ptr<SharedInformerFactory> factory;

    explicit Client(const QUrl &url)
    {
        RestConfig config;
        config.host = url;
        config.qps = 0;
        const auto transport = QtTransport::create(config, scheduler);
        if (!transport)
            qFatal("%s", qPrintable(transport.error().toString()));
        rest = std::make_unique<RestClient>(config, RestClient::Parts{*transport, scheduler, executor, systemRandom()});
        factory = std::make_unique<SharedInformerFactory>(
            [this](const InformerKey &key) {
                return std::make_unique<DynamicListerWatcher>(*rest, DynamicListerWatcher::Target{key.resource, "Pod"}, executor);
            },
            executor, *scheduler, systemRandom(), SharedInformerFactory::Config{.grace = Duration::zero()});
    }
    ~Client()
    {
        factory.reset();
        rest.reset();
        executor->close();
    }

    /// Starts an informer, has it told of the Pod and of a change, and lets go of it.
    void cycle()
    {
        int told = 0;
        ResourceEventHandlers handlers;
        handlers.onAdd = [&told](const ObjectPtr &, bool) { ++told; };
        handlers.onUpdate = [&told](const ObjectPtr &, const ObjectPtr &) { ++told; };
        auto handle = factory->informerFor(pods);
        auto registration = handle->addEventHandler(std::move(handlers));
        factory->start();
        waitFor([&] { return told == 2; });
        registration->reset(); // who has a handler uses the informer, too
        handle.reset();
        waitFor([&] {
            bool gone = true;
            factory->forEach([&gone](const InformerKey &, const SharedIndexInformer &, std::size_t) { gone = false; });
            return gone;
        });
    }
};

qsizetype entries(const char *folder)
{
    return QDir(QLatin1String(folder)).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size();
}
qsizetype descriptors() { return entries("/proc/self/fd"); }
qsizetype threads() { return entries("/proc/self/task"); }

/// Bytes that malloc has given and not got back; 0 where a sanitizer has taken its place (and looks for leaks itself).
std::size_t held()
{
    return mallinfo2().uordblks;
}

} // namespace

class InformerCyclesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aThousandInformersLeaveNoThreadDescriptorOrMemory()
    {
        PodServer server;
        Client client(server.url());
        for (int i = 0; i < 50; ++i) // what is kept for good is kept by now: warm connections, dictionaries
            client.cycle();
        server.forgetRequests();
        QVERIFY(QTest::qWaitFor([&] { return server.openConnections() <= 2; }, patience));
        const auto threadsBefore = threads();
        const auto descriptorsBefore = descriptors();
        const auto heldBefore = held();
        for (int i = 0; i < cycles; ++i) {
            client.cycle();
            server.forgetRequests();
        }
        QVERIFY(QTest::qWaitFor([&] { return threads() <= threadsBefore && descriptors() <= descriptorsBefore; }, patience));
        QCOMPARE(server.watches(), 50 + cycles);
        QVERIFY2(held() < heldBefore + cycles * 100, QByteArray::number(qint64(held()) - qint64(heldBefore)));
    }

    void clientsThatComeAndGoWithTheirInformersLeaveNothingEither()
    {
        PodServer server;
        const auto whole = [&server] {
            Client client(server.url());
            client.cycle();
        };
        for (int i = 0; i < 5; ++i)
            whole();
        QVERIFY(QTest::qWaitFor([&] { return server.openConnections() == 0; }, patience));
        const auto threadsBefore = threads();
        const auto descriptorsBefore = descriptors();
        for (int i = 0; i < 50; ++i)
            whole();
        QVERIFY(QTest::qWaitFor([&] {
            return server.openConnections() == 0 && threads() <= threadsBefore && descriptors() <= descriptorsBefore;
        }, patience));
    }
};

ORRERY_GUILESS_TEST(InformerCyclesTest)
} // namespace informer_cycles_test
#include "informer_cycles_test.moc"
