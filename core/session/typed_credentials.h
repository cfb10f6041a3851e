// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/auth_provider.h"

namespace kube {

/// The kubeconfig's credentials, unless a person has typed a token, which then comes first. Once the server has
/// refused the typed one, it is dropped and the kubeconfig's are tried again.
/// Thread: the session's.
class TypedCredentials final : public AuthProvider
{
public:
    /// token may be empty: then what the kubeconfig says holds.
    TypedCredentials(std::shared_ptr<AuthProvider> configured, QByteArray token)
        : m_configured(std::move(configured)), m_token(std::move(token))
    {
    }
    void setToken(QByteArray token) { m_token = std::move(token); } ///< from the next request on

    [[nodiscard]] Future<Credential> credential() override;
    [[nodiscard]] std::optional<Error> awaited() const override;
    bool rejected(const Credential &credential) override;
    void renew(const Credential &credential) override;
    void setOnChanged(std::function<void()> changed) override;

private:
    [[nodiscard]] Credential typed() const;
    std::shared_ptr<AuthProvider> m_configured; ///< may be null
    QByteArray m_token;
};

} // namespace kube
