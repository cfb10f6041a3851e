// SPDX-License-Identifier: Apache-2.0
#include "ui/models/columns/cells.h"
#include "ui/models/columns/kind_columns.h"

namespace orrery {

namespace {

using kube::JsonValue;
using namespace cells;

std::string completions(JsonValue root)
{
    const std::string succeeded = std::to_string(root["status"]["succeeded"].integer(0));
    if (const auto wanted = root["spec"]["completions"].integer())
        return succeeded + "/" + std::to_string(*wanted);
    const std::int64_t parallelism = root["spec"]["parallelism"].integer(0);
    return parallelism > 1 ? succeeded + "/1 of " + std::to_string(parallelism) : succeeded + "/1";
}

void jobStatus(JsonValue root, RowBuilder &row)
{
    const JsonValue conditions = root["status"]["conditions"];
    const auto is = [&](std::string_view type) { return conditionStatus(conditions, type) == "True"; };
    if (is("Complete"))
        row.text("Complete", Tone::Completed);
    else if (is("Failed"))
        row.text("Failed", Tone::Failing);
    else if (isTerminating(root))
        row.text("Terminating", Tone::Terminating);
    else if (is("Suspended"))
        row.text("Suspended", Tone::Pending);
    else if (is("FailureTarget"))
        row.text("FailureTarget", Tone::Failing);
    else
        row.text("Running", Tone::Ready);
}

void fillJob(JsonValue root, RowBuilder &row)
{
    row.name();
    jobStatus(root, row);
    row.text(completions(root), root["status"]["succeeded"].integer(0));
    row.elapsed(time(root["status"]["startTime"]), time(root["status"]["completionTime"]));
    row.age(created(root));
    containers(root["spec"]["template"]["spec"], row);
    row.text(selector(root["spec"]["selector"]));
}

void fillCronJob(JsonValue root, RowBuilder &row)
{
    const JsonValue template_ = root["spec"]["jobTemplate"]["spec"];
    const auto lastSchedule = time(root["status"]["lastScheduleTime"]);
    row.name();
    row.text(root["spec"]["schedule"].string());
    row.text(orNone(root["spec"]["timeZone"].string()));
    row.text(capitalBool(root["spec"]["suspend"], "<unset>"));
    row.number(static_cast<std::int64_t>(root["status"]["active"].size()));
    if (lastSchedule)
        row.age(lastSchedule);
    else
        row.text("<none>");
    row.age(created(root));
    containers(template_["template"]["spec"], row);
    row.text(selector(template_["selector"]));
}

} // namespace

void addBatch(KindList &kinds)
{
    kinds.push_back({{"batch"},
                     "jobs",
                     {nameColumn(), column("STATUS", CellType::Status, 12), column("COMPLETIONS"), column("DURATION", CellType::Elapsed, 8),
                      ageColumn(), wide("CONTAINERS"), wide("IMAGES"), wide("SELECTOR")},
                     fillJob});
    kinds.push_back({{"batch"},
                     "cronjobs",
                     {nameColumn(), column("SCHEDULE"), column("TIMEZONE"), column("SUSPEND"), column("ACTIVE", CellType::Number),
                      column("LAST SCHEDULE", CellType::Age, 8), ageColumn(), wide("CONTAINERS"), wide("IMAGES"), wide("SELECTOR")},
                     fillCronJob});
}

} // namespace orrery
