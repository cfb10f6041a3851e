// SPDX-License-Identifier: Apache-2.0
#include "app/demo/sim/rollout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

enum class Rounding { Up, Down };

/// An IntOrString: a number of Pods, or a share of those desired.
qint64 podsOf(const QJsonValue &value, qint64 desired, Rounding rounding)
{
    if (value.isDouble())
        return value.toInteger();
    QString share = value.toString(u"25%"_s);
    share.chop(1);
    const double exact = share.toDouble() * static_cast<double>(desired) / 100;
    return static_cast<qint64>(rounding == Rounding::Up ? std::ceil(exact) : std::floor(exact));
}

std::optional<qint64> annotatedNumber(const QJsonObject &annotations, QLatin1String name)
{
    bool isNumber = false;
    const qint64 number = annotations.value(name).toString().toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

template <typename Member>
qint64 sum(const std::vector<RolloutSet> &sets, Member member)
{
    return std::accumulate(sets.begin(), sets.end(), qint64(0), [member](qint64 total, const RolloutSet &set) { return total + set.*member; });
}

std::vector<qint64> sizesOf(const std::vector<RolloutSet> &sets)
{
    std::vector<qint64> sizes;
    for (const RolloutSet &set : sets)
        sizes.push_back(set.replicas);
    return sizes;
}

/// The one set a resized Deployment is sized by: the only one with Pods, or of those without the newest.
std::optional<std::size_t> onlyActive(const std::vector<RolloutSet> &sets, std::optional<std::size_t> current)
{
    std::optional<std::size_t> active;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        if (sets[i].replicas == 0)
            continue;
        if (active)
            return std::nullopt;
        active = i;
    }
    if (active || current)
        return active ? active : current;
    return sets.empty() ? std::nullopt : std::optional(sets.size() - 1);
}

/// Resized in the middle of a rollout: every set takes its share, so that the rollout stays as far as it was.
std::vector<qint64> inProportion(const RolloutStrategy &strategy, const std::vector<RolloutSet> &sets)
{
    std::vector<qint64> sizes = sizesOf(sets);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        if (sets[i].replicas > 0)
            order.push_back(i);
    }
    const qint64 all = sum(sets, &RolloutSet::replicas);
    const qint64 toAdd = strategy.largest() - all;
    // Of equally large ones the newest grows first and the oldest shrinks first.
    std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
        return sets[left].replicas != sets[right].replicas ? sets[left].replicas > sets[right].replicas : toAdd > 0 && left > right;
    });
    qint64 added = 0;
    for (const std::size_t i : order) {
        const RolloutSet &set = sets[i];
        const double before = static_cast<double>(std::max<qint64>(set.largest.value_or(all), 1));
        const qint64 share = std::llround(static_cast<double>(set.replicas * (strategy.desired + strategy.maxSurge)) / before) - set.replicas;
        const qint64 change = toAdd > 0 ? std::clamp<qint64>(share, 0, toAdd - added) : std::clamp<qint64>(share, toAdd - added, 0);
        sizes[i] += change;
        added += change;
    }
    if (!order.empty())
        sizes[order.front()] = std::max<qint64>(0, sizes[order.front()] + toAdd - added);
    return sizes;
}

std::vector<qint64> resized(const RolloutStrategy &strategy, const std::vector<RolloutSet> &sets, std::optional<std::size_t> current)
{
    std::vector<qint64> sizes = sizesOf(sets);
    if (const auto only = onlyActive(sets, current)) {
        sizes[*only] = strategy.desired;
        return sizes;
    }
    const bool saturated = current && sets[*current].replicas == strategy.desired && sets[*current].desired == strategy.desired
        && sets[*current].available == strategy.desired;
    if (saturated) {
        std::fill(sizes.begin(), sizes.end(), 0);
        sizes[*current] = strategy.desired;
        return sizes;
    }
    return strategy.recreate ? sizes : inProportion(strategy, sets);
}

