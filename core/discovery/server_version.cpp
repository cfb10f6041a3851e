// SPDX-License-Identifier: Apache-2.0
#include "core/discovery/server_version.h"

#include "core/object/json.h"

#include <charconv>

namespace kube {

namespace {

int leadingNumber(std::string_view text)
{
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

Result<ServerVersion> ServerVersion::parse(std::string_view json)
{
    const auto document = JsonDocument::parse(json);
    if (!document)
        return fail(document.error());
    const JsonValue root = document->root();
    ServerVersion version;
    version.gitVersion = root["gitVersion"].string();
    version.platform = root["platform"].string();
    version.major = leadingNumber(root["major"].string());
    version.minor = leadingNumber(root["minor"].string());
    if (version.gitVersion.empty())
        return fail(Error::badInput(QStringLiteral("not a Kubernetes version"), QStringLiteral("/version")));
    return version;
}

} // namespace kube
