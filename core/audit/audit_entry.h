// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"
#include "core/base/scheduler.h"
#include "core/object/gvk.h"
#include "core/object/object_key.h"

#include <QByteArray>
#include <QUrl>

namespace kube {

/// Who wrote to which server.
struct AuditSource {
    std::string context; ///< of the kubeconfig
    std::string server;  ///< its address
    std::string user;    ///< of the kubeconfig, and as whom it acts: "admin as jane"
};

/// One write: what was asked for, and what came of it.
struct AuditEntry {
    WallTime time{};
    AuditSource source;
    std::string verb;              ///< create, update, patch, delete, deletecollection; else the HTTP method
    GroupVersionResource resource; ///< empty when the path names none
    ObjectKey object;              ///< name empty: the body names it, or it is a collection
    std::string subresource;
    std::string path;              ///< of the URL, when it names no resource
    bool isDryRun = false;
    std::string fieldManager;
    std::string contentType;
    std::string body;              ///< as sent; redacted when it is written down
    int status = 0;                ///< HTTP code; 0: no answer came
    std::optional<Error> error;    ///< none: it was done

    /// Of a request. prefix: the path of the server's address (Rancher style).
    [[nodiscard]] static AuditEntry ofRequest(const QByteArray &method, const QUrl &url, const QString &prefix, const QByteArray &contentType,
                                              const QByteArray &body);
    /// One line of JSON, with its line feed. Values of Secrets are not in it: see redactedBody(). A body over 256 KiB is told by its size.
    [[nodiscard]] QByteArray toLine() const;
    [[nodiscard]] bool isOfSecrets() const; ///< of Secrets of the core group?
};

/// A body without what Secrets hold: in a Secret, or a patch to one, every value of data and stringData and the annotation
/// that has them again is "(redacted)", their names stay; what cannot be read is left out whole. A body that is no
/// Secret's, but holds some (a List), is treated alike.
[[nodiscard]] std::string redactedBody(std::string_view body, bool isOfSecrets);

} // namespace kube
