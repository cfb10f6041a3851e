// SPDX-License-Identifier: Apache-2.0
#include "app/composition/audited_writes.h"

namespace orrery {

kube::WriteObserver auditedWrites(std::shared_ptr<kube::AuditLog> log, kube::AuditSource source, QString prefix,
                                  std::function<void(const kube::Error &)> failed)
{
    return [log = std::move(log), source = std::move(source), prefix = std::move(prefix), failed = std::move(failed)](const kube::CompletedWrite &write) {
        kube::AuditEntry entry = kube::AuditEntry::ofRequest(write.method, write.url, prefix, write.contentType, write.body);
        entry.time = std::chrono::system_clock::now();
        entry.source = source;
        entry.status = write.status;
        entry.error = write.error;
        if (const auto written = log->write(entry); !written && failed)
            failed(written.error());
    };
}

} // namespace orrery
