// SPDX-License-Identifier: Apache-2.0
#include "core/base/gather.h"
#include "core/session/metrics_finder.h"
#include "core/session/session_core.h"
#include "core/session/session_ports.h"

namespace kube {

namespace {

constexpr auto patience = std::chrono::seconds(10); ///< a program that does not answer is not waited for longer

Request textAt(const QString &path)
{
    Request request = Request::get();
    request.absolutePath(path).accept("text/plain, */*;q=0.1").timeout(patience);
    return request;
}

template <typename T>
Future<T> readText(SessionCore &core, Request request, std::function<Result<T>(std::string_view)> decode)
{
    if (!core.clients())
        return Future<T>::ready(fail(core.notOpen()));
    return then(core.clients()->rest->send(std::move(request)), core.owner(), [decode = std::move(decode)](Result<Response> answer) -> Result<T> {
        if (!answer)
            return fail(answer.error());
        return decode({answer->body.constData(), static_cast<std::size_t>(answer->body.size())});
    });
}

Future<QByteArray> dump(SessionCore &core, const char *name)
{
    Request request = textAt(QStringLiteral("/debug/api_priority_and_fairness/") + QLatin1String(name));
    if (QLatin1String(name) == QLatin1String("dump_requests"))
        request.parameter(QStringLiteral("includeRequestDetails"), QStringLiteral("1"));
    return readText<QByteArray>(core, std::move(request), [](std::string_view text) -> Result<QByteArray> { return QByteArray(text.data(), static_cast<qsizetype>(text.size())); });
}

/// A server that is not ready lists its checks in the body of a 500, whose beginning the error holds.
std::string unexpectedAnswer(const Error &error)
{
    if (!error.status)
        return {};
    for (const StatusCause &cause : error.status->causes) {
        if (cause.reason == QLatin1String("UnexpectedServerResponse"))
            return cause.message.toStdString();
    }
    return {};
}

Result<PriorityAndFairness> flowControlOf(const std::vector<Result<QByteArray>> &dumps)
{
    for (const Result<QByteArray> &one : dumps) {
        if (!one)
            return fail(one.error());
    }
    auto levels = decodePriorityLevels(dumps[0]->toStdString());
    auto queues = decodeFairQueues(dumps[1]->toStdString());
    auto requests = decodeFlowRequests(dumps[2]->toStdString());
    if (!levels || !queues || !requests)
        return fail(!levels ? levels.error() : !queues ? queues.error() : requests.error());
    return PriorityAndFairness{std::move(*levels), std::move(*queues), std::move(*requests)};
}

class SessionMetricsPort final : public MetricsPort
{
public:
    explicit SessionMetricsPort(SessionLinkPtr link) : m_link(std::move(link)) {}

    Future<MetricsTargets> targets() override
    {
        return ask<MetricsTargets>(m_link, [sweep = m_sweep](SessionCore &core) -> Future<MetricsTargets> {
            if (!core.clients())
                return Future<MetricsTargets>::ready(fail(core.notOpen()));
            const auto finder = std::make_shared<MetricsFinder>(*core.clients()->dynamic, core.executor(), *core.scheduler(), sweep);
            return then(finder->find(), core.owner(), [finder](Result<MetricsTargets> found) { return found; });
        });
    }

    Future<ControllerMetrics> scrape(const MetricsTarget &target) override { return readAt<ControllerMetrics>(QString::fromStdString(target.proxyPath())); }
    Future<ControllerMetrics> apiServer() override { return readAt<ControllerMetrics>(QStringLiteral("/metrics")); }
    Future<ApiServerLoad> apiServerLoad() override { return readAt<ApiServerLoad>(QStringLiteral("/metrics")); }

    Future<PriorityAndFairness> flowControl() override
    {
        return ask<PriorityAndFairness>(m_link, [](SessionCore &core) -> Future<PriorityAndFairness> {
            std::vector<Future<QByteArray>> dumps;
            for (const char *name : {"dump_priority_levels", "dump_queues", "dump_requests"})
                dumps.push_back(dump(core, name));
            return then(gather(std::move(dumps), core.owner()), core.owner(), [](Result<std::vector<Result<QByteArray>>> all) -> Result<PriorityAndFairness> {
                if (!all)
                    return fail(all.error());
                return flowControlOf(*all);
            });
        });
    }

    Future<Readiness> readiness() override
    {
        return ask<Readiness>(m_link, [](SessionCore &core) -> Future<Readiness> {
            if (!core.clients())
                return Future<Readiness>::ready(fail(core.notOpen()));
            Request request = textAt(QStringLiteral("/readyz"));
            request.parameter(QStringLiteral("verbose"), QStringLiteral("1"));
            return then(core.clients()->rest->send(std::move(request)), core.owner(), [](Result<Response> answer) -> Result<Readiness> {
                if (answer)
                    return Readiness{true, decodeHealthChecks(answer->body.toStdString()), false};
                Readiness readiness{false, decodeHealthChecks(unexpectedAnswer(answer.error())), false};
                if (readiness.checks.empty())
                    return fail(answer.error());
                readiness.isCut = !unexpectedAnswer(answer.error()).ends_with("check failed");
                return readiness;
            });
        });
    }

private:
    template <typename Metrics>
    Future<Metrics> readAt(const QString &path)
    {
        return ask<Metrics>(m_link, [path](SessionCore &core) { return readText<Metrics>(core, textAt(path), Metrics::decode); });
    }

    SessionLinkPtr m_link;
    std::shared_ptr<PodSweep> m_sweep = std::make_shared<PodSweep>(); ///< touched on the session's thread alone
};

} // namespace

std::unique_ptr<MetricsPort> makeMetricsPort(SessionLinkPtr link)
{
    return std::make_unique<SessionMetricsPort>(std::move(link));
}

} // namespace kube
