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

} // namespace

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
    line += ' ' + shellQuoted(record.url.toEncoded(QUrl::RemoveUserInfo).toStdString());
    for (const auto &[name, value] : withoutCredentials(record.headers)) {
        if (!isSaidOtherwise(name))
            add("--header", (name + ": " + value).toStdString());
    }
    if (record.url.scheme() == QLatin1String("https"))
        line += " --header \"Authorization: Bearer $TOKEN\"";
    if (!record.isBodyKept)
        add("--data-binary", "@body.json");
    else if (!record.body.isEmpty())
        add("--data-raw", record.body.toStdString());
    return line;
}

} // namespace kube
