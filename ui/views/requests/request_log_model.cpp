// SPDX-License-Identifier: Apache-2.0
#include "ui/views/requests/request_log_model.h"

#include "core/requests/request_summary.h"
#include "ui/base/format.h"
#include "ui/base/table_roles.h"
#include "ui/views/requests/request_text.h"

#include <algorithm>
#include <array>

namespace orrery {

namespace {

const QByteArray schemaHeader = "X-Kubernetes-Pf-Flowschema-Uid";
const QByteArray levelHeader = "X-Kubernetes-Pf-Prioritylevel-Uid";

QString nameOf(const std::map<std::string, std::string> &names, const QByteArray &uid)
{
    const auto found = names.find(uid.toStdString());
    return found != names.end() ? QString::fromStdString(found->second) : QString::fromLatin1(uid.left(8));
}

bool isNumeric(int column)
{
    return column >= RequestLogModel::Took && column <= RequestLogModel::Retries;
}

double inMsecs(kube::Duration duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

} // namespace

RequestLogModel::RequestLogModel(QString prefix, std::function<kube::WallTime()> now, QObject *parent)
    : QAbstractTableModel(parent), m_prefix(std::move(prefix)), m_now(std::move(now))
{
}

RequestLogModel::Entry RequestLogModel::entryOf(kube::RequestRecord record) const
{
    kube::RequestTarget target = kube::RequestTarget::of(record, m_prefix);
    QString path = QString::fromStdString(target.toText());
    return {std::move(record), std::move(target), std::move(path)};
}

int RequestLogModel::rowOf(std::uint64_t id) const
{
    const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), id, [](const Entry &entry, std::uint64_t wanted) { return entry.record.id < wanted; });
    return found != m_rows.end() && found->record.id == id ? static_cast<int>(found - m_rows.begin()) : -1;
}

void RequestLogModel::add(kube::RequestLogBatch batch)
{
    std::vector<std::uint64_t> running;
    for (const kube::RequestRecord &record : batch.running)
        running.push_back(record.id);
    std::vector<kube::RequestRecord> fresh;
    for (auto *records : {&batch.ended, &batch.running}) {
        for (kube::RequestRecord &record : *records) {
            noteNames(record);
            const int row = rowOf(record.id);
            if (row < 0) {
                fresh.push_back(std::move(record));
                continue;
            }
            m_rows[static_cast<std::size_t>(row)].record = std::move(record);
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
    update(fresh);
    dropLost(running);
    dropOldest();
}

void RequestLogModel::update(std::vector<kube::RequestRecord> &fresh)
{
    if (fresh.empty())
        return;
    std::sort(fresh.begin(), fresh.end(), [](const kube::RequestRecord &left, const kube::RequestRecord &right) { return left.id < right.id; });
    const bool isBehind = m_rows.empty() || m_rows.back().record.id < fresh.front().id;
    if (isBehind)
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(fresh.size()) - 1);
    else
        beginResetModel();
    for (kube::RequestRecord &record : fresh)
        m_rows.push_back(entryOf(std::move(record)));
    if (isBehind) {
        endInsertRows();
        return;
    }
    std::sort(m_rows.begin(), m_rows.end(), [](const Entry &left, const Entry &right) { return left.record.id < right.record.id; });
    endResetModel();
}

void RequestLogModel::removeRow(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

// One that ended among more than are remembered is not told any more.
void RequestLogModel::dropLost(const std::vector<std::uint64_t> &running)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        const kube::RequestRecord &each = record(row);
        if (each.isRunning() && !std::binary_search(running.begin(), running.end(), each.id))
            removeRow(row);
    }
}

void RequestLogModel::dropOldest()
{
    auto ended = static_cast<std::size_t>(std::count_if(m_rows.begin(), m_rows.end(), [](const Entry &entry) { return !entry.record.isRunning(); }));
    for (int row = 0; ended > MostEnded && row < rowCount();) {
        if (record(row).isRunning()) {
            ++row;
            continue;
        }
        removeRow(row);
        --ended;
    }
}

void RequestLogModel::noteNames(const kube::RequestRecord &record)
{
    const QByteArray level = record.answerHeader(levelHeader);
    if (!level.isEmpty() && !m_names.priorityLevels.contains(level.toStdString()))
        m_lacksNames = true;
}

void RequestLogModel::setNames(kube::PriorityNames names)
{
    m_names = std::move(names);
    m_lacksNames = false;
    for (const Entry &entry : m_rows)
        noteNames(entry.record);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Priority), index(rowCount() - 1, Priority));
}

void RequestLogModel::tick()
{
    for (int row = 0; row < rowCount(); ++row) {
        if (record(row).isRunning())
            Q_EMIT dataChanged(index(row, Took), index(row, Took));
    }
}

std::vector<const kube::RequestRecord *> RequestLogModel::records() const
{
    std::vector<const kube::RequestRecord *> all;
    for (const Entry &entry : m_rows)
        all.push_back(&entry.record);
    return all;
}

