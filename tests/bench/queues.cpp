// SPDX-License-Identifier: Apache-2.0
// Operations a second of WorkQueue and DeltaFIFO, on the same work as tests/bench/peers' queues.go. One JSON line.
#include "core/cache/delta_fifo.h"
#include "core/cache/indexer.h"
#include "core/object/object_decoder.h"
#include "core/workqueue/queue.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <chrono>
#include <thread>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int keyCount = 100'000;
constexpr int rounds = 10;

double secondsOf(const std::function<void()> &work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// One operation is add, get and done of one key.
double workQueueOneThread(const std::vector<std::string> &keys)
{
    kube::WorkQueue<std::string> queue;
    const double seconds = secondsOf([&] {
        for (int round = 0; round < rounds; ++round) {
            for (const std::string &key : keys)
                queue.add(key);
            while (const auto key = queue.tryGet())
                queue.done(*key);
        }
    });
    return keyCount * rounds / seconds;
}

/// One thread adds, another works; as above.
double workQueueTwoThreads(const std::vector<std::string> &keys)
{
    kube::WorkQueue<std::string> queue;
    const double seconds = secondsOf([&] {
        std::thread worker([&queue] {
            while (const auto key = queue.get())
                queue.done(*key);
        });
        for (int round = 0; round < rounds; ++round) {
            for (const std::string &key : keys)
                queue.add(key);
        }
        queue.shutDown();
        worker.join();
    });
    return keyCount * rounds / seconds;
}

/// One operation is an update and the pop that stores it.
double deltaFifo(const std::vector<kube::ObjectPtr> &objects)
{
    kube::Indexer store;
    kube::DeltaFIFO::Options options;
    options.knownObjects = &store;
    kube::DeltaFIFO queue(options);
    const double seconds = secondsOf([&] {
        for (int round = 0; round < rounds; ++round) {
            for (const kube::ObjectPtr &object : objects)
                (void)queue.update(object);
            while (queue.tryPop([&store](const kube::Deltas &deltas) {
                store.update(deltas.newest().object);
                return std::optional<kube::PopFailure>();
            })) {
            }
        }
    });
    return keyCount * rounds / seconds;
}

} // namespace

int main()
{
    std::vector<std::string> keys;
    std::vector<kube::ObjectPtr> objects;
    kube::ObjectDecoder decoder({"", "v1", "Pod"});
    for (int i = 0; i < keyCount; ++i) {
        const std::string space = "load-" + std::to_string(i % 20);
        const std::string name = "web-" + std::to_string(i);
        keys.push_back(space + '/' + name);
        auto object = decoder.decode(R"({"metadata":{"namespace":")" + space + R"(","name":")" + name + R"(","uid":")" + name
                                     + R"(","resourceVersion":"1"}})");
        objects.push_back(std::move(*object));
    }
    const QJsonObject figures{{u"work_queue_ops_per_s"_s, workQueueOneThread(keys)},
                              {u"work_queue_two_threads_ops_per_s"_s, workQueueTwoThreads(keys)},
                              {u"delta_fifo_ops_per_s"_s, deltaFifo(objects)}};
    QTextStream(stdout) << QJsonDocument(figures).toJson(QJsonDocument::Compact) << Qt::endl;
    return 0;
}
