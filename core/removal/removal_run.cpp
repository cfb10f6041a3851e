// SPDX-License-Identifier: Apache-2.0
#include "core/removal/removal_run.h"

#include "core/dynamic/dynamic_client.h"
#include "core/object/json.h"

namespace kube {

namespace {

constexpr auto tellInterval = std::chrono::milliseconds(50);
constexpr auto longestLook = std::chrono::seconds(2);

Result<JsonDocument> documentOf(const ObjectReply &reply)
{
    return JsonDocument::parse({reply.json.constData(), static_cast<std::size_t>(reply.json.size())});
}

bool isToBeSent(RemovalPhase phase)
{
    return phase == RemovalPhase::Waiting || phase == RemovalPhase::Blocked;
}

} // namespace

RemovalRun::RemovalRun(DynamicClient &client, ExecutorPtr executor, Scheduler &scheduler, RemovalOrder order,
                       std::function<void(const RemovalProgress &)> told)
    : m_client(client), m_scheduler(scheduler), m_order(std::move(order)), m_told(std::move(told)), m_owner(std::move(executor))
{
    m_work.resize(m_order.targets.size());
    for (const RemovalTarget &target : m_order.targets) {
        RemovalItem item;
        item.target = target;
        m_work[m_progress.items.size()].isNamed = !target.uid.empty();
        m_progress.items.push_back(std::move(item));
    }
}

RemovalRun::~RemovalRun()
{
    m_stop.request_stop();
}

void RemovalRun::start()
{
    if (m_order.timeout)
        m_timeout = m_scheduler.after(*m_order.timeout, [this] { expire(); });
    pump();
    tell();
}

void RemovalRun::stop()
{
    m_progress.isStopped = true;
    endSending();
}

void RemovalRun::expire()
{
    m_progress.isTimedOut = true;
    m_wake.reset();
    endSending();
}

void RemovalRun::endSending()
{
    for (RemovalItem &item : m_progress.items) {
        if (isToBeSent(item.phase))
            item.phase = RemovalPhase::NotSent;
    }
    tell();
}

std::optional<std::size_t> RemovalRun::nextDue() const
{
    // The one that has waited longest; what is to be sent before what is to be looked at.
    std::optional<std::size_t> next;
    const auto rank = [this](std::size_t index) {
        return std::pair(!isToBeSent(m_progress.items[index].phase), m_work[index].due);
    };
    for (std::size_t i = 0; i < m_work.size(); ++i) {
        if (m_work[i].isAsked || m_progress.items[i].isSettled() || m_work[i].due > m_scheduler.now())
            continue;
        if (!next || rank(i) < rank(*next))
            next = i;
    }
    return next;
}

void RemovalRun::pump()
{
    if (m_progress.isTimedOut)
        return;
    while (m_asked < std::max<std::size_t>(m_order.parallel, 1)) {
        const auto next = nextDue();
        if (!next)
            break;
        m_work[*next].isAsked = true;
        ++m_asked;
        if (isToBeSent(m_progress.items[*next].phase) && m_work[*next].isNamed)
            send(*next);
        else
            look(*next);
    }
    std::optional<SteadyTime> due;
    for (std::size_t i = 0; i < m_work.size(); ++i) {
        if (!m_work[i].isAsked && !m_progress.items[i].isSettled() && m_work[i].due > m_scheduler.now())
            due = due ? std::min(*due, m_work[i].due) : m_work[i].due;
    }
    if (due)
        m_wake = m_scheduler.after(*due - m_scheduler.now(), [this] { pump(); });
    else
        m_wake.reset();
}

void RemovalRun::send(std::size_t index)
{
    RemovalItem &item = m_progress.items[index];
    const RemovalTarget &target = item.target;
    item.phase = RemovalPhase::Sent;
    item.nextTry.reset();
    ++m_work[index].sends;
    Future<ObjectReply> answer = [&] {
        if (m_order.means == RemovalMeans::Evict) {
            WriteOptions options;
            options.subresource = "eviction";
            options.stop = m_stop.get_token();
            return m_client.create(target.kind.resource, target.key, evictionBody(target, m_order), options);
        }
        DeleteOptions options;
        options.propagation = m_order.propagation;
        options.gracePeriodSeconds = m_order.gracePeriodSeconds;
        options.uid = target.uid;
        options.stop = m_stop.get_token();
        return m_client.remove(target.kind.resource, target.key, options);
    }();
    then(std::move(answer), m_owner, [this, index](const Result<ObjectReply> &reply) {
        m_work[index].isAsked = false;
        --m_asked;
        takeSent(index, reply);
        pump();
        tell();
    });
}

void RemovalRun::takeSent(std::size_t index, const Result<ObjectReply> &reply)
{
    RemovalItem &item = m_progress.items[index];
    Work &work = m_work[index];
    if (reply) {
        item.error.reset();
        item.budget.clear();
        work.isAccepted = true;
        item.phase = RemovalPhase::Going;
        const auto document = documentOf(*reply);
        if (m_order.means == RemovalMeans::Delete && document && document->root()["kind"].string() == "Status") {
            settle(index, RemovalPhase::Gone); // one that lives on for a while is answered with the object
            return;
        }
        if (m_order.means == RemovalMeans::Delete && document)
            item.lingering = Lingering::of(document->root());
        lookLater(index);
        return;
    }
    const Error &error = *(item.error = reply.error());
    const bool endingNamespace = error.status && error.status->hasCause(u"NamespaceTerminating");
    if (error.is(ErrorKind::NotFound)) {
        settle(index, RemovalPhase::Gone);
    } else if (error.is(ErrorKind::Throttled) || (m_order.means == RemovalMeans::Evict && endingNamespace)) {
        block(index, error);
    } else if (error.is(ErrorKind::Conflict) || error.is(ErrorKind::Transport)) {
        item.phase = RemovalPhase::Going; // whether it is, the next look tells
        lookLater(index);
    } else {
        settle(index, RemovalPhase::Refused);
    }
}

void RemovalRun::block(std::size_t index, const Error &error)
{
    RemovalItem &item = m_progress.items[index];
    if (m_progress.isStopped) {
        settle(index, RemovalPhase::NotSent);
        return;
    }
    item.phase = RemovalPhase::Blocked;
    item.budget = blockingBudget(error);
    item.nextTry = m_scheduler.wallNow() + std::chrono::duration_cast<WallTime::duration>(retryInterval);
    m_work[index].due = m_scheduler.now() + retryInterval;
}

void RemovalRun::settle(std::size_t index, RemovalPhase phase)
{
    RemovalItem &item = m_progress.items[index];
    item.phase = phase;
    item.nextTry.reset();
    if (phase == RemovalPhase::Gone)
        item.error.reset();
}

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

void RemovalRun::tell()
{
    m_isChanged = true;
    if (m_quiet)
        return;
    m_isChanged = false;
    m_quiet = m_scheduler.after(tellInterval, [this] {
        m_quiet.reset();
        if (m_isChanged)
            tell();
    });
    m_told(m_progress);
}

} // namespace kube
