// SPDX-License-Identifier: Apache-2.0
// Requests copied as commands: whatever stands in names, addresses, headers and bodies, a shell makes of each word what
// was asked, and runs nothing else.
#include "core/requests/curl_command.h"
#include "core/requests/kubectl_command.h"
#include "core/requests/request_target.h"
#include "core/requests/shell_quote.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace {

using kube::test::mustHold;
using Words = std::vector<std::string>;

constexpr std::string_view token = "Authorization: Bearer $TOKEN";
constexpr std::string_view body = "$(cat body.json)";
constexpr std::string_view authority = "$dir/ca.crt";

/// What printf makes of the byte in octal that stands in text at the place, which goes on behind it.
char keyAt(std::string_view text, std::size_t &place)
{
    constexpr std::string_view begin = "$(printf '\\", end = "')";
    mustHold(text.substr(place, begin.size()) == begin && text.size() >= place + begin.size() + 3 + end.size(), "between double quotes stands a key, and no more");
    unsigned code = 0;
    for (const char digit : text.substr(place + begin.size(), 3)) {
        mustHold(digit >= '0' && digit <= '7', "a key is in octal");
        code = code * 8 + static_cast<unsigned>(digit - '0');
    }
    place += begin.size() + 3;
    mustHold(text.substr(place, end.size()) == end, "a key ends");
    place += end.size();
    mustHold(code != 0 && code != '\n' && code < 256, "substitution would lose it");
    return static_cast<char>(code);
}

const std::string betweenCommands{"\0|", 2}; // no word that was quoted is like it

/// The words of a line as a POSIX shell reads them, with a pipe between commands.
Words unquoted(std::string_view line)
{
    constexpr std::string_view special = "\\$`*?[]{}()<>&;#~!\"'|\n\t";
    Words words;
    std::string word;
    bool isWord = false;
    const auto finish = [&] {
        if (isWord)
            words.push_back(std::exchange(word, {}));
        isWord = false;
    };
    for (std::size_t at = 0; at < line.size();) {
        const char byte = line[at];
        if (byte == ' ') {
            finish();
            ++at;
        } else if (byte == '\'') {
            const std::size_t end = line.find('\'', at + 1);
            mustHold(end != std::string_view::npos, "a quotation ends");
            word += line.substr(at + 1, end - at - 1);
            isWord = true;
            at = end + 1;
        } else if (byte == '"') {
            std::size_t fixed = 0;
            for (const std::string_view one : {token, body, authority})
                fixed = line.substr(at + 1).starts_with(one) ? one.size() : fixed;
            std::size_t place = at + 1 + fixed;
            word += fixed != 0 ? std::string(line.substr(at + 1, fixed)) : std::string(1, keyAt(line, place));
            mustHold(place < line.size() && line[place] == '"', "a quotation ends");
            isWord = true;
            at = place + 1;
        } else if (byte == '\\') {
            mustHold(line.substr(at, 2) == "\\'", "of all that could be escaped only a quote is");
            word += '\'';
            at += 2;
        } else if (byte == '|') {
            mustHold(!isWord && line.substr(at, 2) == "| ", "a pipe stands alone");
            words.push_back(betweenCommands);
            ++at;
        } else {
            mustHold(special.find(byte) == std::string_view::npos && byte > ' ' && byte < 0x7f, "what a shell would read is quoted");
            word += byte;
            isWord = true;
            ++at;
        }
    }
    finish();
    return words;
}

std::string untilNul(const std::string &text)
{
    return text.substr(0, text.find('\0'));
}

bool has(const Words &words, const std::string &word)
{
    return std::find(words.begin(), words.end(), untilNul(word)) != words.end();
}

void mustBeHarmless(std::string_view line)
{
    mustHold(std::none_of(line.begin(), line.end(), [](char byte) { return (byte >= 0 && byte < ' ' && byte != '\t' && byte != '\n') || byte == 0x7f; }), "no key of a terminal is in it");
}

