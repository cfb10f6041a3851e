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
    [[nodiscard]] static Request get() { return Request("GET"); } ///< reads
    [[nodiscard]] static Request post() { return Request("POST"); } ///< creates, or asks for a review
    [[nodiscard]] static Request put() { return Request("PUT"); } ///< replaces
    [[nodiscard]] static Request remove() { return Request("DELETE"); } ///< deletes
    [[nodiscard]] static Request patch(QByteArray contentType); ///< changes some of it; contentType says how

    /// A path of its own, such as "/version" or "/apis"; joined to the host's prefix.
    Request &absolutePath(const QString &path);
    /// /api/v1 or /apis/g/v [/namespaces/ns] /resource
    Request &resource(const GroupVersionResource &gvr);
    Request &inNamespace(const std::string &namespaceName); ///< "" means all of them, for a list alone
    Request &name(const std::string &name); ///< of the object
    Request &subresource(const std::string &subresource); ///< below the object's name: "status"
    Request &parameter(const QString &name, const QString &value); ///< an empty value is left out
    Request &accept(QByteArray mediaTypes); ///< instead of application/json
    Request &header(QByteArray name, QByteArray value); ///< one more, such as If-None-Match
    /// Of a patch, contentType stays what patch() said unless another is given.
    Request &body(QByteArray json, QByteArray contentType = "application/json");
    Request &lane(HttpRequest::Lane lane); ///< which connections it takes
    Request &idleTimeout(Duration timeout); ///< no byte for so long ends it
    Request &timeout(Duration timeout); ///< of the whole call; sends ?timeout= as client-go does

    /// Flow control does not hold it up: for a question whose answer in time is what is asked for, such as a probe.
    Request &outOfTurn();
    /// The first answer is taken, also one that asks by Retry-After to come again: for a question that measures. A connection
    /// that was lost before an answer is made anew as ever.
    Request &firstAnswer();

    /// The finished request below host. Errors: BadInput.
    [[nodiscard]] Result<HttpRequest> build(const QUrl &host) const;
    [[nodiscard]] const QByteArray &method() const { return m_method; } ///< "GET" and its like
    [[nodiscard]] Duration wholeTimeout() const { return m_timeout; } ///< what timeout() set; zero: nothing

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
    bool m_outOfTurn = false;
    bool m_firstAnswer = false;
    std::optional<Error> m_error;
};

} // namespace kube
