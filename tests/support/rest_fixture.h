// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/rest_client.h"
#include "tests/support/manual_time.h"
#include "tests/support/scripted_transport.h"

namespace kube::test {

/// A RestClient whose server is scripted and whose time stands still.
struct RestFixture {
    /// What still waits for its turn holds the executor that it waits in: it has its turn, or goes.
    struct LastTurn {
        std::shared_ptr<ManualTime> time;
        ~LastTurn() { time->run(); }
    };
    std::shared_ptr<ManualTime> time = std::make_shared<ManualTime>();
    std::shared_ptr<ScriptedTransport> server = std::make_shared<ScriptedTransport>(time);
    LastTurn afterTheClient{time}; ///< whose end ends what is under way
    RestClient client{config(), {server, time, time, [] { return 0.5; }}};

    ~RestFixture() { time->run(); }

    [[nodiscard]] static RestConfig config()
    {
        RestConfig config;
        config.host = QUrl(QStringLiteral("https://server.test"));
        config.qps = 0;
        return config;
    }
    template <typename T>
    [[nodiscard]] Result<T> answer(Future<T> future)
    {
        return test::answer(*time, std::move(future));
    }
};

} // namespace kube::test
