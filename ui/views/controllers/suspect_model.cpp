// SPDX-License-Identifier: Apache-2.0
#include "ui/views/controllers/suspect_model.h"

#include "ui/base/format.h"
#include "ui/base/table_roles.h"
#include "ui/base/tone.h"
#include "ui/views/controllers/controllers_text.h"

#include <array>

namespace orrery {

namespace {

QStringList reasonsOf(const kube::Suspect &suspect)
{
    QStringList texts;
    for (const kube::Suspicion &reason : suspect.reasons)
        texts << suspicionText(reason);
    return texts;
}

std::optional<kube::WallTime> sinceOf(const kube::Suspect &suspect)
{
    for (const kube::Suspicion &reason : suspect.reasons) {
        if (reason.since)
            return reason.since;
    }
    return std::nullopt;
}

Tone toneOf(const kube::Suspect &suspect)
{
    using Kind = kube::Suspicion::Kind;
    const Kind kind = suspect.reasons.front().kind;
    return kind == Kind::Unready || kind == Kind::Surplus || kind == Kind::NotObserved ? Tone::Pending : kind == Kind::Deleting ? Tone::Terminating : Tone::Failing;
}

} // namespace

void SuspectModel::setSuspects(const std::vector<kube::Suspect> &suspects, kube::WallTime now)
{
    m_now = now;
    // While pages come in, most stay where they are: a reset would lose what is chosen.
    const auto same = [](const kube::Suspect &one, const kube::Suspect &other) { return one.key == other.key; };
    if (std::equal(m_suspects.begin(), m_suspects.end(), suspects.begin(), suspects.end(), same)) {
        m_suspects = suspects;
        if (!m_suspects.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_suspects = suspects;
    endResetModel();
}

int SuspectModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_suspects.size());
}

int SuspectModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SuspectModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const kube::Suspect &suspect = at(index.row());
    const auto since = sinceOf(suspect);
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Object: return QString::fromStdString(suspect.key.name);
        case Namespace: return suspect.key.namespaceName.empty() ? QStringLiteral("–") : QString::fromStdString(suspect.key.namespaceName);
        case Why: return reasonsOf(suspect).join(QStringLiteral("; "));
        default: return since ? humanDuration(m_now - *since) : QStringLiteral("–");
        }
    case Qt::ToolTipRole:
        if (index.column() == Since)
            return since ? absoluteTime(*since) : QString();
        return index.column() == Why ? reasonsOf(suspect).join(QLatin1Char('\n')) : QString::fromStdString(suspect.key.toString());
    case Qt::TextAlignmentRole: return index.column() == Since ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case ToneRole: return index.column() == Why ? QVariant(static_cast<int>(toneOf(suspect))) : QVariant();
    case IdentityRole: return QString::fromStdString(suspect.key.toString());
    default: return {};
    }
}

QVariant SuspectModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const std::array<std::pair<QString, const char *>, ColumnCount> heads = {
        {{tr("Object"), "object"}, {tr("Namespace"), "namespace"}, {tr("Why"), "why"}, {tr("Since"), "since"}}};
    if (role == Qt::DisplayRole)
        return heads[static_cast<std::size_t>(section)].first;
    if (role == ColumnIdRole)
        return QString::fromLatin1(heads[static_cast<std::size_t>(section)].second);
    if (role == ColumnStretchRole)
        return section == Why;
    if (role == Qt::TextAlignmentRole && section == Since)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

} // namespace orrery
