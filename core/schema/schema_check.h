// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/schema/object_schema.h"
#include "core/schema/problem_list.h"

#include <stop_token>

namespace kube {

/// A value against its schema.
class SchemaCheck
{
public:
    SchemaCheck(const YamlOutline &outline, const ObjectSchema &schema, ProblemList &list, const std::stop_token &stop, bool isWhole)
        : m_outline(outline), m_schema(schema), m_list(list), m_stop(stop), m_isWhole(isWhole)
    {
    }
    void check(YamlOutline::Index root) { value(root, m_schema.root()); }

private:
    using Index = YamlOutline::Index;
    using FieldIndex = SchemaField::Index;

    // schema_check.cpp
    void value(Index node, FieldIndex of);
    void map(Index node, FieldIndex of);
    void list(Index node, FieldIndex of);
    void listKeys(Index node, const SchemaField &field);
    void listSet(Index node);
    void required(Index node, FieldIndex of);
    void count(Index node, std::size_t is, const SchemaField &field);
    [[nodiscard]] bool isNothing(Index node) const;

    // unknown_field.cpp
    void unknown(Index child, FieldIndex of);
    [[nodiscard]] std::string placeOf(FieldIndex from, std::string_view name) const;
    [[nodiscard]] QString nameOf(Index node, FieldIndex of) const;

    // wrong_type.cpp
    void wrongType(Index node, FieldIndex of);
    void wantsFields(Index node, FieldIndex of);
    void wantsList(Index node, FieldIndex of);
    void wantsText(Index node);
    void wantsNumber(Index node, const SchemaField &field);
    void wantsBoolean(Index node);
    [[nodiscard]] QString subject(Index node) const;

    // scalar_check.cpp
    void scalar(Index node, const SchemaField &field);
    void text(Index node, const SchemaField &field);
    void number(Index node, const SchemaField &field);
    void oneOf(Index node, const SchemaField &field);
    void quantity(Index node);
    void format(Index node, const SchemaField &field);
    void nativeNumber(Index node, double number);

    const YamlOutline &m_outline;
    const ObjectSchema &m_schema;
    ProblemList &m_list;
    const std::stop_token &m_stop;
    bool m_isWhole;
};

} // namespace kube
