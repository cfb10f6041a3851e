// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/future.h"
#include "core/leaderelection/election_record.h"

#include <stop_token>

namespace kube {

/// Where candidates of one election meet: a record on the server that is changed only by who has seen its last version.
/// An answer that comes after stop was requested changes nothing here: it ends as Canceled.
/// Thread: one. Source: client-go resourcelock.Interface.
class ResourceLock
{
public:
    virtual ~ResourceLock() = default;

    /// Errors: NotFound when there is no record yet.
    [[nodiscard]] virtual Future<ElectionRecord> get(std::stop_token stop) = 0;
    /// Errors: AlreadyExists when another was faster.
    [[nodiscard]] virtual Future<ElectionRecord> create(const ElectionRecord &record, std::stop_token stop) = 0;
    /// Errors: Conflict when the record has changed since this lock last got, created or updated it; BadInput when it
    /// never has.
    [[nodiscard]] virtual Future<ElectionRecord> update(const ElectionRecord &record, std::stop_token stop) = 0;
    /// Errors: BadInput when it names no record. Asked before an election.
    [[nodiscard]] virtual Result<void> validate() const { return {}; }
    /// "namespace/name"
    [[nodiscard]] virtual std::string describe() const = 0;
};

} // namespace kube
