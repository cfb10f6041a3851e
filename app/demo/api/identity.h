// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/resource_types.h"
#include "app/demo/server/exchange.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <optional>

namespace orrery::demo {

/// Who asks, after authentication and impersonation.
struct Identity {
    enum class Rights {
        Admin,  ///< everything
        Viewer, ///< get, list and watch, but no Secrets
        Nobody, ///< discovery and reviews of oneself
    };
    QString name;
    QStringList groups;
    Rights rights = Rights::Nobody;

    [[nodiscard]] bool may(const QString &verb, const std::string &group, const std::string &resource) const;
};

/// Random bearer tokens of three users: admin, viewer, nobody.
class Identities
{
public:
    Identities();
    [[nodiscard]] QByteArray tokenOf(const QString &user) const { return m_tokens.value(user); }
    /// Nothing: 401.
    [[nodiscard]] std::optional<Identity> authenticate(const Call &call) const;

private:
    [[nodiscard]] static Identity known(const QString &user);
    QHash<QString, QByteArray> m_tokens;
};

} // namespace orrery::demo
