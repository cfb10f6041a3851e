// SPDX-License-Identifier: Apache-2.0
#include "ui/views/controllers/controllers_text.h"

#include "ui/base/format.h"
#include "ui/base/measure_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace orrery {

namespace {

using Finding = kube::QueueFinding::Kind;

struct ControllersTexts {
    Q_DECLARE_TR_FUNCTIONS(ControllersTexts)
};

bool refusesTheProxy(const kube::Error &error)
{
    return error.message.contains(QLatin1String("pods/proxy")) || (error.status && error.status->kind == QLatin1String("pods"));
}

/// Does the API server itself not know this identity?
bool isUnknown(const std::vector<ControllerProgram> &programs)
{
    return std::any_of(programs.begin(), programs.end(), [](const ControllerProgram &one) { return !one.target && one.error && one.error->is(kube::ErrorKind::Unauthorized); });
}

bool tellsNoMetrics(const kube::Error &error)
{
    return error.is(kube::ErrorKind::NotFound) || error.is(kube::ErrorKind::BadInput);
}

/// Is the error the program's own, behind a proxy that reached it? The proxy says of itself that it did not get through.
bool isOwnError(const kube::Error &error)
{
    if (!error.status || error.status->code < 500)
        return false;
    for (const char *sign : {"trying to reach", "Trying to reach", "error dialing", "dial tcp"}) {
        if (error.message.contains(QLatin1String(sign)))
            return false;
    }
    return std::any_of(error.status->causes.begin(), error.status->causes.end(), [](const kube::StatusCause &cause) { return cause.reason == QLatin1String("UnexpectedServerResponse"); });
}

/// The flag replaces its default, which is all but the last: without them the probes would be refused, and the component restarted.
QString openPaths()
{
    return QStringLiteral("--authorization-always-allow-paths=/healthz,/readyz,/livez,/metrics");
}

/// Is it a part of the control plane, which has that flag?
bool isComponent(const ControllerProgram &program)
{
    return program.target && program.target->endpoint.sign == kube::MetricsEndpoint::Sign::Component;
}

ErrorText withMend(const kube::Error &error, const QString &headline, const QString &mend)
{
    return {headline, describe(error).detail, mend};
}

} // namespace

int gravityOf(Finding kind)
{
    constexpr std::array order = {Finding::Delayed, Finding::Slow, Finding::Throttled, Finding::Refused, Finding::HotLooping, Finding::Saturated, Finding::Failing, Finding::Unserved, Finding::Stuck};
    return static_cast<int>(std::find(order.begin(), order.end(), kind) - order.begin());
}

Tone findingTone(Finding kind)
{
    switch (kind) {
    case Finding::Stuck:
    case Finding::Unserved:
    case Finding::Failing: return Tone::Failing;
    case Finding::HotLooping: // it may gather changes on purpose
    case Finding::Saturated:
    case Finding::Throttled:
    case Finding::Slow:
    case Finding::Delayed:
    case Finding::Refused: return Tone::Pending;
    }
    return Tone::Neutral;
}

QString findingWord(Finding kind)
{
    switch (kind) {
    case Finding::Stuck: return ControllersTexts::tr("stuck");
    case Finding::Unserved: return ControllersTexts::tr("no worker");
    case Finding::Saturated: return ControllersTexts::tr("saturated");
    case Finding::HotLooping: return ControllersTexts::tr("hot loop");
    case Finding::Failing: return ControllersTexts::tr("failing");
    case Finding::Throttled: return ControllersTexts::tr("throttled");
    case Finding::Slow:
    case Finding::Delayed: return ControllersTexts::tr("slow");
    case Finding::Refused: return ControllersTexts::tr("refused");
    }
    return {};
}

