// SPDX-License-Identifier: Apache-2.0
#include "ui/base/freshness_text.h"

#include "ui/base/error_text.h"
#include "ui/base/format.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace orrery {

namespace {

struct FreshnessTexts {
    Q_DECLARE_TR_FUNCTIONS(FreshnessTexts)
public:
    static QString since(kube::WallTime time)
    {
        return time == kube::WallTime{} ? QString() : tr("since %1").arg(clockTime(time));
    }
    static QString asOf(kube::WallTime time)
    {
        return time == kube::WallTime{} ? QString() : tr("as of %1").arg(clockTime(time));
    }
    static void addReason(QStringList &lines, const std::optional<kube::Error> &reason)
    {
        if (!reason)
            return;
        const ErrorText text = describeRetried(*reason);
        for (const QString &line : {text.headline, text.detail, text.mend}) {
            if (!line.isEmpty() && !lines.contains(line))
                lines << line;
        }
    }
    static void addNextTry(QStringList &lines, const std::optional<kube::WallTime> &nextTry)
    {
        if (nextTry)
            lines << tr("Next try at %1.").arg(clockTime(*nextTry));
    }
    static void addAsOf(QStringList &lines, kube::WallTime time)
    {
        if (time != kube::WallTime{})
            lines << tr("What is shown was true at %1.").arg(absoluteTime(time));
    }
    static QString faultText(const kube::ConnectionFault &fault)
    {
        using Kind = kube::ConnectionFault::Kind;
        switch (fault.kind) {
        case Kind::Gone: return tr("410 Gone, %n time(s) more", nullptr, fault.count);
        case Kind::TooManyRequests: return tr("429 Too Many Requests, %n time(s) more", nullptr, fault.count);
        case Kind::ServerError: return tr("500 Internal Server Error, %n time(s) more", nullptr, fault.count);
        case Kind::Delay: return tr("everything comes %1 late").arg(humanDuration(fault.duration));
        case Kind::Freeze: return tr("nothing is heard");
        }
        return {};
    }
    static bool isFrozen(const kube::Freshness &freshness)
    {
        return std::any_of(freshness.faults.begin(), freshness.faults.end(), [](const kube::ConnectionFault &fault) { return fault.kind == kube::ConnectionFault::Kind::Freeze; });
    }
    /// A table that somebody makes lie says so before anything else.
    static void addFaults(BadgeText &badge, QStringList &lines, const kube::Freshness &freshness)
    {
        const bool isReason = freshness.reason && freshness.reason->code == kube::error_code::Injected;
        if (freshness.faults.empty() && !isReason)
            return;
        const auto delay = std::find_if(freshness.faults.begin(), freshness.faults.end(), [](const kube::ConnectionFault &fault) { return fault.kind == kube::ConnectionFault::Kind::Delay; });
        if (badge.tone == Tone::Ready) {
            badge.tone = Tone::Pending;
            if (delay != freshness.faults.end())
                badge.word = tr("%1 late").arg(humanDuration(delay->duration));
        } else if ((freshness.state == kube::FreshnessState::Paused || freshness.isHeld) && isFrozen(freshness)) {
            badge.word = tr("frozen");
        }
        // The wait after the last of them is a wait like any.
        if (!freshness.faults.empty()) {
            //: beside a table's state: what is wrong was made so on purpose
            badge.since = badge.since.isEmpty() ? tr("injected") : tr("%1, injected").arg(badge.since);
        }
        QStringList faults;
        for (const kube::ConnectionFault &fault : freshness.faults)
            faults << faultText(fault);
        faults.removeDuplicates();
        lines.prepend(faults.isEmpty() ? tr("It was made to fail on the Pipeline page.") : tr("Made to go wrong on the Pipeline page: %1.").arg(faults.join(QStringLiteral("; "))));
    }
    static QString joined(const std::vector<std::string> &names)
    {
        QStringList list;
        for (const std::string &name : names)
            list << QString::fromStdString(name);
        return list.join(QStringLiteral(", "));
    }
};

} // namespace

