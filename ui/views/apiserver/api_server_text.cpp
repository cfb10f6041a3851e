// SPDX-License-Identifier: Apache-2.0
#include "ui/views/apiserver/api_server_text.h"

#include "core/object/object_meta.h"
#include "ui/base/error_text.h"
#include "ui/base/format.h"
#include "ui/base/measure_text.h"
#include "ui/views/apiserver/api_server_follower.h"

#include <QCoreApplication>

namespace orrery {

namespace {

struct ApiServerTexts {
    Q_DECLARE_TR_FUNCTIONS(ApiServerTexts)
};

constexpr double enoughRequests = 50; ///< fewer say nothing of one in a hundred

double sumOf(const std::map<std::string, double> &values)
{
    double sum = 0;
    for (const auto &[name, value] : values)
        sum += value;
    return sum;
}

kube::MetricHistogram allOf(const std::map<std::string, kube::OperationLoad> &operations)
{
    kube::MetricHistogram all;
    for (const auto &[name, operation] : operations)
        all.add(operation.seconds);
    return all;
}

kube::Duration wholeSeconds(std::chrono::duration<double> duration)
{
    return std::chrono::duration_cast<std::chrono::seconds>(duration);
}

QString valueOf(const std::map<std::string, double> &values, const char *name)
{
    const auto found = values.find(name);
    return count(found == values.end() ? 0 : qRound64(found->second));
}

/// How many wait, how long already and who has most of them.
QString waitText(const kube::PriorityLevel &level, const kube::PriorityAndFairness &flow, kube::WallTime now)
{
    const QString howMany = ApiServerTexts::tr("%n request(s) of %1 wait for a seat", nullptr, static_cast<int>(level.waiting)).arg(QString::fromStdString(level.name));
    std::optional<kube::WallTime> oldest;
    std::map<std::string, int> users;
    for (const kube::FlowRequest &request : flow.requests) {
        const auto arrived = kube::parseTime(request.arrived);
        if (request.level != level.name || !request.started.empty() || !arrived)
            continue;
        oldest = oldest ? std::min(*oldest, *arrived) : *arrived;
        ++users[request.user.empty() ? request.flow : request.user];
    }
    if (!oldest)
        return howMany;
    const auto most = std::max_element(users.begin(), users.end(), [](const auto &one, const auto &other) { return one.second < other.second; });
    const QString since = humanDuration(std::max(kube::Duration::zero(), std::chrono::duration_cast<kube::Duration>(now - *oldest)));
    if (most->first.empty())
        return ApiServerTexts::tr("%1, the oldest for %2").arg(howMany, since);
    return ApiServerTexts::tr("%1, the oldest for %2; most are of %3").arg(howMany, since, QString::fromStdString(most->first));
}

} // namespace

bool isSlowFor(const std::string &operation, double seconds, double requests, bool isStorage)
{
    const double objective = isStorage ? 0.5 : operation == "LIST" || operation == "DELETECOLLECTION" ? 30 : 1;
    return requests >= enoughRequests && seconds > objective;
}

EmptyStateText troubleText(const kube::Error &error, ServerReading reading)
{
    const QString path = reading == ServerReading::Readiness ? QStringLiteral("/readyz")
        : reading == ServerReading::Metrics                  ? QStringLiteral("/metrics")
                                                             : QStringLiteral("/debug/api_priority_and_fairness/*");
    const ErrorText text = describe(error);
    if (error.is(kube::ErrorKind::Forbidden) && error.status) {
        const QString bind = reading == ServerReading::FlowControl ? QString() : QLatin1Char('\n') + ApiServerTexts::tr("The ClusterRole system:monitoring has it.");
        return {IconName::Lock, ApiServerTexts::tr("You may not read %1").arg(path), error.message,
                ApiServerTexts::tr("Ask who runs the cluster for a ClusterRole with this rule, bound by a ClusterRoleBinding:\nnonResourceURLs: [\"%1\"], verbs: [\"get\"]").arg(path) + bind, {}};
    }
    if (error.is(kube::ErrorKind::NotFound)) {
        if (reading == ServerReading::FlowControl) {
            return {IconName::Info, ApiServerTexts::tr("This server does not share itself out by priority and fairness"), error.message,
                    ApiServerTexts::tr("It is older than 1.20, was started with --enable-priority-and-fairness=false, or something in between hides /debug. Then requests are refused by --max-requests-inflight alone."), {}};
        }
        return {IconName::Info, ApiServerTexts::tr("This server has no %1").arg(path), error.message, ApiServerTexts::tr("Something between you and the API server may hide it."), {}};
    }
    return {IconName::Offline, text.headline, text.detail, text.mend + QLatin1Char('\n') + ApiServerTexts::tr("It is asked again every few seconds."), {}};
}

QList<ServerFinding> findingsOf(const ApiServerFollower &follower)
{
    QList<ServerFinding> findings;
    const QString counted = follower.counted() ? humanDuration(wholeSeconds(*follower.counted())) : QString();
    const auto &ready = follower.readiness();
    const bool isOld = ready.value && ready.error;
    if (isOld)
        findings.append({Tone::Failing, ApiServerTexts::tr("Not known since %1: %2").arg(clockTime(*ready.asOf), troubleText(*ready.error, ServerReading::Readiness).headline)});
    if (const auto &readiness = ready.value) {
        QStringList failed;
        for (const kube::HealthCheck &check : readiness->checks) {
            if (!check.isOk)
                failed << QString::fromStdString(check.name);
        }
        const int checks = static_cast<int>(readiness->checks.size());
        if (!failed.isEmpty())
            findings.append({Tone::Failing, ApiServerTexts::tr("Not ready: %1").arg(failed.join(QStringLiteral(", ")))});
        else if (!readiness->isReady)
            findings.append({Tone::Failing, ApiServerTexts::tr("Not ready")});
        else
            findings.append({isOld ? Tone::Completed : Tone::Ready, checks == 0 ? ApiServerTexts::tr("Ready") : ApiServerTexts::tr("Ready: all of %n check(s) pass", nullptr, checks)});
    } else if (follower.readiness().error) {
        findings.append({Tone::Completed, ApiServerTexts::tr("Whether it is ready is not known: %1").arg(troubleText(*follower.readiness().error, ServerReading::Readiness).headline)});
    }
    if (const auto &flow = follower.flowControl().value) {
        for (const kube::PriorityLevel &level : flow->levels) {
            const auto seats = follower.meanwhile().seats.find(level.name);
            const QString name = QString::fromStdString(level.name);
            if (!follower.isSinceBegin() && seats != follower.meanwhile().seats.end() && seats->second.rejected > 0)
                findings.append({Tone::Failing, ApiServerTexts::tr("%n request(s) of %1 refused in the last %2", nullptr, static_cast<int>(seats->second.rejected)).arg(name, counted)});
            if (level.waiting > 0)
                findings.append({Tone::Informative, waitText(level, *flow, follower.now())});
        }
    }
    const auto slow = [&findings, &counted](const std::map<std::string, kube::OperationLoad> &operations, bool isStorage) {
        for (const auto &[name, operation] : operations) {
            const auto most = operation.seconds.quantile(0.99);
            if (!most || !isSlowFor(name, *most, operation.seconds.count(), isStorage))
                continue;
            const QString what = QString::fromStdString(name);
            findings.append({Tone::Failing, isStorage ? ApiServerTexts::tr("etcd is slow: of 100 times %1 in the last %2, one took %3 or longer").arg(what, counted, secondsText(*most))
                                                      : ApiServerTexts::tr("%1 is slow: of 100 requests in the last %2, one took %3 or longer").arg(what, counted, secondsText(*most))});
        }
    };
    if (!follower.isSinceBegin()) { // what was slow some time since the server began says nothing of now
        slow(follower.meanwhile().storage, true);
        slow(follower.meanwhile().verbs, false);
    }
    std::stable_sort(findings.begin() + (findings.isEmpty() ? 0 : 1), findings.end(), [](const ServerFinding &left, const ServerFinding &right) {
        return (left.tone == Tone::Failing) > (right.tone == Tone::Failing);
    });
    return findings;
}

QList<ServerFigure> figuresOf(const ApiServerFollower &follower)
{
    QList<ServerFigure> figures{{ApiServerTexts::tr("Reads in flight"), {}, ApiServerTexts::tr("Requests that change nothing and are served now, without those that last")},
                                {ApiServerTexts::tr("Writes in flight"), {}, ApiServerTexts::tr("Requests that change something and are served now")},
                                {ApiServerTexts::tr("Requests"), {}, {}},
                                {ApiServerTexts::tr("99 of 100 within"), {}, ApiServerTexts::tr("How long requests take, watches left out")},
                                {ApiServerTexts::tr("etcd, 99 of 100"), {}, ApiServerTexts::tr("How long what the API server asks of etcd takes")},
                                {ApiServerTexts::tr("Watches"), {}, ApiServerTexts::tr("Open now")},
                                {ApiServerTexts::tr("Objects"), {}, ApiServerTexts::tr("Stored; a server counts them once a minute")},
                                {ApiServerTexts::tr("Database"), {}, ApiServerTexts::tr("etcd's size on disk")},
                                {ApiServerTexts::tr("Running for"), {}, {}}};
    const auto &load = follower.load().value;
    if (!load)
        return figures;
    const kube::MetricHistogram all = allOf(follower.meanwhile().verbs);
    const auto seconds = follower.counted();
    if (!load->inFlight.empty()) {
        figures[0].value = valueOf(load->inFlight, "readOnly");
        figures[1].value = valueOf(load->inFlight, "mutating");
    }
    if (seconds && seconds->count() > 0 && !load->verbs.empty())
        figures[2].value = ApiServerTexts::tr("%1/s").arg(rateText(all.count() / seconds->count()));
    figures[2].toolTip = countedText(follower);
    const auto most = [](const kube::MetricHistogram &histogram) {
        const auto value = histogram.quantile(0.99);
        return !value ? QString() : histogram.isBeyond(0.99) ? beyondText(*value) : secondsText(*value);
    };
    figures[3].value = most(all);
    figures[4].value = most(allOf(follower.meanwhile().storage));
    if (!load->watches.empty())
        figures[5].value = count(qRound64(sumOf(load->watches)));
    if (!load->objects.empty())
        figures[6].value = count(qRound64(sumOf(load->objects)));
    if (load->databaseBytes)
        figures[7].value = bytes(qRound64(*load->databaseBytes));
    if (load->startedAt) {
        figures[8].value = humanDuration(follower.now() - *load->startedAt);
        figures[8].toolTip = absoluteTime(*load->startedAt);
    }
    return figures;
}

QString countedText(const ApiServerFollower &follower)
{
    const auto seconds = follower.counted();
    if (!seconds)
        return {};
    const QString length = humanDuration(wholeSeconds(*seconds));
    return follower.isSinceBegin() ? ApiServerTexts::tr("Counted since the server began, %1 ago").arg(length) : ApiServerTexts::tr("Counted over the last %1").arg(length);
}

} // namespace orrery