/// Old Pods go as new ones become available; those that never were available go first.
void shrinkOld(const RolloutStrategy &strategy, const std::vector<RolloutSet> &sets, std::size_t current, std::vector<qint64> &sizes)
{
    const qint64 least = strategy.desired - strategy.maxUnavailable;
    const qint64 notYet = std::max<qint64>(0, sets[current].replicas - sets[current].available);
    qint64 allowed = sum(sets, &RolloutSet::replicas) - least - notYet;
    for (std::size_t i = 0; i < sets.size() && allowed > 0; ++i) {
        if (i == current)
            continue;
        const qint64 cut = std::min(allowed, std::max<qint64>(0, sets[i].replicas - sets[i].available));
        sizes[i] -= cut;
        allowed -= cut;
    }
    qint64 spare = std::min(allowed, sum(sets, &RolloutSet::available) - least);
    for (std::size_t i = 0; i < sets.size() && spare > 0; ++i) {
        if (i == current)
            continue;
        const qint64 cut = std::min(spare, sizes[i]);
        sizes[i] -= cut;
        spare -= cut;
    }
}

} // namespace

RolloutSet RolloutSet::of(const QJsonObject &replicaSet)
{
    const QJsonObject metadata = replicaSet.value("metadata"_L1).toObject();
    const QJsonObject annotations = metadata.value("annotations"_L1).toObject();
    const QJsonObject status = replicaSet.value("status"_L1).toObject();
    return {metadata.value("name"_L1).toString(),
            replicaSet.value("spec"_L1).toObject().value("replicas"_L1).toInteger(1),
            status.value("replicas"_L1).toInteger(),
            status.value("readyReplicas"_L1).toInteger(),
            status.value("availableReplicas"_L1).toInteger(),
            annotatedNumber(annotations, "deployment.kubernetes.io/revision"_L1).value_or(0),
            annotatedNumber(annotations, "deployment.kubernetes.io/desired-replicas"_L1),
            annotatedNumber(annotations, "deployment.kubernetes.io/max-replicas"_L1),
            status.contains("observedGeneration"_L1)};
}

RolloutStrategy RolloutStrategy::of(const QJsonObject &deployment)
{
    const QJsonObject spec = deployment.value("spec"_L1).toObject();
    const QJsonObject strategy = spec.value("strategy"_L1).toObject();
    RolloutStrategy result;
    result.desired = spec.value("replicas"_L1).toInteger(1);
    result.paused = spec.value("paused"_L1).toBool();
    result.recreate = strategy.value("type"_L1).toString() == "Recreate"_L1;
    if (result.recreate)
        return result;
    const QJsonObject rolling = strategy.value("rollingUpdate"_L1).toObject();
    result.maxSurge = podsOf(rolling.value("maxSurge"_L1), result.desired, Rounding::Up);
    result.maxUnavailable = std::min(podsOf(rolling.value("maxUnavailable"_L1), result.desired, Rounding::Down), result.desired);
    if (result.maxSurge == 0 && result.maxUnavailable == 0)
        result.maxUnavailable = 1; // or it would never begin
    return result;
}

qint64 firstSize(const RolloutStrategy &strategy, const std::vector<RolloutSet> &old)
{
    if (strategy.recreate)
        return strategy.desired;
    return std::clamp<qint64>(strategy.desired + strategy.maxSurge - sum(old, &RolloutSet::replicas), 0, strategy.desired);
}

std::vector<qint64> nextSizes(const RolloutStrategy &strategy, const std::vector<RolloutSet> &sets, std::optional<std::size_t> current)
{
    const bool isResized = std::any_of(sets.begin(), sets.end(), [&](const RolloutSet &set) {
        return set.replicas > 0 && set.desired && *set.desired != strategy.desired;
    });
    if (isResized || strategy.paused)
        return resized(strategy, sets, current);
    std::vector<qint64> sizes = sizesOf(sets);
    if (strategy.recreate) {
        std::fill(sizes.begin(), sizes.end(), 0);
        // The new ones wait for the last old one's end: the caller's step, who knows the Pods.
        if (current)
            sizes[*current] = sum(sets, &RolloutSet::replicas) == sets[*current].replicas ? strategy.desired : sets[*current].replicas;
        return sizes;
    }
    if (!current)
        return sizes;
    const qint64 room = strategy.desired + strategy.maxSurge - sum(sets, &RolloutSet::replicas);
    const qint64 lacking = strategy.desired - sets[*current].replicas;
    const qint64 growth = lacking < 0 ? lacking : std::clamp<qint64>(room, 0, lacking);
    if (growth != 0)
        sizes[*current] += growth;
    else
        shrinkOld(strategy, sets, *current, sizes);
    return sizes;
}

} // namespace orrery::demo
