// SPDX-License-Identifier: Apache-2.0
#include "ui/base/format.h"

#include "ui/base/table_roles.h"

#include <QDateTime>
#include <QLocale>

#include <array>

namespace orrery {

namespace {

QString pair(qint64 big, char bigUnit, qint64 small, char smallUnit)
{
    QString text = QString::number(big) + QLatin1Char(bigUnit);
    if (small != 0)
        text += QString::number(small) + QLatin1Char(smallUnit);
    return text;
}

// The C locale groups nothing; people read groups.
QLocale proseLocale()
{
    const QLocale locale;
    return locale.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedStates) : locale;
}

QDateTime localTime(kube::WallTime time)
{
    const auto msecs = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(msecs.count());
}

} // namespace

QString humanDuration(kube::Duration duration)
{
    using namespace std::chrono;
    const qint64 seconds = duration_cast<std::chrono::seconds>(duration).count(); // towards zero
    if (seconds < -1)
        return QStringLiteral("<invalid>");
    if (seconds < 0)
        return QStringLiteral("0s");
    if (seconds < 2 * 60)
        return pair(seconds, 's', 0, 's');
    const qint64 minutes = seconds / 60;
    if (minutes < 10)
        return pair(minutes, 'm', seconds % 60, 's');
    if (minutes < 3 * 60)
        return pair(minutes, 'm', 0, 's');
    const qint64 hours = minutes / 60;
    if (hours < 8)
        return pair(hours, 'h', minutes % 60, 'm');
    if (hours < 48)
        return pair(hours, 'h', 0, 'm');
    const qint64 days = hours / 24;
    if (days < 8)
        return pair(days, 'd', hours % 24, 'h');
    if (days < 2 * 365)
        return pair(days, 'd', 0, 'h');
    if (days < 8 * 365)
        return pair(days / 365, 'y', days % 365, 'd');
    return pair(days / 365, 'y', 0, 'd');
}

QString count(qint64 number)
{
    return proseLocale().toString(number);
}

QString bytes(qint64 number)
{
    static constexpr std::array units{"B", "kB", "MB", "GB", "TB", "PB"};
    double value = static_cast<double>(number);
    std::size_t unit = 0;
    // 999.5 would be shown as 1000.
    while (qAbs(value) >= 999.5 && unit + 1 < units.size()) {
        value /= 1000;
        ++unit;
    }
    const int decimals = unit > 0 && qAbs(value) < 9.95 ? 1 : 0;
    return proseLocale().toString(value, 'f', decimals) + QChar(QChar::Nbsp) + QLatin1String(units[unit]);
}

QString absoluteTime(kube::WallTime time)
{
    const QDateTime local = localTime(time);
    const QDateTime utc = local.toUTC();
    const QString full = QStringLiteral("yyyy-MM-dd HH:mm:ss");
    const QString utcText = utc.toString(utc.date() == local.date() ? QStringLiteral("HH:mm:ss") : full);
    return QStringLiteral("%1 (%2 UTC)").arg(local.toString(full), utcText);
}

QString clockTime(kube::WallTime time)
{
    return localTime(time).toString(QStringLiteral("HH:mm:ss"));
}

QString momentText(kube::WallTime time)
{
    const QDateTime local = localTime(time);
    return local.date() == QDate::currentDate() ? clockTime(time) : local.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString withoutSharedUnit(const QString &value, const QString &beside)
{
    const qsizetype unit = beside.lastIndexOf(QLatin1Char(' '));
    const bool isShared = unit > 0 && value.endsWith(beside.mid(unit));
    return isShared ? value.chopped(beside.size() - unit) : value;
}

qint64 monotonicMsecs()
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

} // namespace orrery
