// SPDX-License-Identifier: Apache-2.0
#include "tests/support/awkward_yaml.h"

namespace kube::test {

namespace {

const std::vector<std::string_view> plain{
    "1", "-1", "+1", "0", "-0", "00", "0777", "-017", "0o7", "0o8", "0x1F", "0X1F", "0b101", "0b12", "08", "09.5", "1e3", "1E+3", "1e-3", "-1e3", ".5", "-.5", "5.", "1.0", "1.50", "-0.0",
    "1_000", "1__0", "_1", "1_", "0x_F", "1e", "e1", "1e400", "1e-400", "12:30", "12:30:45", "190:20:30.15", "-1:30", "2001-01-01", "2001-1-1", "2001-12-14t21:59:43.10-05:00",
    "2001-12-14 21:59:43.10 -5", "on", "off", "On", "OFF", "yes", "no", "Yes", "NO", "y", "n", "Y", "N", "true", "True", "tRue", "FALSE", "~", "null", "Null", "NULL", "nULL", "nil",
    "inf", "nan", ".INFx", ".", "..", "+", "-x", "--", "---x", "+-1", "=", "<<x", "1.2.3", "10.0.0.1", "1Gi", "100m", "0.1", "1e21", "1e20", "123456789.123456789", "1e6", "1000000.0", "9007199254740993",
    "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "18446744073709551615", "18446744073709551616", "123456789012345678901234567890",
    "a b", "a  b", "http://x:80/#y", "a#b", "a:b", "a::b", ":x", "?x", "x:", "a\tb", "\u00e9", "\u65e5\u672c", "\U0001F680 up", "a\\b", "a\\nb", "a'b", "it's", "a\"b", "a%b", "a@b", "a&b", "a*b", "a!b", "a|b",
    "a>b", "x=1", "v1", "0.5Gi", "-", "3.14159265358979", "\u00a0x", "01", "1e1", "0.1e1", "1e0", "000.1", "Infinity", "None"};
const std::vector<std::string_view> quoted{
    "\"\"", "''", "\"1\"", "'1'", "\"yes\"", "'null'", "\"a # b\"", "'a: b'", "\" lead\"", "\"trail \"", "\"\\n\"", "\"a\\tb\"", "\"\\u00e9\"", "\"\\U0001F680\"", "\"\\x41\\x00\"", "\"\\\\\"", "\"\\\"\"",
    "\"\\e\\a\\b\\v\\f\\r\\0\"", "\"\\N\\_\\L\\P\"", "'it''s'", "''''", "'\"'", "'\\n'", "\"{}\"", "'- a'", "\"\\uFEFFx\"", "\"\U0001F680\"", "\"a\tb\"", "'<'", "\"<&>\"", "\"\\u2028\"", "\"0777\""};
const std::vector<std::string_view> words{"one", "two", "three", "it's", "\u00e9t\u00e9", "\U0001F680", "a#b", "c:d", "12", "-5", "yes", "- x", "\"q\"", "'s'", "[x]", "{y}", "*z", "!w", "%p", "tab\there"};
const std::vector<std::string_view> flowWords{"one", "1", "0777", "yes", "null", "~", "1e3", "a b", "http://x", "x:y", "2001-01-01", "\u00e9", "-1", "\"q, r\"", "'s]'", "\"\"", ".5", "-", "a#b"};

} // namespace

std::string AwkwardYaml::document(const std::string &name)
{
    m_out.clear();
    m_anchors.clear();
    if (oneIn(60))
        m_out += "\xef\xbb\xbf";
    if (oneIn(10))
        m_out += "# " + name + "\n";
    m_out += "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: " + name + "\n  labels: {t: \"1\"}\ndata:";
    map(2, 0);
    if (oneIn(30))
        m_out.pop_back(); // no line end
    if (oneIn(12)) {
        std::string windows;
        for (const char c : m_out) {
            if (c == '\n')
                windows += '\r';
            windows += c;
        }
        m_out = std::move(windows);
    }
    return m_out;
}

void AwkwardYaml::comment()
{
    if (oneIn(8)) {
        m_out += oneIn(4) && m_out.back() != '-' ? "\t" : " "; // libyaml takes no tab behind a dash
        m_out += "# it's a \"comment\": [";
    }
}

void AwkwardYaml::blank()
{
    if (oneIn(15))
        m_out += oneIn(2) ? "\n" : oneIn(2) ? "   \n" : "# between\n";
}

void AwkwardYaml::key()
{
    static const std::vector<std::string_view> awkward{"1", "1.5", "0x10", "true", "on", "no", "1e3", "2001-01-01", "a b", "a.b/c", "\u00e9", "\U0001F680", "0777", "12:30", "a#b", "-x", "1_000", ".5", "123456789", "1234567.5",
                                                       "\"1\"", "\"q: r\"", "'s''t'", "\"\"", "\"\\u00e9\"", "'on'", "a:b", "=", "\"\\n\"", "'# x'"};
    if (oneIn(3))
        m_out += pick(awkward);
    else
        m_out += "k" + std::to_string(++m_names);
    if (oneIn(20))
        m_out += ' ';
}

void AwkwardYaml::map(int indent, int depth)
{
    const int count = 1 + below(depth == 0 ? 6 : 3);
    comment();
    m_out += '\n';
    for (int i = 0; i < count; ++i) {
        blank();
        m_out.append(static_cast<std::size_t>(indent), ' ');
        if (i == 0 && !m_anchors.empty() && oneIn(6)) {
            m_out += "<<: *" + m_anchors[m_random() % m_anchors.size()] + "\n";
            continue;
        }
        if (oneIn(25))
            m_out += oneIn(2) ? "!!str " : "&u" + std::to_string(++m_names) + " ";
        key();
        m_out += ':';
        value(indent, depth);
    }
}

void AwkwardYaml::sequence(int indent, int depth)
{
    comment();
    m_out += '\n';
    const int count = 1 + below(3);
    for (int i = 0; i < count; ++i) {
        blank();
        m_out.append(static_cast<std::size_t>(indent), ' ');
        m_out += '-';
        if (depth < 4 && oneIn(4)) { // a map that begins behind the dash
            m_out += ' ';
            const int members = 1 + below(3);
            for (int j = 0; j < members; ++j) {
                if (j > 0)
                    m_out.append(static_cast<std::size_t>(indent + 2), ' ');
                key();
                m_out += ':';
                value(indent + 2, depth + 1);
            }
        } else if (depth < 4 && oneIn(8)) { // a list there
            m_out += " -";
            value(indent + 2, depth + 2);
        } else {
            value(indent, depth);
        }
    }
}

void AwkwardYaml::value(int indent, int depth)
{
    const int kind = below(depth < 4 ? 20 : 14);
    if (kind >= 18) {
        const bool isAtKey = kind == 18 && m_out.back() == ':' && oneIn(2);
        if (isAtKey)
            sequence(indent, depth + 1);
        else
            sequence(indent + 1 + below(4), depth + 1);
        return;
    }
    if (kind >= 14) {
        if (oneIn(5)) {
            const std::string name = "m" + std::to_string(++m_names);
            m_out += " &" + name;
            map(indent + 2, depth + 1);
            m_anchors.push_back(name);
        } else {
            map(indent + 1 + below(4), depth + 1);
        }
        return;
    }
    if (kind == 13 && oneIn(3)) {
        comment();
        m_out += '\n'; // nothing
        return;
    }
    const bool isBehindDash = m_out.back() == '-'; // where libyaml takes no tab
    m_out += oneIn(12) ? "   " : oneIn(20) && !isBehindDash ? " \t" : " ";
    // yaml-cpp takes lines below "- !!str" for the list's unless they are deeper than the tag, and ours then refuses them.
    const bool hasLines = kind >= 6 && kind <= 11;
    const bool mayHaveTag = !isBehindDash || !hasLines;
    if (mayHaveTag && oneIn(25))
        m_out += "!!str ";
    else if (mayHaveTag && oneIn(40))
        m_out += "!mine ";
    switch (kind) {
    case 0: case 1: case 2: case 3: m_out += pick(plain); break;
    case 4: case 5: m_out += pick(quoted); break;
    case 6: case 7: blockScalar(indent); return;
    case 8: plainLines(indent); break;
    case 9: quotedLines(indent, '"'); break;
    case 10: quotedLines(indent, '\''); break;
    case 11: flow(indent, depth); break;
    case 12: m_out.append(static_cast<std::size_t>(100 + below(3000)), 'x') += " y"; break;
    default: m_out += pick(plain);
    }
    comment();
    if (oneIn(20))
        m_out += "  ";
    m_out += '\n';
}

void AwkwardYaml::blockScalar(int indent)
{
    m_out += oneIn(2) ? '|' : '>';
    const bool isTold = oneIn(4);
    const int inner = 1 + below(4);
    std::string header = oneIn(2) ? "" : oneIn(2) ? "-" : "+";
    if (isTold)
        header = oneIn(2) ? std::to_string(inner) + header : header + std::to_string(inner);
    m_out += header;
    comment();
    m_out += '\n';
    const int count = below(6);
    bool isFirst = true;
    for (int i = 0; i < count; ++i) {
        if (oneIn(4)) {
            m_out += '\n';
            continue;
        }
        m_out.append(static_cast<std::size_t>(indent + inner), ' ');
        if ((isTold || !isFirst) && oneIn(4))
            m_out += oneIn(4) ? "\t" : "  ";
        m_out += oneIn(10) ? "# no comment" : pick(words);
        if (oneIn(10))
            m_out += "  ";
        m_out += '\n';
        isFirst = false;
    }
}

void AwkwardYaml::plainLines(int indent)
{
    const int count = 1 + below(4);
    m_out += "begin";
    for (int i = 0; i < count; ++i) {
        m_out += oneIn(4) ? "  \n" : "\n";
        if (oneIn(4))
            m_out += '\n';
        m_out.append(static_cast<std::size_t>(indent + 1 + below(4)), ' ');
        m_out += pick({"one", "two", "it's", "12", "- dash", "\"q\"", "yes", "a#b", "c:d", "[x]", "\u00e9"});
    }
}

void AwkwardYaml::quotedLines(int indent, char quote)
{
    m_out += quote;
    const int count = below(4);
    m_out += pick({"one", " one", "one ", "", "12"});
    for (int i = 0; i < count; ++i) {
        m_out += quote == '"' && oneIn(5) ? "\\\n" : oneIn(4) ? " \n" : "\n";
        if (oneIn(4))
            m_out += '\n';
        m_out.append(static_cast<std::size_t>(indent + 1 + below(4)), ' ');
        m_out += pick({"two", "three: x", "# four", "- five", "six  seven"});
        if (quote == '"' && oneIn(5))
            m_out += "\\n";
        if (quote == '\'' && oneIn(5))
            m_out += "''";
    }
    m_out += quote;
}

void AwkwardYaml::flowValue(int indent, int depth)
{
    if (depth < 3 && oneIn(4))
        flow(indent, depth + 1);
    else
        m_out += pick(flowWords);
}

void AwkwardYaml::flow(int indent, int depth)
{
    const bool isMap = oneIn(2);
    m_out += isMap ? '{' : '[';
    const int count = below(4);
    for (int i = 0; i < count; ++i) {
        if (i > 0)
            m_out += oneIn(4) ? "," : ", ";
        if (oneIn(8)) {
            if (oneIn(3))
                m_out += " # within";
            m_out += '\n';
            m_out.append(static_cast<std::size_t>(indent + 1 + below(4)), ' ');
        }
        if (isMap) {
            const bool isQuoted = oneIn(4);
            m_out += isQuoted ? "\"f" + std::to_string(++m_names) + "\":" : "f" + std::to_string(++m_names) + ":";
            if (!isQuoted || oneIn(2))
                m_out += ' ';
            if (oneIn(10))
                continue; // no value
        }
        flowValue(indent, depth);
    }
    if (count > 0 && oneIn(10))
        m_out += ',';
    m_out += isMap ? '}' : ']';
}

} // namespace kube::test