QString findingText(const kube::QueueFinding &finding)
{
    const int number = static_cast<int>(std::min(finding.count, 1e9));
    switch (finding.kind) {
    case Finding::Stuck: return ControllersTexts::tr("%n worker(s) have not come back; the longest for %1", nullptr, number).arg(secondsText(finding.seconds));
    case Finding::Unserved: return ControllersTexts::tr("%1 key(s) wait, and no worker has taken any for %2", nullptr, number).arg(count(number), secondsText(finding.seconds));
    case Finding::Saturated:
        if (finding.isMore)
            return ControllersTexts::tr("all workers are busy and %1 key(s) wait, half of them more than %2", nullptr, number).arg(count(number), secondsText(finding.seconds));
        return ControllersTexts::tr("all workers are busy and %1 key(s) wait, half of them up to %2", nullptr, number).arg(count(number), secondsText(finding.seconds));
    case Finding::HotLooping: return ControllersTexts::tr("most work is retries or was put off, %1 a second").arg(rateText(finding.count));
    case Finding::Failing:
        if (finding.count <= 0)
            return ControllersTexts::tr("not one reconcile has ended well");
        return ControllersTexts::tr("reconciles end with errors, %1 a second").arg(rateText(finding.count));
    case Finding::Throttled:
        if (finding.isMore)
            return ControllersTexts::tr("its requests wait for its own rate limiter, some more than %1").arg(secondsText(finding.seconds));
        return ControllersTexts::tr("its requests wait for its own rate limiter, up to %1").arg(secondsText(finding.seconds));
    case Finding::Slow: return ControllersTexts::tr("its requests take %1 on average, and not for its own rate limiter: the API server takes that long").arg(secondsText(finding.seconds));
    case Finding::Delayed:
        return ControllersTexts::tr("its requests take %1 on average; whether its own rate limiter (--kube-api-qps) or the API server holds them up it does not tell").arg(secondsText(finding.seconds));
    case Finding::Refused: return ControllersTexts::tr("the API server refuses its requests as too many, %1 a second").arg(rateText(finding.count));
    }
    return {};
}

ErrorText describeScrape(const kube::Error &error, const ControllerProgram &program, const std::vector<ControllerProgram> &all)
{
    if (error.is(kube::ErrorKind::Unauthorized) && isUnknown(all))
        return describe(error);
    if (!program.target) {
        if (error.is(kube::ErrorKind::Forbidden))
            return withMend(error, ControllersTexts::tr("The API server's own metrics may not be read"),
                            ControllersTexts::tr("It takes get on the path /metrics (nonResourceURLs), as in the ClusterRole system:monitoring."));
        if (error.is(kube::ErrorKind::NotFound))
            return withMend(error, ControllersTexts::tr("The API server tells no metrics"), ControllersTexts::tr("It has no /metrics, or what stands before it does not pass that path on."));
        return describe(error);
    }
    if (error.is(kube::ErrorKind::Forbidden) && refusesTheProxy(error))
        return withMend(error, ControllersTexts::tr("The API server does not let this identity reach the Pod"),
                        ControllersTexts::tr("It takes get on pods/proxy in the namespace %1. Ask who runs the cluster for a Role with resources: [pods/proxy], verbs: [get].").arg(program.place));
    if (isRefusal(error))
        return withMend(error, ControllersTexts::tr("The program itself wants to know who asks"),
                        isComponent(program) ? ControllersTexts::tr("The API server's proxy passes no identity on. Start it with %1: the flag replaces the paths that are open without it, "
                                                                    "and the probes ask the first three.").arg(openPaths())
                                             : ControllersTexts::tr("The API server's proxy passes no identity on. Ask it with a token of its own beside Orrery, or let it tell its metrics without "
                                                                    "authentication, on an address of its own (a controller-runtime manager can)."));
    if (isGonePod(error))
        return withMend(error, ControllersTexts::tr("The Pod is gone"), ControllersTexts::tr("Whatever stands in its place is looked for."));
    if (error.is(kube::ErrorKind::NotFound))
        return withMend(error, ControllersTexts::tr("There are no metrics at that place"),
                        ControllersTexts::tr("Asked was port %1, path %2. Correct the annotations prometheus.io/port and prometheus.io/path, or the port's name.")
                            .arg(program.target->endpoint.port)
                            .arg(QString::fromStdString(program.target->endpoint.path)));
    if (error.is(kube::ErrorKind::BadInput))
        return withMend(error, ControllersTexts::tr("What it answers is not Prometheus' text format"), ControllersTexts::tr("Another program may listen on that port."));
    if (isOwnError(error))
        return withMend(error, ControllersTexts::tr("The program answers with an error of its own, %1").arg(error.status->code),
                        ControllersTexts::tr("The API server reaches it. Its log may say why it cannot tell its metrics."));
    return withMend(error, ControllersTexts::tr("The API server does not reach the Pod's port"),
                    ControllersTexts::tr("The program may listen on 127.0.0.1 alone (--bind-address), speak the other of http and https, or a NetworkPolicy keeps the API server out."));
}

QString spreadText(double half, double most)
{
    const QString second = secondsText(most);
    // In the unit of the second, which two units would be too long for a cell: "0.3 · 9.9 ms".
    const double unit = most >= 1 ? 1 : 0.001;
    if (most >= 0.001 && most < 100 && half < unit && half >= unit / 100)
        return QStringLiteral("%1 · %2").arg(rateText(half / unit), second);
    return QStringLiteral("%1 · %2").arg(withoutSharedUnit(secondsText(half), second), second);
}

