// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/dynamic/dynamic_client.h"
#include "core/events/event_recorder.h"
#include "tests/support/rest_fixture.h"
#include "tests/support/warnings.h"

#include <algorithm>

namespace kube::test {

[[nodiscard]] inline ObjectReference podReference(std::string name = "web")
{
    return {"v1", "Pod", "shop", std::move(name), "uid-1", "7", {}};
}

[[nodiscard]] inline EventDetails detailsOf(std::string note, std::string reason = "Pulled")
{
    return {podReference(), EventType::Normal, std::move(reason), "Pulling", std::move(note), {}, {}};
}

/// A server of Events that answers all requests alike, once they have come.
struct EventServer : RestFixture {
    struct Answer {
        int status = 0; ///< 0: the connection is refused
        QByteArray body = "{}";
    };
    DynamicClient dynamic{client, time};
    /// What a recorder gave up as it died has been posted to the time that it would keep alive.
    ~EventServer() { time->run(); }
    std::function<Answer(const FakeTransport::Exchange &)> answers = [](const FakeTransport::Exchange &exchange) {
        return Answer{exchange.request.method == "POST" ? 201 : 200};
    };
    std::vector<QByteArray> lines;  ///< of all that was answered
    std::vector<QByteArray> bodies;

    [[nodiscard]] static Answer status(int code, const QByteArray &reason)
    {
        return {code, R"({"kind":"Status","apiVersion":"v1","status":"Failure","reason":")" + reason + R"(","code":)" + QByteArray::number(code) + "}"};
    }
    /// Runs what is posted and answers until there is nothing more to answer.
    void serve()
    {
        time->run();
        for (; m_next < server->exchanges.size(); ++m_next) {
            FakeTransport::Exchange &exchange = *server->exchanges[m_next];
            lines.push_back(exchange.line());
            bodies.push_back(exchange.request.body);
            const Answer answer = answers(exchange);
            if (answer.status == 0)
                exchange.end(Error::transport(QStringLiteral("connection refused")));
            else
                exchange.answer(answer.status, answer.body, {{"Content-Type", "application/json"}});
            time->run();
        }
    }
    /// Passes time in steps, answering at each.
    void advance(Duration by, Duration step = std::chrono::milliseconds(500))
    {
        for (Duration passed{}; passed < by; passed += step) {
            time->advance(step);
            serve();
        }
    }

    void refuseConnections()
    {
        answers = [](const auto &) { return Answer{}; };
    }
    /// Requests answered so far.
    [[nodiscard]] std::size_t count(const QByteArray &method) const
    {
        return static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [&](const QByteArray &line) { return line.startsWith(method); }));
    }

private:
    std::size_t m_next = 0;
};

/// A recorder on such a server; reporter: the arguments of its constructor after the random numbers.
template <typename Recorder>
struct RecorderFixture : EventServer {
    Recorder recorder;

    template <typename... Reporter>
    explicit RecorderFixture(Reporter &&...reporter)
        : recorder(dynamic, time, *time, [] { return 0.5; }, std::forward<Reporter>(reporter)...)
    {
    }
};

} // namespace kube::test
