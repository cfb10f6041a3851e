// SPDX-License-Identifier: Apache-2.0
#include "core/object/object_meta.h"

#include <array>
#include <cstdio>

namespace kube {

namespace {

class Reader
{
public:
    explicit Reader(std::string_view text) : m_text(text) {}

    [[nodiscard]] bool atEnd() const { return m_at == m_text.size(); }
    [[nodiscard]] bool take(char c)
    {
        if (m_at < m_text.size() && m_text[m_at] == c) {
            ++m_at;
            return true;
        }
        return false;
    }
    [[nodiscard]] std::optional<int> digit()
    {
        if (m_at < m_text.size() && m_text[m_at] >= '0' && m_text[m_at] <= '9')
            return m_text[m_at++] - '0';
        return std::nullopt;
    }
    /// Exactly count digits whose value is at most most.
    [[nodiscard]] std::optional<int> number(int count, int most)
    {
        int value = 0;
        for (; count > 0; --count) {
            const auto next = digit();
            if (!next)
                return std::nullopt;
            value = value * 10 + *next;
        }
        return value <= most ? std::optional(value) : std::nullopt;
    }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
};

std::optional<std::chrono::nanoseconds> fraction(Reader &reader)
{
    using namespace std::chrono;
    nanoseconds part = nanoseconds::zero();
    if (!reader.take('.'))
        return part;
    nanoseconds unit = milliseconds(100);
    auto next = reader.digit();
    if (!next)
        return std::nullopt;
    for (; next; next = reader.digit()) {
        part += unit * *next;
        unit /= 10;
    }
    return part;
}

std::optional<std::chrono::minutes> zone(Reader &reader)
{
    if (reader.take('Z'))
        return std::chrono::minutes::zero();
    const bool east = reader.take('+');
    if (!east && !reader.take('-'))
        return std::nullopt;
    const auto hours = reader.number(2, 23);
    if (!hours || !reader.take(':'))
        return std::nullopt;
    const auto minutes = reader.number(2, 59);
    if (!minutes)
        return std::nullopt;
    const std::chrono::minutes offset(*hours * 60 + *minutes);
    return east ? offset : -offset;
}

struct Civil {
    std::chrono::year_month_day day;
    std::chrono::hh_mm_ss<std::chrono::microseconds> time;
};

Civil civil(WallTime time)
{
    const auto micros = std::chrono::floor<std::chrono::microseconds>(time);
    const auto day = std::chrono::floor<std::chrono::days>(micros);
    return {std::chrono::year_month_day(day), std::chrono::hh_mm_ss(micros - day)};
}

std::string dateAndTime(const Civil &civil)
{
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d", int(civil.day.year()),
                  unsigned(civil.day.month()), unsigned(civil.day.day()), int(civil.time.hours().count()),
                  int(civil.time.minutes().count()), int(civil.time.seconds().count()));
    return text.data();
}

} // namespace

std::optional<WallTime> parseTime(std::string_view text)
{
    using namespace std::chrono;
    Reader reader(text);
    const auto years = reader.number(4, 9999);
    if (!years || !reader.take('-'))
        return std::nullopt;
    const auto months = reader.number(2, 12);
    if (!months || !reader.take('-'))
        return std::nullopt;
    const auto monthDays = reader.number(2, 31);
    if (!monthDays || !reader.take('T'))
        return std::nullopt;
    const auto hour = reader.number(2, 23);
    if (!hour || !reader.take(':'))
        return std::nullopt;
    const auto minute = reader.number(2, 59);
    if (!minute || !reader.take(':'))
        return std::nullopt;
    const auto second = reader.number(2, 59);
    const auto part = second ? fraction(reader) : std::nullopt;
    const auto offset = part ? zone(reader) : std::nullopt;
    if (!offset || !reader.atEnd())
        return std::nullopt;
    const year_month_day date{year(*years), month(unsigned(*months)), day(unsigned(*monthDays))};
    // Nanoseconds since 1970 reach from 1677 to 2262; Go's zero time, year 1, is no time at all.
    if (!date.ok() || *years < 1678 || *years > 2261)
        return std::nullopt;
    return WallTime(sys_days(date) + hours(*hour) + minutes(*minute) + seconds(*second) - *offset) + *part;
}

std::string formatTime(WallTime time)
{
    return dateAndTime(civil(time)) + "Z";
}

std::string formatMicroTime(WallTime time)
{
    const Civil parts = civil(time);
    std::array<char, 16> micros{};
    std::snprintf(micros.data(), micros.size(), ".%06dZ", int(parts.time.subseconds().count()));
    return dateAndTime(parts) + micros.data();
}

} // namespace kube
