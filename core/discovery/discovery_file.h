// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"
#include "core/discovery/server_resources.h"

#include <QUrl>

namespace kube {

/// What one server offered, kept in a file of its own from one run of a program to the next: in the aggregated form,
/// replaced as a whole, readable by its owner alone. Source: client-go discovery/cached/disk.
/// Thread: any, one at a time; programs may share a folder.
class DiscoveryFile
{
public:
    static constexpr Duration kubectlsTimeToLive = std::chrono::hours(6);

    /// folder is made when something is written. Two servers, or one below two paths, never share a file.
    DiscoveryFile(const QString &folder, const QUrl &host, Duration timeToLive = kubectlsTimeToLive);

    [[nodiscard]] const QString &path() const { return m_path; } ///< where it is, whether or not it exists
    /// Nothing when there is no file, or it is older than timeToLive, from the future, or damaged.
    [[nodiscard]] std::optional<ServerResources> read(WallTime now) const;
    /// Groups that failed are left out, to be asked for again. Nothing is written when there is nothing to keep.
    /// Errors: BadInput with the system's words.
    [[nodiscard]] Result<void> write(const ServerResources &resources) const;
    void remove() const; ///< the next read() finds nothing

private:
    QString m_path;
    Duration m_timeToLive;
};

} // namespace kube