QString RequestLogModel::priorityLevel(const kube::RequestRecord &record) const
{
    return nameOf(m_names.priorityLevels, record.answerHeader(levelHeader));
}

QString RequestLogModel::flowSchema(const kube::RequestRecord &record) const
{
    return nameOf(m_names.flowSchemas, record.answerHeader(schemaHeader));
}

kube::Duration RequestLogModel::lasted(const kube::RequestRecord &record) const
{
    return record.isRunning() ? std::max(kube::Duration::zero(), kube::Duration(m_now() - record.began)) : record.lasted();
}

std::optional<double> RequestLogModel::number(int row, int column) const
{
    const kube::RequestRecord &record = m_rows[static_cast<std::size_t>(row)].record;
    switch (column) {
    case Status: return record.status;
    case Took: return inMsecs(lasted(record));
    case Waited: return inMsecs(record.in(kube::RestPhase::Throttled));
    case Sent: return static_cast<double>(record.sent);
    case Received: return static_cast<double>(record.received);
    case Retries: return record.retries;
    default: return std::nullopt;
    }
}

int RequestLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RequestLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RequestLogModel::text(const Entry &entry, int column) const
{
    const kube::RequestRecord &record = entry.record;
    const kube::Duration throttled = record.in(kube::RestPhase::Throttled);
    switch (column) {
    case Time: return clockTime(record.began);
    case Verb: return QString::fromStdString(entry.target.verb);
    case Path: return entry.path;
    case Status: return requestStatus(record).text;
    case Took: return record.isRunning() && record.lane == kube::HttpRequest::Lane::Stream ? humanDuration(lasted(record)) : shortDuration(lasted(record));
    case Waited: return throttled >= kube::RequestSummary::LeastWait ? shortDuration(throttled) : QString();
    case Sent: return record.sent > 0 ? bytes(static_cast<qint64>(record.sent)) : QString();
    case Received: return record.received > 0 ? bytes(static_cast<qint64>(record.received)) : QString();
    case Retries: return record.retries > 0 ? QString::number(record.retries) : QString();
    case Priority: return priorityLevel(record);
    default: return {};
    }
}

QString RequestLogModel::toolTip(const Entry &entry, int column) const
{
    switch (column) {
    case Time: return clockTimeMsecs(entry.record.began) + QLatin1Char('\n') + absoluteTime(entry.record.began);
    case Path: return QString::fromLatin1(entry.record.method) + QLatin1Char(' ') + entry.record.url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    case Status: {
        const auto &error = entry.record.error;
        if (!error)
            return {};
        return error->is(kube::ErrorKind::Canceled) ? requestStatus(entry.record).text : error->message;
    }
    case Waited: return phaseName(kube::RestPhase::Throttled);
    case Priority: return flowSchema(entry.record);
    default: return {};
    }
}

QVariant RequestLogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry &entry = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, column);
    case Qt::ToolTipRole: {
        const QString tip = toolTip(entry, column);
        return tip.isEmpty() ? QVariant() : tip;
    }
    case Qt::TextAlignmentRole:
        return isNumeric(column) ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case ToneRole: {
        const Tone tone = column == Status ? requestStatus(entry.record).tone : column == Waited && !text(entry, column).isEmpty() ? Tone::Pending : Tone::Neutral;
        return tone == Tone::Neutral ? QVariant() : QVariant(static_cast<int>(tone));
    }
    case IdentityRole:
        return QString::number(entry.record.id);
    case SortRole: {
        if (column == Time)
            return QVariant::fromValue(static_cast<qint64>(entry.record.id));
        const auto value = number(index.row(), column);
        return value ? QVariant(*value) : QVariant(text(entry, column));
    }
    default:
        return {};
    }
}

QVariant RequestLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    static constexpr std::array ids{"time", "verb", "path", "status", "duration", "waited", "sent", "received", "retries", "priority"};
    static constexpr std::array characters{8, 6, 16, 17, 7, 9, 5, 6, 4, 12};
    const QStringList titles{tr("Time"), tr("Verb"),     tr("Path"),    tr("Status"),         tr("Duration"), tr("Waited"),
                             tr("Sent"), tr("Received"), tr("Retries"), tr("Priority level")};
    switch (role) {
    case Qt::DisplayRole: return titles.at(section);
    case Qt::TextAlignmentRole: return isNumeric(section) ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case ColumnIdRole: return QLatin1String(ids[static_cast<std::size_t>(section)]);
    case ColumnStretchRole: return section == Path;
    case ColumnCharactersRole: return characters[static_cast<std::size_t>(section)];
    case Qt::ToolTipRole:
        if (section == Took)
            return tr("From the question to the last byte of the answer, waits and all; of what runs, so far");
        if (section == Waited)
            return tr("How long it waited for Orrery's own flow control");
        return section == Priority ? QVariant(tr("In which of the server's priority levels it was served")) : QVariant();
    default: return {};
    }
}

} // namespace orrery
