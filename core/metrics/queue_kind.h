// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kube {

/// A kind that a server offers, as far as a queue's name can be about it.
struct QueueKind {
    std::string group;
    std::string resource; ///< "deployments"
    std::string kind;     ///< "Deployment"
};

/// Which of the offered kinds a queue's keys are of, by its index; nothing: the name does not tell. A name that is a
/// kind's or a resource's comes first ("deployment", "Foos", "foo-controller"), Kubernetes' own groups before others;
/// then the names that kube-controller-manager and kube-apiserver give their queues ("pvcprotection", "crd_finalizer").
/// Thread: any. Source: the queues of kubernetes pkg/controller; controller-runtime names a controller after its kind.
[[nodiscard]] std::optional<std::size_t> queueKindOf(std::string_view queue, const std::vector<QueueKind> &offered);

} // namespace kube
