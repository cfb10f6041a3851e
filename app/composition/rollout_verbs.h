// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/composition/verb_group.h"
#include "ui/views/rollouts/workload_list_dialog.h"

namespace orrery {

class RolloutPage;

/// Restart, pause, resume, history, undo and images, of Deployments, StatefulSets and DaemonSets; the first three of many at
/// once, too, in a dialog that follows each. What a write to one has begun is followed until it has ended, in the window's toast.
class RolloutVerbs final : public VerbGroup
{
    Q_DECLARE_TR_FUNCTIONS(orrery::RolloutVerbs)
public:
    explicit RolloutVerbs(VerbHost &host);
    void offer(const Selection &selection) override;

private:
    enum class Paused { No, Yes };
    void restart();
    void setPaused(Paused paused);
    void changeMany(const Selection &chosen, WorkloadListDialog::Verb verb);
    void setImage();
    /// The page of the selected workload, which is made when there is none.
    [[nodiscard]] RolloutPage *openHistory();
    void follow(const Selection &target, const QString &what, qint64 generation);
    [[nodiscard]] WorkloadPorts portsOf(const Selection &selection) const;
};

} // namespace orrery
