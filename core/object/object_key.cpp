// SPDX-License-Identifier: Apache-2.0
#include "core/object/object_key.h"

namespace kube {

Result<ObjectKey> ObjectKey::parse(std::string_view text)
{
    const auto slash = text.find('/');
    if (slash == std::string_view::npos)
        return ObjectKey{{}, std::string(text)};
    if (text.find('/', slash + 1) != std::string_view::npos) {
        return fail(Error::badInput(
            QStringLiteral("not an object key: \"%1\"").arg(QString::fromUtf8(text.data(), qsizetype(text.size())))));
    }
    return ObjectKey{std::string(text.substr(0, slash)), std::string(text.substr(slash + 1))};
}

} // namespace kube
