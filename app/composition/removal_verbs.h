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

/// Opens the dialog that deletes or evicts those. uid: of one object, when none but that one is meant; why: said before; both may be
/// empty.
void openRemoval(const VerbHost &host, const QString &context, kube::RemovalMeans means, const kube::ResourceInfo &resource, const std::vector<kube::ObjectKey> &keys,
                 const std::string &uid, const QString &why);

} // namespace orrery
