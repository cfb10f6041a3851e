// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/composition/kept_writes.h"
#include "app/composition/verb_group.h"

#include <map>

namespace orrery {

/// Takes back what Orrery wrote last, to the selected object, or, when that is none that it has changed, in the whole context. A
/// change goes by an edit whose difference is seen before it is saved, a creation by a deletion, a deletion by making the object anew.
/// Writes of earlier runs can be taken back as those of this one. A revert is a write as any other, for the audit log too.
class RevertVerbs final : public VerbGroup
{
    Q_DECLARE_TR_FUNCTIONS(orrery::RevertVerbs)
public:
    explicit RevertVerbs(VerbHost &host);
    void offer(const Selection &selection) override;

private:
    /// A context's writes, as they are told.
    struct Watched {
        kube::Subscription subscription;
        kube::RememberedWrites ofThisRun; ///< null: not told yet
        KeptWrites::Writes earlier;       ///< as they were on disk at first
        KeptWrites::Writes all;           ///< both
        std::unique_ptr<KeptWrites> kept; ///< null: none outlives the program
        std::vector<std::pair<kube::GroupResource, kube::ObjectKey>> remade; ///< creations that were reverts: the next is what came before
    };
    void watch(const QString &context);
    void take(const QString &context);
    /// Null: there is none.
    [[nodiscard]] kube::RememberedWritePtr writeFor(const Selection &selection) const;
    [[nodiscard]] std::optional<kube::ResourceInfo> resourceOf(const kube::RememberedWritePtr &write) const;
    [[nodiscard]] QString whyNot(const kube::RememberedWritePtr &write) const; ///< rights aside
    [[nodiscard]] QString whyGone(const kube::RememberedWrite &write) const; ///< of one that cannot be taken back
    void askForRight(const kube::RememberedWritePtr &write);
    void revert();
    void openEdit(const kube::ResourceInfo &resource, const kube::RememberedWrite &write);
    void openRecreation(const kube::ResourceInfo &resource, const kube::RememberedWrite &write);
    void openDeletion(const kube::ResourceInfo &resource, const kube::RememberedWrite &write);

    std::map<QString, Watched> m_watched; ///< by context
};

} // namespace orrery
