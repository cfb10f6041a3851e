// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/object_remover.h"

namespace orrery::demo {

/// POST to a Pod's eviction: the Pod is deleted as its deleteOptions say. Nothing counts what a PodDisruptionBudget allows, so none is in
/// the way. Source: kubernetes pkg/registry/core/pod/storage/eviction.go.
[[nodiscard]] WriteResult evict(ObjectRemover &remover, const ResourceType &pods, const kube::ObjectKey &key, const Call &call);

} // namespace orrery::demo
