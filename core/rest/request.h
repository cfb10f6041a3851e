// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/object/gvk.h"
#include "core/object/object_key.h"
#include "core/rest/transport.h"

namespace kube {

/// Builds one request's path, query and body. Errors (a bad segment, a namespace set but empty) stick and are
/// returned by build(). Source: client-go rest.Request; segments may not be ".", "..", nor hold "/" or "%".
class Request
{
public:
    [[nodiscard]] static Request get() { return Request("GET"); }
    [[nodiscard]] static Request post() { return Request("POST"); }
    [[nodiscard]] static Request put() { return Request("PUT"); }
    [[nodiscard]] static Request remove() { return Request("DELETE"); }
    [[nodiscard]] static Request patch(QByteArray contentType);

    /// A path of its own, such as "/version" or "/apis"; joined to the host's prefix.
    Request &absolutePath(const QString &path);
    /// /api/v1 or /apis/g/v [/namespaces/ns] /resource
    Request &resource(const GroupVersionResource &gvr);
    Request &inNamespace(const std::string &namespaceName);
    Request &name(const std::string &name);
    Request &subresource(const std::string &subresource);
    Request &parameter(const QString &name, const QString &value); ///< an empty value is left out
    Request &accept(QByteArray mediaTypes);
    Request &header(QByteArray name, QByteArray value); ///< one more, such as If-None-Match
    Request &body(QByteArray json, QByteArray contentType = "application/json");
    Request &lane(HttpRequest::Lane lane);
    Request &idleTimeout(Duration timeout);
    Request &timeout(Duration timeout); ///< of the whole call; sends ?timeout= as client-go does

    /// The finished request below host. Errors: BadInput.
    [[nodiscard]] Result<HttpRequest> build(const QUrl &host) const;
    [[nodiscard]] const QByteArray &method() const { return m_method; }
    [[nodiscard]] Duration wholeTimeout() const { return m_timeout; }

private:
    explicit Request(QByteArray method) : m_method(std::move(method)) {}
    void stick(std::optional<Error> error);
    [[nodiscard]] std::optional<Error> shapeError() const;

    QByteArray m_method;
    QString m_absolutePath;
    std::optional<GroupVersionResource> m_resource;
    std::optional<std::string> m_namespace;
    std::optional<std::string> m_name;
    std::string m_subresource;
    QList<std::pair<QString, QString>> m_parameters;
    QList<Header> m_headers;
    QByteArray m_accept = "application/json";
    QByteArray m_body;
    QByteArray m_contentType;
    HttpRequest::Lane m_lane = HttpRequest::Lane::Call;
    Duration m_idleTimeout = Duration::zero();
    Duration m_timeout = Duration::zero();
    std::optional<Error> m_error;
};

} // namespace kube
