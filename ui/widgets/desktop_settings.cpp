// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/desktop_settings.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFile>

namespace orrery {

namespace {

const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString portalInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString gnome = QStringLiteral("org.gnome.desktop.interface");

// libdbus would start a bus of its own on X11, which then outlives us.
bool hasSessionBus()
{
    const QByteArray address = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    if (!address.isEmpty())
        return !address.startsWith("disabled:");
    const QByteArray runtime = qgetenv("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFile::exists(QFile::decodeName(runtime) + QStringLiteral("/bus"));
}

} // namespace

DesktopSettings::DesktopSettings(QObject *parent) : QObject(parent) {}

void DesktopSettings::start()
{
    if (m_started || !hasSessionBus())
        return;
    m_started = true;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(service, path, portalInterface, QStringLiteral("SettingChanged"), this,
                SLOT(noteSetting(QString,QString,QDBusVariant)));
    ask(appearance, QStringLiteral("color-scheme"));
    ask(appearance, QStringLiteral("reduced-motion"));
    ask(gnome, QStringLiteral("enable-animations"));
}

void DesktopSettings::ask(const QString &group, const QString &key)
{
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, portalInterface, QStringLiteral("Read"));
    call << group << key;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, group, key](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *done;
        if (reply.isValid())
            noteSetting(group, key, reply.value());
    });
}

void DesktopSettings::noteSetting(const QString &group, const QString &key, const QDBusVariant &value)
{
    // Read wraps its answer in two variants, the signal in one.
    QVariant inner = value.variant();
    while (inner.canConvert<QDBusVariant>())
        inner = inner.value<QDBusVariant>().variant();
    const std::optional<bool> darkBefore = m_dark;
    const bool motionBefore = m_lessMotion;
    if (group == appearance && key == QLatin1String("color-scheme")) {
        const uint scheme = inner.toUInt();
        m_dark = scheme == 1 ? std::optional(true) : scheme == 2 ? std::optional(false) : std::nullopt;
    } else if (group == appearance && key == QLatin1String("reduced-motion")) {
        m_lessMotion = inner.toUInt() == 1;
    } else if (group == gnome && key == QLatin1String("enable-animations")) {
        m_lessMotion = !inner.toBool();
    }
    if (m_dark != darkBefore || m_lessMotion != motionBefore)
        Q_EMIT changed();
}

} // namespace orrery
