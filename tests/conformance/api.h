// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>

#include <functional>
#include <memory>

namespace orrery::conformance {

/// What a server answered to one request.
struct Answer {
    int code = 0; ///< 0: no answer at all
    QByteArray contentType;
    QByteArray etag;
    QByteArray bytes;
    QJsonObject body; ///< empty unless bytes are a JSON object

    [[nodiscard]] QString reason() const { return body.value(QLatin1String("reason")).toString(); }
    [[nodiscard]] QString message() const { return body.value(QLatin1String("message")).toString(); }
};

/// A value within a document: "metadata.name", "items.0.spec"; a dot within a member's name is written "\\.".
[[nodiscard]] QJsonValue at(const QJsonValue &value, const QString &path);
[[nodiscard]] QString textAt(const QJsonValue &value, const QString &path);
/// {"field reason", …} of a Status, sorted.
[[nodiscard]] QStringList causesOf(const Answer &answer);
/// metadata.name of each item of a list, in its order.
[[nodiscard]] QStringList namesOf(const QJsonObject &list);

/// The server under test with the tokens of its users. It blocks until an answer has come: no case here needs two at
/// once but for watches.
class Api
{
public:
    /// Reads the kubeconfig; admin is the first user with a token whose context says so ("demo" or "token-admin").
    explicit Api(const QString &kubeconfig);

    enum class User { Admin, Viewer, Nobody, Unknown };
    using Headers = QHash<QByteArray, QByteArray>;

    Answer get(const QString &path, const QByteArray &accept = "application/json", User user = User::Admin);
    Answer post(const QString &path, const QJsonObject &body, User user = User::Admin);
    Answer put(const QString &path, const QJsonObject &body);
    Answer patch(const QString &path, const QByteArray &type, const QByteArray &body);
    Answer remove(const QString &path, const QJsonObject &options = {});
    Answer send(const QByteArray &method, const QString &path, const QByteArray &body, const Headers &headers, User user);

    [[nodiscard]] QNetworkRequest request(const QString &path, User user) const;
    /// Kubernetes 1.x: x.
    [[nodiscard]] int minor();

private:
    QUrl m_server;
    QSslConfiguration m_tls;
    QHash<int, QByteArray> m_tokens;
    QNetworkAccessManager m_network;
};

/// One watch: its events as they come. It has begun when it has been made.
class Watch
{
public:
    Watch(Api &api, const QString &path, const QByteArray &accept = "application/json");
    ~Watch();

    /// Until enough(*this) holds, which is asked after each piece of the stream; false when the stream ended, or
    /// nothing came for a minute, before it did.
    [[nodiscard]] bool waitFor(const std::function<bool(const Watch &)> &enough);
    [[nodiscard]] bool waitForEvents(qsizetype count);
    [[nodiscard]] bool waitForEnd();

    [[nodiscard]] const QList<QJsonObject> &events() const { return m_events; }
    /// "ADDED name", …
    [[nodiscard]] QStringList told() const;
    [[nodiscard]] bool hasEnded() const { return m_ended; }

private:
    void read();

    QNetworkAccessManager m_network; ///< its own: Qt has six connections to a host at most
    std::unique_ptr<QNetworkReply> m_reply;
    QByteArray m_rest;
    QList<QJsonObject> m_events;
    bool m_ended = false;
};

} // namespace orrery::conformance
