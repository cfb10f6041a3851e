// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/session_options.h"
#include "tests/support/fixtures.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <thread>

namespace kube::test {

/// What a ClusterSession meets in place of a server: answers by how a request's line begins ("GET /api/v1/pods"), the
/// longest that fits. From the start it has a version, an empty list of CustomResourceDefinitions, the resources of a
/// 1.36 server and no reviews; watches stay open. Thread: any; what it answers is given on the session's.
class FakeCluster
{
public:
    struct Answer {
        enum class Way { Complete, Hold, Stream, Break } way = Way::Complete;
        int status = 200;
        QByteArray body;
    };
    static Answer ok(QByteArray body) { return {Answer::Way::Complete, 200, std::move(body)}; }
    static Answer hold() { return {Answer::Way::Hold, 0, {}}; }
    static Answer breakOff() { return {Answer::Way::Break, 0, {}}; }
    static Answer refusal(int status, const QByteArray &reason, const QByteArray &message)
    {
        return {Answer::Way::Complete, status,
                "{\"kind\":\"Status\",\"status\":\"Failure\",\"reason\":\"" + reason + "\",\"message\":\"" + message + "\",\"code\":" + QByteArray::number(status) + "}"};
    }

    FakeCluster()
    {
        set("GET /version", ok(kubernetesFixture(QStringLiteral("discovery/version"))));
        set("GET /api?", ok(kubernetesFixture(QStringLiteral("discovery/api-aggregated"))));
        set("GET /apis?", ok(kubernetesFixture(QStringLiteral("discovery/apis-aggregated"))));
        set("GET /apis/apiextensions.k8s.io/v1/customresourcedefinitions",
            ok("{\"kind\":\"PartialObjectMetadataList\",\"apiVersion\":\"meta.k8s.io/v1\",\"metadata\":{\"resourceVersion\":\"1\"},\"items\":[]}"));
    }

    void set(const QByteArray &begins, Answer answer)
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->answers[begins] = std::move(answer);
    }
    /// From now on only requests with this Authorization are answered otherwise than by 401.
    void demand(const QByteArray &authorization)
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->authorization = authorization;
    }
    /// More bytes for every open watch of that beginning.
    void push(const QByteArray &begins, const QByteArray &bytes)
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->executor->post([state = m_state, begins, bytes] {
            for (Exchange *exchange : std::set<Exchange *>(state->streams)) {
                if (exchange->line.startsWith(begins) && state->streams.count(exchange))
                    exchange->sink.data(bytes);
            }
        });
    }

    /// Every open watch of that beginning is lost.
    void cut(const QByteArray &begins, const Error &why = Error::transport(QStringLiteral("the cable is cut")))
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->executor->post([state = m_state, begins, why] {
            for (Exchange *exchange : std::set<Exchange *>(state->streams)) {
                if (exchange->line.startsWith(begins) && state->streams.count(exchange))
                    exchange->breakFor(why);
            }
        });
    }

    [[nodiscard]] SessionOptions options()
    {
        SessionOptions options;
        options.name = QStringLiteral("fake");
        options.userName = QStringLiteral("anna");
        options.config = [state = m_state](const ConfigParts &parts) -> Result<RestConfig> {
            const std::lock_guard lock(state->mutex);
            state->executor = parts.executor;
            RestConfig config;
            config.host = QUrl(QStringLiteral("https://server.test"));
            config.qps = 0;
            return config;
        };
        options.transport = [state = m_state](const RestConfig &, std::shared_ptr<Scheduler>) -> Result<std::shared_ptr<Transport>> {
            const std::lock_guard lock(state->mutex);
            state->thread = std::this_thread::get_id();
            ++state->transports;
            return std::shared_ptr<Transport>(std::make_shared<FakeTransport>(state));
        };
        return options;
    }

    /// Requests so far whose line begins so; watches are not lists.
    [[nodiscard]] int lists(const QByteArray &begins) const { return count(m_state->lines, begins, false); }
    [[nodiscard]] int watches(const QByteArray &begins) const { return count(m_state->lines, begins, true); }
    /// Those that the session has not let go of and that have not ended.
    [[nodiscard]] int open(const QByteArray &begins) const { return count(m_state->open, begins, false) + count(m_state->open, begins, true); }
    [[nodiscard]] int transports() const
    {
        const std::lock_guard lock(m_state->mutex);
        return m_state->transports;
    }
    /// How often every connection was given up.
    [[nodiscard]] int renewals() const
    {
        const std::lock_guard lock(m_state->mutex);
        return m_state->renewals;
    }
    [[nodiscard]] std::thread::id thread() const
    {
        const std::lock_guard lock(m_state->mutex);
        return m_state->thread;
    }

