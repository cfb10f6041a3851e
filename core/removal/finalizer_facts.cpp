// SPDX-License-Identifier: Apache-2.0
#include "core/removal/finalizer_facts.h"

#include <array>
#include <utility>

namespace kube {

FinalizerFact finalizerFact(std::string_view name)
{
    using Kind = FinalizerFact::Kind;
    static constexpr std::array<std::pair<std::string_view, Kind>, 8> known = {{
        {"foregroundDeletion", Kind::Foreground},
        {"orphan", Kind::Orphan},
        {"kubernetes.io/pvc-protection", Kind::ClaimProtection},
        {"kubernetes.io/pv-protection", Kind::VolumeProtection},
        {"service.kubernetes.io/load-balancer-cleanup", Kind::LoadBalancer},
        {"batch.kubernetes.io/job-tracking", Kind::JobTracking},
        {"customresourcecleanup.apiextensions.k8s.io", Kind::DefinitionCleanup},
        {"kubernetes", Kind::NamespaceContent},
    }};
    for (const auto &[text, kind] : known) {
        if (text == name)
            return {kind, std::string(name), {}};
    }
    const std::size_t slash = name.find('/');
    return {Kind::Custom, std::string(name), std::string(slash == std::string_view::npos ? std::string_view() : name.substr(0, slash))};
}

} // namespace kube
