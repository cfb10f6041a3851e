// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/toast.h"

#include "ui/base/icons.h"
#include "ui/widgets/style_paint.h"
#include "ui/widgets/tone_label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace orrery {

Toast::Toast(QWidget *parent)
    : QWidget(parent), m_glyph(new ToneLabel(this)), m_text(new QLabel(this)), m_action(new QPushButton(this)),
      m_close(new QToolButton(this))
{
    setBackgroundRole(QPalette::ToolTipBase);
    setForegroundRole(QPalette::ToolTipText);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setIcon(icon(IconName::Close));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_glyph, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1, Qt::AlignTop);
    // Glyph, first line and cross stand on one line.
    const int inset = std::max(0, (m_close->sizeHint().height() - fontMetrics().height()) / 2);
    for (QLabel *label : {static_cast<QLabel *>(m_glyph), m_text})
        label->setContentsMargins(0, inset, 0, inset);
    layout->addWidget(m_action);
    layout->addWidget(m_close, 0, Qt::AlignTop);

    connect(m_close, &QToolButton::clicked, this, &Toast::close);
    connect(m_action, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT triggered();
    });
    m_stay.setSingleShot(true);
    m_stay.setInterval(StayMsecs);
    connect(&m_stay, &QTimer::timeout, this, [this] {
        if (underMouse() || isAncestorOf(focusWidget()))
            m_stay.start();
        else
            close();
    });
    parent->installEventFilter(this);
    hide();
}

void Toast::say(Tone tone, const QString &text)
{
    say(tone, text, {});
}

void Toast::say(Tone tone, const QString &text, const QString &action)
{
    m_glyph->setTone(tone);
    m_glyph->setText(QString(toneGlyph(tone)));
    m_glyph->setVisible(tone != Tone::Neutral);
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(text);
    if (tone == Tone::Failing)
        m_stay.stop();
    else
        m_stay.start();
    place();
    show();
    raise();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString Toast::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void Toast::close()
{
    m_stay.stop();
    hide();
}

void Toast::place()
{
    const QWidget *ground = parentWidget();
    const int width = std::clamp(m_text->fontMetrics().horizontalAdvance(m_text->text()) + 120, 240,
                                 std::max(240, std::min(560, ground->width() - 48)));
    setFixedWidth(width);
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : sizeHint().height();
    resize(width, std::max(height, 44));
    move((ground->width() - width) / 2, ground->height() - this->height() - 40);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(palette().color(QPalette::ToolTipBase));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), paint::Radius, paint::Radius);
}

void Toast::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace orrery
