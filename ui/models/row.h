// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"
#include "core/object/object_key.h"
#include "ui/base/tone.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace orrery {

/// What a cell sorts by when it is not its text; noValue when there is nothing to say.
using CellValue = std::int64_t;
inline constexpr CellValue noValue = std::numeric_limits<CellValue>::min();

/// One object as a table shows it: key, uid, and for each column a text and what it sorts by. Immutable and compact
/// (one block of about 350 bytes for a pod); QStrings are made of it only for what is in view.
/// Thread: any; shared as RowPtr.
class Row
{
public:
    [[nodiscard]] std::string_view namespaceName() const { return text(0, m_nameOffset == 0 ? 0 : m_nameOffset - 1U); }
    [[nodiscard]] std::string_view name() const { return text(m_nameOffset, m_nameLength); }
    [[nodiscard]] std::string_view uid() const { return text(m_searchEnd, m_textSize - m_searchEnd); }
    [[nodiscard]] kube::ObjectKey key() const { return {std::string(namespaceName()), std::string(name())}; }

    [[nodiscard]] int cellCount() const { return m_cellCount; }
    /// UTF-8, no line breaks. Empty for a cell whose text is made of its value at the time of looking (an age).
    [[nodiscard]] std::string_view cell(int column) const { return text(at(column).offset, at(column).length); }
    [[nodiscard]] CellValue value(int column) const { return at(column).value; }
    [[nodiscard]] Tone tone(int column) const { return at(column).tone; }
    /// Name and cells, separated by 0x1f; with the namespace in front when asked for.
    [[nodiscard]] std::string_view searchText(bool withNamespace) const
    {
        const std::uint32_t from = withNamespace ? 0 : m_nameOffset;
        return text(from, m_searchEnd - from);
    }

    [[nodiscard]] bool isCalled(const kube::ObjectKey &key) const { return name() == key.name && namespaceName() == key.namespaceName; }
    [[nodiscard]] bool isSameObject(const Row &other) const { return uid() == other.uid() && name() == other.name() && namespaceName() == other.namespaceName(); }
    /// A bit for each of the first 64 columns whose text, value or tone differs.
    [[nodiscard]] std::uint64_t changedCells(const Row &other) const;
    [[nodiscard]] std::size_t heldBytes() const;

private:
    friend class RowBuilder;
    struct Cell {
        CellValue value = noValue;
        std::uint32_t offset = 0;
        std::uint16_t length = 0;
        Tone tone = Tone::Neutral;
    };
    static_assert(sizeof(Cell) == 16);

    [[nodiscard]] const Cell &at(int column) const;
    [[nodiscard]] const char *textBegin() const;
    [[nodiscard]] std::string_view text(std::uint32_t offset, std::uint32_t length) const { return {textBegin() + offset, length}; }

    std::unique_ptr<char[]> m_block; ///< the cells, then the text: namespace, name, further cells, uid
    std::uint32_t m_textSize = 0;
    std::uint32_t m_searchEnd = 0;
    std::uint16_t m_nameOffset = 0; ///< 0: no namespace; else one past the separator
    std::uint16_t m_nameLength = 0;
    std::uint16_t m_cellCount = 0;
};

using RowPtr = std::shared_ptr<const Row>;

/// Makes rows, cell by cell in the order of the columns. Reuse one for many rows. Thread: one.
class RowBuilder
{
public:
    /// Texts longer than this are cut, with an ellipsis.
    static constexpr std::size_t maxCellBytes = 4096;

    void begin(std::string_view namespaceName, std::string_view name, std::string_view uid);
    void name();                                          ///< the object's name
    void namespaceName();                                 ///< its namespace
    void text(std::string_view text, Tone tone = Tone::Neutral);
    void text(std::string_view text, CellValue sortedBy, Tone tone = Tone::Neutral);
    void number(std::int64_t number, Tone tone = Tone::Neutral);
    void quantity(std::string_view quantity);             ///< sorted by its amount
    void boolean(bool value);                             ///< true, false: as kubectl prints a boolean cell
    /// Shown as kubectl's AGE of the time of looking; "<unknown>" without a time.
    void age(std::optional<kube::WallTime> since);
    /// "7 (5m ago)"
    void numberAgo(std::int64_t number, std::optional<kube::WallTime> last);
    /// From start to end, or to the time of looking while there is no end; empty without a start.
    void elapsed(std::optional<kube::WallTime> start, std::optional<kube::WallTime> end);

    /// Fills up with empty cells or cuts to so many, and hands over.
    [[nodiscard]] RowPtr finish(int cellCount);

private:
    void append(std::string_view text, CellValue value, Tone tone);

    std::vector<Row::Cell> m_cells;
    std::string m_text;
    std::string m_uid;
    std::uint16_t m_nameOffset = 0;
    std::uint16_t m_nameLength = 0;
};

/// How NumberAgo and Elapsed cells pack what they show into a CellValue that sorts rightly.
namespace cellvalue {
[[nodiscard]] CellValue ofTime(kube::WallTime time);           ///< seconds since the epoch
[[nodiscard]] kube::WallTime toTime(CellValue value);
[[nodiscard]] CellValue ofNumberAgo(std::int64_t number, std::optional<kube::WallTime> last);
[[nodiscard]] std::optional<kube::WallTime> lastOf(CellValue value);
[[nodiscard]] CellValue ofElapsed(std::optional<kube::WallTime> start, std::optional<kube::WallTime> end);
[[nodiscard]] std::optional<kube::Duration> elapsedAt(CellValue value, kube::WallTime now);
} // namespace cellvalue

} // namespace orrery
