// SPDX-License-Identifier: Apache-2.0
#include "ui/models/columns/json_path_step.h"

#include <charconv>

namespace orrery {

/// A recursive descent over the text. Stops at the first thing it does not understand.
class JsonPathParser
{
public:
    using Step = JsonPath::Step;
    using Steps = JsonPath::Steps;

    explicit JsonPathParser(std::string_view text) : m_text(text) {}

    kube::Result<Steps> parse()
    {
        const bool braced = take('{');
        take('$');
        Steps steps;
        if (m_at < m_text.size() && peek() != '.' && peek() != '[' && peek() != '}')
            steps.push_back(member(identifier()));
        path(steps);
        if (braced && !take('}'))
            expected("}");
        if (m_at != m_text.size())
            expected("the end");
        if (m_error)
            return kube::fail(*m_error);
        return steps;
    }

private:
    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    bool take(std::string_view token)
    {
        if (m_text.substr(m_at, token.size()) != token)
            return false;
        m_at += token.size();
        return true;
    }
    bool take(char c) { return take(std::string_view(&c, 1)); }
    void skipSpace()
    {
        while (peek() == ' ')
            ++m_at;
    }
    void expected(const char *what)
    {
        if (!m_error)
            m_error = kube::Error::badInput(QStringLiteral("expected %1 at position %2").arg(QLatin1String(what)).arg(m_at),
                                            QString::fromUtf8(m_text.data(), static_cast<qsizetype>(m_text.size())));
        m_at = m_text.size();
    }
    static Step member(std::string name)
    {
        Step step;
        step.names.push_back(std::move(name));
        return step;
    }

    void path(Steps &steps)
    {
        while (m_at < m_text.size() && !m_error) {
            if (take("..")) {
                Step step;
                step.kind = Step::Kind::Recursive;
                steps.push_back(std::move(step));
                if (take('*'))
                    steps.push_back(wildcard());
                else if (peek() != '[')
                    steps.push_back(member(identifier()));
            } else if (take('.')) {
                if (take('*'))
                    steps.push_back(wildcard());
                else if (peek() != '[' && peek() != '}' && m_at < m_text.size())
                    steps.push_back(member(identifier()));
            } else if (take('[')) {
                steps.push_back(bracket());
            } else {
                return;
            }
        }
    }

    static Step wildcard()
    {
        Step step;
        step.kind = Step::Kind::Wildcard;
        return step;
    }

    std::string identifier()
    {
        std::string name;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '\\' && m_at + 1 < m_text.size()) { // annotations: .metadata.annotations.example\.com/a
                name.push_back(m_text[m_at + 1]);
                m_at += 2;
                continue;
            }
            if (std::string_view(".[]{}() =!<>,").find(c) != std::string_view::npos)
                break;
            name.push_back(c);
            ++m_at;
        }
        if (name.empty())
            expected("a name");
        return name;
    }

    std::string quoted()
    {
        const char quote = m_text[m_at++];
        std::string text;
        while (m_at < m_text.size() && m_text[m_at] != quote) {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size())
                ++m_at;
            text.push_back(m_text[m_at++]);
        }
        if (!take(quote))
            expected("a closing quote");
        return text;
    }

    std::optional<std::int64_t> integer()
    {
        std::int64_t number = 0;
        const char *begin = m_text.data() + m_at;
        const auto [end, error] = std::from_chars(begin, m_text.data() + m_text.size(), number);
        if (error != std::errc())
            return std::nullopt;
        m_at += static_cast<std::size_t>(end - begin);
        return number;
    }

    Step bracket()
    {
        skipSpace();
        Step step;
        if (take('*')) {
            step.kind = Step::Kind::Wildcard;
        } else if (take("?(")) {
            filter(step);
        } else {
            do {
                skipSpace();
                if (peek() == '\'' || peek() == '"') {
                    step.names.push_back(quoted());
                } else {
                    step.kind = Step::Kind::Slices;
                    step.slices.push_back(slice());
                }
                skipSpace();
            } while (take(',') && !m_error);
            if (step.kind == Step::Kind::Slices && !step.names.empty())
                expected("names or numbers alone");
        }
        skipSpace();
        if (!take(']'))
            expected("]");
        return step;
    }

    Step::Slice slice()
    {
        Step::Slice slice;
        slice.from = integer();
        if (!take(':')) {
            if (!slice.from)
                expected("a number");
            slice.isIndex = true;
            return slice;
        }
        slice.to = integer();
        if (take(':'))
            slice.step = integer().value_or(1);
        if (slice.step <= 0)
            expected("a positive step");
        return slice;
    }

    void filter(Step &step)
    {
        using Comparison = Step::Comparison;
        static constexpr std::pair<std::string_view, Comparison> comparisons[] = {
            {"==", Comparison::Equal},     {"!=", Comparison::NotEqual},      {"<=", Comparison::LessOrEqual},
            {">=", Comparison::GreaterOrEqual}, {"<", Comparison::Less}, {">", Comparison::Greater}};
        step.kind = Step::Kind::Filter;
        step.left = operand();
        skipSpace();
        for (const auto &[token, comparison] : comparisons) {
            if (take(token)) {
                step.comparison = comparison;
                skipSpace();
                step.right = operand();
                break;
            }
        }
        skipSpace();
        if (!take(')'))
            expected(")");
    }

    Step::Operand operand()
    {
        Step::Operand operand;
        skipSpace();
        if (take('@')) {
            operand.isPath = true;
            path(operand.path);
            return operand;
        }
        if (peek() == '\'' || peek() == '"') {
            operand.literal = quoted();
            return operand;
        }
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && std::string_view(" )=!<>").find(m_text[m_at]) == std::string_view::npos)
            ++m_at;
        const std::string word(m_text.substr(begin, m_at - begin));
        char *end = nullptr;
        const double number = std::strtod(word.c_str(), &end);
        if (word == "true" || word == "false")
            operand.literal = word == "true";
        else if (word == "null")
            operand.literal = std::monostate();
        else if (!word.empty() && *end == '\0')
            operand.literal = number;
        else
            expected("a value");
        return operand;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::optional<kube::Error> m_error;
};

kube::Result<JsonPath> JsonPath::parse(std::string_view text)
{
    auto steps = JsonPathParser(text).parse();
    if (!steps)
        return kube::fail(steps.error());
    JsonPath path;
    path.m_steps = std::make_shared<const Steps>(std::move(*steps));
    return path;
}

} // namespace orrery
