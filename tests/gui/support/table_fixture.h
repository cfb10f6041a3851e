// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gui/support/fake_definitions.h"
#include "tests/gui/support/fake_feed.h"
#include "ui/models/table_source.h"

namespace orrery::test {

/// A cluster whose tables a test fills by hand, on the test's one thread and clock.
class TableFixture
{
protected:
    void makeCluster()
    {
        m_time = std::make_shared<kube::test::ManualTime>();
        m_feed = std::make_unique<FakeFeed>(m_time);
        m_cluster = std::make_unique<FakeCluster>();
        m_definitions = std::make_unique<FakeDefinitions>();
    }
    [[nodiscard]] kube::ClusterPorts ports() const
    {
        kube::ClusterPorts ports;
        ports.cluster = m_cluster.get();
        ports.feed = m_feed.get();
        ports.definitions = m_definitions.get();
        return ports;
    }
    void tell(const kube::Freshness &freshness)
    {
        m_feed->current->tell(freshness);
        m_time->run();
    }
    void tell(kube::FreshnessState state, std::size_t loaded = 0, std::optional<kube::Error> reason = {})
    {
        kube::Freshness freshness;
        freshness.state = state;
        freshness.loaded = loaded;
        freshness.reason = std::move(reason);
        tell(freshness);
    }

    std::shared_ptr<kube::test::ManualTime> m_time;
    std::unique_ptr<FakeFeed> m_feed;
    std::unique_ptr<FakeCluster> m_cluster;
    std::unique_ptr<FakeDefinitions> m_definitions;
};

} // namespace orrery::test
