// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kubeconfig/text_checks.h"
#include "core/kubeconfig/yaml_tree.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <map>

namespace kube::kubeconfig {

/// Leaves yaml-cpp's parser; caught by parseYamlTree().
struct Refused {
    Error error;
};

/// Makes a YamlDocument of yaml-cpp's events, with the checks that yaml-cpp lacks.
class TreeBuilder final : public YAML::EventHandler
{
public:
    TreeBuilder(const QByteArray &bytes, const QString &file, const YamlTreeLimits &limits)
        : m_bytes(bytes), m_file(file), m_limits(limits)
    {
    }

    [[nodiscard]] YamlDocument take() { return std::move(m_document); }

    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        // yaml-cpp reads "key: %x" as a null; a % cannot begin a plain scalar.
        if (mark.pos >= 0 && mark.pos < m_bytes.size() && m_bytes[mark.pos] == '%')
            refuse(mark, syntaxErrorInWords("unknown token"));
        add(node(mark, YamlNode::Kind::Null), anchor);
    }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        const auto found = m_anchors.find(anchor);
        if (found == m_anchors.end())
            refuse(mark, syntaxErrorInWords("the referenced anchor is not defined"));
        count(mark, found->second);
        add(found->second, 0);
    }

    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        if (!isQuoteClosed(m_bytes, mark.pos))
            refuse(mark, syntaxErrorInWords("illegal EOF in scalar"));
        YamlNode scalar = node(mark, tag == "?" ? kindOfPlainScalar(value) : YamlNode::Kind::String);
        scalar.text = QString::fromStdString(value);
        m_plainMergeKey = tag == "?" && value == "<<";
        add(std::move(scalar), anchor);
    }

    void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        open(mark, YamlNode::Kind::Sequence, anchor);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        open(mark, YamlNode::Kind::Mapping, anchor);
    }
    void OnMapEnd() override { close(); }

private:
    struct Frame {
        YamlNode node;
        YAML::anchor_t anchor = 0;
        std::optional<YamlMember> pending; ///< of a mapping: the key that waits for its value
        bool pendingIsMerge = false;
        std::vector<YamlNode> merges;
        QHash<QString, std::size_t> index; ///< of node.members by key: linear search would be quadratic
    };

    [[noreturn]] void refuse(const YAML::Mark &mark, const QString &why) const
    {
        throw Refused{Error::badInput(why, placeOf(m_bytes, mark.pos, m_file).toString())};
    }

    YamlNode node(const YAML::Mark &mark, YamlNode::Kind kind)
    {
        YamlNode made;
        made.kind = kind;
        made.line = mark.line + 1;
        made.column = columnOf(mark);
        if (++m_nodes > m_limits.nodes)
            refuseSize(mark);
        return made;
    }

    int columnOf(const YAML::Mark &mark) const
    {
        const auto end = std::clamp<qsizetype>(mark.pos, 0, m_bytes.size());
        const auto begin = std::clamp<qsizetype>(end - mark.column, 0, end);
        return 1 + static_cast<int>(std::count_if(m_bytes.begin() + begin, m_bytes.begin() + end, [](char byte) {
                   return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
               }));
    }

    void refuseSize(const YAML::Mark &mark) const
    {
        refuse(mark, QStringLiteral("more than %1 values, aliases expanded: this is no kubeconfig; write it without aliases (*name)")
                         .arg(m_limits.nodes));
    }

    void count(const YAML::Mark &mark, const YamlNode &copied)
    {
        if (++m_nodes > m_limits.nodes)
            refuseSize(mark);
        for (const YamlNode &item : copied.items)
            count(mark, item);
        for (const YamlMember &member : copied.members)
            count(mark, member.value);
    }

    void open(const YAML::Mark &mark, YamlNode::Kind kind, YAML::anchor_t anchor)
    {
        if (static_cast<int>(m_frames.size()) >= m_limits.depth) {
            refuse(mark, QStringLiteral("nested more than %1 deep: this is no kubeconfig; look for brackets or "
                                        "indentation repeated by mistake")
                             .arg(m_limits.depth));
        }
        refuseKey(mark);
        Frame frame;
        frame.node = node(mark, kind);
        frame.anchor = anchor;
        m_frames.push_back(std::move(frame));
    }

    void refuseKey(const YAML::Mark &mark) const
    {
        // yaml-cpp takes an unclosed bracket for a key, or finds out at the end of the file.
        if (!isBracketClosed(m_bytes, mark.pos))
            refuse(mark, syntaxErrorInWords(m_bytes[mark.pos] == '{' ? "end of map flow not found" : "end of sequence flow not found"));
        if (!m_frames.empty() && m_frames.back().node.kind == YamlNode::Kind::Mapping && !m_frames.back().pending)
            refuse(mark, QStringLiteral("a list or mapping stands where a key must be; keys are plain text"));
    }

    void close()
    {
        Frame frame = std::move(m_frames.back());
        m_frames.pop_back();
        for (const YamlNode &merged : frame.merges)
            merge(frame, merged);
        add(std::move(frame.node), frame.anchor);
    }

    static void merge(Frame &into, const YamlNode &from)
    {
        for (const YamlNode &item : from.items)
            merge(into, item);
        for (const YamlMember &member : from.members) {
            if (into.index.contains(member.key))
                continue;
            into.index.insert(member.key, into.node.members.size());
            into.node.members.push_back(member);
        }
    }

    void add(YamlNode value, YAML::anchor_t anchor)
    {
        if (anchor != 0)
            m_anchors[anchor] = value;
        if (m_frames.empty()) {
            m_document.root = std::move(value);
            return;
        }
        Frame &frame = m_frames.back();
        if (frame.node.kind == YamlNode::Kind::Sequence) {
            frame.node.items.push_back(std::move(value));
        } else if (!frame.pending) {
            frame.pending = YamlMember{value.text, value.line, value.column, {}};
            frame.pendingIsMerge = m_plainMergeKey;
        } else if (frame.pendingIsMerge) {
            frame.merges.push_back(std::move(value));
            frame.pending.reset();
        } else {
            frame.pending->value = std::move(value);
            addMember(frame, std::move(*frame.pending));
            frame.pending.reset();
        }
    }

    void addMember(Frame &frame, YamlMember member)
    {
        const auto found = frame.index.constFind(member.key);
        if (found == frame.index.constEnd()) {
            frame.index.insert(member.key, frame.node.members.size());
            frame.node.members.push_back(std::move(member));
            return;
        }
        YamlMember &earlier = frame.node.members[*found];
        m_document.oddities.append(Error::badInput(
            QStringLiteral("\"%1\" stands twice in one mapping, first on line %2; the last one counts, as for kubectl: "
                           "remove the other")
                .arg(member.key.left(80)).arg(earlier.line),
            Origin{m_file, member.line, member.column}.toString()));
        earlier = std::move(member);
    }

    const QByteArray &m_bytes;
    const QString &m_file;
    const YamlTreeLimits &m_limits;
    YamlDocument m_document;
    std::vector<Frame> m_frames;
    std::map<YAML::anchor_t, YamlNode> m_anchors;
    int m_nodes = 0;
    bool m_plainMergeKey = false;
};

} // namespace kube::kubeconfig
