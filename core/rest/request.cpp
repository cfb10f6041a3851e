// SPDX-License-Identifier: Apache-2.0
#include "core/rest/request.h"

namespace kube {

namespace {

// Allowed in a path beside letters, digits and "-._~" (RFC 3986 pchar).
const QByteArray pathCharacters = QByteArrayLiteral(":@!$&'()*+,;=");

QString text(const std::string &bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

std::optional<Error> segmentError(const char *what, const std::string &segment)
{
    QString reason;
    if (segment.empty())
        reason = QStringLiteral("may not be empty");
    else if (segment == "." || segment == "..")
        reason = QStringLiteral("may not be \"%1\"").arg(text(segment));
    else if (segment.find('/') != std::string::npos || segment.find('%') != std::string::npos)
        reason = QStringLiteral("may not hold \"/\" or \"%\": ") + text(segment);
    else
        return std::nullopt;
    return Error::badInput(QStringLiteral("a %1 %2").arg(QLatin1String(what), reason));
}

QByteArray encodedSegment(const std::string &segment)
{
    return '/' + text(segment).toUtf8().toPercentEncoding(pathCharacters);
}

/// Leaves the escapes that are there already.
QByteArray encodedOnce(const QString &part, const QByteArray &kept)
{
    return part.toUtf8().toPercentEncoding(kept).replace("%25", "%");
}

/// As Go prints a duration that its parser reads back.
QString goDuration(Duration duration)
{
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
    if (milliseconds % 1000 == 0)
        return QString::number(milliseconds / 1000) + QLatin1Char('s');
    return QString::number(milliseconds) + QStringLiteral("ms");
}

std::optional<Error> hostError(const QUrl &host)
{
    const QString scheme = host.scheme();
    if (host.host().isEmpty() || (scheme != QLatin1String("https") && scheme != QLatin1String("http")))
        return Error::badInput(QStringLiteral("the server's address is not an http or https URL"), host.toDisplayString());
    if (host.hasQuery() || host.hasFragment())
        return Error::badInput(QStringLiteral("the server's address may not have a query or fragment"), host.toDisplayString());
    return std::nullopt;
}

} // namespace

Request Request::patch(QByteArray contentType)
{
    Request request("PATCH");
    request.m_contentType = std::move(contentType);
    return request;
}

void Request::stick(std::optional<Error> error)
{
    if (!m_error)
        m_error = std::move(error);
}

Request &Request::absolutePath(const QString &path)
{
    if (!m_absolutePath.isEmpty() || m_resource)
        stick(Error::badInput(QStringLiteral("the path of a request is set twice")));
    if (!path.startsWith(QLatin1Char('/')))
        stick(Error::badInput(QStringLiteral("a path of its own begins with a slash: ") + path));
    m_absolutePath = path;
    return *this;
}

Request &Request::resource(const GroupVersionResource &gvr)
{
    if (m_resource || !m_absolutePath.isEmpty())
        stick(Error::badInput(QStringLiteral("the resource of a request is set twice")));
    if (!gvr.group.empty())
        stick(segmentError("group", gvr.group));
    stick(segmentError("version", gvr.version));
    stick(segmentError("resource", gvr.resource));
    m_resource = gvr;
    return *this;
}

Request &Request::inNamespace(const std::string &namespaceName)
{
    if (m_namespace)
        stick(Error::badInput(QStringLiteral("the namespace of a request is set twice")));
    if (!namespaceName.empty())
        stick(segmentError("namespace", namespaceName));
    m_namespace = namespaceName;
    return *this;
}

Request &Request::name(const std::string &name)
{
    if (m_name)
        stick(Error::badInput(QStringLiteral("the name of a request is set twice")));
    stick(segmentError("name", name));
    m_name = name;
    return *this;
}

Request &Request::subresource(const std::string &subresource)
{
    if (!m_subresource.empty())
        stick(Error::badInput(QStringLiteral("the subresource of a request is set twice")));
    stick(segmentError("subresource", subresource));
    m_subresource = subresource;
    return *this;
}

Request &Request::parameter(const QString &name, const QString &value)
{
    if (!value.isEmpty())
        m_parameters.append({name, value});
    return *this;
}

Request &Request::accept(QByteArray mediaTypes)
{
    m_accept = std::move(mediaTypes);
    return *this;
}

Request &Request::header(QByteArray name, QByteArray value)
{
    m_headers.append({std::move(name), std::move(value)});
    return *this;
}

Request &Request::body(QByteArray json, QByteArray contentType)
{
    m_body = std::move(json);
    // patch() has named the kind of patch already; body()'s default must not turn it into something else.
    if (m_method != "PATCH" || m_contentType.isEmpty() || contentType != "application/json")
        m_contentType = std::move(contentType);
    return *this;
}

Request &Request::lane(HttpRequest::Lane lane)
{
    m_lane = lane;
    return *this;
}

Request &Request::idleTimeout(Duration timeout)
{
    m_idleTimeout = timeout;
    return *this;
}

Request &Request::outOfTurn()
{
    m_outOfTurn = true;
    return *this;
}

Request &Request::firstAnswer()
{
    m_firstAnswer = true;
    return *this;
}

Request &Request::timeout(Duration timeout)
{
    m_timeout = timeout;
    return *this;
}

std::optional<Error> Request::shapeError() const
{
    if (m_error)
        return m_error;
    if (!m_resource && (m_namespace || m_name || !m_subresource.empty()))
        return Error::badInput(QStringLiteral("a request names an object but no resource"));
    if (m_namespace && m_namespace->empty()) {
        if (m_method == "POST")
            return Error::badInput(QStringLiteral("an object is to be created in a namespace without a name"));
        if (m_name)
            return Error::badInput(QStringLiteral("%1 is asked for in a namespace without a name").arg(text(*m_name)));
    }
    return std::nullopt;
}

Result<HttpRequest> Request::build(const QUrl &host) const
{
    if (auto error = shapeError())
        return fail(std::move(*error));
    if (auto error = hostError(host))
        return fail(std::move(*error));

    QByteArray path = host.path(QUrl::FullyEncoded).toLatin1();
    while (path.endsWith('/'))
        path.chop(1);
    QByteArray query;
    if (m_resource) {
        path += m_resource->group.empty() ? QByteArrayLiteral("/api") : "/apis" + encodedSegment(m_resource->group);
        path += encodedSegment(m_resource->version);
        if (m_namespace && !m_namespace->empty())
            path += "/namespaces" + encodedSegment(*m_namespace);
        path += encodedSegment(m_resource->resource).toLower();
        if (m_name)
            path += encodedSegment(*m_name);
        if (!m_subresource.empty())
            path += encodedSegment(m_subresource);
    } else {
        // The server names such paths itself, with a query and escapes of their own (OpenAPI v3's index).
        const qsizetype mark = m_absolutePath.indexOf(QLatin1Char('?'));
        path += encodedOnce(m_absolutePath.left(mark), pathCharacters + '/');
        if (mark >= 0)
            query = encodedOnce(m_absolutePath.mid(mark + 1), pathCharacters + "/?");
        if (path.isEmpty())
            path = "/";
    }
    const auto append = [&query](const QString &name, const QString &value) {
        if (!query.isEmpty())
            query += '&';
        query += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    };
    for (const auto &[name, value] : m_parameters)
        append(name, value);
    if (m_timeout > Duration::zero())
        append(QStringLiteral("timeout"), goDuration(m_timeout));

    HttpRequest request;
    request.method = m_method;
    QUrl base = host;
    base.setUserInfo({}); // credentials come from an AuthProvider, and would show in logs
    QByteArray encoded = base.scheme().toLatin1() + "://" + base.authority(QUrl::FullyEncoded).toLatin1() + path;
    if (!query.isEmpty())
        encoded += '?' + query;
    request.url = QUrl::fromEncoded(encoded, QUrl::StrictMode);
    if (!request.url.isValid())
        return fail(Error::badInput(QStringLiteral("the path is not a valid URL: ") + QString::fromLatin1(path)));
    request.headers.append({"Accept", m_accept});
    if (!m_contentType.isEmpty() && !m_body.isEmpty())
        request.headers.append({"Content-Type", m_contentType});
    request.headers.append(m_headers);
    request.body = m_body;
    request.lane = m_lane;
    request.idleTimeout = m_idleTimeout;
    request.outOfTurn = m_outOfTurn;
    request.firstAnswer = m_firstAnswer;
    return request;
}

} // namespace kube
