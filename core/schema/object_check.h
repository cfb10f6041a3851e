// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/schema/object_schema.h"
#include "core/schema/problem_list.h"

#include <stop_token>

namespace kube {

/// What all objects have, and then what the schema of the kind says.
class ObjectCheck
{
public:
    enum class Whole { Yes, No }; ///< No: it cannot be read to its end, and what is missing may stand there
    ObjectCheck(const YamlOutline &outline, const std::vector<ObjectSchemaPtr> &schemas, ProblemList &list, const std::stop_token &stop)
        : m_outline(outline), m_schemas(schemas), m_list(list), m_stop(stop)
    {
    }
    void check(YamlOutline::Index root, Whole whole);

private:
    using Index = YamlOutline::Index;
    void identity(Index root);
    void missing(Index root, const char *key, const char *example);
    void name(Index node, const GroupVersionKind &kind);
    void nameSpace(Index node);
    void labels(Index map, bool areLabels);
    void selector(Index root);
    void pods(Index root);
    void mounts(Index podSpec);
    [[nodiscard]] const ObjectSchema *schemaOf(Index root, const GroupVersionKind &kind);
    [[nodiscard]] GroupVersionKind kindOf(Index root) const;
    [[nodiscard]] std::string textAt(Index map, const char *key) const;
    [[nodiscard]] Index at(Index root, std::initializer_list<const char *> keys) const;

    const YamlOutline &m_outline;
    const std::vector<ObjectSchemaPtr> &m_schemas;
    ProblemList &m_list;
    const std::stop_token &m_stop;
    bool m_isWhole = true;
};

} // namespace kube
