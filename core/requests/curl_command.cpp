// SPDX-License-Identifier: Apache-2.0
#include "core/requests/curl_command.h"

#include "core/requests/shell_quote.h"
#include "core/rest/request_ring.h"

namespace kube {

namespace {

bool isSaidOtherwise(const QByteArray &name)
{
    return name.compare("User-Agent", Qt::CaseInsensitive) == 0 || name.compare("Accept-Encoding", Qt::CaseInsensitive) == 0;
}

// A line feed would end the comment that it stands in.
std::string flag(std::string_view name, const std::string &value)
{
    const bool isOneLine = value.find('\n') == std::string::npos;
    return value.empty() || !isOneLine ? std::string() : ' ' + std::string(name) + shellQuoted(value);
}

bool isOverTls(const RequestRecord &record)
{
    return record.url.scheme() == QLatin1String("https");
}

} // namespace

std::string curlNeeds(const RequestRecord &record, const CommandTarget &target)
{
    std::string lines;
    if (isOverTls(record)) {
        const std::string config = "kubectl config view --raw --minify --flatten" + flag("--kubeconfig=", target.kubeconfig) + flag("--context=", target.context);
        lines += "# CA=ca.crt; " + config + " -o jsonpath='{.clusters[0].cluster.certificate-authority-data}' | base64 -d > \"$CA\"\n";
        lines += "# TOKEN=$(" + config + " -o jsonpath='{.users[0].user.token}')\n";
        lines += "# Without a token in the kubeconfig: kubectl create token, or --cert and --key in place of the Authorization\n";
    }
    if (!record.isBodyKept)
        lines += "# body.json: the body, which was not kept\n";
    return lines;
}

std::string curlCommand(const RequestRecord &record)
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
    if (isOverTls(record))
        line += " --cacert \"$CA\"";
    line += ' ' + shellQuoted(record.url.toEncoded(QUrl::RemoveUserInfo).toStdString());
    for (const auto &[name, value] : withoutCredentials(record.headers)) {
        if (!isSaidOtherwise(name))
            add("--header", (name + ": " + value).toStdString());
    }
    if (isOverTls(record))
        line += " --header \"Authorization: Bearer $TOKEN\"";
    if (!record.isBodyKept)
        add("--data-binary", "@body.json");
    else if (!record.body.isEmpty())
        add("--data-raw", record.body.toStdString());
    return line;
}

} // namespace kube
