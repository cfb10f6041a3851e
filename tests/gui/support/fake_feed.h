// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/object_decoder.h"
#include "core/session/ports/cluster_ports.h"
#include "tests/support/manual_time.h"

#include <map>

namespace orrery::test {

/// A cache that a test fills by hand.
class FakeFeedSource final : public kube::FeedSource
{
public:
    explicit FakeFeedSource(std::shared_ptr<kube::test::ManualTime> time) : m_time(time), m_executor(time) {}
    void start(Handler handler) override
    {
        m_handler = std::move(handler);
        for (const auto &[key, object] : m_objects)
            m_handler.changed(key, true);
    }
    [[nodiscard]] kube::ObjectPtr get(const kube::ObjectKey &key) const override
    {
        const auto found = m_objects.find(key);
        return found == m_objects.end() ? nullptr : found->second;
    }
    [[nodiscard]] std::size_t size() const override { return m_objects.size(); }
    [[nodiscard]] const kube::ExecutorPtr &executor() const override { return m_executor; }
    [[nodiscard]] kube::Scheduler &scheduler() const override { return *m_time; }

    void put(const std::string &json, bool initial = false)
    {
        const auto object = kube::decodeObject(json, {"", "v1", "Object"});
        if (!object)
            qFatal("%s", qPrintable(object.error().toString()));
        m_objects[(*object)->key()] = *object;
        m_handler.changed((*object)->key(), initial);
    }
    void remove(const kube::ObjectKey &key)
    {
        m_objects.erase(key);
        m_handler.changed(key, false);
    }
    void columns(const std::vector<kube::TableColumn> &columns) { m_handler.columns(columns); }
    std::optional<kube::ChangeStamp> reconciled(const kube::ObjectKey &) override
    {
        return times ? std::optional(kube::ChangeStamp{std::chrono::steady_clock::now(), times}) : std::nullopt;
    }

    std::shared_ptr<kube::PaintTimes> times; ///< who looks at the clocks; null: nobody

private:
    std::shared_ptr<kube::test::ManualTime> m_time;
    kube::ExecutorPtr m_executor;
    std::map<kube::ObjectKey, kube::ObjectPtr> m_objects;
    Handler m_handler;
};

/// Tables over FakeFeedSources, on the test's one thread.
class FakeFeed final : public kube::ResourceFeed
{
public:
    struct Opening {
        kube::FeedRequest request;
        std::unique_ptr<FakeFeedSource> source;
        std::unique_ptr<kube::FeedWorker> worker;
        std::function<void(kube::Freshness)> tell;
    };

    explicit FakeFeed(std::shared_ptr<kube::test::ManualTime> time) : m_time(std::move(time)) {}

    [[nodiscard]] kube::Subscription open(kube::FeedRequest request, kube::FeedWorkerMaker make, const kube::Owner &owner,
                                          std::function<void(kube::Freshness)> freshness) override
    {
        requests.push_back(request);
        auto opening = std::make_shared<Opening>();
        opening->request = std::move(request);
        opening->source = std::make_unique<FakeFeedSource>(m_time);
        opening->worker = make(*opening->source);
        opening->tell = owner.bind(std::move(freshness));
        current = opening;
        return kube::Subscription([opening] { opening->worker.reset(); });
    }

    std::vector<kube::FeedRequest> requests;
    std::shared_ptr<Opening> current; ///< the latest

private:
    std::shared_ptr<kube::test::ManualTime> m_time;
};

/// A cluster of which only what tables ask is answered.
class FakeCluster final : public kube::ClusterPort
{
public:
    void open() override {}
    void retryNow() override { ++retries; }
    void supplyToken(const QByteArray &) override {}
    void supplyPassphrase(const QByteArray &) override {}
    [[nodiscard]] kube::Subscription onHealth(const kube::Owner &, std::function<void(kube::Health)>) override { return {}; }
    [[nodiscard]] kube::Subscription onCatalog(const kube::Owner &, std::function<void(kube::CatalogPtr)>) override { return {}; }
    [[nodiscard]] kube::Future<std::int64_t> count(const kube::ResourceInfo &, const kube::NamespaceScope &) override
    {
        return kube::Future<std::int64_t>::ready(0);
    }
    [[nodiscard]] kube::Future<std::vector<std::string>> namespaces() override { return kube::Future<std::vector<std::string>>::ready(names); }
    [[nodiscard]] kube::Future<bool> mayI(const std::string &, const kube::ResourceInfo &, const std::string &, const std::string &) override
    {
        return kube::Future<bool>::ready(true);
    }

    int retries = 0;
    kube::Result<std::vector<std::string>> names = std::vector<std::string>{"shop", "web"};
};

} // namespace orrery::test
