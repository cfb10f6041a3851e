// SPDX-License-Identifier: Apache-2.0
#include "core/session/typed_credentials.h"

namespace kube {

Credential TypedCredentials::typed() const
{
    return {{{"Authorization", "Bearer " + m_token}}, {}, {}};
}

Future<Credential> TypedCredentials::credential()
{
    if (!m_token.isEmpty())
        return Future<Credential>::ready(typed());
    if (m_configured)
        return m_configured->credential();
    return Future<Credential>::ready(Credential{});
}

std::optional<Error> TypedCredentials::awaited() const
{
    return m_configured && m_token.isEmpty() ? m_configured->awaited() : std::nullopt;
}

bool TypedCredentials::rejected(const Credential &credential)
{
    if (!m_token.isEmpty() && credential.headers == typed().headers) {
        m_token.clear();
        return m_configured != nullptr;
    }
    return m_configured && m_configured->rejected(credential);
}

// What a person typed cannot be made anew: it stays until the server refuses it.
void TypedCredentials::renew(const Credential &credential)
{
    if (m_configured && (m_token.isEmpty() || credential.headers != typed().headers))
        m_configured->renew(credential);
}

void TypedCredentials::setOnChanged(std::function<void()> changed)
{
    if (m_configured)
        m_configured->setOnChanged(std::move(changed));
}

} // namespace kube
