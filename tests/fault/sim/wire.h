// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/model_cluster.h"

namespace kube::sim {

/// In which form a client asked for objects, by its Accept header.
enum class WireForm { Objects, Table, Metadata };

struct ListPart {
    std::vector<std::pair<std::string, test::ModelCluster::Object>> items; ///< name: "namespace/name"
    std::uint64_t version = 0;
    std::string continueToken;
};

/// A Status as a server writes it.
struct WireStatus {
    int code = 500;
    std::string reason;
    std::string message = "no \"reason\" {given}"; // what a scanner of braces might trip over
    std::string cause;
    int retryAfter = 0; ///< seconds; 0: not said
};

[[nodiscard]] WireForm formOf(std::string_view accept);

[[nodiscard]] std::string listJson(WireForm form, const ListPart &part);
/// An ADDED, MODIFIED or DELETED frame of a watch. A first frame of a table has its columns.
[[nodiscard]] std::string eventJson(WireForm form, WatchEventType type, const std::string &name,
                                    const test::ModelCluster::Object &object, bool isFirst);
[[nodiscard]] std::string bookmarkJson(WireForm form, std::uint64_t version, bool initialEventsEnd);
[[nodiscard]] std::string statusJson(const WireStatus &status);
[[nodiscard]] std::string errorEventJson(const WireStatus &status);
/// What every form of an object says of its state, to be found in what a cache holds.
[[nodiscard]] std::string stateMark(const test::ModelCluster::Object &object);

} // namespace kube::sim
