// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/composition/verb_group.h"

namespace orrery {

/// Scale.
class ScaleVerbs final : public VerbGroup
{
    Q_DECLARE_TR_FUNCTIONS(orrery::ScaleVerbs)
public:
    explicit ScaleVerbs(VerbHost &host);
    void offer(const Selection &selection) override;

private:
    void scale();
};

} // namespace orrery
