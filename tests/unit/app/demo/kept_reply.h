// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/server/exchange.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace orrery::test {

/// An answer that is kept.
class KeptReply : public demo::Reply
{
public:
    void begin(int status, const QByteArray &, const QList<std::pair<QByteArray, QByteArray>> &) override { m_status = status; }
    void write(const QByteArray &bytes) override { m_bytes += bytes; }
    void finish() override { m_finished = true; }
    [[nodiscard]] bool isOpen() const override { return !m_finished; }
    [[nodiscard]] qint64 backlog() const override { return 0; }

    [[nodiscard]] int status() const { return m_status; }
    [[nodiscard]] bool isFinished() const { return m_finished; }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    [[nodiscard]] QJsonObject body() const { return QJsonDocument::fromJson(m_bytes).object(); }
    /// Of a watch: "ADDED a;DELETED a;"
    [[nodiscard]] QString told() const
    {
        QString text;
        for (const QByteArray &line : m_bytes.split('\n')) {
            const QJsonObject event = QJsonDocument::fromJson(line).object();
            if (!event.isEmpty())
                text += event.value(QLatin1String("type")).toString() + QLatin1Char(' ') + event.value(QLatin1String("object")).toObject().value(QLatin1String("metadata")).toObject().value(QLatin1String("name")).toString() + QLatin1Char(';');
        }
        return text;
    }

private:
    int m_status = 0;
    bool m_finished = false;
    QByteArray m_bytes;
};

using KeptPtr = std::shared_ptr<KeptReply>;

} // namespace orrery::test
