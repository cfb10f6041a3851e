// SPDX-License-Identifier: Apache-2.0
// What parts of an object must say of one another.
#include "core/schema/object_check.h"
#include "core/schema/suggestion.h"

#include <set>

namespace kube {

/// What an object of apps selects must be what its template has.
void ObjectCheck::selector(Index root)
{
    const Index wanted = at(root, {"spec", "selector", "matchLabels"});
    const Index metadata = at(root, {"spec", "template", "metadata"});
    if (!m_isWhole || wanted == YamlOutline::none || metadata == YamlOutline::none || kindOf(root).group != "apps")
        return;
    const Index there = m_outline.member(metadata, "labels");
    for (const Index child : m_outline.node(wanted).children) {
        const auto &label = m_outline.node(child);
        if (label.kind != YamlOutline::Kind::Scalar || label.isMergeKey)
            continue;
        const Index same = there == YamlOutline::none ? YamlOutline::none : m_outline.member(there, label.key);
        if (same != YamlOutline::none && (m_outline.node(same).kind != YamlOutline::Kind::Scalar || m_outline.node(same).text == label.text))
            continue;
        const bool hasMerge = there != YamlOutline::none && m_outline.member(there, "<<") != YamlOutline::none;
        if (!hasMerge)
            m_list.atKey(child, {say("the selector wants the label %1, and the template's Pods do not have it").arg(quotedText(label.key + "=" + label.text)),
                                 say("write \"%1: %2\" below spec.template.metadata.labels").arg(plainText(label.key), plainText(label.text))});
    }
}

void ObjectCheck::pods(Index root)
{
    const std::string kind = textAt(root, "kind");
    if (!m_isWhole)
        return;
    if (kind == "Pod")
        mounts(m_outline.member(root, "spec"));
    else if (kind == "CronJob")
        mounts(at(root, {"spec", "jobTemplate", "spec", "template", "spec"}));
    else
        mounts(at(root, {"spec", "template", "spec"}));
}

/// Volumes that a container mounts must be the Pod's. A StatefulSet's claims are volumes, too.
void ObjectCheck::mounts(Index podSpec)
{
    if (podSpec == YamlOutline::none)
        return;
    std::set<std::string> volumes;
    bool isKnown = true;
    const auto collect = [&](Index list, std::initializer_list<const char *> keys) {
        if (list == YamlOutline::none)
            return;
        isKnown &= m_outline.node(list).kind == YamlOutline::Kind::Sequence || m_outline.node(list).kind == YamlOutline::Kind::Nothing;
        for (const Index item : m_outline.node(list).children) {
            const Index name = at(item, keys);
            isKnown &= name != YamlOutline::none;
            if (name != YamlOutline::none)
                volumes.insert(m_outline.node(name).text);
        }
    };
    collect(m_outline.member(podSpec, "volumes"), {"name"});
    const Index templated = m_outline.node(podSpec).parent;
    const Index above = templated == YamlOutline::none ? YamlOutline::none : m_outline.node(templated).parent;
    if (above != YamlOutline::none)
        collect(m_outline.member(above, "volumeClaimTemplates"), {"metadata", "name"});
    for (const char *containers : {"containers", "initContainers"}) {
        const Index list = m_outline.member(podSpec, containers);
        if (!isKnown || list == YamlOutline::none)
            continue;
        for (const Index container : m_outline.node(list).children) {
            const Index mountList = m_outline.member(container, "volumeMounts");
            if (mountList == YamlOutline::none)
                continue;
            for (const Index mount : m_outline.node(mountList).children) {
                const Index name = m_outline.member(mount, "name");
                if (name == YamlOutline::none || m_outline.node(name).kind != YamlOutline::Kind::Scalar || volumes.contains(m_outline.node(name).text))
                    continue;
                const std::vector<std::string_view> names(volumes.begin(), volumes.end());
                const auto meant = meantWord(m_outline.node(name).text, names);
                m_list.atValue(name, {say("the Pod has no volume %1").arg(quotedText(m_outline.node(name).text)),
                                      meant.empty() ? say("write it below volumes, or mount one that is there") : say("did you mean %1?").arg(plainText(meant)),
                                      meant.empty() ? std::nullopt : std::optional(std::string(meant))});
            }
        }
    }
}

} // namespace kube
