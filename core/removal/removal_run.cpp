// SPDX-License-Identifier: Apache-2.0
#include "core/removal/removal_run.h"

#include "core/dynamic/dynamic_client.h"
#include "core/object/json.h"

namespace kube {

namespace {

constexpr auto tellInterval = std::chrono::milliseconds(50);
constexpr auto firstFollowed = std::chrono::seconds(1); // the garbage collector needs about that

bool isToBeSent(RemovalPhase phase)
{
    return phase == RemovalPhase::Waiting || phase == RemovalPhase::Blocked;
}

} // namespace

RemovalRun::RemovalRun(DynamicClient &client, ExecutorPtr executor, Scheduler &scheduler, RemovalOrder order,
                       std::function<void(const RemovalProgress &)> told, Deleted deleted)
    : m_client(client), m_scheduler(scheduler), m_order(std::move(order)), m_told(std::move(told)), m_deleted(std::move(deleted)), m_owner(std::move(executor))
{
    for (const RemovalTarget &target : m_order.targets)
        add(target).isNamed = !target.uid.empty();
    for (const RemovalTarget &target : m_order.followed) {
        Work &work = add(target);
        work.isNamed = work.isAccepted = true;
        work.due = m_scheduler.now() + firstFollowed;
        m_progress.items.back().phase = RemovalPhase::Going;
    }
}

RemovalRun::Work &RemovalRun::add(const RemovalTarget &target)
{
    RemovalItem item;
    item.target = target;
    m_progress.items.push_back(std::move(item));
    return m_work.emplace_back();
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
    letFollowedBe();
    tell();
}

void RemovalRun::letFollowedBe()
{
    const auto targets = m_progress.items.begin() + static_cast<std::ptrdiff_t>(m_order.targets.size());
    const bool goes = std::any_of(m_progress.items.begin(), targets, [](const RemovalItem &item) {
        return !item.isSettled() || item.phase == RemovalPhase::Gone || item.phase == RemovalPhase::Unseen;
    });
    for (auto item = targets; !goes && item != m_progress.items.end(); ++item)
        item->phase = RemovalPhase::NotSent;
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
        if (!isToBeSent(m_progress.items[*next].phase) || !m_work[*next].isNamed)
            look(*next);
        else if (m_deleted && m_order.means == RemovalMeans::Delete && !m_work[*next].isRead)
            readBefore(*next);
        else
            send(*next);
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

void RemovalRun::readBefore(std::size_t index)
{
    const RemovalTarget &target = m_progress.items[index].target;
    then(m_client.get(target.kind.resource, target.key, {}, m_stop.get_token()), m_owner, [this, index](const Result<ObjectReply> &reply) {
        Work &work = m_work[index];
        work.isRead = true;
        work.isAsked = false;
        --m_asked;
        const std::string &uid = m_progress.items[index].target.uid;
        const auto document = reply ? documentOf(*reply) : Result<JsonDocument>(fail(reply.error()));
        // Who may not read it may still delete it.
        if (document && (uid.empty() || document->root()["metadata"]["uid"].string() == uid))
            work.before = reply->json.toStdString();
        pump();
    });
}

void RemovalRun::handOver(std::size_t index)
{
    if (const auto before = std::exchange(m_work[index].before, std::nullopt))
        m_deleted(m_progress.items[index].target, *before);
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
        if (m_order.means == RemovalMeans::Evict && m_deleted)
            m_deleted(item.target, {});
        handOver(index);
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
    // Whether an unanswered one has deleted it the next look tells; by the time of another one it may have changed.
    if (!error.is(ErrorKind::Transport)) {
        work.before.reset();
        work.isRead = false;
    }
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
    if (phase == RemovalPhase::Gone) {
        item.error.reset();
        handOver(index);
    }
    letFollowedBe();
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
