// SPDX-License-Identifier: Apache-2.0
#include "core/access/user_info.h"

#include "core/object/json.h"

namespace kube {

Result<UserInfo> UserInfo::decode(std::string_view json)
{
    const auto document = JsonDocument::parse(json);
    if (!document)
        return fail(document.error());
    const JsonValue info = document->root()["status"]["userInfo"];
    if (document->root()["kind"].string() != "SelfSubjectReview" || !info.isObject())
        return fail(Error::badInput(QStringLiteral("the answer is not a SelfSubjectReview")));
    UserInfo user{std::string(info["username"].string()), std::string(info["uid"].string()), {}};
    info["groups"].forEachItem([&](JsonValue group) { user.groups.emplace_back(group.string()); });
    return user;
}

} // namespace kube
