// SPDX-License-Identifier: Apache-2.0
#include "ui/views/details/overview_view.h"

#include "ui/base/format.h"
#include "ui/base/theme.h"
#include "ui/widgets/key_value_list.h"
#include "ui/widgets/tone_label.h"

#include <QLabel>
#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QUrl>
#include <QUrlQuery>
#include <QVBoxLayout>

namespace orrery {

namespace {

QString ageOf(kube::WallTime time)
{
    return humanDuration(std::chrono::system_clock::now() - time);
}

/// deletionTimestamp is when the grace period ends, not when the deletion was asked for.
QString deletionOf(kube::WallTime end)
{
    return end > std::chrono::system_clock::now() ? OverviewView::tr("Being deleted, until %1 at the latest").arg(clockTime(end))
                                                  : OverviewView::tr("Being deleted since %1").arg(ageOf(end));
}

QString linkTo(const OwnerView &object)
{
    QUrlQuery link;
    link.addQueryItem(QStringLiteral("v"), QString::fromUtf8(QUrl::toPercentEncoding(object.apiVersion)));
    link.addQueryItem(QStringLiteral("k"), object.kind);
    link.addQueryItem(QStringLiteral("n"), QString::fromUtf8(QUrl::toPercentEncoding(object.name)));
    return link.toString();
}

/// What a server says in sentences is read here, not in a tooltip.
constexpr qsizetype longestFact = 1000;

/// A value too long to read at a glance is cut; the whole stands in its tooltip.
QString shortened(const QString &value, qsizetype limit = 160)
{
    const QString line = value.section(QLatin1Char('\n'), 0, 0);
    if (line.size() <= limit && line.size() == value.size())
        return line;
    // JSON has no place to break a line at, and would be cut at the edge: it gets some. Nobody pastes what is cut.
    QString cut = line.left(limit);
    for (qsizetype at = cut.size() - 1; at > 0; --at) {
        if (QStringLiteral(",:{[").contains(cut[at - 1]))
            cut.insert(at, QChar(0x200B)); // a space of no width
    }
    return cut + QStringLiteral(" …");
}

} // namespace

OverviewView::OverviewView(QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Overview"));
    setViewportMargins(2, 2, 2, 2);
    auto *content = new QWidget(this);
    content->setBackgroundRole(QPalette::Base);
    viewport()->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(10, 10, 10, 10); // 12 with the ring's
    layout->setSpacing(4);
    m_headline = new ToneLabel(content);
    m_headline->setWordWrap(true);
    m_headline->setContentsMargins(0, 0, 0, 4);
    m_headline->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    layout->addWidget(m_headline);
    m_metadata = addSection(layout, {});
    m_owners = addSection(layout, tr("Owner"));
    m_containers = addSection(layout, tr("Containers"));
    m_conditions = addSection(layout, tr("Conditions"));
    m_labels = addSection(layout, tr("Labels"));
    m_annotations = addSection(layout, tr("Annotations"));
    layout->addStretch(1);
    setWidget(content);

    for (const KeyValueList *list : {m_metadata.list, m_owners.list}) {
        connect(list, &KeyValueList::linkActivated, this, [this](const QString &link) {
            const QUrlQuery owner(link);
            Q_EMIT ownerActivated(owner.queryItemValue(QStringLiteral("v"), QUrl::FullyDecoded), owner.queryItemValue(QStringLiteral("k"), QUrl::FullyDecoded),
                                  owner.queryItemValue(QStringLiteral("n"), QUrl::FullyDecoded));
        });
    }
    connect(m_containers.list, &KeyValueList::linkActivated, this, &OverviewView::logsActivated);
    m_ages.setInterval(1000);
    connect(&m_ages, &QTimer::timeout, this, [this] {
        if (isVisible())
            refresh();
    });
    m_ages.start();
}

bool OverviewView::event(QEvent *event)
{
    const bool handled = QScrollArea::event(event);
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        update();
    } else if (event->type() == QEvent::Paint && hasFocus()) {
        // The arrow keys scroll it: a ring says so, in the margin that is left for it.
        QStyleOptionFocusRect ring;
        ring.initFrom(this);
        QPainter painter(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &ring, &painter, this);
    }
    return handled;
}

OverviewView::Section OverviewView::addSection(QVBoxLayout *layout, const QString &title)
{
    Section section{new QLabel(title, layout->parentWidget()), new KeyValueList(layout->parentWidget())};
    QFont font = captionFont(section.title->font());
    font.setBold(true);
    section.title->setFont(font);
    section.title->setVisible(false);
    section.list->setKeyWidth(116);
    // Nearer to what it heads than to what is above it.
    section.title->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(section.title);
    layout->addWidget(section.list);
    return section;
}

void OverviewView::setOverview(const ObjectOverview &overview)
{
    const bool another = overview.uid != m_overview.uid;
    m_overview = overview;
    refresh();
    if (another)
        ensureVisible(0, 0);
}

