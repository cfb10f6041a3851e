// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/server/exchange.h"

#include <QJsonObject>
#include <QString>

#include <array>

namespace orrery::demo {

/// A metav1.Status as an API server answers it.
struct StatusReply {
    int code = 500;
    QString reason;
    QString message;
    QJsonObject details;
    QJsonObject metadata = {};

    [[nodiscard]] QJsonObject toJson() const;
    void sendTo(const ReplyPtr &reply, int retryAfterSeconds = 0) const;
};

[[nodiscard]] StatusReply notFound(const QString &group, const QString &resource, const QString &name);
[[nodiscard]] StatusReply alreadyExists(const QString &group, const QString &resource, const QString &name);
[[nodiscard]] StatusReply conflict(const QString &group, const QString &resource, const QString &name, const QString &why);
[[nodiscard]] StatusReply badRequest(const QString &message);
[[nodiscard]] StatusReply unknownPath();
[[nodiscard]] StatusReply methodNotAllowed();
[[nodiscard]] StatusReply unsupportedMediaType(const QString &message);
/// 504: a version that is not there yet.
[[nodiscard]] StatusReply tooLarge(quint64 asked, quint64 current);
[[nodiscard]] StatusReply expired(const QString &message);
/// causes: reason, message, field
[[nodiscard]] StatusReply invalid(const QString &group, const QString &kind, const QString &name,
                                  const QList<std::array<QString, 3>> &causes);

void sendJson(const ReplyPtr &reply, int code, const QJsonObject &object, const QList<std::pair<QByteArray, QByteArray>> &headers = {});

} // namespace orrery::demo
