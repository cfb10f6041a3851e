// SPDX-License-Identifier: Apache-2.0
#include "ui/views/clockwork/clockwork_words.h"

#include "ui/base/format.h"

#include <QCoreApplication>
#include <QLocale>

namespace orrery {

namespace {

struct ClockworkWords {
    Q_DECLARE_TR_FUNCTIONS(Clockwork)
};

QString oneDecimal(double value)
{
    return QLocale().toString(value, 'f', 1);
}

} // namespace

QString shortTime(kube::Duration time)
{
    const double ms = std::chrono::duration<double, std::milli>(time).count();
    if (ms <= 0)
        return QStringLiteral("0 ms");
    if (ms < 1)
        return QStringLiteral("<1 ms");
    if (ms < 1000)
        return QStringLiteral("%1 ms").arg(qRound(ms));
    if (ms < 10'000)
        return QStringLiteral("%1 s").arg(oneDecimal(ms / 1000));
    return humanDuration(time);
}

QString reasonText(kube::ListReason reason)
{
    switch (reason) {
    case kube::ListReason::First: return ClockworkWords::tr("the first");
    case kube::ListReason::Retry: return ClockworkWords::tr("the list before failed");
    case kube::ListReason::Expired: return ClockworkWords::tr("the watch's version was too old (410)");
    case kube::ListReason::Unavailable: return ClockworkWords::tr("the server lacks the version asked for");
    case kube::ListReason::ContinueExpired: return ClockworkWords::tr("a page's token had expired");
    case kube::ListReason::WatchListFailed: return ClockworkWords::tr("the streaming list did not end");
    case kube::ListReason::WatchFailed: return ClockworkWords::tr("the watch ended with an error");
    case kube::ListReason::WatchEndedAtOnce: return ClockworkWords::tr("the watch ended before it told anything");
    case kube::ListReason::NotOpened: return ClockworkWords::tr("no watch could be opened");
    case kube::ListReason::Rewound: return ClockworkWords::tr("the server went back to an older version");
    case kube::ListReason::Asked: return ClockworkWords::tr("somebody asked for it");
    }
    return {};
}

QString faultText(const kube::ConnectionFault &fault)
{
    using Kind = kube::ConnectionFault::Kind;
    QString what;
    switch (fault.kind) {
    case Kind::Gone: what = QStringLiteral("410 Gone"); break;
    case Kind::TooManyRequests: what = QStringLiteral("429 Too Many Requests"); break;
    case Kind::ServerError: what = QStringLiteral("500 Internal Server Error"); break;
    case Kind::Delay: return ClockworkWords::tr("everything comes %1 late").arg(shortTime(fault.duration));
    case Kind::Freeze:
        return fault.duration > kube::Duration::zero() ? ClockworkWords::tr("nothing is heard for %1").arg(shortTime(fault.duration)) : ClockworkWords::tr("nothing is heard");
    }
    //: %1: an answer such as "410 Gone"; %2: how often it is still to be given
    return ClockworkWords::tr("%1, %2 to go").arg(what, count(fault.count));
}

QString scopeText(const kube::InformerKey &key)
{
    QStringList parts{key.namespaceName.empty() ? ClockworkWords::tr("all namespaces") : QString::fromStdString(key.namespaceName)};
    for (const std::string &selector : {key.labelSelector, key.fieldSelector}) {
        if (!selector.empty())
            parts << QString::fromStdString(selector);
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace orrery