void OverviewView::refresh()
{
    const ObjectOverview &overview = m_overview;
    QStringList wrong;
    if (overview.deleting)
        wrong.append(deletionOf(*overview.deleting));
    for (const ContainerView &container : overview.containers) {
        if (container.tone == Tone::Failing)
            wrong.append(tr("Container %1: %2%3").arg(container.name, container.state, container.message.isEmpty() ? QString() : QStringLiteral(" — ") + container.message));
    }
    m_headline->setVisible(!wrong.isEmpty());
    m_headline->setText(wrong.isEmpty() ? QString() : QString(toneGlyph(overview.deleting ? Tone::Terminating : Tone::Failing)) + QLatin1Char(' ') + wrong.join(QLatin1Char('\n')));
    m_headline->setTone(overview.deleting ? Tone::Terminating : Tone::Failing);

    QList<KeyValue> metadata;
    metadata.append({tr("Name"), overview.name, {}, Tone::Neutral, {}, true});
    if (!overview.namespaceName.isEmpty())
        metadata.append({tr("Namespace"), overview.namespaceName});
    if (overview.created)
        metadata.append({tr("Age"), ageOf(*overview.created), absoluteTime(*overview.created)});
    for (const Fact &fact : overview.facts) {
        metadata.append({fact.name, fact.time ? ageOf(*fact.time) : shortened(fact.value, longestFact), fact.time ? absoluteTime(*fact.time) : fact.value});
        if (fact.object) {
            metadata.last().toolTip = tr("Go to %1 %2").arg(fact.object->kind, fact.object->name);
            metadata.last().link = linkTo(*fact.object);
        }
    }
    for (const TaintView &taint : overview.taints) {
        const QString key = &taint == &overview.taints.first() ? tr("Taints") : QString();
        metadata.append({key, taint.since ? taint.text + QStringLiteral(" · ") + ageOf(*taint.since) : taint.text, taint.since ? absoluteTime(*taint.since) : QString()});
    }
    if (overview.observedGeneration)
        metadata.append({tr("Status"), tr("of generation %1; the object is at %2").arg(*overview.observedGeneration).arg(overview.generation), tr("status.observedGeneration"), Tone::Pending});
    if (!overview.finalizers.isEmpty())
        metadata.append({tr("Finalizers"), overview.finalizers.join(QLatin1Char('\n'))});
    metadata.append({tr("UID"), overview.uid, {}, Tone::Neutral, {}, true});
    metadata.append({tr("Version"), overview.resourceVersion, tr("metadata.resourceVersion")});
    m_metadata.list->setRows(metadata);

    QList<KeyValue> owners;
    for (const OwnerView &owner : overview.owners) {
        owners.append({owner.kind, owner.name, tr("Go to %1 %2").arg(owner.kind, owner.name), Tone::Neutral, linkTo(owner)});
    }
    m_owners.list->setRows(owners);
    m_owners.title->setVisible(!owners.isEmpty());

    QList<KeyValue> containers;
    for (const ContainerView &container : overview.containers) {
        QString value = container.state.isEmpty() ? container.image : container.state;
        if (container.restarts > 0)
            value += tr(", %n restart(s)", nullptr, static_cast<int>(container.restarts));
        const QString key = container.initial ? tr("%1 (init)").arg(container.name) : container.name;
        containers.append({key, value, container.image, container.tone, container.state.isEmpty() ? QString() : container.name, false, tr("Log")});
        if (!container.state.isEmpty())
            containers.append({QString(), container.image, {}, Tone::Neutral, {}, true});
    }
    m_containers.list->setRows(containers);
    m_containers.title->setVisible(!containers.isEmpty());

    QList<KeyValue> conditions;
    for (const ConditionView &condition : overview.conditions) {
        QString value = condition.status;
        if (!condition.reason.isEmpty())
            value += QStringLiteral(" · ") + condition.reason;
        if (condition.since)
            value += QStringLiteral(" · ") + ageOf(*condition.since);
        if (condition.observedGeneration)
            value += QStringLiteral(" · ") + tr("of generation %1, not %2").arg(*condition.observedGeneration).arg(overview.generation);
        if (!condition.message.isEmpty() && condition.tone != Tone::Ready)
            value += QLatin1Char('\n') + condition.message;
        conditions.append({condition.type, value, condition.message, condition.tone});
    }
    m_conditions.list->setRows(conditions);
    m_conditions.title->setVisible(!conditions.isEmpty());

    const auto pairs = [](const QList<QPair<QString, QString>> &from) {
        QList<KeyValue> rows;
        for (const auto &[key, value] : from)
            rows.append({key, shortened(value), value});
        return rows;
    };
    m_labels.list->setRows(pairs(overview.labels));
    m_labels.title->setVisible(!overview.labels.isEmpty());
    m_annotations.list->setRows(pairs(overview.annotations));
    m_annotations.title->setVisible(!overview.annotations.isEmpty());
}

} // namespace orrery