private:
    struct Exchange;
    struct State {
        std::mutex mutex;
        std::map<QByteArray, Answer> answers;
        QByteArray authorization;
        std::vector<QByteArray> lines;
        std::vector<QByteArray> open;
        std::thread::id thread;
        int transports = 0;
        int renewals = 0;
        ExecutorPtr executor;
        std::set<Exchange *> streams; ///< on the session's thread alone
    };
    using StatePtr = std::shared_ptr<State>;

    static bool isWatch(const QByteArray &line) { return line.contains("watch=true") || line.contains("watch=1"); }

    int count(const std::vector<QByteArray> &lines, const QByteArray &begins, bool watches) const
    {
        const std::lock_guard lock(m_state->mutex);
        return static_cast<int>(std::count_if(lines.begin(), lines.end(), [&](const QByteArray &line) { return line.startsWith(begins) && isWatch(line) == watches; }));
    }

    struct Exchange final : TransportStream {
        Exchange(StatePtr owner, QByteArray asked, TransportSink &answered) : state(std::move(owner)), line(std::move(asked)), sink(answered)
        {
            const std::lock_guard lock(state->mutex);
            state->open.push_back(line);
        }
        ~Exchange() override
        {
            close();
            *alive = false;
        }
        void pause() override {}
        void resume() override {}
        void close()
        {
            state->streams.erase(this);
            const std::lock_guard lock(state->mutex);
            if (const auto found = std::find(state->open.begin(), state->open.end(), line); found != state->open.end() && std::exchange(isOpen, false))
                state->open.erase(found);
        }
        void breakFor(const Error &why)
        {
            close();
            sink.end(why);
        }
        void play(const Answer &answer)
        {
            const QList<Header> headers{{"Content-Type", "application/json"}};
            switch (answer.way) {
            case Answer::Way::Hold: return;
            case Answer::Way::Stream:
                state->streams.insert(this);
                sink.head({200, headers});
                return;
            case Answer::Way::Break:
                breakFor(Error::transport(QStringLiteral("the cable is cut")));
                return;
            case Answer::Way::Complete: break;
            }
            const auto living = alive;
            sink.head({answer.status, headers});
            if (*living)
                sink.data(answer.body);
            if (!*living)
                return;
            close();
            sink.end(std::nullopt);
        }
        StatePtr state;
        QByteArray line;
        TransportSink &sink;
        bool isOpen = true;
        std::shared_ptr<bool> alive = std::make_shared<bool>(true);
    };

    struct FakeTransport final : Transport {
        explicit FakeTransport(StatePtr owner) : state(std::move(owner)) {}
        std::unique_ptr<TransportStream> open(HttpRequest request, TransportSink &sink) override
        {
            const QByteArray query = request.url.query(QUrl::FullyEncoded).toUtf8();
            const QByteArray line = request.method + ' ' + request.url.path(QUrl::FullyEncoded).toUtf8() + (query.isEmpty() ? query : '?' + query);
            auto exchange = std::make_unique<Exchange>(state, line, sink);
            Answer answer = refusal(404, "NotFound", "the server could not find the requested resource");
            const std::lock_guard lock(state->mutex);
            state->lines.push_back(line);
            qsizetype longest = -1;
            for (const auto &[begins, way] : state->answers) {
                if (line.startsWith(begins) && begins.size() > longest) {
                    longest = begins.size();
                    answer = way;
                }
            }
            if (isWatch(line) && answer.way == Answer::Way::Complete && answer.status == 200)
                answer = {Answer::Way::Stream, 200, {}};
            if (!state->authorization.isEmpty() && HttpHead{0, request.headers}.header("Authorization") != state->authorization)
                answer = refusal(401, "Unauthorized", "Unauthorized");
            state->executor->post([exchange = exchange.get(), alive = exchange->alive, answer] {
                if (*alive)
                    exchange->play(answer);
            });
            return exchange;
        }
        void renew() override
        {
            const std::lock_guard lock(state->mutex);
            ++state->renewals;
        }
        StatePtr state;
    };

    StatePtr m_state = std::make_shared<State>();
};

} // namespace kube::test
