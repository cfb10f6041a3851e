// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/composition/verb_group.h"
#include "core/verbs/node_verbs.h"

namespace orrery {

/// Cordon, Uncordon and Drain of Nodes.
class NodeVerbs final : public VerbGroup
{
    Q_DECLARE_TR_FUNCTIONS(orrery::NodeVerbs)
public:
    explicit NodeVerbs(VerbHost &host);
    void offer(const Selection &selection) override;

private:
    void setSchedulable(kube::Schedulable schedulable);
    void drain();
};

} // namespace orrery
