// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/yaml_tree.h"

#include "core/kubeconfig/text_checks.h"

#include <QJsonArray>
#include <QJsonObject>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <map>
#include <sstream>

namespace kube::kubeconfig {

namespace {

/// Leaves yaml-cpp's parser; caught in this file.
struct Refused {
    Error error;
};

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

/// Stops at the first event: is there another document, and where does it begin?
class SecondDocument final : public YAML::EventHandler
{
public:
    std::optional<YAML::Mark> start;
    void OnDocumentStart(const YAML::Mark &mark) override
    {
        start = mark;
        throw Refused{};
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark &, YAML::anchor_t) override {}
    void OnScalar(const YAML::Mark &, const std::string &, YAML::anchor_t, const std::string &) override {}
    void OnSequenceStart(const YAML::Mark &, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark &, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnMapEnd() override {}
};

/// Something after the first document: a second one, or text that belongs nowhere.
std::optional<Error> lookFurther(YAML::Parser &parser, const QByteArray &bytes, const QString &file, QList<Error> &oddities)
{
    SecondDocument second;
    try {
        (void)parser.HandleNextDocument(second);
    } catch (const Refused &) {
    }
    if (!second.start)
        return std::nullopt;
    const auto pos = std::clamp<qsizetype>(second.start->pos, 0, bytes.size());
    const auto marker = bytes.left(pos).lastIndexOf("\n---");
    const bool separated = marker >= 0 || bytes.mid(pos).startsWith("---");
    if (bytes.mid(pos).trimmed().isEmpty())
        return std::nullopt;
    const QString place = placeOf(bytes, pos, file).toString();
    if (!separated)
        return Error::badInput(QStringLiteral("the indentation fits nothing above; begin the keys of one mapping in the same column"), place);
    oddities.append(Error::badInput(QStringLiteral("a second YAML document begins here and is not read, as by kubectl; "
                                                   "put it into a file of its own and list both in KUBECONFIG"),
                                    place));
    return std::nullopt;
}

} // namespace

const YamlNode *YamlNode::member(QStringView key) const
{
    for (const YamlMember &candidate : members) {
        if (candidate.key == key)
            return &candidate.value;
    }
    return nullptr;
}

QString YamlNode::kindInWords() const
{
    switch (kind) {
    case Kind::Null: return QStringLiteral("nothing");
    case Kind::Bool: return QStringLiteral("a yes or no");
    case Kind::Number: return QStringLiteral("a number");
    case Kind::String: return QStringLiteral("text");
    case Kind::Sequence: return QStringLiteral("a list");
    case Kind::Mapping: return QStringLiteral("a mapping");
    }
    return {};
}

QJsonValue YamlNode::toJson() const
{
    switch (kind) {
    case Kind::Null: return QJsonValue::Null;
    case Kind::Bool: return QStringView(u"yYtToO").contains(text.at(0)) && text.compare(QLatin1String("off"), Qt::CaseInsensitive) != 0;
    case Kind::Number: {
        QString digits = text;
        digits.remove(QLatin1Char('_'));
        bool whole = false;
        const qlonglong integer = digits.toLongLong(&whole, 0);
        return whole ? QJsonValue(integer) : QJsonValue(digits.toDouble());
    }
    case Kind::String: return text;
    case Kind::Sequence: {
        QJsonArray array;
        for (const YamlNode &item : items)
            array.append(item.toJson());
        return array;
    }
    case Kind::Mapping: {
        QJsonObject object;
        for (const YamlMember &entry : members)
            object.insert(entry.key, entry.value.toJson());
        return object;
    }
    }
    return {};
}

Result<YamlDocument> parseYamlTree(const QByteArray &given, const QString &file, const YamlTreeLimits &limits)
{
    if (given.size() > limits.bytes) {
        return fail(Error::badInput(QStringLiteral("the file is larger than %1 MiB: this is no kubeconfig; check the path")
                                        .arg(limits.bytes / (1024 * 1024)),
                                    file));
    }
    const QByteArray bytes = given.startsWith("\xEF\xBB\xBF") ? given.mid(3) : given;
    if (auto error = checkText(bytes, file))
        return fail(std::move(*error));
    try {
        std::istringstream stream(bytes.toStdString());
        YAML::Parser parser(stream);
        TreeBuilder builder(bytes, file, limits);
        if (!parser.HandleNextDocument(builder))
            return YamlDocument{};
        YamlDocument document = builder.take();
        if (auto error = lookFurther(parser, bytes, file, document.oddities))
            return fail(std::move(*error));
        return document;
    } catch (const Refused &refused) {
        return fail(refused.error);
    } catch (const YAML::Exception &exception) {
        const int line = exception.mark.line + 1;
        if (auto error = explainSyntaxError(bytes, line, file))
            return fail(std::move(*error));
        return fail(Error::badInput(syntaxErrorInWords(QByteArray::fromStdString(exception.msg)),
                                    placeOf(bytes, exception.mark.pos, file).toString()));
    } catch (const std::exception &) {
        return fail(Error::badInput(QStringLiteral("the parser gave up on this file; compare it with a kubeconfig that works"), file));
    }
}

} // namespace kube::kubeconfig
