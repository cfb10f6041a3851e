// SPDX-License-Identifier: Apache-2.0
#include "core/object/selector_parser.h"

#include <algorithm>
#include <charconv>

namespace kube {

namespace {

bool isAlphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Begins and ends alphanumeric, with '-', '_' and '.' between, 63 at most.
bool isName(std::string_view text)
{
    return !text.empty() && text.size() <= 63 && isAlphanumeric(text.front()) && isAlphanumeric(text.back())
        && std::all_of(text.begin(), text.end(),
                       [](char c) { return isAlphanumeric(c) || c == '-' || c == '_' || c == '.'; });
}

/// RFC 1123 labels joined by dots.
bool isSubdomain(std::string_view text)
{
    if (text.size() > 253)
        return false;
    for (;;) {
        const auto dot = text.find('.');
        const auto label = text.substr(0, dot);
        if (label.empty() || label.front() == '-' || label.back() == '-'
            || !std::all_of(label.begin(), label.end(),
                            [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }))
            return false;
        if (dot == std::string_view::npos)
            return true;
        text.remove_prefix(dot + 1);
    }
}

bool isQualifiedName(std::string_view text)
{
    const auto slash = text.find('/');
    if (slash == std::string_view::npos)
        return isName(text);
    return isSubdomain(text.substr(0, slash)) && isName(text.substr(slash + 1));
}

bool isInteger(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    return code == std::errc() && end == text.data() + text.size();
}

QString inQuotes(std::string_view text)
{
    return QLatin1Char('"') + QString::fromUtf8(text.data(), qsizetype(text.size())) + QLatin1Char('"');
}

} // namespace

SelectorParser::Token SelectorParser::peek() const
{
    std::size_t at = m_at;
    while (at < m_text.size() && isSpace(m_text[at]))
        ++at;
    const auto token = [&](TokenKind kind, std::size_t size) { return Token{kind, m_text.substr(at, size), at}; };
    if (at == m_text.size())
        return token(TokenKind::End, 0);
    const bool equalsFollows = at + 1 < m_text.size() && m_text[at + 1] == '=';
    switch (m_text[at]) {
    case '(': return token(TokenKind::Open, 1);
    case ')': return token(TokenKind::Close, 1);
    case ',': return token(TokenKind::Comma, 1);
    case '>': return token(TokenKind::Greater, 1);
    case '<': return token(TokenKind::Less, 1);
    case '=': return token(TokenKind::Equals, equalsFollows ? 2 : 1);
    case '!': return equalsFollows ? token(TokenKind::NotEquals, 2) : token(TokenKind::Not, 1);
    default: break;
    }
    std::size_t end = at;
    while (end < m_text.size() && !isSpace(m_text[end])
           && std::string_view("()!=<>,").find(m_text[end]) == std::string_view::npos)
        ++end;
    return token(TokenKind::Word, end - at);
}

SelectorParser::Token SelectorParser::take()
{
    const Token token = peek();
    m_at = token.at + token.text.size();
    return token;
}

Unexpected SelectorParser::refused(const QString &why, std::size_t at) const
{
    return fail(Error::badInput(why, QStringLiteral("column %1").arg(at + 1)));
}

Unexpected SelectorParser::expected(const char *what, const Token &found) const
{
    const QString instead = found.kind == TokenKind::End ? QStringLiteral("the end") : inQuotes(found.text);
    return refused(QStringLiteral("expected %1, found %2").arg(QLatin1String(what), instead), found.at);
}

Result<std::vector<LabelSelector::Requirement>> SelectorParser::parse()
{
    std::vector<LabelSelector::Requirement> requirements;
    if (peek().kind == TokenKind::End)
        return requirements;
    for (;;) {
        auto next = requirement();
        if (!next)
            return fail(next.error());
        requirements.push_back(std::move(*next));
        const Token after = take();
        if (after.kind == TokenKind::End)
            return requirements;
        if (after.kind != TokenKind::Comma)
            return expected("\",\" or the end", after);
    }
}

Result<LabelSelector::Requirement> SelectorParser::requirement()
{
    using Operator = LabelSelector::Operator;
    const bool negated = peek().kind == TokenKind::Not;
    if (negated)
        take();
    auto name = key();
    if (!name)
        return fail(name.error());
    LabelSelector::Requirement requirement{std::move(*name), negated ? Operator::DoesNotExist : Operator::Exists, {}};
    const Token next = peek();
    if (negated || next.kind == TokenKind::End || next.kind == TokenKind::Comma)
        return requirement;
    const auto op = operation();
    if (!op)
        return expected("an operator, \",\" or the end", next);
    requirement.op = *op;
    if (*op == Operator::In || *op == Operator::NotIn) {
        auto values = set();
        if (!values)
            return fail(values.error());
        requirement.values = std::move(*values);
        return requirement;
    }
    const std::size_t valueAt = peek().at;
    auto value = exactValue();
    if (!value)
        return fail(value.error());
    if ((*op == Operator::GreaterThan || *op == Operator::LessThan) && !isInteger(*value))
        return refused(QStringLiteral("expected an integer, found %1").arg(inQuotes(*value)), valueAt);
    requirement.values.push_back(std::move(*value));
    return requirement;
}

Result<std::string> SelectorParser::key()
{
    const Token token = take();
    // "in" and "notin" are keys too, where a key is due.
    if (token.kind != TokenKind::Word)
        return expected("a label key", token);
    if (!isQualifiedName(token.text))
        return refused(QStringLiteral("expected a label key such as \"app\" or \"example.com/app\", found %1").arg(inQuotes(token.text)), token.at);
    return std::string(token.text);
}

std::optional<LabelSelector::Operator> SelectorParser::operation()
{
    using Operator = LabelSelector::Operator;
    const Token token = take();
    switch (token.kind) {
    case TokenKind::Equals: return Operator::Equals;
    case TokenKind::NotEquals: return Operator::NotEquals;
    case TokenKind::Greater: return Operator::GreaterThan;
    case TokenKind::Less: return Operator::LessThan;
    case TokenKind::Word:
        if (token.text == "in")
            return Operator::In;
        if (token.text == "notin")
            return Operator::NotIn;
        return std::nullopt;
    default: return std::nullopt;
    }
}

Result<std::string> SelectorParser::labelValue(const Token &token) const
{
    if (!isName(token.text)) {
        return refused(QStringLiteral("expected a label value (63 characters at most: letters, digits, \"-\", \"_\", \".\"), found %1")
                           .arg(inQuotes(token.text)), token.at);
    }
    return std::string(token.text);
}

Result<std::vector<std::string>> SelectorParser::set()
{
    if (const Token open = take(); open.kind != TokenKind::Open)
        return expected("\"(\"", open);
    if (peek().kind == TokenKind::Close)
        return expected("a label value", peek());
    std::vector<std::string> values;
    const auto add = [&](std::string value) {
        if (std::find(values.begin(), values.end(), value) == values.end())
            values.push_back(std::move(value));
    };
    for (;;) {
        if (peek().kind == TokenKind::Word) {
            auto value = labelValue(take());
            if (!value)
                return fail(value.error());
            add(std::move(*value));
        } else {
            add({}); // "(a,)" lists the empty value too
        }
        const Token after = take();
        if (after.kind == TokenKind::Close)
            return values;
        if (after.kind != TokenKind::Comma)
            return expected("\",\" or \")\"", after);
    }
}

Result<std::string> SelectorParser::exactValue()
{
    const Token next = peek();
    if (next.kind == TokenKind::End || next.kind == TokenKind::Comma)
        return std::string();
    if (take().kind != TokenKind::Word)
        return expected("a label value", next);
    return labelValue(next);
}

} // namespace kube
