// SPDX-License-Identifier: Apache-2.0
// How much our WorkQueue and DeltaFIFO do in a second, on the same work as peers/queues, and in its lines.
#include "core/cache/delta_fifo.h"
#include "core/object/object_decoder.h"
#include "core/workqueue/queue.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <chrono>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

void measure(const char *name, int operations, const std::function<void()> &work)
{
    const auto began = std::chrono::steady_clock::now();
    work();
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    std::printf("%s operations=%d seconds=%.3f per_s=%.0f\n", name, operations, seconds, operations / seconds);
}

std::optional<kube::PopFailure> passOver(const kube::Deltas &)
{
    return {};
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Operations a second of WorkQueue and DeltaFIFO, one thread."_s);
    parser.addHelpOption();
    const QCommandLineOption operationsOption(u"n"_s, u"Operations."_s, u"number"_s, u"1000000"_s);
    const QCommandLineOption keysOption(u"keys"_s, u"Different keys."_s, u"number"_s, u"1000"_s);
    parser.addOptions({operationsOption, keysOption});
    parser.process(application);
    const int operations = parser.value(operationsOption).toInt();
    const auto keys = static_cast<std::size_t>(std::max(1, parser.value(keysOption).toInt()));

    std::vector<std::string> names;
    std::vector<kube::ObjectPtr> objects;
    kube::ObjectDecoder decoder({"", "v1", "ConfigMap"});
    for (std::size_t i = 0; i < keys; ++i) {
        const std::string number = std::to_string(i);
        names.push_back("default/object-" + number);
        objects.push_back(*decoder.decode(R"({"metadata":{"namespace":"default","name":"object-)" + number + R"(","resourceVersion":")"
                                          + number + R"("}})"));
    }

    // A key is added, handed out and done.
    measure("workqueue", operations, [&] {
        kube::WorkQueue<std::string> queue;
        for (int i = 0; i < operations; ++i) {
            queue.add(names[static_cast<std::size_t>(i) % keys]);
            queue.done(*queue.get());
        }
    });
    // All keys are added twice, then handed out and done.
    measure("workqueue_backlog", operations, [&] {
        kube::WorkQueue<std::string> queue;
        for (int done = 0; done < operations;) {
            for (std::size_t i = 0; i < 2 * keys; ++i)
                queue.add(names[i % keys]);
            for (; queue.len() > 0; ++done)
                queue.done(*queue.get());
        }
    });
    // An object is updated and handed out.
    measure("delta_fifo", operations, [&] {
        kube::DeltaFIFO queue;
        for (int i = 0; i < operations; ++i) {
            (void)queue.update(objects[static_cast<std::size_t>(i) % keys]);
            (void)queue.pop(passOver);
        }
    });
    // All objects are updated twice, then handed out.
    measure("delta_fifo_backlog", operations, [&] {
        kube::DeltaFIFO queue;
        for (int done = 0; done < operations;) {
            for (std::size_t i = 0; i < 2 * keys; ++i)
                (void)queue.update(objects[i % keys]);
            for (std::size_t i = 0; i < keys; ++i, ++done)
                (void)queue.pop(passOver);
        }
    });
    return 0;
}
