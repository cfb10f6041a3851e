// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/composition/verb_group.h"
#include "core/removal/removal_progress.h"

namespace orrery {

/// Delete, and Evict of Pods.
class RemovalVerbs final : public VerbGroup
{
    Q_DECLARE_TR_FUNCTIONS(orrery::RemovalVerbs)
public:
    explicit RemovalVerbs(VerbHost &host);
    void offer(const Selection &selection) override;

private:
    void remove(kube::RemovalMeans means);
};

} // namespace orrery
