// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gui/support/fake_ports.h"

namespace orrery::test {

/// What an API server tells of itself, when a test says so.
class FakeServerMetrics final : public kube::MetricsPort
{
public:
    [[nodiscard]] kube::Future<kube::MetricsTargets> targets() override { return kube::Future<kube::MetricsTargets>::ready(kube::MetricsTargets()); }
    [[nodiscard]] kube::Future<kube::ControllerMetrics> scrape(const kube::MetricsTarget &) override { return apiServer(); }
    [[nodiscard]] kube::Future<kube::ControllerMetrics> apiServer() override { return kube::Future<kube::ControllerMetrics>::ready(kube::ControllerMetrics()); }
    [[nodiscard]] kube::Future<kube::ApiServerLoad> apiServerLoad() override { return loads.ask(); }
    [[nodiscard]] kube::Future<kube::PriorityAndFairness> flowControl() override { return flows.ask(); }
    [[nodiscard]] kube::Future<kube::Readiness> readiness() override { return readings.ask(); }

    Answers<kube::ApiServerLoad> loads;
    Answers<kube::PriorityAndFairness> flows;
    Answers<kube::Readiness> readings;
};

} // namespace orrery::test
