// SPDX-License-Identifier: Apache-2.0
#include "ui/views/rollouts/revision_model.h"

#include "core/object/object_meta.h"
#include "core/rollout/rollout_change.h"
#include "ui/base/format.h"
#include "ui/base/table_roles.h"
#include "ui/base/tone.h"
#include "ui/views/rollouts/rollout_text.h"

#include <array>

namespace orrery {

namespace {

QString imagesOf(const kube::Revision &revision)
{
    kube::JsonNode spec = kube::JsonNode::object();
    spec.set("template", revision.podTemplate);
    kube::JsonNode around = kube::JsonNode::object();
    around.set("spec", std::move(spec));
    QStringList images;
    for (const kube::ContainerImage &image : kube::containerImages(around))
        images << QString::fromStdString(image.image);
    return images.join(QStringLiteral(", "));
}

} // namespace

RevisionModel::RevisionModel(std::function<kube::WallTime()> now, QObject *parent) : QAbstractTableModel(parent), m_now(std::move(now)) {}

void RevisionModel::setHistory(const std::vector<kube::Revision> &history)
{
    const auto isThere = [](const std::vector<kube::Revision> &list, const kube::Revision &one) {
        return std::any_of(list.begin(), list.end(), [&](const kube::Revision &other) { return other.number == one.number && other.name == one.name; });
    };
    // Revisions come and go one by one: rows that stay keep their selection. One gone back to gets a new number.
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (isThere(history, at(row)))
            continue;
        beginRemoveRows({}, row, row);
        m_revisions.erase(m_revisions.begin() + row);
        endRemoveRows();
    }
    int row = 0;
    for (auto one = history.rbegin(); one != history.rend(); ++one, ++row) {
        if (isThere(m_revisions, *one)) {
            m_revisions[static_cast<std::size_t>(row)] = *one;
            continue;
        }
        beginInsertRows({}, row, row);
        m_revisions.insert(m_revisions.begin() + row, *one);
        endInsertRows();
    }
    if (row > 0)
        Q_EMIT dataChanged(index(0, 0), index(row - 1, ColumnCount - 1));
}

int RevisionModel::rowOf(std::int64_t number) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (at(row).number == number)
            return row;
    }
    return -1;
}

int RevisionModel::currentRow() const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (at(row).isCurrent)
            return row;
    }
    return -1;
}

int RevisionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_revisions.size());
}

int RevisionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RevisionModel::text(const kube::Revision &revision, int column) const
{
    switch (column) {
    case Number:
        return QString::number(revision.number);
    case State:
        return revision.isCurrent ? tr("current") : QString();
    case Age:
        return ageText(revision.created, m_now());
    case Pods:
        return revision.pods ? QStringLiteral("%1/%2").arg(count(revision.readyPods.value_or(0)), count(*revision.pods)) : QStringLiteral("–");
    case Images:
        return imagesOf(revision);
    case ChangeCause:
        return QString::fromStdString(revision.changeCause);
    default:
        return {};
    }
}

QVariant RevisionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const kube::Revision &revision = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(revision, index.column());
    case Qt::TextAlignmentRole:
        if (index.column() == Number || index.column() == Age || index.column() == Pods)
            return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case Qt::ToolTipRole:
        if (const auto time = kube::parseTime(revision.created); time && index.column() == Age)
            return absoluteTime(*time);
        if (index.column() == Number)
            return QString::fromStdString(revision.name);
        if (index.column() == Pods && revision.pods)
            return tr("%1 ready of %2").arg(count(revision.readyPods.value_or(0)), count(*revision.pods));
        return text(revision, index.column());
    case ToneRole:
        return index.column() == State && revision.isCurrent ? QVariant(static_cast<int>(Tone::Informative)) : QVariant();
    case IdentityRole:
        return QString::fromStdString(revision.name);
    default:
        return {};
    }
}

QVariant RevisionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    struct Head {
        QString text;
        const char *id;
    };
    const std::array<Head, ColumnCount> heads = {{{tr("Revision"), "revision"}, {tr("State"), "state"}, {tr("Age"), "age"}, {tr("Pods"), "pods"},
                                                  {tr("Images"), "images"}, {tr("Change cause"), "change-cause"}}};
    const Head &head = heads[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return head.text;
    case Qt::TextAlignmentRole:
        if (section == Number || section == Age || section == Pods)
            return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case ColumnIdRole:
        return QString::fromLatin1(head.id);
    case ColumnStretchRole:
        return section == Images;
    default:
        return {};
    }
}

} // namespace orrery
