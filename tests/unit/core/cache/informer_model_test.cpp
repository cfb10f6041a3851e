// SPDX-License-Identifier: Apache-2.0
#include "core/cache/shared_informer.h"
#include "tests/support/handler_log.h"
#include "tests/support/model_api_server.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <array>
#include <random>

namespace informer_model_test {

using namespace kube;
using namespace std::chrono_literals;
using kube::test::HandlerLog;
using kube::test::ManualTime;
using kube::test::ModelApiServer;

namespace {

constexpr int names = 12;

/// A cluster that changes, a server that fails, and handlers that come and go: one seed, one story.
class Story
{
public:
    Story(unsigned seed, ModelApiServer::Options options, bool watchList)
        : m_random(seed), m_server(m_time, seed * 7 + 1, options)
    {
        SharedIndexInformer::Config config;
        config.reflector.watchList = watchList;
        config.reflector.pageSize = m_random() % 3 == 0 ? 3 : 0;
        config.batch = 1 + m_random() % 8;
        m_informer = std::make_unique<SharedIndexInformer>(m_server.listerWatcher(), m_time, *m_time,
            [this] { return std::uniform_real_distribution<>(0, 1)(m_random); }, config);
        for (int i = 0; i < 6; ++i)
            m_server.put(std::to_string(i));
        m_subscription = m_informer->onStatus([this](const ReflectorStatus &status) {
            m_wentUnsynced = m_wentUnsynced || (m_synced && !status.synced);
            m_synced = status.synced;
        });
        addHandler();
    }

    void live(int steps)
    {
        m_informer->run();
        for (int step = 0; step < steps; ++step) {
            const std::string name = std::to_string(m_random() % names);
            switch (m_random() % 30) {
            case 0: case 1: case 2: case 3: case 4: case 5: m_server.put(name); break;
            case 6: case 7: case 8: m_server.remove(name); break;
            case 9: case 10: m_server.recreate(name); break;
            case 11: m_server.compact(); break;
            case 12: m_server.skipVersions(m_random() % 20); break;
            case 13: m_server.endWatches(); break;
            case 14: m_server.endWatches(Error::transport(QStringLiteral("reset"))); break;
            case 15: m_server.sendToWatches(ModelApiServer::statusError(m_random() % 2 ? 410 : 500, "")); break;
            case 16: m_server.goDeaf(); break;
            case 17: m_server.freeze(m_random() % 3 == 0); break;
            case 18: m_server.setFaultRate(m_random() % 2 ? 0.4 : 0.0); break;
            case 19: m_informer->retryNow(); break;
            case 20: addHandler(); break;
            case 21: removeHandler(); break;
            case 22: randomStage().pause(); break;
            case 23: randomStage().step(m_random() % 4); break;
            case 24: case 25: randomStage().resume(); break;
            case 26: m_informer->relist(); break;
            case 27: m_informer->cutWatch(); break;
            default: break;
            }
            const Duration pauses[] = {0ms, 3ms, 50ms, 900ms, 20s, 70s};
            m_time->advance(pauses[m_random() % 6]);
        }
    }

    /// All faults and pauses end; long enough for the slowest way back: a refusal's minutes, a silent watch's ten.
    void calmDown()
    {
        m_server.freeze(false);
        m_server.setFaultRate(0);
        for (StageControl *stage : stages())
            stage->resume();
        m_time->advance(12min);
    }

    [[nodiscard]] QByteArray whatIsWrong() const
    {
        if (!cacheEqualsServer())
            return "the cache differs from the server";
        if (m_informer->status().phase != ReflectorPhase::Live)
            return QByteArray("not live but ") + reflectorPhaseName(m_informer->status().phase);
        if (!m_informer->hasSynced() || m_wentUnsynced)
            return "synced is wrong";
        if (m_server.openWatches() != 1)
            return "not one watch";
        for (const auto &log : m_logs) {
            if (!log->legal())
                return "callbacks in no order: " + QByteArray::fromStdString(log->text());
        }
        for (const auto &handler : m_handlers) {
            if (!handler.registration.hasSynced() || handler.log->synced() != 1)
                return "a handler has not synced";
            if (!toldEverything(*handler.log))
                return "a handler does not know what the cache knows";
        }
        return {};
    }

