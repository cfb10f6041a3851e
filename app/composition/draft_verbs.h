// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/composition/verb_group.h"
#include "core/apply/draft_store.h"

namespace orrery {

class EditVerbs;
class NewVerbs;

/// Unsaved Texts: the way back to what was written and not saved, whatever has become of its editor and its object. At the start
/// it is said how many there are, and those go that are too old.
class DraftVerbs final : public VerbGroup
{
    Q_DECLARE_TR_FUNCTIONS(orrery::DraftVerbs)
public:
    /// Both open the editors, and outlive it.
    DraftVerbs(VerbHost &host, EditVerbs &edit, NewVerbs &news);
    void offer(const Selection &) override {}

private:
    /// What is kept, as it is now.
    void read(std::function<void(const kube::DraftStore::Contents &)> then);
    void sayWhatIsKept(const kube::DraftStore::Contents &contents);
    void show(const kube::DraftStore::Contents &contents);
    void open(const kube::Draft &draft);
    [[nodiscard]] QString contextOf(const kube::Draft &draft) const; ///< open, and of its cluster: the current one before others; empty: none
    [[nodiscard]] std::optional<kube::ResourceInfo> resourceOf(const kube::Draft &draft, const QString &context) const;

    EditVerbs &m_edit;
    NewVerbs &m_new;
};

} // namespace orrery
