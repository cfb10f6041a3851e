// SPDX-License-Identifier: Apache-2.0
#include "ui/views/controllers/queue_model.h"

#include "ui/base/format.h"
#include "ui/base/measure_text.h"
#include "ui/base/table_roles.h"
#include "ui/views/controllers/controllers_text.h"

#include <array>

namespace orrery {

namespace {

// Whole names are in the tooltips and below: all columns are seen in a window of 1280 pixels.
constexpr int stateCharacters = 10;
constexpr int signCharacters = 3; ///< of the tone, before the word
constexpr int queueCharacters = 12; ///< gives what the words of the states need more, and takes what is left
constexpr int leastQueueCharacters = 7;
constexpr int programCharacters = 13;
constexpr int numberCharacters = 5;
constexpr int spreadCharacters = 11; ///< "0.06 · 9.9 ms"

/// By the words of this language.
int widestState()
{
    using Kind = kube::QueueFinding::Kind;
    qsizetype widest = stateCharacters - signCharacters;
    for (const Kind kind : {Kind::Stuck, Kind::Unserved, Kind::Saturated, Kind::HotLooping, Kind::Failing, Kind::Throttled, Kind::Slow, Kind::Delayed, Kind::Refused})
        widest = std::max(widest, findingWord(kind).size());
    for (const kube::ErrorKind kind : {kube::ErrorKind::Forbidden, kube::ErrorKind::BadInput, kube::ErrorKind::Transport})
        widest = std::max(widest, scrapeWord(kube::Error{kind, {}, {}, {}, {}}).size());
    return static_cast<int>(widest) + signCharacters;
}

/// "failing +1": of several words the gravest, which comes first.
QString shortened(const QString &state)
{
    const qsizetype more = state.count(QStringLiteral(", "));
    return more == 0 ? state : QStringLiteral("%1 +%2").arg(state.section(QStringLiteral(", "), 0, 0)).arg(more);
}

bool isNumeric(int column)
{
    return column >= QueueModel::Depth && column <= QueueModel::Errors;
}

bool isDuration(int column)
{
    return column >= QueueModel::Longest && column <= QueueModel::Unfinished;
}

} // namespace

void QueueModel::setRows(const QList<QueueRow> &rows)
{
    m_all = rows;
    QSet<QString> ids;
    for (QueueRow &row : m_all) {
        ids.insert(row.id());
        row.rank = placeOf(row);
    }
    m_places.removeIf([&ids](QHash<QString, Place>::iterator place) { return !ids.contains(place.key()); });
    arrange();
}

int QueueModel::placeOf(const QueueRow &row)
{
    Place &place = m_places[row.id()];
    const kube::WallTime::duration since = row.asOf - place.seen;
    if (row.rank < place.rank && since <= Calm) {
        const bool isInTrouble = row.rank > Recovered;
        return isInTrouble || since <= Brief ? place.rank : std::min<int>(place.rank, Recovered);
    }
    place = {std::max(row.rank, std::min<int>(place.rank, AtWork)), row.asOf};
    return place.rank;
}

void QueueModel::setFilter(const QString &text)
{
    m_filter = text.trimmed();
    arrange();
}

int QueueModel::rowOf(const QString &id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).id() == id)
            return row;
    }
    return -1;
}

void QueueModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_order = order;
    arrange();
}

bool QueueModel::isBefore(const QueueRow &one, const QueueRow &other) const
{
    const auto byName = [](const QueueRow &left, const QueueRow &right) { return std::tie(left.program, left.queue) < std::tie(right.program, right.queue); };
    if (m_sortColumn < 0 || m_sortColumn == State) {
        // Downwards is what deserves a look first: a click on the header turns it over.
        if (one.rank != other.rank)
            return (one.rank > other.rank) == (m_sortColumn < 0 || m_order == Qt::AscendingOrder);
        for (const int column : {Depth, Wait}) {
            const double left = number(one, column).value_or(0);
            const double right = number(other, column).value_or(0);
            if (one.rank > Recovered && left != right) // where nothing is the matter, rows keep their places
                return left > right;
        }
        return byName(one, other);
    }
    if (isNumeric(m_sortColumn)) {
        const double left = number(one, m_sortColumn).value_or(-1);
        const double right = number(other, m_sortColumn).value_or(-1);
        if (left != right)
            return (left < right) == (m_order == Qt::AscendingOrder);
        return byName(one, other);
    }
    const int order = QString::localeAwareCompare(text(one, m_sortColumn), text(other, m_sortColumn));
    return order == 0 ? byName(one, other) : (order < 0) == (m_order == Qt::AscendingOrder);
}

void QueueModel::arrange()
{
    QList<QueueRow> wanted;
    for (const QueueRow &row : std::as_const(m_all)) {
        const bool isWanted = m_filter.isEmpty() || (row.queue + QLatin1Char('\n') + row.program + QLatin1Char('\n') + row.state).contains(m_filter, Qt::CaseInsensitive);
        if (isWanted)
            wanted << row;
    }
    std::stable_sort(wanted.begin(), wanted.end(), [this](const QueueRow &one, const QueueRow &other) { return isBefore(one, other); });
    const auto holds = [](const QList<QueueRow> &rows, const QString &id) { return std::any_of(rows.begin(), rows.end(), [&](const QueueRow &one) { return one.id() == id; }); };
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (holds(wanted, at(row).id()))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    QList<QueueRow> fresh;
    for (const QueueRow &row : std::as_const(wanted)) {
        if (!holds(m_rows, row.id()))
            fresh << row;
    }
    if (!fresh.isEmpty()) {
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(fresh.size()) - 1);
        m_rows += fresh;
        endInsertRows();
    }
    const bool isSameOrder = std::equal(m_rows.begin(), m_rows.end(), wanted.begin(), wanted.end(), [](const QueueRow &one, const QueueRow &other) { return one.id() == other.id(); });
    if (!isSameOrder) {
        Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
        const QList<QueueRow> old = m_rows;
        m_rows = wanted;
        const QModelIndexList before = persistentIndexList();
        QModelIndexList after;
        for (const QModelIndex &index : before)
            after << this->index(rowOf(old.at(index.row()).id()), index.column());
        changePersistentIndexList(before, after);
        Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    }
    m_rows = wanted;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int QueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

