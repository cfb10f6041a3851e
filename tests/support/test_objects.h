// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/object_decoder.h"

#include <stdexcept>

namespace kube::test {

/// A ConfigMap with so much in its metadata. An empty namespace makes it cluster-scoped. Aborts the test when it cannot.
[[nodiscard]] inline ObjectPtr makeObject(const ObjectKey &key, const std::string &resourceVersion,
                                          const std::string &uid = "uid", const std::string &labels = "{}")
{
    std::string json = R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":")" + key.name + "\"";
    if (!key.namespaceName.empty())
        json += R"(,"namespace":")" + key.namespaceName + "\"";
    json += R"(,"resourceVersion":")" + resourceVersion + R"(","uid":")" + uid + R"(","labels":)" + labels + "}}";
    auto object = decodeObject(json);
    if (!object)
        throw std::runtime_error(object.error().toString().toStdString());
    return *object;
}

/// In namespace "default".
[[nodiscard]] inline ObjectPtr makeObject(const std::string &name, const std::string &resourceVersion,
                                          const std::string &uid = "uid")
{
    return makeObject(ObjectKey{"default", name}, resourceVersion, uid);
}

} // namespace kube::test
