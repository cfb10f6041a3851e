// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/backoff.h"
#include "core/base/future.h"
#include "core/object/gvk.h"
#include "core/object/object_key.h"

#include <QByteArray>

#include <map>
#include <stop_token>

namespace kube {

class DynamicClient;
struct ObjectReply;

/// One Event on its way to the server.
struct EventWrite {
    ObjectKey key;
    QByteArray json;  ///< the whole
    QByteArray patch; ///< what changes in the one that is there; empty: it is a new one. If there is none, json is created
};

/// Writes Events, trying again while the server cannot be reached or does not answer in time. What the server answers is
/// final, but that an Event to be patched has gone. Source: client-go recordEvent() of tools/record and tools/events.
/// Thread: the DynamicClient's, which must outlive this, as the scheduler must; destroyed, it calls nothing more.
class EventSender
{
public:
    struct Config {
        GroupVersionResource resource;
        /// How long to wait after so many failed tries, given a random number in [0, 1).
        Duration (*pause)(int failures, double random) = nullptr;
        /// Whether an Event that was gone when patched and is there when created is tried again.
        enum class WhenBack { GiveUp, TryAgain } whenBack = WhenBack::GiveUp;
    };
    static constexpr int maxTries = 12;
    static constexpr std::chrono::seconds timeLimit{30}; ///< of one request: an answer that never comes holds up no other Event

    enum class Outcome { Written, Refused, GivenUp };
    using Done = std::function<void(Outcome, std::optional<Error>)>;

    EventSender(DynamicClient &client, ExecutorPtr executor, Scheduler &scheduler, Random random, Config config);
    ~EventSender();
    EventSender(const EventSender &) = delete;
    EventSender &operator=(const EventSender &) = delete;

    /// done is called once, in a later turn.
    void send(EventWrite write, int tries, Done done);

private:
    struct Sending {
        EventWrite write;
        int triesLeft = 0;
        int failures = 0;
        Done done;
        Timer timer; ///< of the request under way, or of the next try
        std::stop_source stop;
        bool isLate = false; ///< the request under way was stopped by its timer
    };
    void attempt(std::uint64_t number);
    [[nodiscard]] std::stop_token limit(std::uint64_t number);
    [[nodiscard]] std::optional<Error> ended(std::uint64_t number, const Result<ObjectReply> &reply);
    void create(std::uint64_t number);
    void answered(std::uint64_t number, std::optional<Error> error);
    void finish(std::uint64_t number, Outcome outcome, std::optional<Error> error);

    DynamicClient &m_client;
    Scheduler &m_scheduler;
    Random m_random;
    Config m_config;
    std::map<std::uint64_t, Sending> m_sendings;
    std::uint64_t m_lastNumber = 0;
    Owner m_owner;
};

} // namespace kube
