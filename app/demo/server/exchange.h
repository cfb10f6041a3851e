// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QUrl>
#include <QUrlQuery>

#include <functional>
#include <memory>
#include <utility>

namespace orrery::demo {

/// One request, whole.
struct Call {
    QByteArray method;
    QString path;          ///< decoded
    QUrlQuery query;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &lowerName) const
    {
        for (const auto &[name, value] : headers) {
            if (name == lowerName)
                return value;
        }
        return {};
    }
    [[nodiscard]] QString parameter(const QString &name) const { return query.queryItemValue(name, QUrl::FullyDecoded); }
    [[nodiscard]] bool flag(const QString &name) const
    {
        const QString value = parameter(name);
        return value == QLatin1String("true") || value == QLatin1String("1");
    }
};

/// The answer to one Call, in one piece or as a stream. Thread: the server's. Held by whoever still writes;
/// writes after the peer has gone are dropped.
class Reply
{
public:
    virtual ~Reply() = default;
    virtual void begin(int status, const QByteArray &contentType, const QList<std::pair<QByteArray, QByteArray>> &more = {}) = 0;
    virtual void write(const QByteArray &bytes) = 0;
    virtual void finish() = 0;
    [[nodiscard]] virtual bool isOpen() const = 0;       ///< false once the peer has gone
    [[nodiscard]] virtual qint64 backlog() const = 0;    ///< bytes not yet taken by the peer
    QList<std::pair<QByteArray, QByteArray>> headers; ///< of its head, before those of begin()
    std::function<void()> onDrained; ///< some of the backlog has been taken
    std::function<void()> onClosed;  ///< the peer has gone

    void send(int status, const QByteArray &contentType, const QByteArray &body)
    {
        begin(status, contentType);
        write(body);
        finish();
    }
};

using ReplyPtr = std::shared_ptr<Reply>;
using Handler = std::function<void(const Call &call, const ReplyPtr &reply)>;

} // namespace orrery::demo
