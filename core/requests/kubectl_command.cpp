// SPDX-License-Identifier: Apache-2.0
#include "core/requests/kubectl_command.h"

#include "core/requests/kubectl_line.h"

#include <algorithm>
#include <array>

namespace kube {

namespace {

// Each writes its command, or nothing and says so.
bool raw(KubectlLine &line)
{
    const std::string path = line.record().url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority).toStdString();
    const bool hasBody = line.record().method == "POST" || line.record().method == "PUT";
    static const std::array<std::pair<const char *, const char *>, 4> verbs{{{"GET", "get"}, {"POST", "create"}, {"PUT", "replace"}, {"DELETE", "delete"}}};
    const auto verb = std::find_if(verbs.begin(), verbs.end(), [&line](const auto &each) { return line.record().method == each.first; });
    if (verb == verbs.end())
        return false;
    if (hasBody)
        line.pipeBody();
    line.begin(verb->second);
    line.add(" --raw");
    line.word(path);
    if (hasBody)
        line.fileOfBody();
    return true;
}

bool logs(KubectlLine &line)
{
    line.begin("logs");
    line.word(line.target().object.name.starts_with('-') ? "pods/" + line.target().object.name : line.target().object.name);
    line.place();
    line.flag("--container", line.parameter("container"));
    for (const auto &[name, option] : {std::pair("follow", " --follow"), std::pair("timestamps", " --timestamps"), std::pair("previous", " --previous")}) {
        if (line.isSet(name))
            line.add(option);
    }
    line.flag("--tail", line.parameter("tailLines"));
    if (line.has("sinceSeconds"))
        line.flag("--since", line.parameter("sinceSeconds") + 's');
    line.flag("--since-time", line.parameter("sinceTime"));
    line.flag("--limit-bytes", line.parameter("limitBytes"));
    return true;
}

bool read(KubectlLine &line)
{
    if (line.isOf("log") && line.target().resource.group.empty() && line.target().resource.resource == "pods")
        return logs(line);
    // A part of a list is none of kubectl's own: it goes on to the end.
    const bool isPart = line.has("continue") || (line.has("limit") && line.parameter("limit") != "500");
    if (!line.target().subresource.empty() || isPart)
        return raw(line);
    line.begin("get");
    line.object();
    line.place();
    line.selectors();
    if (line.target().verb == "watch")
        line.add(" --watch");
    else if (line.target().verb == "get")
        line.add(" -o yaml");
    return true;
}

bool create(KubectlLine &line)
{
    if (!line.target().subresource.empty() || (line.record().isBodyKept && line.body()["kind"].string().empty()))
        return raw(line);
    line.pipeBody();
    line.begin("create");
    line.place();
    line.fileOfBody();
    line.dryRun();
    line.manager();
    if (line.target().resource.resource.ends_with("reviews"))
        line.add(" -o yaml");
    return true;
}

bool replace(KubectlLine &line)
{
    if (!line.target().subresource.empty() || (line.record().isBodyKept && line.body()["kind"].string().empty()))
        return raw(line);
    line.pipeBody();
    line.begin("replace");
    line.place();
    line.fileOfBody();
    line.dryRun();
    line.manager();
    return true;
}

bool scale(KubectlLine &line)
{
    const auto replicas = line.body()["spec"]["replicas"].integer();
    if (!replicas)
        return false;
    line.begin("scale");
    line.object();
    line.place();
    line.flag("--replicas", std::to_string(*replicas));
    line.flag("--resource-version", line.body()["metadata"]["resourceVersion"].string());
    line.dryRun();
    return true;
}

bool patch(KubectlLine &line)
{
    const QByteArray type = HttpHead{0, line.record().headers}.header("Content-Type").split(';').value(0).trimmed();
    if (type == "application/apply-patch+yaml") {
        line.pipeBody();
        line.begin("apply");
        line.add(" --server-side");
        line.place();
        line.fileOfBody();
        line.flag("--subresource", line.target().subresource);
        line.manager();
        if (line.isSet("force"))
            line.add(" --force-conflicts");
        line.dryRun();
        return true;
    }
    const char *name = type == "application/json-patch+json" ? "json" : type == "application/merge-patch+json" ? "merge" : "strategic";
    line.begin("patch");
    line.object();
    line.place();
    line.flag("--subresource", line.target().subresource);
    line.flag("--type", name);
    if (line.record().isBodyKept) {
        line.add(" -p");
        line.word(line.bodyText());
    } else {
        line.add(" -p \"$(cat body.json)\"");
    }
    line.dryRun();
    line.manager();
    return true;
}

bool remove(KubectlLine &line)
{
    if (!line.target().subresource.empty())
        return raw(line);
    line.begin("delete");
    line.object();
    line.place();
    if (line.target().object.name.empty()) {
        if (!line.has("labelSelector") && !line.has("fieldSelector"))
            line.add(" --all");
        line.selectors();
    }
    const std::string_view policy = line.body()["propagationPolicy"].string();
    std::string cascade(policy.empty() ? line.parameter("propagationPolicy") : policy);
    std::transform(cascade.begin(), cascade.end(), cascade.begin(), [](char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter; });
    line.flag("--cascade", cascade);
    const auto grace = line.body()["gracePeriodSeconds"].integer();
    const std::string seconds = grace ? std::to_string(*grace) : line.parameter("gracePeriodSeconds");
    line.flag("--grace-period", seconds);
    if (seconds == "0")
        line.add(" --force");
    line.add(" --wait=false");
    line.dryRun();
    return true;
}

bool resource(KubectlLine &line)
{
    if (line.record().method == "GET")
        return read(line);
    if (line.record().method == "POST")
        return create(line);
    if (line.record().method == "PUT")
        return line.isOf("scale") ? scale(line) || raw(line) : replace(line);
    if (line.record().method == "PATCH")
        return (line.isOf("scale") && scale(line)) || patch(line);
    return line.record().method == "DELETE" && remove(line);
}

} // namespace

std::optional<std::string> kubectlCommand(const RequestRecord &record, const CommandTarget &target)
{
    KubectlLine line(record, target);
    if (!(line.target().resource.resource.empty() ? raw(line) : resource(line)))
        return std::nullopt;
    line.identity();
    return line.text();
}

} // namespace kube
