// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/auth_provider.h"
#include "tests/fault/sim/chance.h"
#include "tests/support/manual_time.h"

namespace kube::sim {

/// A bearer token that the server may change at any time, fetched anew, slowly at times, when it was refused.
class Tokens final : public AuthProvider
{
public:
    Tokens(std::shared_ptr<test::ManualTime> time, std::uint64_t seed) : m_time(std::move(time)), m_chance(seed) {}

    /// What the server takes from now on.
    QByteArray rotate() { return m_current = "token-" + QByteArray::number(++m_rotations); }

    Future<Credential> credential() override
    {
        if (!m_chance.percent(10))
            return Future<Credential>::ready(held());
        auto future = m_waiting.emplace_back().future();
        if (m_waiting.size() == 1) {
            m_slow = m_time->after(m_chance.upTo(std::chrono::seconds(2)), [this] {
                for (auto &promise : std::exchange(m_waiting, {}))
                    promise.finish(held());
            });
        }
        return future;
    }
    bool rejected(const Credential &credential) override
    {
        if (credential.headers == held().headers)
            m_held = m_current;
        return true;
    }

private:
    [[nodiscard]] Credential held() const { return {{{"Authorization", "Bearer " + m_held}}, {}, {}}; }

    std::shared_ptr<test::ManualTime> m_time;
    Chance m_chance;
    QByteArray m_current;
    QByteArray m_held;
    int m_rotations = 0;
    std::vector<Promise<Credential>> m_waiting;
    Timer m_slow;
};

} // namespace kube::sim
