// SPDX-License-Identifier: Apache-2.0
// How a removal looks at its objects: for their uids before, and until they have gone.
#include "core/dynamic/dynamic_client.h"
#include "core/object/json.h"
#include "core/removal/removal_run.h"

namespace kube {

namespace {

constexpr auto longestLook = std::chrono::seconds(2);

} // namespace

void RemovalRun::lookLater(std::size_t index)
{
    Work &work = m_work[index];
    work.due = m_scheduler.now() + work.interval;
    work.interval = std::min<Duration>(work.interval * 2, longestLook);
}

void RemovalRun::look(std::size_t index)
{
    const RemovalTarget &target = m_progress.items[index].target;
    then(m_client.get(target.kind.resource, target.key, {}, m_stop.get_token()), m_owner, [this, index](const Result<ObjectReply> &reply) {
        m_work[index].isAsked = false;
        --m_asked;
        if (m_work[index].isNamed)
            takeLooked(index, reply);
        else
            takeUid(index, reply);
        pump();
        tell();
    });
}

void RemovalRun::takeUid(std::size_t index, const Result<ObjectReply> &reply)
{
    RemovalItem &item = m_progress.items[index];
    if (item.isSettled())
        return; // stopped meanwhile
    if (!reply && !reply.error().is(ErrorKind::Forbidden)) {
        item.error = reply.error();
        settle(index, reply.error().is(ErrorKind::NotFound) ? RemovalPhase::Gone : RemovalPhase::Refused);
        return;
    }
    if (reply) {
        if (const auto document = documentOf(*reply))
            item.target.uid = document->root()["metadata"]["uid"].string();
    }
    m_work[index].isNamed = true; // who may not look may delete all the same
}

void RemovalRun::takeLooked(std::size_t index, const Result<ObjectReply> &reply)
{
    RemovalItem &item = m_progress.items[index];
    Work &work = m_work[index];
    if (!reply) {
        if (reply.error().is(ErrorKind::NotFound)) {
            settle(index, RemovalPhase::Gone);
            return;
        }
        const bool isHidden = reply.error().is(ErrorKind::Forbidden);
        if (!isHidden || work.isAccepted)
            item.error = reply.error();
        if (isHidden)
            settle(index, work.isAccepted ? RemovalPhase::Unseen : RemovalPhase::Refused);
        else
            lookLater(index);
        return;
    }
    const auto document = documentOf(*reply);
    if (!document) {
        item.error = document.error();
        lookLater(index);
        return;
    }
    const JsonValue object = document->root();
    if (!item.target.uid.empty() && object["metadata"]["uid"].string() != item.target.uid) {
        item.nameIsTaken = true;
        settle(index, work.isAccepted ? RemovalPhase::Gone : RemovalPhase::Replaced);
        return;
    }
    item.lingering = Lingering::of(object);
    if (work.isAccepted || item.lingering.deletionTimestamp) {
        work.isAccepted = true;
        item.error.reset();
        lookLater(index);
        return;
    }
    // It was not carried out. A Conflict is the server's last word; a request that was lost is sent again.
    if (item.error && item.error->is(ErrorKind::Transport) && work.sends < sendsWithoutAnswer) {
        item.phase = m_progress.isStopped ? RemovalPhase::NotSent : RemovalPhase::Waiting;
        work.due = m_scheduler.now();
        return;
    }
    settle(index, RemovalPhase::Refused);
}

} // namespace kube
