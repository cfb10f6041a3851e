// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/churner.h"

#include "core/base/mailbox.h"
#include "core/base/qt_scheduler.h"
#include "core/dynamic/dynamic_client.h"
#include "core/kubeconfig/context_config.h"
#include "core/kubeconfig/loader.h"
#include "core/rest/qt_transport.h"
#include "core/rest/rest_client.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcessEnvironment>
#include <QSocketNotifier>
#include <QTextStream>
#include <QTimer>

#include <unistd.h>

namespace orrery::bench {

namespace {

using kube::GroupVersionResource;
using kube::ObjectKey;

const GroupVersionResource namespaces{"", "v1", "namespaces"};
const GroupVersionResource pods{"", "v1", "pods"};
constexpr int podCount = 20;
constexpr int tickMilliseconds = 20;

class Churner : public QObject
{
public:
    Churner(kube::RestClient &client, kube::ExecutorPtr executor, double rate)
        : m_dynamic(client, executor), m_rate(rate), m_space("orrery-bench-" + std::to_string(::getpid())), m_owner(executor)
    {
        connect(&m_timer, &QTimer::timeout, this, [this] { tick(); });
    }

    void start()
    {
        const QByteArray space = "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"" + QByteArray::fromStdString(m_space)
            + "\",\"labels\":{\"orrery.dev/made-by\":\"orrery-bench\"}}}";
        kube::then(m_dynamic.create(namespaces, {{}, m_space}, space), m_owner, [this](const kube::Result<kube::ObjectReply> &made) {
            if (!made) {
                QTextStream(stderr) << "churn: " << made.error().toString() << Qt::endl;
                QCoreApplication::exit(1);
                return;
            }
            m_made = true;
            // The namespace's service account, which Pods need, comes a moment later.
            QTimer::singleShot(1500, this, [this] { makePods(); });
        });
    }

    void stop()
    {
        m_timer.stop();
        if (!m_made) {
            QCoreApplication::quit();
            return;
        }
        kube::then(m_dynamic.remove(namespaces, {{}, m_space}), m_owner, [](const kube::Result<kube::ObjectReply> &) { QCoreApplication::quit(); });
    }

private:
    [[nodiscard]] static std::string podName(int n) { return "churn-" + std::to_string(n); }

    void makePods()
    {
        for (int n = 0; n < podCount; ++n) {
            const QByteArray pod = "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"" + QByteArray::fromStdString(podName(n))
                + "\"},\"spec\":{\"automountServiceAccountToken\":false,\"containers\":[{\"name\":\"app\",\"image\":\"example.invalid/app:1\"}]}}";
            kube::then(m_dynamic.create(pods, {m_space, podName(n)}, pod), m_owner, [](const kube::Result<kube::ObjectReply> &made) {
                if (!made)
                    QTextStream(stderr) << "churn: " << made.error().toString() << Qt::endl;
            });
        }
        m_timer.start(tickMilliseconds);
    }

    void tick()
    {
        m_owed = std::min(m_owed + m_rate * tickMilliseconds / 1000.0, 200.0);
        for (; m_owed >= 1 && m_inFlight < 64; m_owed -= 1) {
            const qint64 micros = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
            const QByteArray patch = "{\"metadata\":{\"annotations\":{\"demo.orrery/written-at\":\"" + QByteArray::number(micros)
                + "\"}},\"status\":{\"reason\":\"Churn" + QByteArray::number(m_count % 1000) + "\"}}";
            kube::WriteOptions options;
            options.subresource = "status";
            ++m_inFlight;
            kube::then(m_dynamic.patch(pods, {m_space, podName(static_cast<int>(m_count++ % podCount))}, kube::PatchType::Merge, patch, options), m_owner,
                       [this](const kube::Result<kube::ObjectReply> &) { --m_inFlight; });
        }
    }

    kube::DynamicClient m_dynamic;
    double m_rate;
    std::string m_space;
    QTimer m_timer;
    double m_owed = 0;
    quint64 m_count = 0;
    int m_inFlight = 0;
    bool m_made = false;
    kube::Owner m_owner;
};

} // namespace

int runChurner(const QString &kubeconfig, double changesPerSecond)
{
    const auto environment = QProcessEnvironment::systemEnvironment();
    const auto loaded = kube::KubeconfigLoader(kube::LoadingRules::from(environment, QDir::currentPath(), kubeconfig)).load();
    const auto scheduler = std::make_shared<kube::QtScheduler>();
    kube::AuthParts auth;
    auth.scheduler = scheduler.get();
    auth.environment = environment;
    auto config = loaded ? kube::restConfigFor(*loaded, {}, auth) : kube::Result<kube::ContextConfig>(kube::fail(loaded.error()));
    auto transport = config ? kube::QtTransport::create(config->rest, scheduler) : kube::Result<std::shared_ptr<kube::QtTransport>>(kube::fail(config.error()));
    if (!transport) {
        QTextStream(stderr) << "churn: " << transport.error().toString() << Qt::endl;
        return 1;
    }
    const auto mailbox = kube::Mailbox::create();
    config->rest.qps = 0;
    kube::RestClient client(config->rest, {*transport, scheduler, mailbox, kube::systemRandom()});
    Churner churner(client, mailbox, changesPerSecond);
    churner.start();
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &churner, [&] {
        char buffer[64];
        if (::read(STDIN_FILENO, buffer, sizeof buffer) <= 0) {
            input.setEnabled(false);
            churner.stop();
        }
    });
    const int code = QCoreApplication::exec();
    mailbox->close();
    return code;
}

} // namespace orrery::bench
