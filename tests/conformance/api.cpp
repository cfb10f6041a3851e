// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/api.h"

#include "core/object/yaml.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QTimer>

namespace orrery::conformance {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patienceMilliseconds = 60'000;

QJsonObject readKubeconfig(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s: %s", qPrintable(path), qPrintable(file.errorString()));
    const QByteArray yaml = file.readAll();
    const auto json = kube::yamlToJson({yaml.constData(), static_cast<std::size_t>(yaml.size())});
    if (!json)
        qFatal("%s: %s", qPrintable(path), qPrintable(json.error().toString()));
    return QJsonDocument::fromJson(QByteArray::fromStdString(*json)).object();
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QJsonValue at(const QJsonValue &value, const QString &path)
{
    static const QRegularExpression dot(u"(?<!\\\\)\\."_s);
    QJsonValue here = value;
    for (QString step : path.split(dot)) {
        step.replace("\\."_L1, "."_L1);
        bool isIndex = false;
        const int index = step.toInt(&isIndex);
        here = isIndex && here.isArray() ? here.toArray().at(index) : here.toObject().value(step);
    }
    return here;
}

QString textAt(const QJsonValue &value, const QString &path)
{
    return at(value, path).toString();
}

QStringList causesOf(const Answer &answer)
{
    QStringList causes;
    for (const QJsonValue &cause : at(answer.body, u"details.causes"_s).toArray())
        causes.append(textAt(cause, u"field"_s) + u' ' + textAt(cause, u"reason"_s));
    causes.sort();
    return causes;
}

QStringList namesOf(const QJsonObject &list)
{
    QStringList names;
    for (const QJsonValue &item : list.value("items"_L1).toArray())
        names.append(textAt(item, u"metadata.name"_s));
    return names;
}

Api::Api(const QString &kubeconfig)
{
    const QJsonObject config = readKubeconfig(kubeconfig);
    const QJsonValue cluster = at(config, u"clusters.0.cluster"_s);
    m_server = QUrl(textAt(cluster, u"server"_s));
    QByteArray authority = QByteArray::fromBase64(textAt(cluster, u"certificate-authority-data"_s).toLatin1());
    if (authority.isEmpty()) {
        QFile file(textAt(cluster, u"certificate-authority"_s));
        if (file.open(QIODevice::ReadOnly))
            authority = file.readAll();
    }
    m_tls = QSslConfiguration::defaultConfiguration();
    m_tls.setCaCertificates(QSslCertificate::fromData(authority));
    const QHash<QString, User> users{{u"admin"_s, User::Admin}, {u"token-admin"_s, User::Admin}, {u"viewer"_s, User::Viewer}, {u"nobody"_s, User::Nobody}};
    for (const QJsonValue &entry : config.value("users"_L1).toArray()) {
        const auto user = users.constFind(textAt(entry, u"name"_s));
        if (user != users.constEnd())
            m_tokens[static_cast<int>(*user)] = textAt(entry, u"user.token"_s).toLatin1();
    }
    m_tokens[static_cast<int>(User::Unknown)] = "of-nobody-known";
}

QNetworkRequest Api::request(const QString &path, User user) const
{
    QNetworkRequest request(QUrl(m_server.toString() + path));
    request.setSslConfiguration(m_tls);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setRawHeader("Authorization", "Bearer " + m_tokens.value(static_cast<int>(user)));
    request.setRawHeader("User-Agent", "conformance/1");
    return request;
}

Answer Api::send(const QByteArray &method, const QString &path, const QByteArray &body, const Headers &headers, User user)
{
    QNetworkRequest asked = request(path, user);
    for (auto it = headers.begin(); it != headers.end(); ++it)
        asked.setRawHeader(it.key(), it.value());
    asked.setTransferTimeout(patienceMilliseconds);
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(asked, method, body));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    Answer answer;
    answer.code = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.contentType = reply->rawHeader("Content-Type");
    answer.etag = reply->rawHeader("ETag");
    answer.bytes = reply->readAll();
    answer.body = QJsonDocument::fromJson(answer.bytes).object();
    return answer;
}

Answer Api::get(const QString &path, const QByteArray &accept, User user)
{
    return send("GET", path, {}, {{"Accept", accept}}, user);
}

Answer Api::post(const QString &path, const QJsonObject &body, User user)
{
    return send("POST", path, compact(body), {{"Content-Type", "application/json"}, {"Accept", "application/json"}}, user);
}

Answer Api::put(const QString &path, const QJsonObject &body)
{
    return send("PUT", path, compact(body), {{"Content-Type", "application/json"}, {"Accept", "application/json"}}, User::Admin);
}

Answer Api::patch(const QString &path, const QByteArray &type, const QByteArray &body)
{
    return send("PATCH", path, body, {{"Content-Type", type}, {"Accept", "application/json"}}, User::Admin);
}

Answer Api::remove(const QString &path, const QJsonObject &options)
{
    return send("DELETE", path, options.isEmpty() ? QByteArray() : compact(options),
                {{"Content-Type", "application/json"}, {"Accept", "application/json"}}, User::Admin);
}

int Api::minor()
{
    QString text = textAt(get(u"/version"_s).body, u"minor"_s);
    while (!text.isEmpty() && !text.back().isDigit())
        text.chop(1);
    return text.toInt();
}

Watch::Watch(Api &api, const QString &path, const QByteArray &accept)
{
    QNetworkRequest asked = api.request(path, Api::User::Admin);
    asked.setRawHeader("Accept", accept);
    m_reply.reset(m_network.get(asked));
    // The head is there as soon as the server watches: what the case does next is not missed.
    QEventLoop loop;
    QObject::connect(m_reply.get(), &QNetworkReply::metaDataChanged, &loop, &QEventLoop::quit);
    QObject::connect(m_reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(patienceMilliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

Watch::~Watch()
{
    m_reply->disconnect();
    m_reply->abort();
}

void Watch::read()
{
    m_rest += m_reply->readAll();
    for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n')) {
        m_events.append(QJsonDocument::fromJson(m_rest.left(end)).object());
        m_rest.remove(0, end + 1);
    }
    m_ended = m_reply->isFinished();
}

bool Watch::waitFor(const std::function<bool(const Watch &)> &enough)
{
    read();
    while (!enough(*this)) {
        if (m_ended)
            return false;
        QEventLoop loop;
        QTimer guard;
        guard.setSingleShot(true);
        QObject::connect(&guard, &QTimer::timeout, &loop, [&loop] { loop.exit(1); });
        QObject::connect(m_reply.get(), &QNetworkReply::readyRead, &loop, [&loop] { loop.exit(0); });
        QObject::connect(m_reply.get(), &QNetworkReply::finished, &loop, [&loop] { loop.exit(0); });
        guard.start(patienceMilliseconds);
        if (loop.exec() != 0)
            return false;
        read();
    }
    return true;
}

bool Watch::waitForEvents(qsizetype count)
{
    return waitFor([count](const Watch &watch) { return watch.events().size() >= count; });
}

bool Watch::waitForEnd()
{
    return waitFor([](const Watch &watch) { return watch.hasEnded(); });
}

QStringList Watch::told() const
{
    QStringList lines;
    for (const QJsonObject &event : m_events)
        lines.append(textAt(event, u"type"_s) + u' ' + textAt(event, u"object.metadata.name"_s));
    return lines;
}

} // namespace orrery::conformance
