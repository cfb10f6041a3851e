// SPDX-License-Identifier: Apache-2.0
#include "ui/views/requests/request_text.h"

#include "core/session/ports/connection_fault.h"
#include "ui/base/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace orrery {

namespace {

struct RequestTexts {
    Q_DECLARE_TR_FUNCTIONS(RequestTexts)
};

QString decimal(double value, int decimals)
{
    const QLocale locale;
    return (locale.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedStates) : locale).toString(value, 'f', decimals);
}

QString runningWord(const kube::RequestRecord &record)
{
    switch (record.phase) {
    case kube::RestPhase::Held: return RequestTexts::tr("paused");
    case kube::RestPhase::Throttled: return RequestTexts::tr("throttled");
    case kube::RestPhase::Credential: return RequestTexts::tr("credential");
    case kube::RestPhase::Sent: return RequestTexts::tr("sent");
    case kube::RestPhase::Receiving: return record.lane == kube::HttpRequest::Lane::Stream ? RequestTexts::tr("open") : RequestTexts::tr("receiving");
    case kube::RestPhase::Retrying: return RequestTexts::tr("retrying");
    }
    return {};
}

/// Why nobody waited any more; empty: it is not known.
QString cancelReason(const kube::RequestRecord &record)
{
    using namespace kube;
    const QString code = record.error ? record.error->code : QString();
    if (code == error_code::Relisted)
        return RequestTexts::tr("listed anew");
    if (code == error_code::Cut)
        return RequestTexts::tr("cut by hand");
    if (code == error_code::Silent)
        return RequestTexts::tr("nothing came");
    if (code == error_code::Unused)
        return RequestTexts::tr("no longer needed");
    //: why a watch has ended
    return code == error_code::Injected ? RequestTexts::tr("injected fault") : QString();
}

} // namespace

RequestStatusText requestStatus(const kube::RequestRecord &record)
{
    const QString code = record.status == 0 ? QString() : QString::number(record.status);
    const auto withCode = [&code](const QString &word) { return code.isEmpty() ? word : code + QLatin1Char(' ') + word; };
    switch (record.end) {
    case kube::RequestEnd::None: {
        const bool waits = record.phase == kube::RestPhase::Held || record.phase == kube::RestPhase::Throttled || record.phase == kube::RestPhase::Retrying || record.isHeld;
        return {withCode(record.isHeld ? RequestTexts::tr("paused") : runningWord(record)), waits ? Tone::Pending : Tone::Informative};
    }
    case kube::RequestEnd::Succeeded: return {withCode({}).trimmed(), Tone::Neutral};
    case kube::RequestEnd::Canceled: {
        const QString reason = cancelReason(record);
        return {withCode(reason.isEmpty() ? RequestTexts::tr("canceled") : RequestTexts::tr("canceled: %1").arg(reason)), Tone::Completed};
    }
    case kube::RequestEnd::Failed: break;
    }
    if (!record.error)
        return {withCode({}).trimmed(), Tone::Failing};
    if (record.error->status && !record.error->status->reason.isEmpty())
        return {withCode(record.error->status->reason), Tone::Failing};
    if (record.error->kind == kube::ErrorKind::Transport)
        return {withCode(code.isEmpty() ? RequestTexts::tr("no answer") : RequestTexts::tr("cut short")), Tone::Failing};
    if (record.error->kind == kube::ErrorKind::Tls)
        return {RequestTexts::tr("not trusted"), Tone::Failing};
    return {withCode(QString::fromLatin1(kube::errorKindName(record.error->kind))), Tone::Failing};
}

QString shortDuration(kube::Duration duration)
{
    const double msecs = std::chrono::duration<double, std::milli>(duration).count();
    if (msecs < 9.95)
        return decimal(msecs, 1) + QChar(QChar::Nbsp) + QLatin1String("ms");
    if (msecs < 999.5)
        return decimal(msecs, 0) + QChar(QChar::Nbsp) + QLatin1String("ms");
    if (msecs < 60000)
        return decimal(msecs / 1000, msecs < 9995 ? 2 : 1) + QChar(QChar::Nbsp) + QLatin1String("s");
    return humanDuration(duration);
}

QString phaseName(kube::RestPhase phase)
{
    switch (phase) {
    case kube::RestPhase::Held: return RequestTexts::tr("Held back by a pause");
    case kube::RestPhase::Throttled: return RequestTexts::tr("Waited for flow control");
    case kube::RestPhase::Credential: return RequestTexts::tr("Waited for a credential");
    case kube::RestPhase::Sent: return RequestTexts::tr("Until the answer began");
    case kube::RestPhase::Receiving: return RequestTexts::tr("Receiving");
    case kube::RestPhase::Retrying: return RequestTexts::tr("Waited before trying again");
    }
    return {};
}

QString clockTimeMsecs(kube::WallTime time)
{
    const auto msecs = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(msecs.count()).toString(QStringLiteral("HH:mm:ss.zzz"));
}

} // namespace orrery
