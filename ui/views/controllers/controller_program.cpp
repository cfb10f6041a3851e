// SPDX-License-Identifier: Apache-2.0
#include "ui/views/controllers/controller_program.h"

#include "ui/views/controllers/controllers_watch.h"

#include <algorithm>

namespace orrery {

namespace {

const kube::QueueReading *queueIn(const kube::ControllerMetrics &metrics, const std::string &name)
{
    const auto at = std::find_if(metrics.queues.begin(), metrics.queues.end(), [&](const kube::QueueReading &queue) { return queue.name == name; });
    return at == metrics.queues.end() ? nullptr : &*at;
}

} // namespace

bool isGonePod(const kube::Error &error)
{
    return error.is(kube::ErrorKind::NotFound) && error.status && error.status->kind == QLatin1String("pods");
}

const kube::QueueReading *ControllerProgram::queue(const std::string &queueName) const
{
    return now ? queueIn(now->metrics, queueName) : nullptr;
}

std::optional<kube::QueueActivity> ControllerProgram::activity(const std::string &queueName, const Reading &since) const
{
    const kube::QueueReading *last = queue(queueName);
    const kube::QueueReading *first = queueIn(since.metrics, queueName);
    if (!last || !first)
        return std::nullopt;
    return kube::QueueActivity::between(*first, *last, now->at - since.at);
}

std::optional<kube::QueueActivity> ControllerProgram::activity(const std::string &queueName) const
{
    const Reading *first = earlierWith(&queueName, kube::Duration::max());
    return first ? activity(queueName, *first) : std::nullopt;
}

std::optional<kube::QueueActivity> ControllerProgram::recentActivity(const std::string &queueName) const
{
    const Reading *first = earlierWith(&queueName, ControllersWatch::Recent);
    return first ? activity(queueName, *first) : std::nullopt;
}

std::vector<kube::QueueActivity> ControllerProgram::activitiesBefore(const std::string &queueName) const
{
    std::vector<kube::QueueActivity> pieces;
    const Reading *end = earlierWith(&queueName, ControllersWatch::Recent);
    const Reading *begin = nullptr;
    const auto add = [&] { pieces.push_back(kube::QueueActivity::between(*queueIn(begin->metrics, queueName), *queueIn(end->metrics, queueName), end->at - begin->at)); };
    for (auto one = earlier.rbegin(); end && one != earlier.rend(); ++one) {
        if (one->at >= end->at)
            continue;
        if (!queueIn(one->metrics, queueName))
            break;
        if (begin && end->at - one->at > ControllersWatch::Recent) {
            add();
            end = begin;
        }
        begin = &*one;
    }
    if (begin && end->at - begin->at >= ControllersWatch::Recent / 2) // less says nothing
        add();
    return pieces;
}

const ControllerProgram::Reading *ControllerProgram::earlierWith(const std::string *queueName, kube::Duration within) const
{
    const Reading *found = nullptr;
    for (auto one = earlier.rbegin(); now && one != earlier.rend(); ++one) {
        // A program that has just begun makes its queues one after the other.
        if ((queueName && !queueIn(one->metrics, *queueName)) || (found && now->at - one->at > within))
            break;
        found = &*one;
    }
    return found;
}

std::vector<kube::QueueFinding> ControllerProgram::clientFindings() const
{
    const Reading *first = earlierWith(nullptr, ControllersWatch::Recent);
    return first ? kube::findingsOf(first->metrics.client, now->metrics.client, now->at - first->at) : std::vector<kube::QueueFinding>();
}

std::optional<bool> ControllerProgram::leads() const
{
    if (!now || now->metrics.leads.empty())
        return std::nullopt;
    return std::any_of(now->metrics.leads.begin(), now->metrics.leads.end(), [](const auto &lease) { return lease.second; });
}

bool ControllerProgram::isLost() const
{
    return state == State::Failed && now && !now->metrics.queues.empty() && !isGonePod(*error);
}

} // namespace orrery
