// SPDX-License-Identifier: Apache-2.0
#include "ui/views/verbs/drain_text.h"

#include "ui/base/format.h"
#include "ui/views/verbs/removal_text.h"

#include <QCoreApplication>

namespace orrery {

namespace {

struct DrainTexts {
    Q_DECLARE_TR_FUNCTIONS(orrery::DrainTexts)
};

StateWords describeVerdict(kube::DrainVerdict verdict)
{
    using Verdict = kube::DrainVerdict;
    switch (verdict) {
    case Verdict::Evict:
        return {Tone::Informative, DrainTexts::tr("To be evicted"), {}};
    case Verdict::LeaveMirror:
        return {Tone::Completed, DrainTexts::tr("Stays"), DrainTexts::tr("A static Pod: the kubelet has it from a file")};
    case Verdict::LeaveDaemonSet:
        return {Tone::Completed, DrainTexts::tr("Stays"), DrainTexts::tr("Its DaemonSet would put it back")};
    case Verdict::AskDaemonSet:
        return {Tone::Pending, DrainTexts::tr("Needs consent"), DrainTexts::tr("Of a DaemonSet, which would put it back")};
    case Verdict::AskEmptyDir:
        return {Tone::Pending, DrainTexts::tr("Needs consent"), DrainTexts::tr("What is in its emptyDir volumes is lost")};
    case Verdict::AskUnmanaged:
        return {Tone::Pending, DrainTexts::tr("Needs consent"), DrainTexts::tr("Nobody makes it again")};
    }
    return {};
}

} // namespace

QList<VerbRow> drainRows(const kube::DrainState &state, const kube::DrainConsent &consent, kube::WallTime now)
{
    using Phase = kube::DrainState::Phase;
    QList<VerbRow> rows;
    const bool isUnderWay = state.phase == Phase::Evicting || state.phase == Phase::Finished;
    for (const kube::DrainPod &pod : state.pods) {
        VerbRow row;
        row.id = QString::fromStdString(pod.uid);
        row.what = QString::fromStdString(pod.key.toString());
        StateWords words = describeVerdict(kube::drainVerdict(pod, consent));
        if (isUnderWay) {
            for (const kube::RemovalItem &item : state.evictions.items) {
                if (item.target.uid == pod.uid)
                    words = describeRemoval(item, now);
            }
        }
        row.tone = words.tone;
        row.state = words.text;
        QStringList more{words.more};
        if (words.more.isEmpty() && !pod.controllerKind.empty())
            more = {QString::fromStdString(pod.controllerKind + ' ' + pod.controllerName)};
        row.more = more.join(QStringLiteral(". "));
        rows << row;
    }
    return rows;
}

QString drainSummary(const kube::DrainState &state, const kube::DrainConsent &consent)
{
    using Phase = kube::DrainState::Phase;
    const QString cordon = state.isCordoned ? DrainTexts::tr("The Node is cordoned.") : QString();
    switch (state.phase) {
    case Phase::Reading:
        return DrainTexts::tr("Its Pods are read …");
    case Phase::Asking: {
        qint64 evicted = 0;
        for (const kube::DrainPod &pod : state.pods)
            evicted += kube::drainVerdict(pod, consent) == kube::DrainVerdict::Evict ? 1 : 0;
        const auto open = kube::openQuestions(state.pods, consent);
        if (open > 0)
            return DrainTexts::tr("%n Pod(s) need(s) consent before anything is done.", nullptr, static_cast<int>(open));
        return (state.isCordoned ? DrainTexts::tr("%1 of %2 Pods are evicted; the Node is cordoned already.") : DrainTexts::tr("The Node is cordoned, then %1 of %2 Pods are evicted."))
            .arg(count(evicted), count(static_cast<qint64>(state.pods.size())));
    }
    case Phase::Cordoning:
        return DrainTexts::tr("The Node is being cordoned …");
    case Phase::Evicting:
        return QStringLiteral("%1 %2.").arg(cordon, summaryOf(state.evictions));
    case Phase::Finished: {
        const bool isEmpty = state.evictions.count(kube::RemovalPhase::Gone) == state.evictions.items.size();
        const QString stays = DrainTexts::tr("The Node stays cordoned: uncordon it to place Pods on it again.");
        if (isEmpty && !state.isStopped)
            return DrainTexts::tr("The Node is drained. %1").arg(stays);
        const QString why = state.isStopped ? DrainTexts::tr("Stopped.") : state.evictions.isTimedOut ? DrainTexts::tr("Out of time.") : DrainTexts::tr("Not all Pods could be evicted.");
        const QString summary = summaryOf(state.evictions);
        return QStringList{why, summary.isEmpty() ? QString() : summary + QLatin1Char('.'), state.isCordoned ? stays : QString()}.join(QLatin1Char(' ')).simplified();
    }
    case Phase::Failed:
        return cordon;
    }
    return {};
}

ConsentCounts consentCounts(const std::vector<kube::DrainPod> &pods)
{
    ConsentCounts counts;
    for (const kube::DrainPod &pod : pods) {
        if (kube::drainVerdict(pod, {false, true, true}) == kube::DrainVerdict::AskDaemonSet)
            ++counts.daemonSets;
        if (kube::drainVerdict(pod, {true, false, true}) == kube::DrainVerdict::AskEmptyDir)
            ++counts.emptyDirs;
        if (kube::drainVerdict(pod, {true, true, false}) == kube::DrainVerdict::AskUnmanaged)
            ++counts.unmanaged;
    }
    return counts;
}

} // namespace orrery
