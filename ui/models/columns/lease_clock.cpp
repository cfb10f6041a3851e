// SPDX-License-Identifier: Apache-2.0
#include "ui/models/columns/lease_clock.h"

#include "ui/base/format.h"

namespace orrery {

namespace {

constexpr int durationBits = 20;
constexpr CellValue durationMask = (CellValue(1) << durationBits) - 1;
constexpr CellValue releasedMark = durationMask;

} // namespace

kube::WallTime LeaseClock::renewed(std::string_view uid, std::string_view renewTime, std::optional<kube::WallTime> told, kube::WallTime now)
{
    const std::lock_guard lock(m_mutex);
    const auto [seen, isNew] = m_seen.try_emplace(std::string(uid), Seen{std::string(renewTime), now});
    if (isNew)
        seen->second.at = std::min(told.value_or(now), now);
    else if (seen->second.renewTime != renewTime)
        seen->second = {std::string(renewTime), now};
    return seen->second.at;
}

namespace renewal {

CellValue of(kube::WallTime renewed, std::int64_t duration, Holder holder)
{
    const CellValue lasts = holder == Holder::Released ? releasedMark : std::clamp<CellValue>(duration, 0, releasedMark - 1);
    return bound(cellvalue::ofTime(renewed)) | lasts;
}

kube::WallTime timeOf(CellValue value)
{
    return cellvalue::toTime(value >> durationBits);
}

CellValue bound(CellValue seconds)
{
    return std::max<CellValue>(seconds, 0) << durationBits;
}

bool isExpired(CellValue value, kube::WallTime now)
{
    const CellValue lasts = value & durationMask;
    return value != noValue && lasts != 0 && lasts != releasedMark && now - timeOf(value) > std::chrono::seconds(lasts);
}

QString text(CellValue value, kube::WallTime now)
{
    const QString age = humanDuration(now - timeOf(value));
    if ((value & durationMask) == releasedMark)
        return QStringLiteral("released (%1 ago)").arg(age);
    return isExpired(value, now) ? QStringLiteral("expired (%1 ago)").arg(age) : age;
}

Tone tone(CellValue value, kube::WallTime now)
{
    if (value == noValue)
        return Tone::Neutral;
    if ((value & durationMask) == releasedMark)
        return Tone::Completed;
    return isExpired(value, now) ? Tone::Failing : Tone::Ready;
}

} // namespace renewal

} // namespace orrery
