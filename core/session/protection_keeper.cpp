// SPDX-License-Identifier: Apache-2.0
#include "core/session/protection_keeper.h"

namespace kube {

namespace {

/// How often it is looked whether the time has come: a timer alone sleeps while the machine does.
constexpr auto look = std::chrono::seconds(5);

} // namespace

ProtectionKeeper::ProtectionKeeper(QString name, bool isProtected, Scheduler &scheduler) : m_name(std::move(name)), m_scheduler(scheduler)
{
    m_protection.isProtected = isProtected;
    m_lock->setOnRefused([this](const Error &error) {
        ++m_protection.refused;
        m_protection.lastRefused = error;
        tell();
    });
    tell();
}

ProtectionKeeper::~ProtectionKeeper()
{
    m_lock->setOnRefused({});
}

std::optional<Error> ProtectionKeeper::unlessName(const QString &typed) const
{
    if (typed == m_name)
        return std::nullopt;
    return Error::badInput(QStringLiteral("\"%1\" is not the name of this context").arg(typed));
}

void ProtectionKeeper::tell()
{
    m_lock->setLocked(m_protection.isLocked());
    m_told.send(m_protection);
}

void ProtectionKeeper::protect()
{
    m_protection.isProtected = true;
    lockNow();
}

void ProtectionKeeper::lockNow()
{
    m_end.reset();
    m_protection.unlockedUntil.reset();
    tell();
}

Result<Protection> ProtectionKeeper::unlock(const QString &typedName)
{
    if (auto wrong = unlessName(typedName))
        return fail(std::move(*wrong));
    if (!m_protection.isProtected)
        return m_protection;
    m_protection.unlockedUntil = m_scheduler.wallNow() + unlockedFor;
    tell();
    watchTheClock();
    return m_protection;
}

void ProtectionKeeper::watchTheClock()
{
    const auto left = std::chrono::duration_cast<Duration>(*m_protection.unlockedUntil - m_scheduler.wallNow());
    if (left <= Duration::zero() || left > unlockedFor) // … or the clock was turned back
        lockNow();
    else
        m_end = m_scheduler.after(std::min<Duration>(left, look), [this] { watchTheClock(); });
}

Result<Protection> ProtectionKeeper::unprotect(const QString &typedName)
{
    if (auto wrong = unlessName(typedName))
        return fail(std::move(*wrong));
    m_protection.isProtected = false;
    lockNow();
    return m_protection;
}

} // namespace kube