QString spreadText(const kube::MetricHistogram &histogram)
{
    const auto half = histogram.quantile(0.5), most = histogram.quantile(0.99);
    if (!half || !most)
        return {};
    if (histogram.isBeyond(0.5))
        return beyondText(*half);
    QString text = spreadText(*half, *most);
    return histogram.isBeyond(0.99) ? text.replace(QStringLiteral(" · "), QStringLiteral(" · >")) : text;
}

QString scrapeWord(const kube::Error &error)
{
    if (isRefusal(error))
        return ControllersTexts::tr("no access");
    if (isGonePod(error))
        return ControllersTexts::tr("gone");
    if (isOwnError(error))
        return ControllersTexts::tr("error %1").arg(error.status->code);
    return tellsNoMetrics(error) ? ControllersTexts::tr("no metrics") : ControllersTexts::tr("no answer");
}

QStringList unreadTexts(const std::vector<ControllerProgram> &programs)
{
    int withoutProxy = 0, closedComponents = 0, withoutName = 0, withoutMetrics = 0, withError = 0, withoutAnswer = 0;
    QStringList texts;
    const bool isOurs = isUnknown(programs);
    for (const ControllerProgram &program : programs) {
        if (program.state != ControllerProgram::State::Failed)
            continue;
        const kube::Error &error = *program.error;
        if (!program.target && error.is(kube::ErrorKind::Forbidden))
            texts << ControllersTexts::tr("the API server's own may not be read: it takes get on /metrics");
        else if (!program.target && isRefusal(error))
            texts << describe(error).headline;
        else if (isOurs && error.is(kube::ErrorKind::Unauthorized))
            continue; // that is the same
        else if (error.is(kube::ErrorKind::Forbidden) && refusesTheProxy(error))
            ++withoutProxy;
        else if (isRefusal(error))
            ++(isComponent(program) ? closedComponents : withoutName);
        else if (isGonePod(error))
            continue;
        else if (tellsNoMetrics(error))
            ++withoutMetrics;
        else if (isOwnError(error))
            ++withError;
        else
            ++withoutAnswer;
    }
    if (withoutProxy > 0)
        texts << ControllersTexts::tr("%n may not be read: it takes get on pods/proxy", nullptr, withoutProxy);
    if (closedComponents > 0)
        texts << ControllersTexts::tr("%n component(s) want(s) to know who asks: %1 mends it", nullptr, closedComponents).arg(openPaths());
    if (withoutName > 0)
        texts << ControllersTexts::tr("%n want(s) to know who asks", nullptr, withoutName);
    if (withoutMetrics > 0)
        texts << ControllersTexts::tr("%n tell(s) no metrics where asked", nullptr, withoutMetrics);
    if (withError > 0)
        texts << ControllersTexts::tr("%n answer(s) with an error of its own", nullptr, withError);
    if (withoutAnswer > 0)
        texts << ControllersTexts::tr("%n do(es) not answer", nullptr, withoutAnswer);
    return texts;
}

bool isRefusal(const kube::Error &error)
{
    return error.is(kube::ErrorKind::Forbidden) || error.is(kube::ErrorKind::Unauthorized);
}

bool isUnreached(const kube::Error &error)
{
    return error.is(kube::ErrorKind::Server) && !isOwnError(error);
}

QString suspicionText(const kube::Suspicion &suspicion)
{
    using Kind = kube::Suspicion::Kind;
    const QString what = QString::fromStdString(suspicion.what);
    const QString reason = QString::fromStdString(suspicion.reason);
    QString message = QString::fromStdString(suspicion.message).simplified();
    if (message.endsWith(QLatin1Char('.')))
        message.chop(1); // another reason may follow
    const auto followed = [&message](const QString &head) { return message.isEmpty() ? head : head + QStringLiteral(": ") + message; };
    switch (suspicion.kind) {
    case Kind::NotObserved:
        return ControllersTexts::tr("generation %1 is not observed, only %2").arg(suspicion.wanted).arg(suspicion.observed);
    case Kind::Deleting: return what.isEmpty() ? ControllersTexts::tr("is to go and is still there") : ControllersTexts::tr("is to go, kept by %1").arg(what);
    case Kind::Condition: return followed(reason.isEmpty() ? what : QStringLiteral("%1 (%2)").arg(what, reason));
    case Kind::Event: return followed(suspicion.count > 1 ? QStringLiteral("%1 ×%2").arg(reason, count(suspicion.count)) : reason);
    case Kind::Unready: return ControllersTexts::tr("%1 of %2 ready").arg(count(suspicion.observed), count(suspicion.wanted));
    case Kind::Surplus: return ControllersTexts::tr("%1 copies where %2 are wanted").arg(count(suspicion.observed), count(suspicion.wanted));
    case Kind::Heartbeat: return ControllersTexts::tr("its Lease has not been renewed");
    }
    return {};
}

} // namespace orrery