std::optional<double> QueueModel::number(const QueueRow &row, int column) const
{
    if (!row.reading || row.isOld)
        return std::nullopt;
    switch (column) {
    case Depth: return row.reading->depth;
    case Unfinished: return row.reading->unfinishedSeconds;
    case Longest: return row.reading->longestSeconds;
    default: break;
    }
    if (!row.activity)
        return std::nullopt;
    switch (column) {
    case Adds: return row.reading->adds ? std::optional(row.activity->addsPerSecond) : std::nullopt;
    case Retries: return row.reading->retries ? std::optional(row.activity->retriesPerSecond) : std::nullopt;
    case Errors: return row.reading->reconciles.empty() ? std::nullopt : std::optional(row.activity->errorsPerSecond);
    case Wait: return row.activity->waiting.quantile(0.99);
    case Work: return row.activity->working.quantile(0.99);
    default: return std::nullopt;
    }
}

QString QueueModel::text(const QueueRow &row, int column) const
{
    switch (column) {
    case State: return shortened(row.state);
    case Queue: return row.queue.isEmpty() ? QStringLiteral("–") : row.queue;
    case Program: return row.program;
    case Leads: return row.leads && !row.isOld ? (*row.leads ? tr("leads") : tr("stands by")) : QStringLiteral("–");
    case AsOf: return row.asOf == kube::WallTime{} ? QStringLiteral("–") : clockTime(row.asOf);
    default: break;
    }
    const auto value = number(row, column);
    if (!value)
        return QStringLiteral("–");
    if (column == Wait || column == Work)
        return spreadText(column == Wait ? row.activity->waiting : row.activity->working);
    return column == Depth ? count(qRound64(*value)) : isDuration(column) ? secondsText(*value) : rateText(*value);
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const QueueRow &row = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::TextAlignmentRole:
        return isNumeric(index.column()) ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ToolTipRole:
        if (index.column() == State && !row.detail.isEmpty())
            return row.detail;
        if (index.column() == AsOf && row.asOf != kube::WallTime{})
            return absoluteTime(row.asOf);
        if (row.isOld && isNumeric(index.column())) {
            QueueRow then = row;
            then.isOld = false;
            return tr("%1 at %2", "a figure and when it was read").arg(text(then, index.column()), clockTime(row.asOf));
        }
        return text(row, index.column());
    case ToneRole: return index.column() == State && row.tone != Tone::Neutral ? QVariant(static_cast<int>(row.tone)) : QVariant();
    case IdentityRole: return row.id();
    default: return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    struct Head {
        QString text;
        const char *id;
        QString help;
    };
    const std::array<Head, ColumnCount> heads = {{{tr("State"), "state", tr("What stands out")},
                                                  {tr("Queue"), "queue", tr("The work queue's name")},
                                                  {tr("Program"), "program", tr("The Pod that tells it")},
                                                  {tr("Depth"), "depth", tr("Keys that wait")},
                                                  {tr("Adds/s"), "adds", tr("Keys that came in, each second; over the last minute")},
                                                  {tr("Retries/s"), "retries", tr("Keys that were put back to be tried again, each second; over the last minute")},
                                                  {tr("Wait"), "wait", tr("Half of the keys waited at most the first, 99 of 100 at most the second; over the last minute. Sorted by the second")},
                                                  {tr("Work"), "work", tr("Half of the keys were worked on for at most the first, 99 of 100 for at most the second; over the last minute. Sorted by the second")},
                                                  {tr("Longest"), "longest", tr("How long the oldest of it has been worked on")},
                                                  {tr("Unfinished"), "unfinished", tr("How long all that is being worked on has been, added up")},
                                                  {tr("Errors/s"), "errors", tr("Reconciles that ended with an error, each second over the last minute; only controller-runtime tells")},
                                                  {tr("Leader"), "leads", tr("Does this copy of the program lead?")},
                                                  {tr("As of"), "as-of", tr("When the program answered last")}}};
    const Head &head = heads[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole: return head.text;
    case Qt::ToolTipRole: return head.help;
    case Qt::TextAlignmentRole:
        return isNumeric(section) ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case ColumnIdRole: return QString::fromLatin1(head.id);
    case ColumnStretchRole: return section == Queue;
    // Of a program all queues have the same leader and time, told below; the oldest work says more than all of it added up, and a name needs its room.
    case ColumnWideRole: return section == Leads || section == AsOf || section == Unfinished;
    case ColumnCharactersRole:
        if (section == State)
            return widestState();
        if (section == Queue)
            return std::max(leastQueueCharacters, queueCharacters - (widestState() - stateCharacters));
        if (section == Program)
            return programCharacters;
        if (section == Wait || section == Work)
            return spreadCharacters;
        return isNumeric(section) ? QVariant(numberCharacters) : QVariant();
    default: return {};
    }
}

} // namespace orrery
