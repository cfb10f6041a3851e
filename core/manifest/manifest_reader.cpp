// SPDX-License-Identifier: Apache-2.0
#include "core/manifest/manifest_reader.h"

#include "core/apply/field_path.h"
#include "core/manifest/manifest_split.h"
#include "core/object/yaml.h"
#include "core/schema/validate.h"

#include <QRegularExpression>

#include <map>

namespace kube {

namespace {

QString words(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

/// One piece of the text: its value, and where what stands in it.
class PieceReader
{
public:
    PieceReader(const ManifestPiece &piece, const QString &file, const ManifestLimits &limits, std::vector<ManifestDocument> &found)
        : m_piece(piece), m_file(file), m_limits(limits), m_found(found), m_outline(YamlOutline::of(std::string(piece.text))), m_lines(m_outline.text())
    {
    }

    void read()
    {
        const auto json = m_piece.isJson ? jsonOfValue() : yamlToJson(m_piece.text);
        if (!json) {
            refuse(json.error());
            return;
        }
        auto root = JsonNode::parse(*json, "document");
        if (!root)
            refuse(root.error());
        else if (!root->isNull())
            take(std::move(*root), m_outline.documents().front().root);
    }

private:
    using Index = YamlOutline::Index;

    /// JSON that is none may still be YAML in flow style, as kubectl has it; where it is neither the YAML reader knows the place.
    Result<std::string> jsonOfValue() const
    {
        if (JsonDocument::parse(m_piece.text))
            return std::string(m_piece.text);
        return yamlToJson(m_piece.text);
    }

    [[nodiscard]] ManifestPlace placeAt(int line, int column) const
    {
        return {m_file, m_piece.line + line - 1, line == 1 ? m_piece.column + column - 1 : column};
    }
    [[nodiscard]] ManifestPlace placeOf(Index node) const
    {
        if (node == YamlOutline::none)
            return placeAt(1, 1);
        const auto &one = m_outline.node(node);
        const TextPlace place = m_lines.place(one.isMember ? one.keyRange.begin : one.range.begin);
        return placeAt(place.line, place.column);
    }
    [[nodiscard]] Index childOf(Index node, std::string_view key) const
    {
        return node == YamlOutline::none ? node : m_outline.member(node, key);
    }

    void refuse(const Error &error)
    {
        static const QRegularExpression lineAndColumn(QStringLiteral("line (\\d+), column (\\d+)"));
        ManifestProblem problem{placeAt(1, 1), error.message, words("mend it there, and open the file anew")};
        if (const auto match = lineAndColumn.match(error.place); match.hasMatch())
            problem.place = placeAt(match.captured(1).toInt(), match.captured(2).toInt());
        // Whoever checks texts while they are written knows how to mend it.
        for (const Problem &found : validate(m_outline, {})) {
            if (found.severity != Problem::Severity::Error)
                continue;
            problem = {placeAt(found.line, found.column), found.message, found.mend};
            break;
        }
        m_found.push_back({placeOf(m_outline.documents().front().root), {}, {}, {}, {}, problem});
    }

    [[nodiscard]] ManifestDocument tooMany(const ManifestPlace &place) const
    {
        return {place, {}, {}, {}, {}, ManifestProblem{place, words("there are more than %1 documents").arg(m_limits.documents), words("cut it into several files")}};
    }

    void take(JsonNode node, Index where)
    {
        if (m_found.size() >= m_limits.documents) {
            if (m_found.size() == m_limits.documents)
                m_found.push_back(tooMany(placeOf(where)));
            return;
        }
        if (const JsonNode *const kind = node.isObject() ? node.find("kind") : nullptr; kind && kind->isString() && kind->text.size() > 3
            && kind->text.ends_with("List") && node.find("items") && node.find("items")->isArray()) {
            takeItems(node, where);
            return;
        }
        ManifestDocument document;
        document.place = where != YamlOutline::none && !m_outline.node(where).children.empty() && !m_piece.isJson ? placeOf(m_outline.node(where).children.front()) : placeOf(where);
        identify(node, where, document);
        if (JsonNode *const metadata = node.find("metadata"); metadata && metadata->isObject()) {
            for (const char *name : {"managedFields", "resourceVersion", "uid", "generation", "creationTimestamp", "selfLink"})
                metadata->remove(name);
        }
        document.json = jsonText(node);
        if (document.json.size() > m_limits.documentBytes && !document.problem) {
            document.problem = ManifestProblem{document.place, words("the document has %1 bytes, and an API server takes no more than %2").arg(document.json.size()).arg(m_limits.documentBytes),
                                               words("make several objects of it")};
        }
        m_found.push_back(std::move(document));
    }

    /// The items of a list that names a kind are of it, where they do not say.
    void takeItems(JsonNode &list, Index where)
    {
        const std::string kind = list.find("kind")->text;
        const JsonNode apiVersion = list.find("apiVersion") ? *list.find("apiVersion") : JsonNode();
        const Index items = childOf(where, "items");
        std::size_t place = 0;
        for (JsonNode &item : list.find("items")->items) {
            if (item.isObject() && kind != "List") {
                if (!item.find("apiVersion") && apiVersion.isString())
                    item.set("apiVersion", apiVersion);
                if (!item.find("kind")) {
                    JsonNode name;
                    name.kind = JsonNode::Kind::String;
                    name.text = kind.substr(0, kind.size() - 4);
                    item.set("kind", std::move(name));
                }
            }
            const bool isKnown = items != YamlOutline::none && place < m_outline.node(items).children.size();
            take(std::move(item), isKnown ? m_outline.node(items).children[place] : where);
            ++place;
        }
    }

    /// A string of an object; problems are about that member.
    std::string text(const JsonNode &object, const char *name, Index where, const char *mend, ManifestDocument &document)
    {
        const JsonNode *const value = object.find(name);
        if (!value || value->isNull() || (value->isString() && value->text.empty())) {
            if (mend)
                refuse(document, where, words("\"%1\" is missing").arg(QLatin1String(name)), QString::fromUtf8(mend));
            return {};
        }
        if (!value->isString()) {
            refuse(document, childOf(where, name), words("\"%1\" wants text").arg(QLatin1String(name)), words("write it in quotes"));
            return {};
        }
        return value->text;
    }

    void refuse(ManifestDocument &document, Index where, const QString &message, const QString &mend) const
    {
        if (!document.problem)
            document.problem = ManifestProblem{placeOf(where), message, mend};
    }

    void identify(const JsonNode &node, Index where, ManifestDocument &document)
    {
        if (!node.isObject()) {
            refuse(document, where, words("an object is wanted, and this is %1").arg(node.isArray() ? words("a list") : words("a single value")),
                   words("write fields, as \"apiVersion: v1\""));
            return;
        }
        const std::string apiVersion = text(node, "apiVersion", where, "write \"apiVersion: v1\", or the group and version of its kind", document);
        document.gvk.kind = text(node, "kind", where, "write \"kind: Pod\", or whatever kind it is", document);
        if (auto version = GroupVersion::parse(apiVersion)) {
            document.gvk.group = version->group;
            document.gvk.version = version->version;
        } else if (!apiVersion.empty()) {
            refuse(document, childOf(where, "apiVersion"), words("\"%1\" is no apiVersion").arg(QString::fromStdString(apiVersion)), words("write GROUP/VERSION, as \"apps/v1\""));
        }
        const JsonNode *const metadata = node.find("metadata");
        const Index inner = childOf(where, "metadata");
        if (!metadata || !metadata->isObject()) {
            refuse(document, metadata ? inner : where, metadata ? words("\"metadata\" wants fields") : words("\"metadata\" is missing"), words("write \"metadata:\", and \"name: NAME\" below it"));
            return;
        }
        document.key.namespaceName = text(*metadata, "namespace", inner, nullptr, document);
        document.generateName = text(*metadata, "generateName", inner, nullptr, document);
        document.key.name = text(*metadata, "name", inner, document.generateName.empty() ? "write \"name: NAME\" below \"metadata:\"" : nullptr, document);
        if (document.key.name.find('/') != std::string::npos || document.key.namespaceName.find('/') != std::string::npos)
            refuse(document, childOf(inner, "name"), words("a name cannot hold \"/\""), words("take another name"));
    }

    const ManifestPiece &m_piece;
    const QString &m_file;
    const ManifestLimits &m_limits;
    std::vector<ManifestDocument> &m_found;
    YamlOutline m_outline;
    TextLines m_lines;
};

std::vector<ManifestDocument> refusedWhole(const QString &file, const QString &message, const QString &mend)
{
    const ManifestPlace place{file, 1, 1};
    return {{place, {}, {}, {}, {}, ManifestProblem{place, message, mend}}};
}

/// UTF-16 and UTF-32 have zeros among the first letters; their marks are no UTF-8.
bool isWide(std::string_view text)
{
    const std::string_view head = text.substr(0, 4);
    return head.find('\0') != std::string_view::npos || head.substr(0, 2) == "\xFF\xFE" || head.substr(0, 2) == "\xFE\xFF";
}

} // namespace

QString ManifestPlace::toString() const
{
    return file.isEmpty() ? QStringLiteral("line %1").arg(line) : QStringLiteral("%1:%2").arg(file).arg(line);
}

std::vector<ManifestDocument> readManifest(std::string_view text, const QString &file, const ManifestLimits &limits)
{
    if (text.size() > limits.bytes)
        return refusedWhole(file, words("the text has %1 bytes, and %2 is the most").arg(text.size()).arg(limits.bytes), words("cut it into several files"));
    if (isWide(text))
        return refusedWhole(file, words("the text is no UTF-8: it seems to be UTF-16"), words("save it as UTF-8"));
    std::vector<ManifestDocument> found;
    for (const ManifestPiece &piece : splitManifest(text)) {
        if (found.size() > limits.documents)
            break;
        PieceReader(piece, file, limits, found).read();
    }
    return found;
}

std::vector<std::pair<std::size_t, ManifestPlace>> repeatedDocuments(const std::vector<ManifestDocument> &documents, const std::string &namespaceName)
{
    std::vector<std::pair<std::size_t, ManifestPlace>> repeated;
    std::map<std::tuple<std::string, std::string, std::string, std::string>, std::size_t> seen;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const ManifestDocument &one = documents[i];
        if (one.problem || one.key.name.empty())
            continue;
        const std::string space = one.key.namespaceName.empty() ? namespaceName : one.key.namespaceName;
        const auto [first, isNew] = seen.emplace(std::tuple(one.gvk.group, one.gvk.kind, space, one.key.name), i);
        if (!isNew)
            repeated.emplace_back(i, documents[first->second].place);
    }
    return repeated;
}

} // namespace kube
