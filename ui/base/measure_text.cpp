// SPDX-License-Identifier: Apache-2.0
#include "ui/base/measure_text.h"

#include "ui/base/format.h"

#include <QCoreApplication>
#include <QLocale>

namespace orrery {

namespace {

struct MeasureTexts {
    Q_DECLARE_TR_FUNCTIONS(MeasureTexts)
};

/// At most so many figures behind the point, and no noughts at the end.
QString shortNumber(double value, int digits)
{
    const QLocale locale = QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale();
    QString text = locale.toString(value, 'f', digits);
    const QString point = QString(locale.decimalPoint());
    if (text.contains(point)) {
        while (text.endsWith(QLatin1Char('0')))
            text.chop(1);
        if (text.endsWith(point))
            text.chop(point.size());
    }
    return text;
}

} // namespace

QString secondsText(double seconds)
{
    if (seconds <= 0)
        return QStringLiteral("0");
    if (seconds < 0.001)
        return MeasureTexts::tr("%1 µs").arg(shortNumber(seconds * 1e6, seconds < 1e-5 ? 1 : 0));
    if (seconds < 1)
        return MeasureTexts::tr("%1 ms").arg(shortNumber(seconds * 1e3, seconds < 0.01 ? 1 : 0));
    if (seconds < 100)
        return MeasureTexts::tr("%1 s").arg(shortNumber(seconds, seconds < 10 ? 1 : 0));
    return humanDuration(std::chrono::duration_cast<kube::Duration>(std::chrono::duration<double>(std::min(seconds, 1e9))));
}

QString beyondText(double seconds)
{
    return QLatin1Char('>') + secondsText(seconds);
}

QString rateText(double perSecond)
{
    return shortNumber(perSecond, perSecond < 0.1 ? 2 : perSecond < 100 ? 1 : 0);
}

} // namespace orrery
