// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/flow_control_dump.h"

#include <charconv>

namespace kube {

namespace {

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

std::string_view cutLine(std::string_view &text)
{
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
}

/// Cells are separated by commas and padded with blanks; none is quoted, so that the last cell may hold more commas.
std::vector<std::string_view> cellsOf(std::string_view line, std::size_t most)
{
    std::vector<std::string_view> cells;
    while (cells.size() + 1 < most) {
        const std::size_t comma = line.find(',');
        if (comma == std::string_view::npos)
            break;
        cells.push_back(trimmed(line.substr(0, comma)));
        line.remove_prefix(comma + 1);
    }
    cells.push_back(trimmed(line));
    return cells;
}

/// One line, by the names of its columns.
class NamedCells
{
public:
    NamedCells(const std::vector<std::string_view> &head, std::vector<std::string_view> cells) : m_head(head), m_cells(std::move(cells)) {}

    void text(const char *column, std::string &into) const
    {
        if (const std::string_view *cell = find(column))
            into = *cell;
    }
    void truth(const char *column, bool &into) const
    {
        if (const std::string_view *cell = find(column))
            into = *cell == "true";
    }
    void number(const char *column, std::int64_t &into)
    {
        const std::string_view *cell = find(column);
        if (!cell || *cell == "<none>")
            return;
        const auto [end, error] = std::from_chars(cell->data(), cell->data() + cell->size(), into);
        if (error != std::errc() || end != cell->data() + cell->size())
            m_problem = QStringLiteral("%1 is no number").arg(QString::fromLatin1(column));
    }
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    [[nodiscard]] const std::string_view *find(std::string_view column) const
    {
        for (std::size_t i = 0; i < m_head.size(); ++i) {
            if (m_head[i] == column)
                return &m_cells[i];
        }
        return nullptr;
    }

    const std::vector<std::string_view> &m_head;
    std::vector<std::string_view> m_cells;
    QString m_problem;
};

template <typename Row, typename Read>
Result<std::vector<Row>> rowsOf(std::string_view csv, Read read)
{
    std::vector<Row> rows;
    const std::vector<std::string_view> head = cellsOf(cutLine(csv), std::string_view::npos);
    for (int number = 2; !csv.empty(); ++number) {
        const std::string_view line = cutLine(csv);
        if (trimmed(line).empty())
            continue;
        std::vector<std::string_view> cells = cellsOf(line, head.size());
        const auto wrong = [number](const QString &what) { return fail(Error::badInput(what, QStringLiteral("line %1").arg(number))); };
        if (cells.size() < head.size())
            return wrong(QStringLiteral("%1 cells where the head has %2").arg(cells.size()).arg(head.size()));
        NamedCells named(head, std::move(cells));
        Row row;
        read(named, row);
        if (!named.problem().isEmpty())
            return wrong(named.problem());
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

Result<std::vector<PriorityLevel>> decodePriorityLevels(std::string_view csv)
{
    return rowsOf<PriorityLevel>(csv, [](NamedCells &cells, PriorityLevel &level) {
        cells.text("PriorityLevelName", level.name);
        cells.number("ActiveQueues", level.activeQueues);
        cells.truth("IsIdle", level.isIdle);
        cells.truth("IsQuiescing", level.isQuiescing);
        cells.number("WaitingRequests", level.waiting);
        cells.number("ExecutingRequests", level.executing);
        cells.number("DispatchedRequests", level.dispatched);
        cells.number("RejectedRequests", level.rejected);
        cells.number("TimedoutRequests", level.timedOut);
        cells.number("CancelledRequests", level.canceled);
    });
}

Result<std::vector<FairQueue>> decodeFairQueues(std::string_view csv)
{
    return rowsOf<FairQueue>(csv, [](NamedCells &cells, FairQueue &queue) {
        cells.text("PriorityLevelName", queue.level);
        cells.number("Index", queue.index);
        cells.number("PendingRequests", queue.waiting);
        cells.number("ExecutingRequests", queue.executing);
        cells.number("SeatsInUse", queue.seats);
    });
}

Result<std::vector<FlowRequest>> decodeFlowRequests(std::string_view csv)
{
    return rowsOf<FlowRequest>(csv, [](NamedCells &cells, FlowRequest &request) {
        cells.text("PriorityLevelName", request.level);
        cells.text("FlowSchemaName", request.schema);
        cells.number("QueueIndex", request.queue);
        for (const char *spelling : {"FlowDistingsher", "FlowDistinguisher"})
            cells.text(spelling, request.flow);
        cells.text("ArriveTime", request.arrived);
        cells.text("StartTime", request.started);
        if (request.started.starts_with("0001-")) // Go's zero time
            request.started.clear();
        cells.text("UserName", request.user);
        cells.text("Verb", request.verb);
        cells.text("APIPath", request.path);
    });
}

std::vector<HealthCheck> decodeHealthChecks(std::string_view text)
{
    std::vector<HealthCheck> checks;
    while (!text.empty()) {
        std::string_view line = trimmed(cutLine(text));
        const bool isOk = line.starts_with("[+]");
        if (!isOk && !line.starts_with("[-]"))
            continue;
        line.remove_prefix(3);
        const std::size_t gap = line.find(' ');
        HealthCheck check;
        check.name = line.substr(0, gap);
        check.isOk = isOk;
        if (!isOk && gap != std::string_view::npos)
            check.reason = trimmed(line.substr(gap));
        checks.push_back(std::move(check));
    }
    return checks;
}

} // namespace kube
