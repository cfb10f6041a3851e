// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/base/future.h"
#include "core/base/subscription.h"
#include "core/session/ports/freshness.h"
#include "core/session/ports/health.h"
#include "core/session/ports/resource_info.h"

namespace kube {

/// One cluster as the window's tree and status bar see it. Every handler runs on the owner's thread; every call
/// may come from any thread and returns at once.
class ClusterPort
{
public:
    virtual ~ClusterPort() = default;
    /// Connects: nothing touches the network or runs a plugin before.
    virtual void open() = 0;
    /// Try again now: pooled connections and cached credentials are left, back-offs are cut short.
    virtual void retryNow() = 0;
    /// A credential the person typed for this context; tried at once, kept in the keychain when there is one.
    virtual void supplyToken(const QByteArray &token) = 0;
    /// Of the client key, after PassphraseRequired or PassphraseWrong.
    virtual void supplyPassphrase(const QByteArray &passphrase) = 0;

    /// At once with what it is now, then with every change, on owner's thread.
    [[nodiscard]] virtual Subscription onHealth(const Owner &owner, std::function<void(Health)> handler) = 0;
    /// At once with what is known, then with every change, on owner's thread.
    [[nodiscard]] virtual Subscription onCatalog(const Owner &owner, std::function<void(CatalogPtr)> handler) = 0;
    /// How many objects there are, by limit=1 and remainingItemCount. Errors: as a list's.
    [[nodiscard]] virtual Future<std::int64_t> count(const ResourceInfo &resource, const NamespaceScope &scope) = 0;
    /// Names of the namespaces there are, sorted. Errors: Forbidden for a user who may not list them.
    [[nodiscard]] virtual Future<std::vector<std::string>> namespaces() = 0;
    /// May this identity do that? By SelfSubjectAccessReview, cached for a minute.
    [[nodiscard]] virtual Future<bool> mayI(const std::string &verb, const ResourceInfo &resource,
                                            const std::string &subresource, const std::string &namespaceName) = 0;
};

} // namespace kube
