// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/composition/verb_group.h"
#include "core/verbs/cron_job_verbs.h"

namespace orrery {

/// Suspend, Resume and Trigger Now of CronJobs.
class CronJobVerbs final : public VerbGroup
{
    Q_DECLARE_TR_FUNCTIONS(orrery::CronJobVerbs)
public:
    explicit CronJobVerbs(VerbHost &host);
    void offer(const Selection &selection) override;

private:
    void setSuspended(kube::Suspended suspended);
    void trigger();
};

} // namespace orrery
