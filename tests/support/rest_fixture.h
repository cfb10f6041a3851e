// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/rest_client.h"
#include "tests/support/manual_time.h"
#include "tests/support/scripted_transport.h"

namespace kube::test {

/// A RestClient whose server is scripted and whose time stands still.
struct RestFixture {
    std::shared_ptr<ManualTime> time = std::make_shared<ManualTime>();
    std::shared_ptr<ScriptedTransport> server = std::make_shared<ScriptedTransport>(time);
    RestClient client{config(), {server, time, time, [] { return 0.5; }}};

    /// What still waits for its turn holds the executor that it waits in.
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