    [[nodiscard]] bool isSilentOnceStopped()
    {
        if (m_random() % 2)
            randomStage().pause();
        m_informer->stop();
        for (const auto &log : m_logs)
            (void)log->take();
        for (int i = 0; i < names; ++i)
            m_server.recreate(std::to_string(i));
        m_time->advance(1h);
        return m_time->timers() == 0
               && std::all_of(m_logs.begin(), m_logs.end(), [](const auto &log) { return log->text().empty(); });
    }

private:
    struct Handler {
        std::shared_ptr<HandlerLog> log;
        HandlerRegistration registration;
    };

    void addHandler()
    {
        auto log = std::make_shared<HandlerLog>();
        m_logs.push_back(log);
        m_handlers.push_back({log, std::move(*m_informer->addEventHandler(log->handlers()))});
    }
    void removeHandler()
    {
        if (m_handlers.size() > 1)
            m_handlers.erase(m_handlers.begin() + std::ptrdiff_t(m_random() % m_handlers.size()));
    }
    [[nodiscard]] std::array<StageControl *, 3> stages()
    {
        const InformerStages all = m_informer->stages();
        return {&all.reflector, &all.queue, &all.handlers};
    }
    [[nodiscard]] StageControl &randomStage() { return *stages()[m_random() % 3]; }
    [[nodiscard]] bool cacheEqualsServer() const
    {
        ModelApiServer::Objects cached;
        for (const ObjectPtr &object : m_informer->indexer().list())
            cached[object->key().name] = {std::string(object->uid()), std::stoull(std::string(object->resourceVersion()))};
        return cached == m_server.objects();
    }
    [[nodiscard]] bool toldEverything(const HandlerLog &log) const
    {
        const auto cached = m_informer->indexer().list();
        return log.told().size() == cached.size() && std::all_of(cached.begin(), cached.end(), [&](const ObjectPtr &object) {
            const auto found = log.told().find(object->key());
            return found != log.told().end() && found->second->resourceVersion() == object->resourceVersion();
        });
    }

    std::mt19937 m_random;
    std::shared_ptr<ManualTime> m_time = std::make_shared<ManualTime>();
    ModelApiServer m_server;
    std::vector<std::shared_ptr<HandlerLog>> m_logs;
    std::unique_ptr<SharedIndexInformer> m_informer;
    std::vector<Handler> m_handlers;
    Subscription m_subscription;
    bool m_synced = false;
    bool m_wentUnsynced = false;
};

} // namespace

class InformerModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void onceFaultsEndTheCacheEqualsTheServer_data()
    {
        QTest::addColumn<bool>("bookmarks");
        QTest::addColumn<bool>("serverStreams");
        QTest::addColumn<bool>("watchList");
        QTest::newRow("list and watch") << true << false << false;
        QTest::newRow("a server without bookmarks") << false << false << false;
        QTest::newRow("streaming lists") << true << true << true;
        QTest::newRow("streaming lists refused") << true << false << true;
    }

    void onceFaultsEndTheCacheEqualsTheServer()
    {
        QFETCH(bool, bookmarks);
        QFETCH(bool, serverStreams);
        QFETCH(bool, watchList);
        for (unsigned seed = 0; seed < 150; ++seed) {
            ModelApiServer::Options options;
            options.bookmarks = bookmarks;
            options.watchList = serverStreams;
            options.watchCache = seed % 2 == 0;
            options.goneAsEvent = seed % 3 == 0;
            Story story(seed, options, watchList);
            story.live(80);
            story.calmDown();
            const QByteArray wrong = story.whatIsWrong();
            QVERIFY2(wrong.isEmpty(), "seed " + QByteArray::number(seed) + ": " + wrong);
            QVERIFY2(story.isSilentOnceStopped(), "seed " + QByteArray::number(seed) + ": not silent");
        }
    }
};

ORRERY_GUILESS_TEST(InformerModelTest)
} // namespace informer_model_test
#include "informer_model_test.moc"
