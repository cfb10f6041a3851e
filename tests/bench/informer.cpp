// SPDX-License-Identifier: Apache-2.0
// Our informer of Pods alone, as a program among its peers: it prints and obeys what peers/informer does.
#include "core/base/event_loop.h"
#include "core/base/mailbox.h"
#include "core/base/qt_scheduler.h"
#include "core/informers/typed_informer_factory.h"
#include "core/kubeconfig/context_config.h"
#include "core/rest/qt_transport.h"
#include "core/rest/rest_client.h"
#include "core/kubernetes/core/v1/pod.h"
#include "tests/bench/measures.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTextStream>

#include <array>
#include <cstdio>

#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace orrery::bench {

namespace {

double cpuSeconds()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Milliseconds since the time that who changed it wrote into the object; negative: none there.
double lagOf(const kube::Object &object)
{
    std::int64_t written = -1;
    object.read([&written](kube::JsonValue root) {
        const auto text = root["metadata"]["annotations"]["bench/ts"].string();
        if (!text.empty())
            written = QByteArray(text.data(), static_cast<qsizetype>(text.size())).toLongLong();
    });
    if (written < 0)
        return -1;
    const auto now = std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch());
    return static_cast<double>(now.count() - written) / 1e6;
}

/// The changes of the demo cluster's churn, which numbers them, as they come from the watch: before any are joined. Numbers
/// left out where a list came between two watches are not missed: what a list brings is the newest of each object.
class Changes
{
public:
    explicit Changes(const kube::SharedIndexInformer &informer) : m_informer(informer) {}

    void look(const kube::Object &object)
    {
        std::uint64_t number = 0;
        object.read([&number](kube::JsonValue root) {
            const auto text = root["metadata"]["annotations"]["demo.orrery/change"].string();
            number = QByteArray(text.data(), static_cast<qsizetype>(text.size())).toULongLong();
        });
        if (number <= m_last) // another writer's change of that object, or an older one of a list
            return;
        if (m_counting) {
            m_seen += 1;
            if (const auto between = number - m_last - 1; between > 0)
                (isOfList() ? m_listed : m_missed) += between;
            m_lastAt = std::chrono::steady_clock::now();
        }
        m_last = number;
    }
    /// The first list is there: from now on they come one by one.
    void count()
    {
        m_counting = true;
        m_lists = m_informer.status().lists;
        m_began = m_lastAt = std::chrono::steady_clock::now();
    }
    void print() const
    {
        std::printf("changes seen=%llu missed=%llu listed=%llu seconds=%.3f why=", static_cast<unsigned long long>(m_seen),
                    static_cast<unsigned long long>(m_missed), static_cast<unsigned long long>(m_listed),
                    std::chrono::duration<double>(m_lastAt - m_began).count());
        for (const auto &list : m_informer.snapshot().reflector.lastLists) {
            if (list.reason != kube::ListReason::First)
                std::printf("%s,", kube::listReasonName(list.reason));
        }
        std::printf("\n");
    }

private:
    /// Another list has begun than the last that was known, and no watch since.
    [[nodiscard]] bool isOfList()
    {
        const auto status = m_informer.status();
        if (status.lists != m_lists) {
            m_lists = status.lists;
            m_watches = status.watches;
        }
        return status.watches == m_watches;
    }

    const kube::SharedIndexInformer &m_informer;
    bool m_counting = false;
    std::uint64_t m_last = 0;
    std::uint64_t m_seen = 0;
    std::uint64_t m_missed = 0;
    std::uint64_t m_listed = 0;
    std::uint64_t m_lists = 0;
    std::optional<std::uint64_t> m_watches; ///< when the last list began
    std::chrono::steady_clock::time_point m_began;
    std::chrono::steady_clock::time_point m_lastAt;
};

/// Whether the numbered changes are looked at, which costs a reading of each.
enum class Counting { No, Yes };

class InformerRun
{
public:
    InformerRun(kube::SharedIndexInformer &informer, Counting counting) : m_informer(informer)
    {
        if (counting == Counting::Yes) {
            const auto set = informer.setTransform([this](kube::ObjectPtr object) {
                m_changes.look(*object);
                return kube::Result<kube::ObjectPtr>(std::move(object));
            });
            if (!set)
                qFatal("%s", qPrintable(set.error().toString()));
        }
        kube::ResourceEventHandlers handlers;
        handlers.onAdd = [this](const kube::ObjectPtr &, bool) { ++m_adds; };
        handlers.onUpdate = [this](const kube::ObjectPtr &, const kube::ObjectPtr &now) {
            ++m_updates;
            if (const double lag = lagOf(*now); lag >= 0)
                m_lags.push_back(lag);
        };
        handlers.onDelete = [this](const kube::DeletedObject &) { ++m_deletes; };
        handlers.onSynced = [this] { synced(); };
        auto added = informer.addEventHandler(std::move(handlers));
        if (!added)
            qFatal("%s", qPrintable(added.error().toString()));
        m_registration = std::move(*added);
    }

private:
    void synced()
    {
        m_changes.count();
        const double wall = std::chrono::duration<double>(m_scheduler.now() - m_began).count();
        const double cpu = cpuSeconds() - m_cpu;
        const double peak = MemoryWatch::peakMb();
        // In a turn of its own: what the list's last objects held is freed by then.
        m_timer = m_scheduler.after(std::chrono::milliseconds(100), [this, wall, cpu, peak] {
            std::printf("synced items=%zu wall_s=%.3f cpu_s=%.3f peak_MiB=%.1f settled_MiB=%.1f\n", m_informer.indexer().size(), wall, cpu,
                        peak, MemoryWatch::residentMb());
            std::fflush(stdout);
            mark();
            QObject::connect(&m_commands, &QSocketNotifier::activated, &m_commands, [this] { obey(); });
            m_commands.setEnabled(true);
        });
    }