BadgeText describe(const kube::Freshness &freshness)
{
    using State = kube::FreshnessState;
    BadgeText badge;
    QStringList lines;
    switch (freshness.state) {
    case State::Idle:
        badge = {Tone::Completed, FreshnessTexts::tr("not opened"), {}, {}};
        break;
    case State::Connecting:
        badge = {Tone::Informative, FreshnessTexts::tr("connecting"), FreshnessTexts::since(freshness.since), {}};
        break;
    case State::Loading:
        badge = {Tone::Informative, FreshnessTexts::tr("loading, %1 so far").arg(count(static_cast<qint64>(freshness.loaded))), {}, {}};
        break;
    case State::Live:
        badge = {Tone::Ready, FreshnessTexts::tr("live"), {}, {}};
        lines << FreshnessTexts::tr("Changes appear as the server tells of them.");
        break;
    case State::Paused:
        badge = {Tone::Pending, FreshnessTexts::tr("paused"), FreshnessTexts::asOf(freshness.asOf), {}};
        if (!FreshnessTexts::isFrozen(freshness))
            lines << FreshnessTexts::tr("Changes are held back, because somebody has paused them or there are too many at once. None is lost.");
        break;
    case State::Reconnecting:
        switch (freshness.anew) {
        case kube::Anew::Nothing:
            // When it was noticed is later than what is shown.
            badge = {Tone::Pending, FreshnessTexts::tr("reconnecting"), FreshnessTexts::asOf(freshness.asOf), {}};
            if (badge.since.isEmpty())
                badge.since = FreshnessTexts::since(freshness.since);
            if (freshness.isPausedToo) {
                badge.since = badge.since.isEmpty() ? FreshnessTexts::tr("paused") : FreshnessTexts::tr("%1, paused").arg(badge.since);
                lines << FreshnessTexts::tr("It is paused besides: what comes then is held back, on the Pipeline page.");
            }
            break;
        case kube::Anew::List:
            badge = {Tone::Informative, FreshnessTexts::tr("listing anew"), FreshnessTexts::asOf(freshness.asOf), {}};
            lines << FreshnessTexts::tr("Somebody asked for everything anew. What is shown stays until the list is whole.");
            break;
        case kube::Anew::Watch:
            badge = {Tone::Informative, FreshnessTexts::tr("watching anew"), FreshnessTexts::asOf(freshness.asOf), {}};
            lines << FreshnessTexts::tr("Somebody cut the watch. Another one is opened, from where it stood.");
            break;
        }
        FreshnessTexts::addAsOf(lines, freshness.asOf);
        break;
    case State::Forbidden:
        badge = {Tone::Failing, FreshnessTexts::tr("forbidden"), {}, {}};
        if (freshness.denied)
            lines << orrery::describe(*freshness.denied);
        break;
    case State::Failed:
        badge = {Tone::Failing, FreshnessTexts::tr("failed"), FreshnessTexts::since(freshness.since), {}};
        break;
    case State::AsOf:
        badge = {Tone::Completed, FreshnessTexts::asOf(freshness.asOf), {}, {}};
        lines << FreshnessTexts::tr("This resource cannot be watched: it is read every 15 seconds, and by Refresh.");
        break;
    }
    if (freshness.isHeld) {
        badge = {Tone::Pending, FreshnessTexts::tr("paused"), badge.since, {}};
        if (!FreshnessTexts::isFrozen(freshness))
            lines << FreshnessTexts::tr("Somebody holds up what is to come, on the Pipeline page.");
    }
    if (!freshness.missingNamespaces.empty()) {
        if (badge.tone == Tone::Ready) {
            badge.tone = Tone::Pending;
            badge.word = FreshnessTexts::tr("live in part");
        }
        lines << FreshnessTexts::tr("Not allowed in: %1.").arg(FreshnessTexts::joined(freshness.missingNamespaces));
    }
    FreshnessTexts::addReason(lines, freshness.reason);
    FreshnessTexts::addNextTry(lines, freshness.nextTry);
    FreshnessTexts::addFaults(badge, lines, freshness);
    badge.toolTip = lines.join(QLatin1Char('\n'));
    return badge;
}

BadgeText describe(const kube::Health &health)
{
    BadgeText badge;
    QStringList lines;
    switch (health.state) {
    case kube::HealthState::Closed:
        badge = {Tone::Completed, FreshnessTexts::tr("not opened"), {}, {}};
        break;
    case kube::HealthState::Connecting:
        badge = {Tone::Informative, FreshnessTexts::tr("connecting"), FreshnessTexts::since(health.since), {}};
        break;
    case kube::HealthState::Live:
        if (health.reason) // it stays connected: nothing is amiss since then
            badge = {Tone::Pending, FreshnessTexts::tr("busy: 429 Too Many Requests"), {}, {}};
        else
            badge = {Tone::Ready, FreshnessTexts::tr("live"), FreshnessTexts::since(health.since), {}};
        break;
    case kube::HealthState::Reconnecting:
        badge = {Tone::Pending, FreshnessTexts::tr("reconnecting"), FreshnessTexts::since(health.since), {}};
        break;
    case kube::HealthState::Forbidden:
        badge = {Tone::Failing, FreshnessTexts::tr("forbidden"), FreshnessTexts::since(health.since), {}};
        break;
    case kube::HealthState::Failed:
        badge = {Tone::Failing, FreshnessTexts::tr("failed"), FreshnessTexts::since(health.since), {}};
        break;
    }
    FreshnessTexts::addReason(lines, health.reason);
    if (!health.credentialNote.empty())
        lines << QString::fromStdString(health.credentialNote);
    badge.toolTip = lines.join(QLatin1Char('\n'));
    return badge;
}

} // namespace orrery
