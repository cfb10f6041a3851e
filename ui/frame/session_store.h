// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>
#include <QTimer>
#include <QVariant>

namespace orrery {

/// What a window remembers: places, sizes, theme, open tabs, columns. An INI file, written half a second after the
/// last change and when flushed; a file that cannot be read counts as empty, one that cannot be written is left.
/// Never credentials.
class SessionStore final : public QObject
{
    Q_OBJECT
public:
    /// path: of the file; its folder is made when first written. Empty: remembers for this run only.
    explicit SessionStore(QString path, QObject *parent = nullptr);
    ~SessionStore() override;

    [[nodiscard]] QVariant value(const QString &key, const QVariant &otherwise = {}) const;
    void setValue(const QString &key, const QVariant &value);
    /// Writes now what is not written yet. False: the file could not be written.
    bool flush();
    [[nodiscard]] bool hasUnwritten() const { return m_dirty; }

private:
    QString m_path;
    QHash<QString, QVariant> m_values;
    QTimer m_later;
    bool m_dirty = false;
};

} // namespace orrery
