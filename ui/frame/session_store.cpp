// SPDX-License-Identifier: Apache-2.0
#include "ui/frame/session_store.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace orrery {

SessionStore::SessionStore(QString path, QObject *parent) : QObject(parent), m_path(std::move(path))
{
    m_later.setSingleShot(true);
    m_later.setInterval(500);
    connect(&m_later, &QTimer::timeout, this, &SessionStore::flush);
    if (m_path.isEmpty())
        return;
    const QSettings file(m_path, QSettings::IniFormat);
    for (const QString &key : file.allKeys())
        m_values.insert(key, file.value(key));
}

SessionStore::~SessionStore()
{
    flush();
}

QVariant SessionStore::value(const QString &key, const QVariant &otherwise) const
{
    return m_values.value(key, otherwise);
}

void SessionStore::setValue(const QString &key, const QVariant &value)
{
    if (m_values.value(key) == value)
        return;
    m_values.insert(key, value);
    m_dirty = true;
    m_later.start();
}

bool SessionStore::flush()
{
    m_later.stop();
    if (!m_dirty || m_path.isEmpty())
        return true;
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSettings file(m_path, QSettings::IniFormat);
    for (auto at = m_values.cbegin(); at != m_values.cend(); ++at)
        file.setValue(at.key(), at.value());
    file.sync();
    m_dirty = file.status() != QSettings::NoError;
    return !m_dirty;
}

} // namespace orrery
