// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/mailbox.h"
#include "core/session/cluster_session.h"
#include "tests/unit/core/session/fake_cluster.h"

namespace kube::test {

/// What a window knows of one session, on this thread.
struct SessionFixture {
    FakeCluster server;
    std::shared_ptr<Mailbox> mailbox = Mailbox::create();
    Owner owner{mailbox};
    std::unique_ptr<ClusterSession> session;
    std::vector<HealthState> states; ///< without repetitions
    Health health;
    CatalogPtr catalog;
    Subscription onHealth;
    Subscription onCatalog;

    ~SessionFixture()
    {
        session.reset();
        mailbox->close();
    }
    void make() { make(server.options()); }
    void make(SessionOptions options)
    {
        session = std::make_unique<ClusterSession>(std::move(options));
        onHealth = ports().cluster->onHealth(owner, [this](Health told) {
            if (states.empty() || states.back() != told.state)
                states.push_back(told.state);
            health = std::move(told);
        });
        onCatalog = ports().cluster->onCatalog(owner, [this](CatalogPtr told) { catalog = std::move(told); });
    }
    void open()
    {
        if (!session)
            make();
        ports().cluster->open();
    }
    [[nodiscard]] ClusterPorts ports() const { return session->ports(); }
    [[nodiscard]] bool isLive() const { return health.state == HealthState::Live; }

    template <typename T>
    [[nodiscard]] static Result<T> answer(Future<T> future)
    {
        if (!QTest::qWaitFor([&] { return future.isReady(); }, 30000))
            return fail(Error::badInput(QStringLiteral("no answer in 30 s")));
        return future.take();
    }
};

inline ResourceInfo podResource()
{
    ResourceInfo info;
    info.gvr = {"", "v1", "pods"};
    info.kind = "Pod";
    info.verbs = {"get", "list", "watch"};
    return info;
}

inline QByteArray podJson(const QByteArray &name, const QByteArray &version)
{
    return "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"" + name + "\",\"namespace\":\"web\",\"uid\":\"u-" + name
        + "\",\"resourceVersion\":\"" + version + "\"}}";
}

inline FakeCluster::Answer podList(const QByteArray &items)
{
    return FakeCluster::ok("{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"10\"},\"items\":[" + items + "]}");
}

/// One window's table of the Pods in web: its worker lives on the session's thread, the rest here.
class OpenTable
{
public:
    void open(ResourceFeed &feed, const Owner &owner)
    {
        FeedRequest request;
        request.resource = podResource();
        request.scope.names = {"web"};
        m_subscription = feed.open(request, [told = m_told](FeedSource &source) { return std::make_unique<Worker>(source, told); }, owner,
                                   [this](Freshness now) { freshness = std::move(now); });
    }
    void close() { m_subscription.reset(); }

    /// Names told, in order; "!" before those of the first list.
    [[nodiscard]] QByteArray names() const
    {
        const std::lock_guard lock(m_told->mutex);
        return m_told->names.trimmed();
    }
    [[nodiscard]] int workers() const
    {
        const std::lock_guard lock(m_told->mutex);
        return m_told->workers;
    }
    [[nodiscard]] std::thread::id workerEndedOn() const
    {
        const std::lock_guard lock(m_told->mutex);
        return m_told->endedOn;
    }
    Freshness freshness;

private:
    struct Told {
        std::mutex mutex;
        QByteArray names;
        int workers = 0;
        std::thread::id endedOn;
    };
    struct Worker final : FeedWorker {
        Worker(FeedSource &source, std::shared_ptr<Told> log) : told(std::move(log))
        {
            {
                const std::lock_guard lock(told->mutex);
                ++told->workers;
            }
            source.start({[told = told](const ObjectKey &key, bool isInInitialList) {
                              const std::lock_guard lock(told->mutex);
                              told->names += (isInInitialList ? "!" : "") + QByteArray::fromStdString(key.name) + ' ';
                          },
                          {}});
        }
        ~Worker() override
        {
            const std::lock_guard lock(told->mutex);
            --told->workers;
            told->endedOn = std::this_thread::get_id();
        }
        std::shared_ptr<Told> told;
    };
    std::shared_ptr<Told> m_told = std::make_shared<Told>();
    Subscription m_subscription;
};

} // namespace kube::test
