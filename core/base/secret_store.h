// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/future.h"

#include <QByteArray>

namespace kube {

/// Where credentials that a person typed are kept. The one of the desktop lives in app/keychain.
/// Errors: BadInput with the store's words when there is none, it is locked, or it does not answer in 5 s;
/// the caller then keeps the secret for the run only and says so.
/// Thread: that of the implementation's owner.
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    [[nodiscard]] virtual Future<QByteArray> read(const QString &entry) = 0; ///< NotFound when there is none
    /// Replaces what was there; true once it is kept.
    [[nodiscard]] virtual Future<bool> write(const QString &entry, const QByteArray &secret) = 0;
    [[nodiscard]] virtual Future<bool> remove(const QString &entry) = 0; ///< true once it is gone, or was never there
};

} // namespace kube
