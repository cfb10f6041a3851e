// SPDX-License-Identifier: Apache-2.0
#include "ui/views/verbs/removal_text.h"

#include "ui/base/error_text.h"
#include "ui/base/format.h"

#include <QCoreApplication>

#include <map>
#include <set>

namespace orrery {

namespace {

struct RemovalTexts {
    Q_DECLARE_TR_FUNCTIONS(orrery::RemovalTexts)
public:
    static QString ago(kube::WallTime since, kube::WallTime now)
    {
        return humanDuration(std::max(kube::Duration::zero(), std::chrono::duration_cast<kube::Duration>(now - since)));
    }
};

QString wordsOf(const std::optional<kube::Error> &error)
{
    if (!error)
        return {};
    return error->message.isEmpty() ? describe(*error).headline : error->message;
}

StateWords describeGoing(const kube::RemovalItem &item, kube::WallTime now)
{
    const kube::Lingering &lingering = item.lingering;
    StateWords words{Tone::Terminating, RemovalTexts::tr("Terminating"), {}};
    if (!lingering.deletionTimestamp) {
        words.text = RemovalTexts::tr("Being looked at");
    } else if (const auto left = lingering.left(now); left.count() > 0) {
        words.text = RemovalTexts::tr("Terminating, %n s left", nullptr, static_cast<int>(left.count()));
    } else {
        words.text = RemovalTexts::tr("Terminating since %1").arg(RemovalTexts::ago(*lingering.since(), now));
    }
    QStringList more;
    if (!lingering.conditions.empty())
        more << QString::fromStdString(lingering.conditions.front());
    if (const QString waits = waitsFor(lingering.finalizers); !waits.isEmpty())
        more << waits;
    if (item.error)
        more << wordsOf(item.error);
    words.more = more.join(QStringLiteral(". "));
    return words;
}

} // namespace

QString waitsFor(const std::vector<std::string> &finalizers)
{
    QStringList names;
    for (const std::string &name : finalizers)
        names << QString::fromStdString(name);
    return names.isEmpty() ? QString() : RemovalTexts::tr("Waits for %1").arg(names.join(QStringLiteral(", ")));
}

StateWords describeRemoval(const kube::RemovalItem &item, kube::WallTime now)
{
    switch (item.phase) {
    case kube::RemovalPhase::Waiting:
        return {Tone::Completed, RemovalTexts::tr("Not sent yet"), {}};
    case kube::RemovalPhase::Sent:
        return {Tone::Pending, RemovalTexts::tr("Sent"), {}};
    case kube::RemovalPhase::Blocked: {
        const qint64 seconds = item.nextTry ? std::max<qint64>(0, std::chrono::ceil<std::chrono::seconds>(*item.nextTry - now).count()) : 0;
        const QString by = item.budget.empty() ? wordsOf(item.error) : RemovalTexts::tr("Disruption budget %1 allows none now").arg(QString::fromStdString(item.budget));
        return {Tone::Pending, RemovalTexts::tr("Refused for now, again in %n s", nullptr, static_cast<int>(seconds)), by};
    }
    case kube::RemovalPhase::Going:
        return describeGoing(item, now);
    case kube::RemovalPhase::Gone:
        return {Tone::Ready, RemovalTexts::tr("Gone"), item.nameIsTaken ? RemovalTexts::tr("Another object has its name already") : QString()};
    case kube::RemovalPhase::Replaced:
        return {Tone::Pending, RemovalTexts::tr("Not deleted"), RemovalTexts::tr("It had gone before; another object has its name now")};
    case kube::RemovalPhase::Refused:
        return {Tone::Failing, RemovalTexts::tr("Refused"), wordsOf(item.error)};
    case kube::RemovalPhase::Unseen:
        return {Tone::Informative, RemovalTexts::tr("Accepted"), RemovalTexts::tr("You may not look whether it has gone: %1").arg(wordsOf(item.error))};
    case kube::RemovalPhase::NotSent:
        return {Tone::Completed, RemovalTexts::tr("Not sent"), item.budget.empty() ? QString() : RemovalTexts::tr("Disruption budget %1 allowed none").arg(QString::fromStdString(item.budget))};
    }
    return {};
}

QString describeFinalizer(const kube::FinalizerFact &fact)
{
    using Kind = kube::FinalizerFact::Kind;
    const QString name = QString::fromStdString(fact.name);
    switch (fact.kind) {
    case Kind::Foreground:
        return RemovalTexts::tr("%1: the garbage collector takes it away once the dependents have gone.").arg(name);
    case Kind::Orphan:
        return RemovalTexts::tr("%1: the garbage collector takes it away once the dependents are let go.").arg(name);
    case Kind::ClaimProtection:
        return RemovalTexts::tr("%1: goes once no Pod uses the claim.").arg(name);
    case Kind::VolumeProtection:
        return RemovalTexts::tr("%1: goes once no claim is bound to the volume.").arg(name);
    case Kind::LoadBalancer:
        return RemovalTexts::tr("%1: the cloud's controller takes it away once the load balancer has gone.").arg(name);
    case Kind::JobTracking:
        return RemovalTexts::tr("%1: the Job controller takes it away once the Pod is counted.").arg(name);
    case Kind::DefinitionCleanup:
        return RemovalTexts::tr("%1: goes once all objects of the kind have gone.").arg(name);
    case Kind::NamespaceContent:
        return RemovalTexts::tr("%1: goes once everything in the namespace has gone.").arg(name);
    case Kind::Custom:
        break;
    }
    if (fact.group.empty())
        return RemovalTexts::tr("%1: whoever has put it there has to take it away.").arg(name);
    return RemovalTexts::tr("%1: a controller of %2 has to take it away; without one the object stays.").arg(name, QString::fromStdString(fact.group));
}

QString summaryOf(const kube::RemovalProgress &progress)
{
    using Phase = kube::RemovalPhase;
    QStringList parts;
    const auto add = [&](const QString &text, std::initializer_list<Phase> phases) {
        std::size_t number = 0;
        for (const Phase phase : phases)
            number += progress.count(phase);
        if (number > 0)
            parts << text.arg(count(static_cast<qint64>(number)));
    };
    add(RemovalTexts::tr("%1 gone"), {Phase::Gone});
    add(RemovalTexts::tr("%1 terminating"), {Phase::Going});
    add(RemovalTexts::tr("%1 refused for now"), {Phase::Blocked});
    add(RemovalTexts::tr("%1 refused"), {Phase::Refused});
    add(RemovalTexts::tr("%1 replaced before"), {Phase::Replaced});
    add(RemovalTexts::tr("%1 accepted"), {Phase::Unseen});
    add(RemovalTexts::tr("%1 under way"), {Phase::Waiting, Phase::Sent});
    add(RemovalTexts::tr("%1 not sent"), {Phase::NotSent});
    return parts.join(QStringLiteral(", "));
}

QString countOfKind(qint64 number, const std::string &kind)
{
    const QString name = QString::fromStdString(kind);
    // Kinds are names: the English plural of one is made as the server makes it.
    const bool ends = kind.ends_with('s') || kind.ends_with('x');
    return QStringLiteral("%1 %2").arg(count(number), number == 1 ? name : kind.ends_with("cy") ? name.chopped(1) + QStringLiteral("ies") : name + (ends ? QStringLiteral("es") : QStringLiteral("s")));
}

QString summaryOf(const kube::OwnedFindings &findings)
{
    std::map<std::size_t, qint64> goes;
    qint64 stays = 0;
    for (const kube::OwnedRow &row : findings.rows) {
        if (row.stays)
            ++stays;
        else
            ++goes[row.object.kind];
    }
    for (const kube::KindCount &one : findings.counts)
        goes[one.kind] += one.count;
    QStringList parts;
    for (const auto &[kind, number] : goes)
        parts << countOfKind(number, findings.kinds[kind].kind);
    constexpr qsizetype most = 6;
    if (parts.size() > most) {
        const auto more = parts.size() - most + 1;
        parts = parts.first(most - 1);
        parts << RemovalTexts::tr("%n more kind(s)", nullptr, static_cast<int>(more));
    }
    QStringList sentences;
    if (!parts.isEmpty())
        sentences << RemovalTexts::tr("Goes with it: %1.").arg(parts.join(QStringLiteral(", ")));
    if (stays > 0)
        sentences << RemovalTexts::tr("%n object(s) stay(s): owned by others, too.", nullptr, static_cast<int>(stays));
    return sentences.join(QLatin1Char(' '));
}

} // namespace orrery
