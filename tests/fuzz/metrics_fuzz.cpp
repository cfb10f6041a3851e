// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/api_server_load.h"
#include "core/metrics/controller_metrics.h"
#include "core/metrics/flow_control_dump.h"
#include "core/metrics/metric_writer.h"
#include "core/metrics/queue_activity.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>

namespace {

bool isTheSame(const kube::MetricSample &one, const kube::MetricSample &other)
{
    const bool isOneNumber = one.value == other.value || (std::isnan(one.value) && std::isnan(other.value));
    return one.name == other.name && one.labels == other.labels && isOneNumber;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace kube;
    using namespace std::chrono_literals;
    const std::string_view input = test::asText(data, size);
    if (const auto samples = parseMetrics(input)) {
        const auto half = parseMetrics(input, [](std::string_view name) { return name.size() % 2 == 0; });
        test::mustHold(half && half->size() <= samples->size(), "what is not wanted is left out");
        std::string written;
        for (const MetricSample &sample : *samples) {
            test::mustHold(!sample.name.empty(), "a sample has a name");
            appendSample(written, sample);
        }
        const auto again = parseMetrics(written);
        test::mustHold(again && std::equal(samples->begin(), samples->end(), again->begin(), again->end(), isTheSame), "what is written is read as the same");
    }
    if (const auto metrics = ControllerMetrics::decode(input)) {
        for (const QueueReading &queue : metrics->queues) {
            const QueueActivity activity = QueueActivity::between(queue, queue, 1s);
            test::mustHold(!(activity.addsPerSecond > 0) && !(activity.retriesPerSecond > 0), "between a reading and itself nothing was added");
            (void)findingsOf(queue, activity);
        }
    }
    if (const auto load = ApiServerLoad::decode(input)) {
        for (const auto &[verb, operation] : load->verbs)
            test::mustHold(!(operation.since(operation).seconds.count() > 0), "between a reading and itself nothing was asked");
        for (const auto &[resource, count] : load->objects)
            test::mustHold(count >= 0, "what could not be counted is left out");
    }
    (void)decodePriorityLevels(input);
    (void)decodeFairQueues(input);
    (void)decodeFlowRequests(input);
    for (const HealthCheck &check : decodeHealthChecks(input))
        test::mustHold(!check.isOk || check.reason.empty(), "only what failed has a reason");
    return 0;
}
