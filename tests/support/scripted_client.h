// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/event_loop.h"
#include "core/rest/rest_client.h"
#include "tests/support/scripted_transport.h"

namespace kube::test {

/// What a program of its own has: real time, the thread's own event loop, and a RestClient, whose server answers by script.
/// A test derives from it with the client that it is about.
struct ScriptedClient {
    EventLoop loop;
    std::shared_ptr<ScriptedTransport> server = std::make_shared<ScriptedTransport>(loop.executor());
    RestClient client{config(), {server, loop.scheduler(), loop.executor(), [] { return 0.5; }}};

    static RestConfig config()
    {
        RestConfig config;
        config.host = QUrl(QStringLiteral("https://api.example"));
        config.qps = 0;
        return config;
    }
    /// From now on answers what lists, however it asks; a watch stays open.
    void answerLists(const QByteArray &list)
    {
        m_again = loop.scheduler()->after(std::chrono::milliseconds(1), [this, list] { answerLists(list); });
        for (const auto &exchange : std::vector(server->exchanges)) { // an answer leads to the next request
            if (exchange->isOpen() && !exchange->line().contains("watch="))
                exchange->answer(200, list, {{"Content-Type", "application/json"}});
            else if (exchange->isOpen() && exchange->line().contains("sendInitialEvents="))
                exchange->answer(422, R"({"kind":"Status","status":"Failure","reason":"Invalid","code":422})", {{"Content-Type", "application/json"}});
        }
    }

private:
    Timer m_again;
};

} // namespace kube::test
