// SPDX-License-Identifier: Apache-2.0
#include "core/requests/kubectl_line.h"

#include "core/requests/shell_quote.h"

#include <algorithm>
#include <array>

namespace kube {

namespace {

/// Whether a resource has namespaces is not in a path without one. For others --all-namespaces is a word too many, no more.
bool isKnownWithoutNamespace(const std::string &resource)
{
    static constexpr std::array<std::string_view, 22> known{
        "apiservices", "certificatesigningrequests", "clusterrolebindings", "clusterroles", "componentstatuses", "csidrivers", "csinodes",
        "customresourcedefinitions", "flowschemas", "ingressclasses", "mutatingwebhookconfigurations", "namespaces", "nodes", "persistentvolumes",
        "podsecuritypolicies", "priorityclasses", "prioritylevelconfigurations", "runtimeclasses", "storageclasses", "validatingadmissionpolicies",
        "validatingwebhookconfigurations", "volumeattachments"};
    return std::find(known.begin(), known.end(), resource) != known.end();
}

/// "pods", "deployments.apps", "widgets.v1beta1.example.com".
std::string resourceName(const GroupVersionResource &resource)
{
    return resource.group.empty() || resource.version == "v1" ? resource.toString() : resource.resource + '.' + resource.version + '.' + resource.group;
}

} // namespace

KubectlLine::KubectlLine(const RequestRecord &record, const CommandTarget &where)
    : m_record(record), m_where(where), m_target(RequestTarget::of(record, where.prefix)), m_query(record.url)
{
}

JsonValue KubectlLine::body()
{
    if (!m_document) {
        auto parsed = JsonDocument::parse(bodyText());
        if (!parsed)
            return {};
        m_document.emplace(std::move(*parsed));
    }
    return m_document->root();
}

void KubectlLine::pipeBody()
{
    if (m_record.isBodyKept)
        m_line = "printf %s " + shellQuoted(bodyText()) + " | ";
}

void KubectlLine::begin(std::string_view verb)
{
    m_line.append("kubectl ").append(verb);
}

void KubectlLine::word(std::string_view text)
{
    m_line.append(" ").append(shellQuoted(text));
}

void KubectlLine::flag(std::string_view name, std::string_view value)
{
    if (!value.empty())
        word(std::string(name).append("=").append(value));
}

void KubectlLine::object()
{
    const std::string resource = resourceName(m_target.resource);
    // A name that begins like an option has to stand behind its resource.
    if (m_target.object.name.starts_with('-')) {
        word(resource + '/' + m_target.object.name);
        return;
    }
    word(resource);
    if (!m_target.object.name.empty())
        word(m_target.object.name);
}

void KubectlLine::place()
{
    if (!m_target.object.namespaceName.empty()) {
        m_line += " -n";
        word(m_target.object.namespaceName);
    } else if (m_record.method == "GET" && m_target.object.name.empty() && !isKnownWithoutNamespace(m_target.resource.resource)) {
        m_line += " -A";
    }
}

void KubectlLine::selectors()
{
    flag("--selector", parameter("labelSelector"));
    flag("--field-selector", parameter("fieldSelector"));
}

void KubectlLine::dryRun()
{
    if (parameter("dryRun") == "All" || (m_record.method == "DELETE" && body()["dryRun"].at(0).string() == "All"))
        m_line += " --dry-run=server";
}

void KubectlLine::identity()
{
    const HttpHead head{0, m_record.headers};
    flag("--as", head.header("Impersonate-User").toStdString());
    flag("--as-uid", head.header("Impersonate-Uid").toStdString());
    for (const auto &[name, value] : m_record.headers) {
        if (name.compare("Impersonate-Group", Qt::CaseInsensitive) == 0)
            flag("--as-group", value.toStdString());
    }
    flag("--kubeconfig", m_where.kubeconfig);
    flag("--context", m_where.context);
}

} // namespace kube
