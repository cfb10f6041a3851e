// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/schema/schema_path.h"
#include "core/schema/text_lines.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace kube {

/// What stands where in a YAML text that is being written: it never fails, and of a broken text gives the best it can, by
/// indentation. Of a text that yamlStreamToJson() reads it gives the same values, but for what aliases and merge keys bring.
/// Source of the scalars' types: go-yaml v2, as kubectl reads.
///
/// Thread: any; immutable once made.
class YamlOutline
{
public:
    using Index = std::uint32_t; ///< of a node
    static constexpr Index none = ~Index(0);

    /// What a node is.
    enum class Kind : std::uint8_t {
        Nothing, ///< no value is written: null to a reader
        Scalar,
        Map,
        Sequence,
        Alias,
    };
    /// How it is written: the first five are a Scalar's.
    enum class Style : std::uint8_t { Plain, SingleQuoted, DoubleQuoted, Literal, Folded, Block, Flow };
    /// Of a Scalar.
    enum class Type : std::uint8_t { Null, Bool, Integer, Float, NotFinite, String };

    /// A value, and the key or dash before it.
    struct Node {
        Kind kind = Kind::Nothing;
        Style style = Style::Plain;
        Type type = Type::Null;
        bool isMember = false;   ///< of a map: key and keyRange hold; else the root or an item
        bool hasColon = true;    ///< of a member; false: a key in the making
        bool isClosed = true;    ///< its quote or bracket is
        bool isMergeKey = false; ///< the member is a plain "<<"
        bool isMisplaced = false; ///< something deeper follows that does not belong to its value
        Index parent = none;
        int place = 0;         ///< among the parent's children, from 0
        std::string key;       ///< of a member, as a reader takes it
        TextRange keyRange;    ///< of a member its key as written, of a block sequence's item the "-"
        TextRange range;       ///< the value as written; empty, where it would be, of Nothing
        TextRange extra;       ///< what stands behind it and belongs to nothing; mostly empty
        std::string text;      ///< of a Scalar: the string, or the JSON token of a Bool, Integer or Float; of an Alias its name
        std::string tag;       ///< "!!str"; mostly empty
        std::string anchor;    ///< mostly empty
        std::vector<Index> children;
    };
    /// One of a text's.
    struct Document {
        TextRange range; ///< with the "---" before it
        Index root = none;
    };

    YamlOutline() = default; ///< of an empty text
    /// A stop request ends it early; what has been read by then stands.
    [[nodiscard]] static YamlOutline of(std::string text, std::stop_token stop = {});

    [[nodiscard]] const std::string &text() const { return m_text; } ///< as it was given
    /// A part of it.
    [[nodiscard]] std::string_view textOf(TextRange range) const { return std::string_view(m_text).substr(range.begin, range.end - range.begin); }
    /// One at least. Those without a value, too.
    [[nodiscard]] const std::vector<Document> &documents() const { return m_documents; }
    [[nodiscard]] std::size_t documentAt(std::uint32_t offset) const; ///< its index
    [[nodiscard]] const Node &node(Index index) const { return m_nodes[index]; } ///< by an index that this gave
    [[nodiscard]] std::size_t size() const { return m_nodes.size(); } ///< nodes
    [[nodiscard]] TextRange extent(Index index) const; ///< key and value

    /// The node whose extent a cursor at this byte touches, the deepest; none between documents and in blank ones.
    [[nodiscard]] Index nodeAt(std::uint32_t offset) const;
    [[nodiscard]] SchemaPath path(Index index) const; ///< from its document's root
    /// Below the document's root; none where there is no such node.
    [[nodiscard]] Index find(const SchemaPath &path, std::size_t document = 0) const;
    /// The member of a map, none when it has none: of two by that name the first.
    [[nodiscard]] Index member(Index map, std::string_view key) const;
    /// JSON of the value, members in order; aliases as null.
    [[nodiscard]] std::string toJson(Index index) const;

private:
    friend class YamlOutlineBuilder;
    void appendJson(std::string &out, Index index) const;

    std::string m_text;
    std::vector<Node> m_nodes;
    std::vector<Document> m_documents{{}};
};

} // namespace kube
