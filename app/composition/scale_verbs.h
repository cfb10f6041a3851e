// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/composition/verb_group.h"

namespace orrery {

/// Scale, of one object or many. What is scaled is followed until its replicas are there.
class ScaleVerbs final : public VerbGroup
{
    Q_DECLARE_TR_FUNCTIONS(orrery::ScaleVerbs)
public:
    explicit ScaleVerbs(VerbHost &host);
    void offer(const Selection &selection) override;

private:
    void scale();
    void scaleMany(const Selection &chosen);
    void scaleOne(const Selection &chosen);
    /// horizontalpodautoscalers as the server has them.
    [[nodiscard]] std::optional<kube::GroupVersionResource> autoscalersOf(const Selection &chosen) const;
};

} // namespace orrery
