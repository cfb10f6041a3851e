// SPDX-License-Identifier: Apache-2.0
#include "core/object/json_tree.h"
#include "core/object/patch.h"

#include <algorithm>
#include <charconv>

namespace kube {

namespace {

/// Copies may double a document with each operation: together they may not exceed so many bytes.
constexpr std::size_t mostCopied = 64 * 1024 * 1024;

using Pointer = std::vector<std::string>;

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

/// RFC 6901; nothing when it is none.
std::optional<Pointer> parsePointer(std::string_view path)
{
    Pointer pointer;
    if (path.empty())
        return pointer;
    if (path.front() != '/')
        return std::nullopt;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (path[i] == '/') {
            pointer.emplace_back();
        } else if (path[i] == '~') {
            if (++i == path.size() || (path[i] != '0' && path[i] != '1'))
                return std::nullopt;
            pointer.back() += path[i] == '0' ? '~' : '/';
        } else {
            pointer.back() += path[i];
        }
    }
    return pointer;
}

std::optional<std::size_t> parseIndex(const std::string &token)
{
    std::size_t index = 0;
    const char *const end = token.data() + token.size();
    const auto [at, code] = std::from_chars(token.data(), end, index);
    if (code != std::errc() || at != end || (token.size() > 1 && token.front() == '0'))
        return std::nullopt;
    return index;
}

JsonNode *child(JsonNode &parent, const std::string &token)
{
    if (parent.isObject())
        return parent.find(token);
    const auto index = parent.isArray() ? parseIndex(token) : std::nullopt;
    return index && *index < parent.items.size() ? &parent.items[*index] : nullptr;
}

JsonNode *resolve(JsonNode &root, const Pointer &pointer, std::size_t tokens)
{
    JsonNode *node = &root;
    for (std::size_t i = 0; node && i < tokens; ++i)
        node = child(*node, pointer[i]);
    return node;
}

class Patcher
{
public:
    explicit Patcher(JsonNode document) : m_document(std::move(document)) {}

    [[nodiscard]] std::optional<Error> apply(const JsonNode &operation, std::size_t index)
    {
        m_index = index;
        m_label.clear();
        const auto *const op = operation.find("op");
        const auto *const path = operation.find("path");
        if (!operation.isObject() || !op || !op->isString())
            return refused(QStringLiteral("has no \"op\""));
        m_label = text(op->text);
        if (!path || !path->isString())
            return refused(QStringLiteral("has no \"path\""));
        m_label += QLatin1Char(' ') + text(path->text);
        const auto pointer = parsePointer(path->text);
        if (!pointer)
            return refused(QStringLiteral("its path is not a JSON pointer"));
        m_pointer = *pointer;
        return run(operation, op->text);
    }

    [[nodiscard]] std::string result() const
    {
        std::string out;
        m_document.write(out);
        return out;
    }

private:
    [[nodiscard]] Error refused(const QString &why) const
    {
        const QString label = m_label.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(m_label);
        return Error::badInput(why, QStringLiteral("operation %1%2").arg(m_index).arg(label));
    }
    [[nodiscard]] Error missing() const { return refused(QStringLiteral("there is no such place")); }

    [[nodiscard]] std::optional<Error> run(const JsonNode &operation, const std::string &op)
    {
        if (op == "remove")
            return remove(m_pointer);
        if (op == "move" || op == "copy")
            return transfer(operation, op == "move");
        if (op != "add" && op != "replace" && op != "test")
            return refused(QStringLiteral("is not an operation of RFC 6902"));
        const auto *const value = operation.find("value");
        if (!value)
            return refused(QStringLiteral("has no \"value\""));
        if (op == "add")
            return add(*value);
        JsonNode *const there = resolve(m_document, m_pointer, m_pointer.size());
        if (!there)
            return missing();
        if (op == "replace")
            return replace(*there, *value);
        if (there->equals(*value))
            return std::nullopt;
        Error error = refused(QStringLiteral("the value there is another"));
        error.kind = ErrorKind::Invalid;
        return error;
    }

    [[nodiscard]] bool isTooDeep(const JsonNode &value) const
    {
        return value.depth() + static_cast<int>(m_pointer.size()) > JsonNode::deepest;
    }

    [[nodiscard]] std::optional<Error> replace(JsonNode &there, const JsonNode &value) const
    {
        if (isTooDeep(value))
            return refused(QStringLiteral("the document would be too deep"));
        there = value;
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Error> add(JsonNode value)
    {
        if (isTooDeep(value))
            return refused(QStringLiteral("the document would be too deep"));
        if (m_pointer.empty()) {
            m_document = std::move(value);
            return std::nullopt;
        }
        JsonNode *const parent = resolve(m_document, m_pointer, m_pointer.size() - 1);
        const std::string &last = m_pointer.back();
        if (parent && parent->isObject()) {
            parent->set(last, std::move(value));
            return std::nullopt;
        }
        if (!parent || !parent->isArray())
            return missing();
        const auto index = last == "-" ? std::optional(parent->items.size()) : parseIndex(last);
        if (!index || *index > parent->items.size())
            return missing();
        parent->items.insert(parent->items.begin() + std::ptrdiff_t(*index), std::move(value));
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Error> remove(const Pointer &pointer)
    {
        if (pointer.empty()) {
            m_document = JsonNode();
            return std::nullopt;
        }
        JsonNode *const parent = resolve(m_document, pointer, pointer.size() - 1);
        if (!parent || !child(*parent, pointer.back()))
            return missing();
        if (parent->isObject())
            parent->remove(pointer.back());
        else
            parent->items.erase(parent->items.begin() + std::ptrdiff_t(*parseIndex(pointer.back())));
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Error> transfer(const JsonNode &operation, bool isMove)
    {
        const auto *const from = operation.find("from");
        const auto source = from && from->isString() ? parsePointer(from->text) : std::nullopt;
        if (!source)
            return refused(QStringLiteral("has no \"from\" that is a JSON pointer"));
        const JsonNode *const there = resolve(m_document, *source, source->size());
        if (!there)
            return refused(QStringLiteral("there is nothing at \"%1\"").arg(text(from->text)));
        if (isMove && *source == m_pointer)
            return std::nullopt;
        if (isMove && source->size() < m_pointer.size() && std::equal(source->begin(), source->end(), m_pointer.begin()))
            return refused(QStringLiteral("nothing can be moved into itself"));
        m_copied += isMove ? 0 : there->weight();
        if (m_copied > mostCopied)
            return refused(QStringLiteral("the patch copies too much"));
        JsonNode value = *there;
        if (isMove) {
            if (auto error = remove(*source))
                return error;
        }
        return add(std::move(value));
    }

    JsonNode m_document;
    Pointer m_pointer;
    QString m_label;
    std::size_t m_index = 0;
    std::size_t m_copied = 0;
};

} // namespace

Result<std::string> applyJsonPatch(std::string_view target, std::string_view patch)
{
    auto document = JsonNode::parse(target, "target");
    if (!document)
        return fail(document.error());
    const auto operations = JsonNode::parse(patch, "patch");
    if (!operations)
        return fail(operations.error());
    if (!operations->isArray())
        return fail(Error::badInput(QStringLiteral("not an array of operations"), QStringLiteral("patch")));
    Patcher patcher(std::move(*document));
    for (std::size_t i = 0; i < operations->items.size(); ++i) {
        if (const auto error = patcher.apply(operations->items[i], i))
            return fail(*error);
    }
    return patcher.result();
}

} // namespace kube
