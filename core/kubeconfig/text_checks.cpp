// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/text_checks.h"

namespace kube::kubeconfig {

namespace {

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// Bytes of the UTF-8 character that begins here; 0 when there is none. Source: RFC 3629, section 4.
int characterLength(const QByteArray &bytes, qsizetype at)
{
    const auto byte = [&](qsizetype index) {
        return index < bytes.size() ? static_cast<unsigned char>(bytes[index]) : 0u;
    };
    const unsigned lead = byte(at);
    const unsigned second = byte(at + 1);
    if (lead < 0x80)
        return 1;
    if (lead < 0xC2 || lead > 0xF4 || (second & 0xC0) != 0x80)
        return 0;
    if (lead < 0xE0)
        return 2;
    if ((byte(at + 2) & 0xC0) != 0x80)
        return 0;
    if (lead < 0xF0)
        return (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ? 0 : 3;
    if ((byte(at + 3) & 0xC0) != 0x80)
        return 0;
    return (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F) ? 0 : 4;
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Where the quote that begins here is closed: itself when none begins here, the size when it never is.
qsizetype endOfQuote(const QByteArray &bytes, qsizetype offset)
{
    const char quote = bytes[offset];
    if (quote != '"' && quote != '\'')
        return offset;
    for (qsizetype at = offset + 1; at < bytes.size(); ++at) {
        const bool doubled = quote == '\'' && bytes[at] == '\'' && at + 1 < bytes.size() && bytes[at + 1] == '\'';
        if ((quote == '"' && bytes[at] == '\\') || doubled)
            ++at;
        else if (bytes[at] == quote)
            return at;
    }
    return bytes.size();
}

} // namespace

Origin placeOf(const QByteArray &bytes, qsizetype offset, const QString &file)
{
    offset = std::clamp<qsizetype>(offset, 0, bytes.size());
    const auto begin = bytes.lastIndexOf('\n', offset == 0 ? -bytes.size() - 1 : offset - 1) + 1;
    Origin place{file, 1, 1};
    place.line += static_cast<int>(std::count(bytes.begin(), bytes.begin() + offset, '\n'));
    place.column += static_cast<int>(
        std::count_if(bytes.begin() + begin, bytes.begin() + offset, [](char byte) { return !isContinuation(byte); }));
    return place;
}

std::optional<Error> checkText(const QByteArray &bytes, const QString &file)
{
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF")) {
        return Error::badInput(QStringLiteral("the file is UTF-16, as some Windows tools write it; save it as UTF-8"),
                               Origin{file, 1, 1}.toString());
    }
    for (qsizetype at = 0; at < bytes.size();) {
        const int length = characterLength(bytes, at);
        if (length == 0) {
            return Error::badInput(QStringLiteral("a byte here is not UTF-8; save the file as UTF-8"),
                                   placeOf(bytes, at, file).toString());
        }
        const auto byte = static_cast<unsigned char>(bytes[at]);
        if ((byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F) {
            return Error::badInput(QStringLiteral("a control character (0x%1) stands here: the file is binary or damaged; "
                                                  "restore it from a copy or get a new one")
                                       .arg(byte, 2, 16, QLatin1Char('0')),
                                   placeOf(bytes, at, file).toString());
        }
        at += length;
    }
    return std::nullopt;
}

bool isQuoteClosed(const QByteArray &bytes, qsizetype offset)
{
    // An anchor or a tag may stand before the quote.
    while (offset < bytes.size() && (bytes[offset] == '&' || bytes[offset] == '!')) {
        while (offset < bytes.size() && !isBlank(bytes[offset]))
            ++offset;
        while (offset < bytes.size() && isBlank(bytes[offset]))
            ++offset;
    }
    return offset >= bytes.size() || endOfQuote(bytes, offset) < bytes.size();
}

bool isBracketClosed(const QByteArray &bytes, qsizetype offset)
{
    if (offset >= bytes.size() || (bytes[offset] != '{' && bytes[offset] != '['))
        return true;
    int depth = 0;
    char before = '{'; // the last character that is no blank: a quote or comment begins only where a value may
    for (qsizetype at = offset; at < bytes.size(); ++at) {
        const char c = bytes[at];
        if (isBlank(c))
            continue;
        const bool begins = QByteArrayView("{[,:").contains(before);
        before = c;
        if ((c == '"' || c == '\'') && begins) {
            at = endOfQuote(bytes, at);
        } else if (c == '#' && isBlank(bytes[at - 1])) {
            at = bytes.indexOf('\n', at);
            if (at < 0)
                return false;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return true;
        }
    }
    return false;
}

std::optional<Error> explainSyntaxError(const QByteArray &bytes, int errorLine, const QString &file)
{
    int line = 0;
    for (qsizetype begin = 0; begin < bytes.size() && line < errorLine + 1;) {
        ++line;
        auto end = bytes.indexOf('\n', begin);
        if (end < 0)
            end = bytes.size();
        const QByteArrayView text = QByteArrayView(bytes).sliced(begin, end - begin);
        if (text.startsWith("<<<<<<< ") || text.startsWith(">>>>>>> ") || text.trimmed() == "=======") {
            return Error::badInput(QStringLiteral("the file holds the conflict marks of a merge (<<<<<<<, =======, "
                                                  ">>>>>>>); choose one side and remove the marks"),
                                   Origin{file, line, 1}.toString());
        }
        for (qsizetype at = 0; at < text.size() && (text[at] == ' ' || text[at] == '\t'); ++at) {
            if (text[at] == '\t') {
                return Error::badInput(
                    QStringLiteral("the line is indented with a tab, which YAML does not allow; use spaces"),
                    Origin{file, line, static_cast<int>(at) + 1}.toString());
            }
        }
        begin = end + 1;
    }
    return std::nullopt;
}

QString syntaxErrorInWords(const QByteArray &parserMessage)
{
    static const struct { const char *parser; const char *words; } known[] = {
        {"illegal map value", "a colon stands where no key can be; check the indentation, and put text that holds \": \" in quotes"},
        {"illegal map key", "a key stands where none can be; check the indentation"},
        {"illegal block entry", "a list item (\"- \") stands where none can be; put it on a line of its own"},
        {"illegal EOF in scalar", "a quote is opened and never closed; close it"},
        {"illegal document indicator in scalar", "a quote is opened and never closed; close it"},
        {"end of map not found", "the indentation fits nothing above; begin the keys of one mapping in the same column"},
        {"end of sequence not found", "the indentation fits nothing above; begin the items of one list in the same column"},
        {"end of map flow not found", "a { is never closed; add the missing } or comma"},
        {"end of sequence flow not found", "a [ is never closed; add the missing ] or comma"},
        {"illegal flow end", "a } or ] closes nothing; remove it"},
        {"the referenced anchor is not defined", "an alias (*name) names nothing; define it with &name before, or put the text in quotes"},
        {"unknown token", "a text cannot begin with this character; put it in quotes"},
        {"illegal tab when looking for indentation", "the line is indented with a tab, which YAML does not allow; use spaces"},
    };
    for (const auto &entry : known) {
        if (parserMessage == entry.parser)
            return QString::fromUtf8(entry.words);
    }
    if (parserMessage.startsWith("unknown escape character"))
        return QStringLiteral("a backslash in double quotes begins an escape that YAML does not know; use single quotes");
    if (parserMessage.contains("escape") || parserMessage.contains("hex") || parserMessage.contains("unicode"))
        return QStringLiteral("an escape in double quotes is damaged; use single quotes");
    return QStringLiteral("this is not YAML (%1); compare it with a kubeconfig that works")
        .arg(QString::fromUtf8(parserMessage));
}

} // namespace kube::kubeconfig
