// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>

namespace kube {

class Request;

/// What a patch's document is.
enum class PatchType {
    Json,      ///< RFC 6902
    Merge,     ///< RFC 7386
    Strategic, ///< built-in kinds only: the server answers 415 for custom resources
    Apply,     ///< server-side apply
};
[[nodiscard]] QByteArray contentType(PatchType type); ///< "application/merge-patch+json"

/// All: the server does everything but keep it.
enum class DryRun { No, All };

/// Source: meta/v1 CreateOptions, UpdateOptions, PatchOptions.
struct WriteOptions {
    std::string fieldManager;    ///< who owns the fields written; empty: the server takes it from the User-Agent
    std::string fieldValidation; ///< "", "Ignore", "Warn" or "Strict"
    std::string subresource;     ///< "status", "scale" …; empty: the object itself
    DryRun dryRun = DryRun::No;
    bool force = false;          ///< apply: take fields from other managers
    std::stop_token stop;        ///< ends the wait with Canceled; the server may have written all the same

    void addTo(Request &request) const; ///< as parameters, but for force and subresource
};

/// What becomes of an object's dependents. Source: meta/v1 DeletionPropagation.
enum class Propagation { Background, Foreground, Orphan };

/// Source: meta/v1 DeleteOptions.
struct DeleteOptions {
    std::optional<Propagation> propagation;   ///< none: the resource's default
    std::optional<std::int64_t> gracePeriodSeconds; ///< 0: now; none: the object's own
    std::string uid;             ///< delete this very object only, else Conflict
    std::string resourceVersion; ///< only while it is at this version, else Conflict
    DryRun dryRun = DryRun::No;
    std::string subresource;     ///< of one object: "eviction" …; empty: the object itself. Not part of the body
    std::stop_token stop;        ///< ends the wait with Canceled; the server may have deleted all the same

    /// The body of the request.
    [[nodiscard]] QByteArray toJson() const;
};

} // namespace kube
