// SPDX-License-Identifier: Apache-2.0
#include "ui/models/row.h"

#include "core/object/quantity.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace orrery {

namespace {

constexpr char separator = '\x1f';
// 34 bits of seconds reach the year 2514; a running duration sorts after every finished one.
constexpr int timeBits = 34;
constexpr CellValue timeMask = (CellValue(1) << timeBits) - 1;
constexpr CellValue runningBase = CellValue(1) << 40;

std::size_t clippedLength(std::string_view text)
{
    if (text.size() <= RowBuilder::maxCellBytes)
        return text.size();
    std::size_t length = RowBuilder::maxCellBytes;
    while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
        --length;
    return length;
}

} // namespace

const Row::Cell &Row::at(int column) const
{
    static const Cell none;
    if (column < 0 || column >= m_cellCount)
        return none;
    return reinterpret_cast<const Cell *>(m_block.get())[column];
}

const char *Row::textBegin() const
{
    return m_block.get() + std::size_t(m_cellCount) * sizeof(Cell);
}

std::uint64_t Row::changedCells(const Row &other) const
{
    std::uint64_t mask = 0;
    const int shared = std::min({cellCount(), other.cellCount(), 64});
    for (int i = 0; i < shared; ++i) {
        if (value(i) != other.value(i) || tone(i) != other.tone(i) || cell(i) != other.cell(i))
            mask |= std::uint64_t(1) << i;
    }
    return mask;
}

std::size_t Row::heldBytes() const
{
    return sizeof(Row) + std::size_t(m_cellCount) * sizeof(Cell) + m_textSize;
}

void RowBuilder::begin(std::string_view namespaceName, std::string_view name, std::string_view uid)
{
    m_cells.clear();
    m_text.clear();
    if (!namespaceName.empty()) {
        m_text.append(namespaceName.substr(0, 1024));
        m_text.push_back(separator);
    }
    m_nameOffset = static_cast<std::uint16_t>(m_text.size());
    m_text.append(name.substr(0, 1024));
    m_nameLength = static_cast<std::uint16_t>(m_text.size() - m_nameOffset);
    m_uid.assign(uid);
}

void RowBuilder::name()
{
    m_cells.push_back({noValue, m_nameOffset, m_nameLength, Tone::Neutral});
}

void RowBuilder::namespaceName()
{
    const auto length = static_cast<std::uint16_t>(m_nameOffset == 0 ? 0 : m_nameOffset - 1);
    m_cells.push_back({noValue, 0, length, Tone::Neutral});
}

void RowBuilder::append(std::string_view text, CellValue value, Tone tone)
{
    Row::Cell cell;
    cell.value = value;
    cell.tone = tone;
    if (!text.empty()) {
        m_text.push_back(separator);
        cell.offset = static_cast<std::uint32_t>(m_text.size());
        const std::size_t length = clippedLength(text);
        m_text.append(text.substr(0, length));
        if (length < text.size())
            m_text.append("\xE2\x80\xA6");
        std::replace_if(
            m_text.begin() + cell.offset, m_text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
        cell.length = static_cast<std::uint16_t>(m_text.size() - cell.offset);
    }
    m_cells.push_back(cell);
}

void RowBuilder::text(std::string_view text, Tone tone)
{
    append(text, noValue, tone);
}

void RowBuilder::text(std::string_view text, CellValue sortedBy, Tone tone)
{
    append(text, sortedBy, tone);
}

void RowBuilder::number(std::int64_t number, Tone tone)
{
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    append({digits, static_cast<std::size_t>(end - digits)}, number, tone);
}

void RowBuilder::quantity(std::string_view quantity)
{
    const auto parsed = quantity.empty() ? kube::Result<kube::Quantity>(kube::Quantity()) : kube::Quantity::parse(quantity);
    append(quantity, parsed && !quantity.empty() ? parsed->milliValue() : noValue, Tone::Neutral);
}

void RowBuilder::boolean(bool value)
{
    append(value ? "true" : "false", noValue, Tone::Neutral);
}

void RowBuilder::age(std::optional<kube::WallTime> since)
{
    append(since ? std::string_view() : "<unknown>", since ? cellvalue::ofTime(*since) : noValue, Tone::Neutral);
}

void RowBuilder::numberAgo(std::int64_t number, std::optional<kube::WallTime> last)
{
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    append({digits, static_cast<std::size_t>(end - digits)}, cellvalue::ofNumberAgo(number, last), Tone::Neutral);
}

void RowBuilder::elapsed(std::optional<kube::WallTime> start, std::optional<kube::WallTime> end)
{
    append({}, cellvalue::ofElapsed(start, end), Tone::Neutral);
}

RowPtr RowBuilder::finish(int cellCount)
{
    m_cells.resize(static_cast<std::size_t>(std::max(cellCount, 0)));
    auto row = std::make_shared<Row>();
    const std::size_t cellBytes = m_cells.size() * sizeof(Row::Cell);
    row->m_searchEnd = static_cast<std::uint32_t>(m_text.size());
    row->m_textSize = static_cast<std::uint32_t>(m_text.size() + m_uid.size());
    row->m_nameOffset = m_nameOffset;
    row->m_nameLength = m_nameLength;
    row->m_cellCount = static_cast<std::uint16_t>(m_cells.size());
    row->m_block = std::make_unique_for_overwrite<char[]>(cellBytes + row->m_textSize);
    if (cellBytes > 0)
        std::memcpy(row->m_block.get(), m_cells.data(), cellBytes);
    std::memcpy(row->m_block.get() + cellBytes, m_text.data(), m_text.size());
    if (!m_uid.empty())
        std::memcpy(row->m_block.get() + cellBytes + m_text.size(), m_uid.data(), m_uid.size());
    return row;
}

namespace cellvalue {

CellValue ofTime(kube::WallTime time)
{
    return std::chrono::floor<std::chrono::seconds>(time.time_since_epoch()).count();
}

kube::WallTime toTime(CellValue value)
{
    return kube::WallTime(std::chrono::seconds(value));
}

CellValue ofNumberAgo(std::int64_t number, std::optional<kube::WallTime> last)
{
    const CellValue bounded = std::clamp<std::int64_t>(number, 0, (std::int64_t(1) << 29) - 1);
    return bounded << timeBits | (last ? std::clamp<CellValue>(ofTime(*last), 0, timeMask) : 0);
}

std::optional<kube::WallTime> lastOf(CellValue value)
{
    if (value < 0 || (value & timeMask) == 0)
        return std::nullopt;
    return toTime(value & timeMask);
}

CellValue ofElapsed(std::optional<kube::WallTime> start, std::optional<kube::WallTime> end)
{
    if (!start)
        return noValue;
    if (!end)
        return runningBase - ofTime(*start);
    return std::clamp<CellValue>(std::chrono::duration_cast<std::chrono::seconds>(*end - *start).count(), -1, runningBase >> 2);
}

std::optional<kube::Duration> elapsedAt(CellValue value, kube::WallTime now)
{
    if (value == noValue)
        return std::nullopt;
    if (value > runningBase >> 2)
        return now - toTime(runningBase - value);
    return std::chrono::seconds(value);
}

} // namespace cellvalue

} // namespace orrery
