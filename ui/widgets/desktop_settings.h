// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusVariant>
#include <QObject>

#include <optional>

namespace orrery {

/// What the desktop wishes: dark or light, less motion. From the settings portal (org.freedesktop.portal.Settings),
/// asked without waiting; silent where there is no session bus or no portal.
class DesktopSettings final : public QObject
{
    Q_OBJECT
public:
    explicit DesktopSettings(QObject *parent = nullptr);
    /// Begins asking and listening. Does nothing without a session bus; never starts one.
    void start();

    [[nodiscard]] std::optional<bool> prefersDark() const { return m_dark; } ///< nullopt: no wish
    [[nodiscard]] bool prefersLessMotion() const { return m_lessMotion; }

public Q_SLOTS:
    void noteSetting(const QString &group, const QString &key, const QDBusVariant &value);

Q_SIGNALS:
    void changed();

private:
    void ask(const QString &group, const QString &key);

    std::optional<bool> m_dark;
    bool m_lessMotion = false;
    bool m_started = false;
};

} // namespace orrery
