// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/future.h"
#include "core/dynamic/object_reply.h"
#include "core/object/json.h"
#include "core/removal/removal_progress.h"

#include <stop_token>

namespace kube {

class DynamicClient;

/// Deletes or evicts objects, a few at a time, and looks at each until it has gone. A refusal that may pass (429, a Pod's
/// budget) is tried again every 5 s; a request without an answer is looked after, and sent again when it was not carried
/// out: with a uid nothing else can be hit. A target without one is asked for its uid first. Objects are compared by uid: the same name with another uid is gone.
/// Destroyed it forgets what it sent, the server does not. Thread: the client's, which must outlive this, as the scheduler must.
class RemovalRun
{
public:
    static constexpr Duration retryInterval = std::chrono::seconds(5); ///< of what is Blocked
    static constexpr int sendsWithoutAnswer = 3; ///< then it is Refused with the reason

    /// What was deleted, and JSON of it as it was right before; what was evicted, and "".
    using Deleted = std::function<void(const RemovalTarget &target, std::string before)>;

    /// told: after changes, every 50 ms at most; it must not destroy the run. deleted: given, each target is read before it is
    /// deleted (not before it is evicted), and handed over when the server has said yes.
    RemovalRun(DynamicClient &client, ExecutorPtr executor, Scheduler &scheduler, RemovalOrder order,
               std::function<void(const RemovalProgress &)> told, Deleted deleted = {});
    ~RemovalRun();
    RemovalRun(const RemovalRun &) = delete;
    RemovalRun &operator=(const RemovalRun &) = delete;

    void start(); ///< begins; once
    /// What was not sent is not sent any more; what was sent is waited for.
    void stop();
    [[nodiscard]] const RemovalProgress &progress() const { return m_progress; } ///< as it is now

private:
    struct Work {
        SteadyTime due{};      ///< of the next request
        Duration interval = std::chrono::milliseconds(500); ///< between looks
        int sends = 0;
        bool isAccepted = false;
        bool isAsked = false;  ///< a request is under way
        bool isNamed = false;  ///< its uid is known, or is not to be had
        bool isRead = false;   ///< so that what it was can be handed over
        std::optional<std::string> before; ///< what it was
    };
    Work &add(const RemovalTarget &target);
    [[nodiscard]] static Result<JsonDocument> documentOf(const ObjectReply &reply)
    {
        return JsonDocument::parse({reply.json.constData(), static_cast<std::size_t>(reply.json.size())});
    }
    [[nodiscard]] std::optional<std::size_t> nextDue() const;
    void pump();
    void readBefore(std::size_t index);
    void handOver(std::size_t index);
    void send(std::size_t index);
    void look(std::size_t index);
    void takeSent(std::size_t index, const Result<ObjectReply> &reply);
    void takeUid(std::size_t index, const Result<ObjectReply> &reply);
    void takeLooked(std::size_t index, const Result<ObjectReply> &reply);
    void block(std::size_t index, const Error &error);
    void settle(std::size_t index, RemovalPhase phase);
    void lookLater(std::size_t index);
    void expire();
    void endSending();
    void letFollowedBe(); ///< when no target goes, nothing goes with one
    void tell();

    DynamicClient &m_client;
    Scheduler &m_scheduler;
    RemovalOrder m_order;
    std::function<void(const RemovalProgress &)> m_told;
    Deleted m_deleted;
    RemovalProgress m_progress;
    std::vector<Work> m_work; ///< as the items
    std::size_t m_asked = 0;  ///< requests under way
    bool m_isChanged = false; ///< since it was told
    Timer m_wake;
    Timer m_timeout;
    Timer m_quiet; ///< nothing is told before
    std::stop_source m_stop;
    Owner m_owner;
};

} // namespace kube
