// SPDX-License-Identifier: Apache-2.0
#include "core/object/gvk.h"

namespace kube {

Result<GroupVersion> GroupVersion::parse(std::string_view apiVersion)
{
    const auto slash = apiVersion.find('/');
    const bool hasGroup = slash != std::string_view::npos;
    const std::string_view group = hasGroup ? apiVersion.substr(0, slash) : std::string_view();
    const std::string_view version = hasGroup ? apiVersion.substr(slash + 1) : apiVersion;
    if (version.empty() || version.find('/') != std::string_view::npos) {
        return fail(Error::badInput(QStringLiteral("not an apiVersion: \"%1\"")
                                        .arg(QString::fromUtf8(apiVersion.data(), qsizetype(apiVersion.size())))));
    }
    return GroupVersion{std::string(group), std::string(version)};
}

} // namespace kube
