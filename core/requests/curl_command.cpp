// SPDX-License-Identifier: Apache-2.0
#include "core/requests/curl_command.h"

#include "core/requests/shell_quote.h"
#include "core/rest/request_ring.h"

namespace kube {

namespace {

constexpr int httpsPort = 443;

bool isSaidOtherwise(const QByteArray &name)
{
    return name.compare("User-Agent", Qt::CaseInsensitive) == 0 || name.compare("Accept-Encoding", Qt::CaseInsensitive) == 0;
}

bool isOverTls(const RequestRecord &record)
{
    return record.url.scheme() == QLatin1String("https");
}

/// The word for curl; empty: there is none. fileName: what curlPreparation() calls what the kubeconfig holds.
std::string fileWord(const ServerAccess::Pem &pem, std::string_view fileName)
{
    switch (pem.place) {
    case ServerAccess::Pem::Place::None: return {};
    case ServerAccess::Pem::Place::Kubeconfig: return "\"$dir/" + std::string(fileName) + '"';
    case ServerAccess::Pem::Place::File: return shellQuoted(pem.file);
    }
    return {};
}

bool isInKubeconfig(const ServerAccess::Pem &pem)
{
    return pem.place == ServerAccess::Pem::Place::Kubeconfig;
}

/// Authorities count for nothing where everybody is believed.
ServerAccess::Pem authorityOf(const ServerAccess &access)
{
    return access.isVerified ? access.authority : ServerAccess::Pem{};
}

/// The entry of a list of the kubeconfig: the context's, or the one of a name.
std::string entry(std::string_view list, const std::string &name)
{
    std::string quoted;
    for (const char byte : name) {
        if (byte == '"' || byte == '\\')
            quoted += '\\';
        quoted += byte;
    }
    return '.' + std::string(list) + (name.empty() ? "[0]" : "[?(@.name==\"" + quoted + "\")]");
}

/// The address, under the name that is to be verified, and how the server is found then.
std::string address(const RequestRecord &record, const ServerAccess &access)
{
    QUrl url = record.url;
    if (!isOverTls(record) || access.serverName.empty())
        return ' ' + shellQuoted(url.toEncoded(QUrl::RemoveUserInfo).toStdString());
    const auto place = [&url] {
        const std::string host = url.host(QUrl::FullyEncoded).toStdString();
        const bool isIp6 = host.find(':') != std::string::npos;
        return (isIp6 ? '[' + host + ']' : host) + ':' + std::to_string(url.port(httpsPort));
    };
    const std::string real = place();
    url.setHost(QString::fromStdString(access.serverName));
    return " --connect-to " + shellQuoted(place() + ':' + real) + ' ' + shellQuoted(url.toEncoded(QUrl::RemoveUserInfo).toStdString());
}

std::string tlsOptions(const ServerAccess &access)
{
    std::string options = access.isVerified ? "" : " --insecure";
    const auto add = [&options](const char *option, const std::string &word) {
        if (!word.empty())
            options += ' ' + std::string(option) + ' ' + word;
    };
    add("--cacert", fileWord(authorityOf(access), "ca.crt"));
    add("--cert", fileWord(access.certificate, "client.crt"));
    add("--key", fileWord(access.key, "client.key"));
    return options;
}

std::string authorization(const ServerAccess &access)
{
    switch (access.credential) {
    case ServerAccess::Credential::None: return {};
    case ServerAccess::Credential::Password: return " --user \"$LOGIN\"";
    case ServerAccess::Credential::Token:
    case ServerAccess::Credential::TokenFile:
    case ServerAccess::Credential::Plugin: break;
    }
    return " --header \"Authorization: Bearer $TOKEN\"";
}

/// Lines that fetch what is asked of the kubeconfig; they call config.
std::string fetching(const ServerAccess &access)
{
    const std::string cluster = entry("clusters", access.clusterEntry) + ".cluster.";
    const std::string user = entry("users", access.userEntry) + ".user.";
    std::string lines;
    const auto file = [&lines](const ServerAccess::Pem &pem, const std::string &path, const char *name) {
        if (isInKubeconfig(pem))
            lines += "config " + shellQuoted('{' + path + '}') + " | base64 -d > \"$dir/" + name + "\"\n";
    };
    file(authorityOf(access), cluster + "certificate-authority-data", "ca.crt");
    file(access.certificate, user + "client-certificate-data", "client.crt");
    file(access.key, user + "client-key-data", "client.key");
    if (access.hasProxy)
        lines += "PROXY=$(config " + shellQuoted('{' + cluster + "proxy-url}") + ")\n";
    if (access.credential == ServerAccess::Credential::Token)
        lines += "TOKEN=$(config " + shellQuoted('{' + user + "token}") + ")\n";
    if (access.credential == ServerAccess::Credential::Password)
        lines += "LOGIN=$(config " + shellQuoted('{' + user + "username}:{" + user + "password}") + ")\n";
    return lines;
}

std::string configFunction(const CommandTarget &target)
{
    const ServerAccess &access = target.access;
    std::string line = "config() { kubectl config view --raw";
    if (access.clusterEntry.empty() && access.userEntry.empty())
        line += " --minify";
    const auto flag = [&line](const char *name, const std::string &value) {
        if (!value.empty())
            line += ' ' + shellQuoted(name + value);
    };
    flag("--kubeconfig=", target.kubeconfig);
    flag("--context=", target.context);
    return line + " -o jsonpath=\"$1\"; }\n";
}

} // namespace

std::string curlPreparation(const RequestRecord &record, const CommandTarget &target)
{
    ServerAccess access = target.access;
    if (!isOverTls(record)) { // no credential goes over the wire in the open
        access = {};
        access.hasProxy = target.access.hasProxy;
        access.clusterEntry = target.access.clusterEntry;
        access.userEntry = target.access.userEntry;
    }
    const std::string fetched = fetching(access);
    std::string lines;
    if (fetched.find("$dir") != std::string::npos)
        lines += "dir=$(mktemp -d); trap 'rm -rf \"$dir\"' EXIT\n";
    if (!fetched.empty())
        lines += configFunction(target) + fetched;
    if (access.credential == ServerAccess::Credential::TokenFile)
        lines += "TOKEN=$(cat " + shellQuoted(access.tokenFile) + ")\n";
    if (access.credential == ServerAccess::Credential::Plugin)
        lines += "# The token is the credential plugin's: set TOKEN to it first.\n: \"${TOKEN:?is not set}\"\n";
    if (!record.isBodyKept)
        lines += "# body.json: the body, which was not kept\n";
    return lines;
}

std::string curlCommand(const RequestRecord &record, const ServerAccess &access)
{
    std::string line = "curl";
    const auto add = [&line](std::string_view option, std::string_view value) { line.append(" ").append(option).append(" ").append(shellQuoted(value)); };
    const bool isStream = record.lane == HttpRequest::Lane::Stream;
    if (isStream)
        line += " --no-buffer";
    // Brackets and braces in an address would be patterns.
    line += " --globoff";
    if (record.method == "HEAD")
        line += " --head";
    else if (record.method != "GET")
        add("--request", record.method.toStdString());
    if (access.hasProxy)
        line += " --proxy \"$PROXY\"";
    if (isOverTls(record))
        line += tlsOptions(access);
    line += address(record, access);
    for (const auto &[name, value] : withoutCredentials(record.headers)) {
        if (!isSaidOtherwise(name))
            add("--header", (name + ": " + value).toStdString());
    }
    if (isOverTls(record))
        line += authorization(access);
    if (!record.isBodyKept)
        add("--data-binary", "@body.json");
    else if (!record.body.isEmpty())
        add("--data-raw", record.body.toStdString());
    return line;
}

std::string curlScript(const RequestRecord &record, const CommandTarget &target)
{
    const std::string preparation = curlPreparation(record, target);
    const std::string command = curlCommand(record, target.access);
    if (preparation.empty())
        return command;
    return "(set -e -o pipefail; umask 077\n" + preparation + command + "\n)";
}

} // namespace kube
