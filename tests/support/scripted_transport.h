// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "tests/support/fake_transport.h"

#include <deque>
#include <map>

namespace kube::test {

/// What a test's server says to one request.
struct ScriptedAnswer {
    int status = 200;
    QByteArray body;
    QList<Header> headers = {{"Content-Type", "application/json"}};
};

/// A FakeTransport that answers what is scripted, in order for each line (the last stays), and leaves the other
/// requests open for the test to play. Thread: one.
class ScriptedTransport final : public Transport
{
public:
    explicit ScriptedTransport(ExecutorPtr executor) : m_executor(std::move(executor)) {}

    /// line: "GET /api/v1/pods?limit=1", path and query as encoded.
    void on(const QByteArray &line, ScriptedAnswer answer) { m_scripts[line].push_back(std::move(answer)); }

    [[nodiscard]] std::unique_ptr<TransportStream> open(HttpRequest request, TransportSink &sink) override
    {
        auto stream = m_fake.open(std::move(request), sink);
        const auto exchange = exchanges.back();
        if (const auto script = m_scripts.find(exchange->line()); script != m_scripts.end()) {
            m_executor->post([exchange, answer = script->second.front()] {
                exchange->answer(answer.status, answer.body, answer.headers);
            });
            if (script->second.size() > 1)
                script->second.pop_front();
        }
        return stream;
    }
    void renew() override { m_fake.renew(); }

private:
    ExecutorPtr m_executor;
    FakeTransport m_fake;
    std::map<QByteArray, std::deque<ScriptedAnswer>> m_scripts;

public:
    std::vector<std::shared_ptr<FakeTransport::Exchange>> &exchanges = m_fake.exchanges;
    int &renewals = m_fake.renewals;
    [[nodiscard]] FakeTransport::Exchange &last() { return m_fake.last(); }
};

} // namespace kube::test
