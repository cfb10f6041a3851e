// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/composition/verb_group.h"

namespace orrery {

/// Revert Last Write: the difference back to what the object was before it, as an edit that is reviewed at once.
class RevertVerbs final : public VerbGroup
{
    Q_DECLARE_TR_FUNCTIONS(orrery::RevertVerbs)
public:
    explicit RevertVerbs(VerbHost &host);
    void offer(const Selection &selection) override;

private:
    void revert();
    void open(const Selection &chosen, const kube::RememberedWrite &write);
    [[nodiscard]] static QString whyNot(const kube::RememberedWritePtr &write, const QString &name);
};

} // namespace orrery
