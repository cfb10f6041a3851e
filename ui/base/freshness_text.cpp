// SPDX-License-Identifier: Apache-2.0
#include "ui/base/freshness_text.h"

#include "ui/base/error_text.h"
#include "ui/base/format.h"

#include <QCoreApplication>
#include <QStringList>

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
        const ErrorText text = orrery::describe(*reason);
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
    static QString joined(const std::vector<std::string> &names)
    {
        QStringList list;
        for (const std::string &name : names)
            list << QString::fromStdString(name);
        return list.join(QStringLiteral(", "));
    }
};
using T = FreshnessTexts;

} // namespace

BadgeText describe(const kube::Freshness &freshness)
{
    using State = kube::FreshnessState;
    BadgeText badge;
    QStringList lines;
    switch (freshness.state) {
    case State::Idle:
        badge = {Tone::Completed, T::tr("not opened"), {}, {}};
        break;
    case State::Connecting:
        badge = {Tone::Informative, T::tr("connecting"), T::since(freshness.since), {}};
        break;
    case State::Loading:
        badge = {Tone::Informative, T::tr("loading, %1 so far").arg(count(static_cast<qint64>(freshness.loaded))), {}, {}};
        break;
    case State::Live:
        badge = {Tone::Ready, T::tr("live"), {}, {}};
        lines << T::tr("Changes appear as the server tells of them.");
        break;
    case State::Reconnecting:
        badge = {Tone::Pending, T::tr("reconnecting"), T::since(freshness.since), {}};
        T::addAsOf(lines, freshness.asOf);
        break;
    case State::Forbidden:
        badge = {Tone::Failing, T::tr("forbidden"), {}, {}};
        if (freshness.denied)
            lines << orrery::describe(*freshness.denied);
        break;
    case State::Failed:
        badge = {Tone::Failing, T::tr("failed"), T::since(freshness.since), {}};
        break;
    case State::AsOf:
        badge = {Tone::Completed, T::asOf(freshness.asOf), {}, {}};
        lines << T::tr("This resource cannot be watched; refresh to read it again.");
        break;
    }
    if (!freshness.missingNamespaces.empty()) {
        if (badge.tone == Tone::Ready) {
            badge.tone = Tone::Pending;
            badge.word = T::tr("live in part");
        }
        lines << T::tr("Not allowed in: %1.").arg(T::joined(freshness.missingNamespaces));
    }
    T::addReason(lines, freshness.reason);
    T::addNextTry(lines, freshness.nextTry);
    badge.toolTip = lines.join(QLatin1Char('\n'));
    return badge;
}

BadgeText describe(const kube::Health &health)
{
    BadgeText badge;
    QStringList lines;
    switch (health.state) {
    case kube::HealthState::Closed:
        badge = {Tone::Completed, T::tr("not opened"), {}, {}};
        break;
    case kube::HealthState::Connecting:
        badge = {Tone::Informative, T::tr("connecting"), T::since(health.since), {}};
        break;
    case kube::HealthState::Live:
        badge = {Tone::Ready, T::tr("live"), T::since(health.since), {}};
        break;
    case kube::HealthState::Reconnecting:
        badge = {Tone::Pending, T::tr("reconnecting"), T::since(health.since), {}};
        break;
    case kube::HealthState::Forbidden:
        badge = {Tone::Failing, T::tr("forbidden"), T::since(health.since), {}};
        break;
    case kube::HealthState::Failed:
        badge = {Tone::Failing, T::tr("failed"), T::since(health.since), {}};
        break;
    }
    T::addReason(lines, health.reason);
    if (!health.credentialNote.empty())
        lines << QString::fromStdString(health.credentialNote);
    badge.toolTip = lines.join(QLatin1Char('\n'));
    return badge;
}

} // namespace orrery
