// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/manual_time.h"
#include "tests/support/model_cluster.h"

#include <deque>
#include <random>

namespace kube::test {

/// One resource of an API server as a Reflector meets it, under manual time: resourceVersions, a history that can be
/// compacted, pages, bookmarks, watch time-outs, WatchList, and faults. Everything is delivered later, one thing a turn.
class ModelApiServer
{
public:
    struct Options {
        bool bookmarks = true;
        bool watchList = false;   ///< else sendInitialEvents is refused with 422
        bool watchCache = true;   ///< a list at "0" ignores its limit
        bool goneAsEvent = false; ///< a watch that begins too far back: 200 and an ERROR event, else 410
        Duration bookmarkEvery = std::chrono::seconds(60);
        Duration delay = std::chrono::milliseconds(5); ///< between two things delivered, at most
    };
    struct Request {
        enum class Verb { List, Watch, Probe } verb;
        ListOptions options;
    };
    using Object = ModelCluster::Object;
    using Objects = ModelCluster::Objects; ///< all in namespace "default"

    ModelApiServer(std::shared_ptr<ManualTime> time, unsigned seed, Options options);
    ModelApiServer(std::shared_ptr<ManualTime> time, unsigned seed) : ModelApiServer(std::move(time), seed, Options{}) {}
    ~ModelApiServer();

    [[nodiscard]] std::unique_ptr<ListerWatcher> listerWatcher();

    // What the cluster does.
    void put(const std::string &name) { m_cluster.put(name); }
    void remove(const std::string &name) { m_cluster.remove(name); }
    void recreate(const std::string &name) { m_cluster.recreate(name); }
    [[nodiscard]] const Objects &objects() const { return m_cluster.objects(); }
    [[nodiscard]] std::uint64_t version() const { return m_cluster.version(); }

    // What the server does.
    void compact() { m_cluster.compact(); } ///< and with history go the tokens of pages under way
    void skipVersions(std::uint64_t count) { m_cluster.skipVersions(count); }
    [[nodiscard]] std::pair<Objects, std::uint64_t> checkpoint() const { return m_cluster.checkpoint(); }
    void restore(const std::pair<Objects, std::uint64_t> &state); ///< and cuts every watch

    // What goes wrong.
    void failNext(Error error, int times = 1);  ///< the next lists and watches are refused
    void cutNextListAfter(std::size_t items) { m_cutAfter = items; }
    void endWatches(std::optional<Error> error = std::nullopt);
    void sendToWatches(const Error &error); ///< an ERROR event, then the end
    void goDeaf();                          ///< watches open now never deliver again: half-open connections
    void freeze(bool frozen);               ///< accepts, and answers nothing until it thaws
    void setFaultRate(double rate) { m_faultRate = rate; } ///< of each list and watch, refused or cut at random

    [[nodiscard]] const std::vector<Request> &requests() const { return m_requests; }
    [[nodiscard]] std::size_t count(Request::Verb verb) const;
    [[nodiscard]] std::size_t openWatches() const;
    [[nodiscard]] int renewals() const { return m_renewals; }

    [[nodiscard]] static Error statusError(int code, const char *reason, const char *message = "", int retryAfter = 0);
    [[nodiscard]] static Error tooLarge();

private:
    class Operation;
    class Lister;
    struct Page {
        std::vector<std::pair<std::string, Object>> rest;
        std::uint64_t version = 0;
    };

    void tell(const ModelCluster::Change &change);
    void beginList(Operation &operation, const ListOptions &options, ListSink &sink);
    void beginWatch(Operation &operation, const ListOptions &options, WatchSink &sink);
    [[nodiscard]] std::optional<Error> takeFault();
    [[nodiscard]] Error randomError();
    [[nodiscard]] bool happens(double rate) { return std::uniform_real_distribution<>(0, 1)(m_random) < rate; }
    [[nodiscard]] ObjectPtr objectOf(const std::string &name, const Object &object) const;

    std::shared_ptr<ManualTime> m_time;
    std::mt19937 m_random;
    Options m_options;
    ModelCluster m_cluster;
    std::map<std::string, Page> m_pages; ///< by continue token
    std::vector<Operation *> m_operations;
    std::deque<Error> m_failures;
    std::optional<std::size_t> m_cutAfter;
    double m_faultRate = 0;
    bool m_frozen = false;
    int m_renewals = 0;
    std::vector<Request> m_requests;
};

} // namespace kube::test
