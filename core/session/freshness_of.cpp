// SPDX-License-Identifier: Apache-2.0
#include "core/session/freshness_of.h"

namespace kube {

namespace {

/// Worst last: what a view of several parts has to admit.
int badness(const Freshness &freshness)
{
    switch (freshness.state) {
    case FreshnessState::AsOf: return 0;
    case FreshnessState::Live: return 1;
    case FreshnessState::Paused: return 2;
    case FreshnessState::Idle: return 3;
    case FreshnessState::Connecting: return 4;
    case FreshnessState::Loading: return 5;
    case FreshnessState::Forbidden: return 6;
    case FreshnessState::Reconnecting: return freshness.anew == Anew::Nothing ? 7 : 4;
    case FreshnessState::Failed: return 8;
    }
    return 0;
}

Anew anewOf(ReflectorStatus::Step asked)
{
    switch (asked) {
    case ReflectorStatus::Step::None: return Anew::Nothing;
    case ReflectorStatus::Step::List: return Anew::List;
    case ReflectorStatus::Step::Watch: return Anew::Watch;
    }
    return Anew::Nothing;
}

FreshnessState stateOf(const ReflectorStatus &status)
{
    switch (status.phase) {
    case ReflectorPhase::Idle: return FreshnessState::Idle;
    case ReflectorPhase::Connecting: return FreshnessState::Connecting;
    case ReflectorPhase::Loading: return FreshnessState::Loading;
    case ReflectorPhase::Live: return status.standsStill ? FreshnessState::Paused : FreshnessState::Live;
    case ReflectorPhase::Reconnecting:
        return status.standsStill && status.asked != ReflectorStatus::Step::None ? FreshnessState::Paused : FreshnessState::Reconnecting;
    case ReflectorPhase::Failed: return FreshnessState::Failed;
    case ReflectorPhase::Stopped: return FreshnessState::AsOf;
    case ReflectorPhase::Forbidden: break;
    }
    // The reflector waits as long after a 401 as after a 403, but who we are is then the question, not what we may.
    if (status.lastError && status.lastError->is(ErrorKind::Unauthorized))
        return status.synced ? FreshnessState::Reconnecting : FreshnessState::Failed;
    return FreshnessState::Forbidden;
}

} // namespace

std::string userOf(const QString &forbiddenMessage)
{
    static const QString mark = QStringLiteral("User \"");
    const qsizetype begin = forbiddenMessage.indexOf(mark);
    if (begin < 0)
        return {};
    const qsizetype name = begin + mark.size();
    const qsizetype end = forbiddenMessage.indexOf(QLatin1Char('"'), name);
    return end < 0 ? std::string() : forbiddenMessage.mid(name, end - name).toStdString();
}

bool isComing(const Freshness &freshness)
{
    return freshness.state == FreshnessState::Connecting || freshness.state == FreshnessState::Loading;
}

Freshness freshnessOf(const ReflectorStatus &status, const GroupVersionResource &resource, const std::string &namespaceName)
{
    Freshness freshness;
    freshness.state = stateOf(status);
    freshness.loaded = status.itemsLoaded;
    freshness.since = status.since;
    freshness.asOf = status.asOf.value_or(WallTime{});
    freshness.nextTry = status.nextTry;
    if (freshness.state != FreshnessState::Live)
        freshness.reason = status.lastError;
    if (freshness.state == FreshnessState::Reconnecting)
        freshness.anew = anewOf(status.asked);
    freshness.isHeld = isComing(freshness) && status.standsStill && !status.heldBack; // a long queue is no hand of anybody's
    freshness.isPausedToo = freshness.state == FreshnessState::Reconnecting && status.standsStill && !status.heldBack;
    if (freshness.state == FreshnessState::Forbidden) {
        DeniedRight denied;
        denied.verb = status.failedStep == ReflectorStatus::Step::Watch ? "watch" : "list";
        denied.resource = resource.toString();
        denied.namespaceName = namespaceName;
        if (status.lastError)
            denied.userName = userOf(status.lastError->message);
        freshness.denied = std::move(denied);
    }
    return freshness;
}

Freshness during(const Outage &outage, Freshness freshness)
{
    if (freshness.state != FreshnessState::Live && freshness.anew == Anew::Nothing)
        return freshness;
    freshness.state = FreshnessState::Reconnecting;
    freshness.anew = Anew::Nothing;
    freshness.since = outage.since;
    freshness.asOf = outage.lastAnswer;
    freshness.reason = outage.reason;
    return freshness;
}

Freshness combine(const std::vector<FreshnessPart> &parts)
{
    Freshness worst;
    std::size_t loaded = 0;
    std::vector<std::string> forbidden;
    std::vector<ConnectionFault> faults;
    bool found = false;
    for (const FreshnessPart &part : parts) {
        loaded += part.freshness.loaded;
        faults.insert(faults.end(), part.freshness.faults.begin(), part.freshness.faults.end());
        if (part.freshness.state == FreshnessState::Forbidden)
            forbidden.push_back(part.namespaceName);
    }
    const bool partly = forbidden.size() < parts.size();
    for (const FreshnessPart &part : parts) {
        if (partly && part.freshness.state == FreshnessState::Forbidden)
            continue;
        if (!found || badness(part.freshness) > badness(worst)) {
            worst = part.freshness;
            found = true;
        }
    }
    worst.loaded = loaded;
    worst.faults = std::move(faults);
    if (partly)
        worst.missingNamespaces = std::move(forbidden);
    return worst;
}

} // namespace kube
