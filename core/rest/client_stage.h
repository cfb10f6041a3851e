// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/rest/completed_write.h"
#include "core/rest/request_ring.h"
#include "core/rest/rest_stage.h"

#include <atomic>
#include <map>
#include <mutex>

namespace kube {

class TrackedRequest;

/// The RestStage of one client. Thread: what RestStage and StageControl name from any, the rest on the client's.
class ClientStage final : public RestStage, public std::enable_shared_from_this<ClientStage>
{
public:
    /// remembered: how many requests that have ended.
    ClientStage(ExecutorPtr executor, std::shared_ptr<Scheduler> scheduler, std::size_t remembered)
        : m_executor(std::move(executor)), m_scheduler(std::move(scheduler)), m_isRemembering(remembered > 0), m_ring(remembered)
    {
    }

    void pause() override;
    void step(std::size_t count = 1) override;
    void stepFirst(std::function<bool(const QUrl &url)> which, std::size_t count = 1) override;
    void resume() override;
    [[nodiscard]] bool isPaused() const override { return m_paused.load(std::memory_order_acquire); }
    [[nodiscard]] RestSnapshot snapshot() const override;
    [[nodiscard]] RequestHistory requestsAfter(std::uint64_t ended) const override;

    /// Calls go once: within this call unless the stage is paused, or others wait. Dropping the ticket leaves the line.
    [[nodiscard]] Subscription enter(const QUrl &url, std::function<void()> go);
    /// Are streams held back now? Changes are told to hold.
    [[nodiscard]] bool isHolding() const { return m_isHolding; }
    [[nodiscard]] Subscription onHold(std::function<void(bool isHeld)> hold);
    /// Of a stream that a step may let give one piece: it calls otherwise, once, when it has none to give.
    using Piece = std::function<void(std::function<void()> otherwise)>;
    [[nodiscard]] Subscription onHold(std::function<void(bool isHeld)> hold, const QUrl &url, Piece piece);
    void throttled(Duration wait);
    void certificateExpires(std::optional<WallTime> when);

private:
    friend class TrackedRequest;
    struct Counters {
        std::map<std::pair<QByteArray, int>, std::uint64_t> answers;
        std::uint64_t began = 0, succeeded = 0, failed = 0, canceled = 0, retries = 0, replays = 0;
        Duration throttled = Duration::zero(), longestThrottled = Duration::zero();
        std::optional<RestFailure> lastFailure;
        std::optional<WallTime> certificateExpires;
    };
    struct Waiting {
        QUrl url;
        std::function<void()> go;
    };
    struct Held {
        std::function<void(bool)> tell;
        QUrl url;
        Piece piece; ///< none: not a stream
    };
    struct Wish {
        std::function<bool(const QUrl &)> which;
        std::size_t steps = 0;
    };
    using Line = std::map<std::uint64_t, Waiting>;
    using Holds = std::map<std::uint64_t, Held>;

    void applyLater();
    void apply();
    [[nodiscard]] bool mayPass();
    [[nodiscard]] std::vector<Wish> takeWishes();
    void grant(const std::function<bool(const QUrl &)> &which);
    void letGo(Line::iterator waiting);

    ExecutorPtr m_executor;
    std::shared_ptr<Scheduler> m_scheduler;
    std::uint64_t m_lastTicket = 0;                          ///< the client's thread's, as the next three
    std::shared_ptr<Line> m_line = std::make_shared<Line>(); ///< a ticket may outlive this
    std::shared_ptr<Holds> m_holds = std::make_shared<Holds>();
    bool m_isHolding = false;                                ///< what m_holds were told last
    std::atomic<bool> m_paused = false;
    std::atomic_flag m_asked; ///< apply() is posted: however often the gate changes, one task waits
    std::atomic<std::uint64_t> m_sent = 0;
    std::atomic<std::uint64_t> m_received = 0;
    const bool m_isRemembering;
    mutable std::mutex m_mutex; ///< of what follows
    StageGate m_gate;
    std::vector<Wish> m_wishes; ///< of steps that m_gate has
    Counters m_counters;
    std::map<std::uint64_t, const TrackedRequest *> m_requests;
    RequestRing m_ring;
};

/// One request while it lasts, for snapshots. Dropped without ended(), it counts as canceled.
/// Thread: the client's; snapshots read it meanwhile.
class TrackedRequest
{
public:
    /// observer: told when it ends, if it was sent.
    TrackedRequest(std::shared_ptr<ClientStage> stage, const HttpRequest &request, WriteObserver observer = {});
    ~TrackedRequest();
    TrackedRequest(const TrackedRequest &) = delete;
    TrackedRequest &operator=(const TrackedRequest &) = delete;

    void phase(RestPhase phase);
    void hold(bool isHeld) { m_isHeld.store(isHeld, std::memory_order_relaxed); }
    void sent(qsizetype bytes);
    void answered(const HttpHead &head); ///< status 0: no answer came
    void received(qsizetype bytes);
    void retries();
    void replays();
    void ended(const std::optional<Error> &error);

private:
    friend class ClientStage;
    using Spent = std::array<std::atomic<Duration::rep>, restPhases>;
    [[nodiscard]] RestRequestInfo info() const;
    [[nodiscard]] RequestRecord record() const; ///< as far as it has come; the caller holds the stage's mutex, or is the client's thread
    [[nodiscard]] RequestRecord endedRecord(const std::optional<Error> &error) const;
    void tell(const std::optional<Error> &error);

    std::shared_ptr<ClientStage> m_stage;
    WriteObserver m_observer;
    CompletedWrite m_write; ///< as far as it is known; when there is an observer
    std::uint64_t m_id = 0;
    QByteArray m_method;
    QUrl m_url;
    HttpRequest::Lane m_lane;
    bool m_isOutOfTurn;
    QList<Header> m_headers;
    QByteArray m_body;       ///< empty when it is not kept
    bool m_isBodyKept = true;
    SteadyTime m_began;
    WallTime m_beganAt;
    bool m_ended = false;
    QList<Header> m_answerHeaders; ///< under the stage's mutex
    Spent m_spent{};
    std::atomic<SteadyTime::rep> m_phaseSince;
    std::atomic<RestPhase> m_phase = RestPhase::Sent; ///< until it waits for something: on its way
    std::atomic<bool> m_isHeld = false;
    std::atomic<int> m_retries = 0;
    std::atomic<int> m_status = 0;
    std::atomic<std::uint64_t> m_sent = 0;
    std::atomic<std::uint64_t> m_received = 0;
};

} // namespace kube
