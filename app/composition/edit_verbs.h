// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/composition/verb_group.h"

namespace orrery {

class EditTab;
struct EditHabits;
class KeptDocuments;

/// Edit.
class EditVerbs final : public VerbGroup
{
    Q_DECLARE_TR_FUNCTIONS(orrery::EditVerbs)
public:
    explicit EditVerbs(VerbHost &host);
    void offer(const Selection &selection) override;
    /// The editor of the first object chosen, or the one that it has; a draft of it goes on.
    void open(const Selection &chosen, kube::EditPart part);

private:
    void edit();
    void offerStatus(EditTab *tab);
    [[nodiscard]] bool showOpen(const Selection &chosen, kube::EditPart part) const; ///< goes to the editor that this object has; false: it has none

    std::shared_ptr<EditHabits> m_habits;
    std::shared_ptr<KeptDocuments> m_documents;
};

} // namespace orrery
