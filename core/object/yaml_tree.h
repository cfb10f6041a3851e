// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/yaml.h"
#include "core/object/yaml_scalar.h"
#include "core/object/yaml_source.h"

#include <yaml-cpp/eventhandler.h>

#include <vector>

namespace kube {

/// Thrown by the yaml_* files to one another, never out of them.
struct YamlRefused {
    Error error;
};

/// One document, as the parser's events tell it. Aliases are kept as such: see YamlToJson for their expansion.
class YamlTree final : public YAML::EventHandler
{
public:
    using Index = std::uint32_t;
    struct Node {
        enum class Kind { Scalar, Sequence, Map, Alias };
        Kind kind = Kind::Scalar;
        bool isMergeKey = false;     ///< a plain, untagged "<<"
        bool isFlow = false;         ///< of a Sequence or Map: [] or {}
        Index target = 0;            ///< of an Alias
        std::size_t offset = 0;      ///< where it begins in the source
        YamlScalar scalar;
        std::vector<Index> children; ///< of a Map: key, value, key, value …
    };

    enum class Place { First, Later }; ///< of the document in its stream
    YamlTree(const YamlSource &source, const YamlLimits &limits, Place place) : m_source(source), m_limits(limits), m_place(place) {}

    [[nodiscard]] bool isEmpty() const; ///< no node, or null
    [[nodiscard]] Index root() const { return 0; }
    [[nodiscard]] std::size_t begin() const { return m_begin; } ///< where the parser says it begins
    [[nodiscard]] const Node &node(Index index) const { return m_nodes[index]; }
    [[nodiscard]] const Node &resolved(Index index) const;

    void OnDocumentStart(const YAML::Mark &mark) override;
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const std::string &value) override;
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override { m_open.pop_back(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value style) override;
    void OnMapEnd() override { m_open.pop_back(); }

private:
    Index add(Node node, YAML::anchor_t anchor);
    void open(Node::Kind kind, const YAML::Mark &mark, YAML::anchor_t anchor, YAML::EmitterStyle::value style);
    [[nodiscard]] std::string meant(const std::string &value, std::size_t content) const;
    [[nodiscard]] YamlScalar tagged(const std::string &tag, const std::string &value, std::size_t offset, bool isPlain) const;
    void checkIndentation(std::size_t begin, std::size_t content) const;
    void checkQuotes(std::size_t content) const;
    void checkNull(std::size_t offset) const;

    const YamlSource &m_source;
    const YamlLimits &m_limits;
    Place m_place;
    std::size_t m_begin = 0;
    std::vector<Node> m_nodes;
    std::vector<Index> m_open;
    std::vector<Index> m_anchors; ///< by the parser's number, which counts from 1
};

} // namespace kube
