// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/selector.h"

#include <optional>

namespace kube {

/// Reads one selector. Errors: BadInput placed at "column N", counted in bytes from 1.
class SelectorParser
{
public:
    explicit SelectorParser(std::string_view text) : m_text(text) {}
    [[nodiscard]] Result<std::vector<LabelSelector::Requirement>> parse();

private:
    enum class TokenKind { End, Word, Not, Open, Close, Comma, Equals, NotEquals, Greater, Less };
    struct Token {
        TokenKind kind;
        std::string_view text;
        std::size_t at;
    };

    [[nodiscard]] Token peek() const;
    Token take();
    [[nodiscard]] Unexpected expected(const char *what, const Token &found) const;
    [[nodiscard]] Unexpected refused(const QString &why, std::size_t at) const;

    [[nodiscard]] Result<LabelSelector::Requirement> requirement();
    [[nodiscard]] Result<std::string> key();
    [[nodiscard]] std::optional<LabelSelector::Operator> operation();
    [[nodiscard]] Result<std::vector<std::string>> set();
    [[nodiscard]] Result<std::string> exactValue();
    [[nodiscard]] Result<std::string> labelValue(const Token &token) const;

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace kube
