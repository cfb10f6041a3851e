// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/audit_entry.h"
#include "core/base/result.h"

#include <mutex>

namespace kube {

/// A file of JSON lines, one for each write, readable by the user alone. A line is appended by one call of the system, so
/// that processes may share the file; when it has grown large it becomes FILE.1, that FILE.2, and the last goes.
/// What fails is told and stops nothing: the edit it is about has already happened. Thread: any. Blocks for the disk.
class AuditLog
{
public:
    /// How much is kept.
    struct Limits {
        qint64 bytes = 8 * 1024 * 1024; ///< of one file, about
        int older = 4;                  ///< files besides the one that is written
    };

    AuditLog(QString file, Limits limits) : m_file(std::move(file)), m_limits(limits) {} ///< the file is made with the first line
    explicit AuditLog(QString file) : AuditLog(std::move(file), Limits()) {} ///< 8 MiB, and four older ones

    /// Errors: Server with the system's words, place the file.
    [[nodiscard]] Result<void> write(const AuditEntry &entry);
    [[nodiscard]] const QString &file() const { return m_file; } ///< the newest lines

private:
    [[nodiscard]] Result<void> append(const QByteArray &line);
    void rotate() const;

    QString m_file;
    Limits m_limits;
    std::mutex m_mutex;
    bool m_isTorn = false; ///< the last line was not written whole
};

} // namespace kube
