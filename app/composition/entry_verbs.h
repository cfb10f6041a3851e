// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/composition/verb_group.h"

namespace orrery {

class EntriesKind;

/// Labels, annotations and taints.
class EntryVerbs final : public VerbGroup
{
    Q_DECLARE_TR_FUNCTIONS(orrery::EntryVerbs)
public:
    explicit EntryVerbs(VerbHost &host);
    void offer(const Selection &selection) override;

private:
    void edit(std::unique_ptr<EntriesKind> kind);
};

} // namespace orrery
