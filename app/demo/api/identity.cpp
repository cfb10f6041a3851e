// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/identity.h"

#include <QRandomGenerator>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

bool Identity::may(const QString &verb, const std::string &group, const std::string &resource) const
{
    switch (rights) {
    case Rights::Admin: return true;
    case Rights::Viewer:
        return (verb == "get"_L1 || verb == "list"_L1 || verb == "watch"_L1) && !(group.empty() && resource == "secrets");
    case Rights::Nobody: return false;
    }
    return false;
}

Identities::Identities()
{
    for (const QString &user : {u"admin"_s, u"viewer"_s, u"nobody"_s}) {
        quint32 random[6];
        QRandomGenerator::system()->fillRange(random);
        m_tokens[user] = QByteArray(reinterpret_cast<const char *>(random), sizeof random).toBase64(QByteArray::Base64UrlEncoding);
    }
}

Identity Identities::known(const QString &user)
{
    const bool admin = user == "admin"_L1;
    return {user, {admin ? u"system:masters"_s : u"orrery-demo"_s, u"system:authenticated"_s},
            admin ? Identity::Rights::Admin : user == "viewer"_L1 ? Identity::Rights::Viewer : Identity::Rights::Nobody};
}

std::optional<Identity> Identities::authenticate(const Call &call) const
{
    const QByteArray authorization = call.header("authorization");
    if (!authorization.startsWith("Bearer "))
        return std::nullopt;
    const QString user = m_tokens.key(authorization.mid(7).trimmed());
    if (user.isEmpty())
        return std::nullopt;
    Identity identity = known(user);
    const QByteArray as = call.header("impersonate-user");
    if (!as.isEmpty() && identity.rights == Identity::Rights::Admin) {
        identity = known(QString::fromUtf8(as));
        for (const auto &[name, value] : call.headers) {
            if (name != "impersonate-group")
                continue;
            identity.groups.prepend(QString::fromUtf8(value));
            if (value == "system:masters")
                identity.rights = Identity::Rights::Admin;
        }
    }
    return identity;
}

} // namespace orrery::demo
