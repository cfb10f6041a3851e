// SPDX-License-Identifier: Apache-2.0
#include "ui/views/clusters/cluster_tree_delegate.h"

#include "ui/base/table_roles.h"
#include "ui/base/theme.h"
#include "ui/base/tone.h"
#include "ui/models/cluster_tree_model.h"

#include <QPainter>
#include <QTreeView>

namespace orrery {

namespace {
constexpr int glyphWidth = 16;
constexpr int gap = 6;
constexpr int edge = 8;
} // namespace

void ClusterTreeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto kind = static_cast<ClusterTreeNode::Kind>(index.data(ClusterTreeModel::NodeKindRole).toInt());
    const bool dimmed = index.data(ClusterTreeModel::DimmedRole).toBool();
    const QPalette &palette = option.palette;
    const auto place = [&](const QRect &logical) { return QStyle::visualRect(option.direction, option.rect, logical); };
    const auto flags = [&](Qt::Alignment side) {
        return static_cast<int>(QStyle::visualAlignment(option.direction, side) | Qt::AlignVCenter | Qt::TextSingleLine);
    };
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, palette.brush(QPalette::Highlight));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, palette.brush(QPalette::Midlight));
    QRect rest = option.rect.adjusted(2, 0, -edge, 0);

    const QVariant tone = index.data(ToneRole);
    if (tone.isValid()) {
        painter->setFont(option.font);
        painter->setPen(toneColor(static_cast<Tone>(tone.toInt()), palette));
        painter->drawText(place({rest.left(), rest.top(), glyphWidth, rest.height()}), flags(Qt::AlignHCenter),
                          QString(toneGlyph(static_cast<Tone>(tone.toInt()))));
        rest.setLeft(rest.left() + glyphWidth + gap);
    } else if (const QVariant decoration = index.data(Qt::DecorationRole); decoration.isValid()) {
        const QIcon::Mode mode = dimmed ? QIcon::Disabled : option.state & QStyle::State_Selected ? QIcon::Selected : QIcon::Normal;
        const QRect box(rest.left(), rest.top() + (rest.height() - 16) / 2, 16, 16);
        decoration.value<QIcon>().paint(painter, place(box), Qt::AlignCenter, mode);
        rest.setLeft(rest.left() + 16 + gap);
    }

    const QString count = index.data(ClusterTreeModel::CountTextRole).toString();
    if (!count.isEmpty()) {
        const QFont figures = tabularFont(captionFont(option.font));
        const int width = QFontMetrics(figures).horizontalAdvance(count);
        painter->setFont(figures);
        const bool isLive = index.data(ClusterTreeModel::CountLiveRole).toBool();
        painter->setPen(palette.color(!isLive ? QPalette::PlaceholderText : option.state & QStyle::State_Selected ? QPalette::HighlightedText : QPalette::Text));
        painter->drawText(place({rest.right() - width + 1, rest.top(), width, rest.height()}), flags(Qt::AlignRight), count);
        rest.setRight(rest.right() - width - edge);
        if (const QVariant mark = index.data(ClusterTreeModel::CountMarkRole); mark.isValid()) {
            const auto markTone = static_cast<Tone>(mark.toInt());
            painter->setFont(option.font);
            painter->setPen(toneColor(markTone, palette));
            painter->drawText(place({rest.right() - glyphWidth + 1, rest.top(), glyphWidth, rest.height()}), flags(Qt::AlignRight), QString(toneGlyph(markTone)));
            rest.setRight(rest.right() - glyphWidth - edge);
        }
    }

    QFont font = option.font;
    if (kind == ClusterTreeNode::Kind::Context)
        font.setWeight(QFont::DemiBold);
    QColor ink = palette.color(option.state & QStyle::State_Selected ? QPalette::HighlightedText : QPalette::Text);
    if (dimmed || kind == ClusterTreeNode::Kind::Group)
        ink = palette.color(QPalette::PlaceholderText);
    painter->setFont(font);
    painter->setPen(ink);
    painter->drawText(place(rest), flags(Qt::AlignLeft),
                      QFontMetrics(font).elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, rest.width()));

    const auto *view = qobject_cast<const QTreeView *>(option.widget);
    if (view && view->hasFocus() && view->currentIndex() == index) {
        painter->setPen(accentColor(palette));
        painter->setBrush(Qt::NoBrush);
        const QRect row(0, option.rect.top(), view->viewport()->width(), option.rect.height());
        painter->setClipping(false);
        painter->drawRect(row.adjusted(0, 0, -1, -1));
    }
}

QSize ClusterTreeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {option.fontMetrics.horizontalAdvance(index.data(Qt::DisplayRole).toString()) + 90, RowHeight};
}

} // namespace orrery
