// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/apply/write_history.h"
#include "core/base/result.h"

namespace kube {

/// The last write of each object on disk, so that it can be taken back after a restart, for 30 days: one file each, written aside
/// and put in its place at once, readable by the user alone. Of a Secret, and of what is too large, there is only that it was
/// written and when; so no write before it is taken for the last.
/// Processes may share the folder: of two writes of one object the later is kept. Thread: one at a time. Blocks for the disk.
class WriteStore
{
public:
    static constexpr std::size_t mostWrites = 100;                ///< of a cluster; the oldest go first
    static constexpr std::size_t mostBytes = 2 * 1024 * 1024;     ///< of one, before and after together
    static constexpr qint64 mostBytesOfAll = 16 * 1024 * 1024;    ///< of a cluster's files; the oldest go first
    static constexpr std::chrono::hours lifetime{30 * 24};

    /// folder: made, with 0700, when the first write is kept.
    explicit WriteStore(QString folder) : m_folder(std::move(folder)) {}

    /// Replaces what is kept of the object. cluster: what tells it apart for good, as of a draft. Errors: Server with the system's
    /// words when it cannot be written; then nothing is kept of the object.
    [[nodiscard]] Result<void> keep(const std::string &cluster, const RememberedWrite &write);
    /// A cluster's, the newest first. What is older than 30 days goes, of all clusters; files that cannot be read are set aside
    /// as NAME.damaged.
    [[nodiscard]] std::vector<RememberedWritePtr> all(const std::string &cluster, WallTime now);

private:
    void removeOldest(const std::string &cluster, const QString &butNot) const;

    QString m_folder;
};

} // namespace kube