kube::RequestRecord recordOf(const std::array<std::string, 8> &field)
{
    static const std::array<const char *, 6> methods{"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"};
    static const std::array<const char *, 4> kinds{"application/merge-patch+json", "application/apply-patch+yaml", "application/json", "application/json-patch+json"};
    const auto encoded = [](const std::string &text) { return QString::fromLatin1(QByteArray::fromStdString(text).toPercentEncoding()); };
    const auto choice = static_cast<unsigned char>(field[0].empty() ? 0 : field[0].front());
    kube::RequestRecord record;
    record.method = methods[choice % methods.size()];
    record.isBodyKept = choice < 128;
    QString address = QStringLiteral("https://server/api/v1/");
    if (!field[1].empty())
        address += QStringLiteral("namespaces/") + encoded(field[1]) + QLatin1Char('/');
    address += QStringLiteral("pods");
    if (!field[2].empty())
        address += QLatin1Char('/') + encoded(field[2]);
    if (!field[3].empty())
        address += QStringLiteral("?labelSelector=") + encoded(field[3]);
    record.url = QUrl(address);
    record.headers = {{"Content-Type", kinds[choice / 8 % kinds.size()]}, {"Impersonate-User", QByteArray::fromStdString(field[4])}, {"Authorization", "Bearer hunter2"}};
    record.body = QByteArray::fromStdString(field[5]);
    return record;
}

} // namespace

// Eight fields with 0xff between them: the method, a namespace, a name, a selector, a user, a body, a context, a kubeconfig.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace kube;
    const std::string_view input = test::asText(data, size);
    const std::string quoted = shellQuoted(input);
    const std::string whole = untilNul(std::string(input));
    mustHold(unquoted(quoted) == Words{whole}, "one word is what it was");
    mustBeHarmless(quoted);

    std::array<std::string, 8> field;
    std::size_t number = 0;
    for (const char byte : input) {
        if (static_cast<unsigned char>(byte) == 0xff)
            number = std::min(number + 1, field.size() - 1);
        else
            field[number] += byte;
    }
    const RequestRecord record = recordOf(field);

    ServerAccess access;
    access.credential = ServerAccess::Credential::Token;
    access.authority.place = ServerAccess::Pem::Place::Kubeconfig;
    const std::string curl = curlCommand(record, access);
    const Words asked = unquoted(curl);
    mustBeHarmless(curl);
    mustHold(asked.front() == "curl" && std::find(asked.begin(), asked.end(), betweenCommands) == asked.end(), "it is one curl");
    mustHold(has(asked, record.url.toEncoded().toStdString()), "the address is what it was");
    mustHold(has(asked, "Impersonate-User: " + field[4]), "a header is what it was");
    mustHold(has(asked, record.isBodyKept ? field[5] : "@body.json") || field[5].empty(), "the body is what it was");
    const bool isAsked = input.find("hunter2") != std::string_view::npos; // it may stand anywhere else
    mustHold(isAsked || curl.find("hunter2") == std::string::npos, "no credential is in it");

    const std::string preparation = curlPreparation(record, {field[6], field[7], {}, access});
    mustBeHarmless(preparation);
    const auto flag = [](const char *name, const std::string &value) { return value.empty() ? std::string() : ' ' + shellQuoted(name + value); };
    mustHold(preparation.find(" --raw --minify" + flag("--kubeconfig=", field[7]) + flag("--context=", field[6]) + " -o jsonpath=\"$1\"; }\n") != std::string::npos,
             "context and kubeconfig are one word each");

    const auto kubectl = kubectlCommand(record, {field[6], field[7], {}});
    if (!kubectl)
        return 0;
    const Words words = unquoted(*kubectl);
    mustBeHarmless(*kubectl);
    mustHold(std::count(words.begin(), words.end(), "kubectl") >= 1, "it is a kubectl");
    mustHold(field[6].empty() || has(words, "--context=" + field[6]), "the context is what it was");
    mustHold(field[7].empty() || has(words, "--kubeconfig=" + field[7]), "the kubeconfig is what it was");
    mustHold(isAsked || kubectl->find("hunter2") == std::string::npos, "no credential is in it");
    const RequestTarget target = RequestTarget::of(record, {});
    const bool isRead = record.method == "GET" && target.subresource.empty() && target.resource.resource == "pods" && !has(words, "--raw");
    mustHold(!isRead || target.object.name.empty() || has(words, target.object.name) || has(words, "pods/" + target.object.name), "the name is what it was");
    mustHold(!isRead || target.object.namespaceName.empty() || has(words, target.object.namespaceName), "the namespace is what it was");
    return 0;
}
