// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/resource_types.h"

#include <QString>

#include <optional>

namespace orrery::demo {

/// What a path under /api or /apis means.
struct Route {
    enum class Place {
        Versions,  ///< /api
        Groups,    ///< /apis
        Group,     ///< /apis/GROUP
        Resources, ///< /api/v1, /apis/GROUP/VERSION
        Objects,   ///< a collection, an object or a subresource
        Other,     ///< none of these
    };
    Place place = Place::Other;
    std::string group;
    std::string version;
    std::string namespaceName; ///< empty: none in the path
    std::string resource;
    std::string name;
    std::string subresource;

    [[nodiscard]] static Route of(const QString &path);
};

} // namespace orrery::demo
