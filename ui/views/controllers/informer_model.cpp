// SPDX-License-Identifier: Apache-2.0
#include "ui/views/controllers/informer_model.h"

#include "ui/base/format.h"
#include "ui/base/measure_text.h"
#include "ui/base/table_roles.h"
#include "ui/views/controllers/controllers_text.h"

#include <array>

namespace orrery {

namespace {

const kube::InformerMetrics *sameIn(const kube::ControllerMetrics &metrics, const kube::InformerMetrics &informer)
{
    const auto identity = [](const kube::InformerMetrics &one) { return std::tie(one.name, one.group, one.version, one.resource); };
    const auto at = std::find_if(metrics.informers.begin(), metrics.informers.end(), [&](const kube::InformerMetrics &one) { return identity(one) == identity(informer); });
    return at == metrics.informers.end() ? nullptr : &*at;
}

} // namespace

void InformerModel::setProgram(const ControllerProgram &program)
{
    QList<Row> rows;
    if (program.now) {
        for (const kube::InformerMetrics &informer : program.now->metrics.informers) {
            Row row;
            row.resource = QString::fromStdString(informer.group.empty() ? informer.resource : informer.resource + '.' + informer.group);
            row.name = QString::fromStdString(informer.name);
            row.queued = informer.queued;
            row.version = informer.cachedVersion;
            if (const kube::InformerMetrics *before = program.earlier.empty() ? nullptr : sameIn(program.earlier.front().metrics, informer)) {
                const kube::MetricHistogram since = informer.processing.since(before->processing);
                const double seconds = std::chrono::duration<double>(program.now->at - program.earlier.front().at).count();
                row.perSecond = seconds > 0 ? std::optional(since.count() / seconds) : std::nullopt;
                row.half = since.quantile(0.5);
                row.most = since.quantile(0.99);
                row.isHalfBeyond = since.isBeyond(0.5);
                row.isMostBeyond = since.isBeyond(0.99);
            }
            rows << row;
        }
    }
    std::sort(rows.begin(), rows.end(), [](const Row &one, const Row &other) { return std::tie(one.resource, one.name) < std::tie(other.resource, other.name); });
    const bool isSame = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                   [](const Row &one, const Row &other) { return one.resource == other.resource && one.name == other.name; });
    if (isSame) {
        m_rows = rows;
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

bool InformerModel::hasNames() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [this](const Row &row) { return row.name != m_rows.first().name; });
}

bool InformerModel::hasVersions() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.version.has_value(); });
}

int InformerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int InformerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant InformerModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows.at(index.row());
    const auto duration = [](const std::optional<double> &seconds, bool isBeyond) { return !seconds ? QStringLiteral("–") : isBeyond ? beyondText(*seconds) : secondsText(*seconds); };
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        switch (index.column()) {
        case Resource: return row.resource;
        case Name: return row.name;
        case Queued: return row.queued ? count(qRound64(*row.queued)) : QStringLiteral("–");
        case Changes: return row.perSecond ? rateText(*row.perSecond) : QStringLiteral("–");
        case Half: return duration(row.half, row.isHalfBeyond);
        case Most: return duration(row.most, row.isMostBeyond);
        default: return row.version ? QString::number(*row.version, 'f', 0) : QStringLiteral("–"); // as everywhere else, without separators
        }
    case Qt::TextAlignmentRole: return index.column() >= Queued ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case IdentityRole: return row.resource + QLatin1Char('\n') + row.name;
    default: return {};
    }
}

QVariant InformerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const std::array<std::pair<QString, const char *>, ColumnCount> heads = {{{tr("Informer of"), "resource"}, {tr("Name"), "name"}, {tr("Queued"), "queued"},
                                                                              {tr("Changes/s"), "changes"}, {tr("Each p50"), "half"}, {tr("p99"), "most"},
                                                                              {tr("Cache at"), "version"}}};
    if (role == Qt::DisplayRole)
        return heads[static_cast<std::size_t>(section)].first;
    if (role == ColumnIdRole)
        return QString::fromLatin1(heads[static_cast<std::size_t>(section)].second);
    if (role == ColumnStretchRole)
        return section == Resource;
    if (role == Qt::TextAlignmentRole && section >= Queued)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

} // namespace orrery
