// SPDX-License-Identifier: Apache-2.0
#include "ui/frame/status_face.h"

#include "ui/base/format.h"
#include "ui/base/freshness_text.h"
#include "ui/base/theme.h"
#include "ui/base/tool_tip.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/tone_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>

namespace orrery {

StatusFace::StatusFace(QWidget *parent)
    : QWidget(parent), m_glyph(new ToneLabel(this)), m_context(new QLabel(this)), m_note(new QLabel(this)),
      m_readOnly(new QLabel(tr("read-only"), this)), m_message(new QLabel(this)), m_spark(new Sparkline(this))
{
    setAccessibleName(tr("Status"));
    setFixedHeight(28);
    setFont(tabularFont(captionFont(font())));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 1, 12, 0);
    layout->setSpacing(0);
    layout->addWidget(m_glyph);
    layout->addSpacing(4);
    layout->addWidget(m_context);
    layout->addSpacing(16);
    m_context->installEventFilter(this);
    m_context->setProperty("figure", static_cast<int>(Figure::Context));

    m_figures << m_context;
    for (const auto &[figure, what] : {std::pair(Figure::Latency, tr("Latency: the last round trip to the server")),
                                       std::pair(Figure::Watches, tr("Watches open now")),
                                       std::pair(Figure::Events, tr("Changes the server told of in a second")),
                                       std::pair(Figure::Queues, tr("Keys waiting in work queues")),
                                       std::pair(Figure::Memory, tr("Memory of this program"))}) {
        layout->addWidget(addFigure(figure, what));
        if (figure == Figure::Events) {
            layout->addSpacing(8);
            layout->addWidget(m_spark);
            layout->addSpacing(8);
        } else {
            layout->addSpacing(16);
        }
    }
    layout->addStretch(1);
    layout->addWidget(m_message);
    layout->addSpacing(16);
    layout->addWidget(m_note);
    layout->addSpacing(8);
    layout->addWidget(m_readOnly);
    for (QLabel *label : {m_context, m_note, m_message, m_readOnly})
        label->setTextFormat(Qt::PlainText);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_message->setForegroundRole(QPalette::PlaceholderText);
    m_readOnly->setToolTip(tr("Orrery was started to look only: nothing is ever written to a cluster"));
    m_readOnly->hide();
    clear();
}

QLabel *StatusFace::addFigure(Figure figure, const QString &what)
{
    auto *label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setToolTip(what);
    label->setProperty("figure", static_cast<int>(figure));
    label->installEventFilter(this);
    m_figures << label;
    return label;
}

void StatusFace::setHealth(const QString &context, const kube::Health &health)
{
    const BadgeText badge = describe(health);
    m_glyph->setTone(badge.tone);
    m_glyph->setText(QString(toneGlyph(badge.tone)));
    m_glyph->setToolTip(plainToolTip(badge.toolTip));
    QString text = context;
    if (!health.serverVersion.empty())
        text += QLatin1Char(' ') + QString::fromStdString(health.serverVersion);
    if (!health.userName.empty())
        text = tr("%1 as %2").arg(text, QString::fromStdString(health.userName));
    if (badge.tone != Tone::Ready)
        text += QStringLiteral(" · ") + badge.word + (badge.since.isEmpty() ? QString() : QLatin1Char(' ') + badge.since);
    m_context->setText(text);
    m_context->setToolTip(plainToolTip(badge.toolTip));
    m_note->setText(QString::fromStdString(health.credentialNote));

    const auto figure = [this](Figure which) { return m_figures.at(static_cast<int>(which)); };
    const auto millis = health.latency ? std::chrono::duration_cast<std::chrono::milliseconds>(*health.latency).count() : 0;
    figure(Figure::Latency)->setText(!health.latency ? QString() : millis < 1 ? tr("< 1 ms") : tr("%1 ms").arg(count(millis)));
    figure(Figure::Watches)->setText(tr("%n watch(es)", nullptr, static_cast<int>(health.watches)));
    figure(Figure::Events)->setText(tr("%1 ev/s").arg(count(qRound64(health.eventsPerSecond))));
    figure(Figure::Queues)->setText(tr("queues %1").arg(count(static_cast<qint64>(health.queued))));
    m_spark->add(health.eventsPerSecond);
    m_spark->setVisible(m_spark->highest() > 0); // a flat line says no more than the figure
}

void StatusFace::clear()
{
    m_glyph->setTone(Tone::Completed);
    m_glyph->setText(QString(toneGlyph(Tone::Completed)));
    m_context->setText(tr("no cluster open"));
    m_note->clear();
    for (int i = static_cast<int>(Figure::Latency); i < static_cast<int>(Figure::Memory); ++i)
        m_figures.at(i)->clear();
    m_spark->clear();
    m_spark->hide();
}

void StatusFace::setMemory(qint64 bytes)
{
    m_figures.at(static_cast<int>(Figure::Memory))->setText(orrery::bytes(bytes));
}

void StatusFace::setReadOnly(bool readOnly)
{
    m_readOnly->setVisible(readOnly);
}

void StatusFace::setMessage(const QString &message)
{
    m_message->setText(message);
}

void StatusFace::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(0, 0, width(), 1, hairlineColor(palette()));
}

bool StatusFace::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonRelease && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton) {
        const QVariant figure = watched->property("figure");
        if (figure.isValid())
            Q_EMIT figureActivated(static_cast<Figure>(figure.toInt()));
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace orrery