    void obey()
    {
        std::array<char, 256> bytes{};
        const ssize_t count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
        if (count <= 0) {
            m_commands.setEnabled(false);
            QCoreApplication::quit();
            return;
        }
        for (const QByteArray &command : QByteArray(bytes.data(), count).split('\n')) {
            if (command == "mark")
                mark();
            else if (command == "events")
                printEvents();
            else if (command == "changes")
                m_changes.print();
            else if (command == "set")
                printSet();
        }
        std::fflush(stdout);
    }

    void mark()
    {
        m_adds = m_updates = m_deletes = 0;
        m_lags.clear();
        m_cpu = cpuSeconds();
    }

    void printEvents()
    {
        const double cpu = cpuSeconds() - m_cpu;
        std::sort(m_lags.begin(), m_lags.end());
        const auto quantile = [this](double q) {
            return m_lags.empty() ? -1 : m_lags[static_cast<std::size_t>(q * static_cast<double>(m_lags.size() - 1))];
        };
        std::printf("events adds=%d updates=%d deletes=%d cpu_s=%.3f lag_p50_ms=%.1f lag_p99_ms=%.1f lag_max_ms=%.1f peak_MiB=%.1f "
                    "settled_MiB=%.1f\n",
                    m_adds, m_updates, m_deletes, cpu, quantile(0.5), quantile(0.99), quantile(1), MemoryWatch::peakMb(),
                    MemoryWatch::residentMb());
    }

    void printSet() const
    {
        std::vector<std::string> lines;
        m_informer.indexer().forEach([&lines](const kube::ObjectPtr &object) {
            lines.push_back(object->key().toString() + ' ' + std::string(object->uid()) + ' ' + std::string(object->resourceVersion()));
        });
        std::sort(lines.begin(), lines.end());
        for (const std::string &line : lines)
            std::puts(line.c_str());
        std::puts("end");
    }

    kube::SharedIndexInformer &m_informer;
    kube::QtScheduler m_scheduler;
    kube::SteadyTime m_began = m_scheduler.now();
    double m_cpu = cpuSeconds();
    int m_adds = 0;
    int m_updates = 0;
    int m_deletes = 0;
    std::vector<double> m_lags; ///< milliseconds
    Changes m_changes{m_informer};
    QSocketNotifier m_commands{STDIN_FILENO, QSocketNotifier::Read};
    kube::HandlerRegistration m_registration;
    kube::Timer m_timer;
};

} // namespace

} // namespace orrery::bench

int main(int argc, char *argv[])
{
    kube::preferQtEventLoops();
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Our informer of Pods: prints a line when synced, then obeys mark, events, changes and set on standard input."_s);
    parser.addHelpOption();
    const QCommandLineOption kubeconfig(u"kubeconfig"_s, u"The cluster."_s, u"file"_s);
    const QCommandLineOption changes(u"changes"_s, u"Count the changes of a demo cluster's churn, and those missed."_s);
    parser.addOptions({kubeconfig, changes});
    parser.process(application);

    kube::LoadingRules rules;
    rules.explicitFile = parser.value(kubeconfig);
    const auto loaded = kube::KubeconfigLoader(rules).load();
    const auto scheduler = std::make_shared<kube::QtScheduler>();
    const auto executor = kube::Mailbox::create();
    kube::AuthParts auth;
    auth.scheduler = scheduler.get();
    const auto config = loaded ? kube::restConfigFor(*loaded, {}, auth) : kube::fail(loaded.error());
    const auto transport = config ? kube::QtTransport::create(config->rest, scheduler) : kube::fail(config.error());
    if (!transport) {
        QTextStream(stderr) << "orrery-informer: " << transport.error().toString() << Qt::endl;
        return 1;
    }
    {
        kube::RestClient client(config->rest, {*transport, scheduler, executor, kube::systemRandom()});
        kube::SharedInformerFactory factory(kube::typedListerWatchers(client, executor), executor, *scheduler, kube::systemRandom());
        const auto pods = kube::TypedInformerFactory(factory).core().v1().pods();
        orrery::bench::InformerRun run(pods.informer(), parser.isSet(changes) ? orrery::bench::Counting::Yes : orrery::bench::Counting::No);
        factory.start();
        QCoreApplication::exec();
    }
    executor->close();
    return 0;
}
