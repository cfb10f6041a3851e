// SPDX-License-Identifier: Apache-2.0
#include "ui/views/requests/request_strip.h"

#include "ui/base/format.h"
#include "ui/base/theme.h"
#include "ui/views/requests/request_text.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/tone_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

namespace orrery {

RequestStrip::RequestStrip(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 8, 12, 8);
    layout->setSpacing(12);
    m_rate = addFigure(layout);
    m_flight = addFigure(layout);
    m_watches = addFigure(layout);
    m_throttled = addFigure(layout);
    m_failed = addFigure(layout);
    m_median = addFigure(layout);
    m_slowest = addFigure(layout);
    m_rate.value->setToolTip(tr("In the last ten seconds"));
    for (const Figure &figure : {m_throttled, m_failed, m_median, m_slowest})
        figure.value->setToolTip(tr("In the last minute"));
    setFonts();
    setSummary({});
}

RequestStrip::Figure RequestStrip::addFigure(QHBoxLayout *layout)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    const Figure figure{new ToneLabel(this), new ElidedLabel(this)};
    figure.value->setTextFormat(Qt::PlainText);
    figure.caption->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // the figures stay where they are: ages change each second
    figure.caption->setForegroundRole(QPalette::PlaceholderText);
    figure.caption->setTextFormat(Qt::PlainText);
    column->addWidget(figure.caption);
    column->addWidget(figure.value);
    layout->addLayout(column, 1);
    return figure;
}

void RequestStrip::setFonts()
{
    for (const Figure &figure : {m_rate, m_flight, m_watches, m_throttled, m_failed, m_median, m_slowest}) {
        figure.value->setFont(titleFont(tabularFont(font())));
        figure.caption->setFont(captionFont(font()));
    }
}

void RequestStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setFonts();
}

void RequestStrip::show(const Figure &figure, const QString &value, const QString &caption, bool isTrouble)
{
    const Tone tone = isTrouble ? Tone::Failing : Tone::Neutral;
    figure.value->setTone(tone);
    figure.value->setText(isTrouble ? QString(toneGlyph(tone)) + QLatin1Char(' ') + value : value);
    figure.value->setAccessibleName(value + QLatin1Char(' ') + caption);
    figure.caption->setText(caption);
}

void RequestStrip::setSummary(const kube::RequestSummary &summary)
{
    const QString none = QStringLiteral("–");
    const QLocale locale;
    show(m_rate, locale.toString(summary.perSecond, 'f', 1), tr("requests/s"));
    show(m_flight, count(summary.inFlight), summary.waiting > 0 ? tr("in flight, %n waiting", nullptr, summary.waiting) : tr("in flight"));
    QString ages = tr("open stream(s)", nullptr, summary.streams);
    if (summary.oldestStream) {
        const QString oldest = humanDuration(*summary.oldestStream);
        ages = summary.streams == 1 ? tr("open stream, for %1").arg(oldest) : tr("streams, oldest %1").arg(oldest);
    }
    show(m_watches, count(summary.streams), ages);
    show(m_throttled, summary.throttledCalls > 0 ? shortDuration(summary.throttled) : none,
         summary.throttledCalls > 0 ? tr("throttled, %n call(s)", nullptr, summary.throttledCalls) : tr("throttled"));
    show(m_failed, count(summary.failed), tr("failed"), summary.failed > 0);
    show(m_median, summary.median ? shortDuration(*summary.median) : none, tr("median"));
    show(m_slowest, summary.slowest1Percent ? shortDuration(*summary.slowest1Percent) : none, tr("99th percentile"));
}

QString RequestStrip::text() const
{
    QStringList parts;
    for (const Figure &figure : {m_rate, m_flight, m_watches, m_throttled, m_failed, m_median, m_slowest})
        parts << figure.value->accessibleName();
    return parts.join(QStringLiteral("; "));
}

} // namespace orrery
