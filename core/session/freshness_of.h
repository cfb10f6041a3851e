// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cache/reflector_status.h"
#include "core/object/gvk.h"
#include "core/session/ports/freshness.h"

#include <string>
#include <vector>

namespace kube {

/// What a reflector's status means to a person. namespaceName: its scope, "" for all.
[[nodiscard]] Freshness freshnessOf(const ReflectorStatus &status, const GroupVersionResource &resource,
                                    const std::string &namespaceName);

/// Is its first list still to come, or to come to its end?
[[nodiscard]] bool isComing(const Freshness &freshness);

/// Who, as a server's 403 names him: User "anna" …; empty when it does not say.
[[nodiscard]] std::string userOf(const QString &forbiddenMessage);

/// The server has stopped answering, as the session's health says.
struct Outage {
    WallTime since{};
    WallTime lastAnswer{}; ///< all was well then: of the server to its probe, or of the table's own watch
    std::optional<Error> reason;
};

/// An informer that still believes itself live in an outage is only as true as the server's last answer.
[[nodiscard]] Freshness during(const Outage &outage, Freshness freshness);

/// One part of a view: a namespace and how fresh it is.
struct FreshnessPart {
    std::string namespaceName;
    Freshness freshness;
};

/// The freshness of a view of several parts: loaded and faults add up, the worst state counts, but a forbidden namespace among
/// others that can be read is named in missingNamespaces instead.
[[nodiscard]] Freshness combine(const std::vector<FreshnessPart> &parts);

} // namespace kube
