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

private:
    void edit();
    void open(const Selection &chosen, kube::EditPart part);
    void offerStatus(EditTab *tab);
    [[nodiscard]] bool showOpen(const Selection &chosen, kube::EditPart part) const; ///< goes to the editor that this object has; false: it has none

    std::shared_ptr<EditHabits> m_habits;
    std::shared_ptr<KeptDocuments> m_documents;
};

} // namespace orrery
