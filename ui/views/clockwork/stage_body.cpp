// SPDX-License-Identifier: Apache-2.0
#include "ui/views/clockwork/stage_body.h"

#include "ui/base/tone.h"
#include "ui/widgets/key_value_list.h"

#include <QEvent>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

#include <utility>

namespace orrery {

namespace {

constexpr int Margin = 8; ///< around the facts

} // namespace

StageBody::StageBody(KeyValueList *facts, QWidget *table, QWidget *note, QWidget *parent)
    : QWidget(parent), m_facts(facts), m_scroll(new QScrollArea(this)), m_right(new QWidget(this)), m_note(note)
{
    auto *inner = new QWidget(this);
    auto *list = new QVBoxLayout(inner);
    list->setContentsMargins(Margin, Margin, Margin, Margin);
    list->addWidget(facts);
    list->addStretch();
    m_scroll->setWidget(inner);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("What the stage says of itself"));
    auto *right = new QVBoxLayout(m_right);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addWidget(table, 1);
    right->addWidget(note);
    m_shrink.setSingleShot(true);
    m_shrink.setInterval(ShrinkAfter);
    connect(&m_shrink, &QTimer::timeout, this, &StageBody::forgetHeight);
    facts->installEventFilter(this);
    inner->installEventFilter(this);
    m_right->installEventFilter(this);
}

void StageBody::forgetHeight()
{
    m_most = 0;
    arrange();
}

QSize StageBody::minimumSizeHint() const
{
    return {368, LeastFacts + 64};
}

int StageBody::factsHeight()
{
    // Not of the layout around the list: that hears of other facts later.
    const int needed = m_facts->layout()->totalHeightForWidth(width() - 2 * Margin) + 2 * Margin;
    m_most = std::max(m_most, needed);
    if (needed == m_most)
        m_shrink.stop();
    else if (!m_shrink.isActive())
        m_shrink.start();
    const int table = LeastTable + (m_note->isHidden() ? 0 : m_note->sizeHint().height());
    return std::min(m_most, std::max(LeastFacts, height() - 1 - table));
}

void StageBody::place(QWidget *widget, const QRect &from) const
{
    widget->setGeometry(QStyle::visualRect(layoutDirection(), rect(), from));
}

void StageBody::arrange()
{
    m_facts->setInHalves(!isBeside() && width() >= HalvesFrom);
    if (std::exchange(m_wasBeside, isBeside()) != isBeside())
        Q_EMIT turned();
    if (isBeside()) {
        place(m_scroll, {0, 0, FactsWidth, height()});
        place(m_right, {FactsWidth + 1, 0, width() - FactsWidth - 1, height()});
    } else {
        // Another width makes lines fit into halves, or no more: known before the height is asked for.
        place(m_scroll, {0, 0, width(), m_scroll->height()});
        const int facts = factsHeight();
        place(m_scroll, {0, 0, width(), facts});
        place(m_right, {0, facts + 1, width(), height() - facts - 1});
    }
    const QRect line = QStyle::visualRect(layoutDirection(), rect(), isBeside() ? QRect(FactsWidth, 0, 1, height()) : QRect(0, m_scroll->height(), width(), 1));
    if (std::exchange(m_line, line) != line)
        update();
}

void StageBody::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->oldSize().width() != width())
        m_most = 0;
    arrange();
}

void StageBody::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::FontChange)
        forgetHeight();
}

void StageBody::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(m_line, hairlineColor(palette()));
}

bool StageBody::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_facts) {
        // What it needed in another width, as before it was seen, is no measure.
        if (event->type() == QEvent::Resize && static_cast<const QResizeEvent *>(event)->oldSize().width() != m_facts->width())
            m_most = 0;
    } else if (event->type() == QEvent::LayoutRequest) {
        arrange();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace orrery
