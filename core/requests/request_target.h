// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/gvk.h"
#include "core/object/object_key.h"
#include "core/rest/request_record.h"

namespace kube {

/// What a request is about, read from its method and URL.
struct RequestTarget {
    std::string verb;              ///< get, list, watch, create, update, patch, delete, deletecollection; else the HTTP method
    GroupVersionResource resource; ///< empty when the path names none
    ObjectKey object;              ///< name empty: of a collection, or the body names it
    std::string subresource;
    std::string path;              ///< of the URL, when it names no resource

    /// prefix: the path of the server's address (Rancher style).
    [[nodiscard]] static RequestTarget of(const QByteArray &method, const QUrl &url, const QString &prefix = {});
    [[nodiscard]] static RequestTarget of(const RequestRecord &record, const QString &prefix = {}) { return of(record.method, record.url, prefix); } ///< likewise
    /// For people: "deployments.apps web/api scale", "pods in web", "/readyz?verbose".
    [[nodiscard]] std::string toText() const;
};

} // namespace kube
