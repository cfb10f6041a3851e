// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/audit_log.h"
#include "core/rest/completed_write.h"

#include <memory>

namespace orrery {

/// An observer of writes that puts each into the log as source's. prefix: the path of the server's address. failed is told
/// when the log cannot be written; the write itself has happened. Thread: any, failed's too.
[[nodiscard]] kube::WriteObserver auditedWrites(std::shared_ptr<kube::AuditLog> log, kube::AuditSource source, QString prefix,
                                                std::function<void(const kube::Error &)> failed);

} // namespace orrery
