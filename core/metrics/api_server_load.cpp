// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/api_server_load.h"

#include "core/metrics/histogram_line.h"

#include <functional>

namespace kube {

namespace {

/// "leases.coordination.k8s.io", "pods"
std::string resourceOf(const MetricSample &sample)
{
    std::string resource(sample.label("resource"));
    if (const std::string_view group = sample.label("group"); !group.empty() && resource.find('.') == std::string::npos)
        resource.append(1, '.').append(group);
    return resource;
}

bool isOfChosenLength(std::string_view verb)
{
    return verb == "WATCH" || verb == "WATCHLIST" || verb == "CONNECT" || verb == "PROXY";
}

std::string_view levelOf(const MetricSample &sample)
{
    const std::string_view level = sample.label("priority_level");
    return level.empty() ? sample.label("priorityLevel") : level; // before 1.20
}

class LoadBuilder
{
public:
    void take(const MetricSample &sample)
    {
        if (const auto known = takers().find(sample.name); known != takers().end())
            known->second(*this, sample);
    }
    [[nodiscard]] static bool knows(std::string_view name) { return takers().find(name) != takers().end(); }
    [[nodiscard]] ApiServerLoad finish()
    {
        // Of a limit that is nominal and one that is in force, the second counts.
        for (const auto &[level, limit] : m_limitsInForce)
            m_load.seats[level].limit = limit;
        if (!m_registered.empty() && m_load.watches.empty())
            m_load.watches = std::move(m_registered);
        return std::move(m_load);
    }

private:
    using Taker = std::function<void(LoadBuilder &, const MetricSample &)>;
    using Takers = std::map<std::string, Taker, std::less<>>;

    static const Takers &takers()
    {
        static const Takers all = makeTakers();
        return all;
    }

    static Takers makeTakers()
    {
        Takers all;
        for (const char *end : {"_bucket", "_sum", "_count"}) {
            all[std::string("apiserver_request_duration_seconds") + end] = [](LoadBuilder &b, const MetricSample &s) {
                if (!isOfChosenLength(s.label("verb")))
                    static_cast<void>(takeHistogramLine(b.m_load.verbs[std::string(s.label("verb"))].seconds, s.name, "apiserver_request_duration_seconds", s));
            };
            all[std::string("etcd_request_duration_seconds") + end] = [](LoadBuilder &b, const MetricSample &s) {
                static_cast<void>(takeHistogramLine(b.m_load.storage[std::string(s.label("operation"))].seconds, s.name, "etcd_request_duration_seconds", s));
            };
        }
        all["apiserver_request_total"] = [](LoadBuilder &b, const MetricSample &s) {
            const std::string_view code = s.label("code");
            if (isOfChosenLength(s.label("verb")) || !(code.starts_with('5') || code == "429"))
                return;
            OperationLoad &verb = b.m_load.verbs[std::string(s.label("verb"))];
            (code == "429" ? verb.refused : verb.failed) += s.value;
        };
        all["apiserver_current_inflight_requests"] = [](LoadBuilder &b, const MetricSample &s) {
            const std::string_view kind = s.label("request_kind");
            b.m_load.inFlight[std::string(kind.empty() ? s.label("requestKind") : kind)] += s.value;
        };
        // Called apiserver_longrunning_gauge before 1.23; registered_watchers names kinds.
        for (const char *name : {"apiserver_longrunning_requests", "apiserver_longrunning_gauge"}) {
            all[name] = [](LoadBuilder &b, const MetricSample &s) {
                if (s.label("verb") == "WATCH" && !s.label("resource").empty())
                    b.m_load.watches[resourceOf(s)] += s.value;
            };
        }
        all["apiserver_registered_watchers"] = [](LoadBuilder &b, const MetricSample &s) { b.m_registered[std::string(s.label("kind"))] += s.value; };
        // One that has been renamed twice; a server in between tells it by both names. Below 0: it could not be counted.
        for (const char *name : {"apiserver_resource_objects", "apiserver_storage_objects", "etcd_object_counts"}) {
            all[name] = [](LoadBuilder &b, const MetricSample &s) {
                if (s.value >= 0)
                    b.m_load.objects.insert_or_assign(resourceOf(s), s.value);
            };
        }
        const auto limit = [](LoadBuilder &b, const MetricSample &s) { b.m_load.seats[std::string(levelOf(s))].limit = s.value; };
        all["apiserver_flowcontrol_request_concurrency_limit"] = limit;
        all["apiserver_flowcontrol_nominal_limit_seats"] = limit;
        all["apiserver_flowcontrol_current_limit_seats"] = [](LoadBuilder &b, const MetricSample &s) { b.m_limitsInForce[std::string(levelOf(s))] = s.value; };
        const auto used = [](LoadBuilder &b, const MetricSample &s) {
            LevelSeats &seats = b.m_load.seats[std::string(levelOf(s))];
            seats.used = seats.used.value_or(0) + s.value;
        };
        all["apiserver_flowcontrol_current_executing_seats"] = used;
        all["apiserver_flowcontrol_rejected_requests_total"] = [](LoadBuilder &b, const MetricSample &s) { b.m_load.seats[std::string(levelOf(s))].rejected += s.value; };
        all["apiserver_flowcontrol_dispatched_requests_total"] = [](LoadBuilder &b, const MetricSample &s) { b.m_load.seats[std::string(levelOf(s))].dispatched += s.value; };
        for (const char *name : {"etcd_db_total_size_in_bytes", "apiserver_storage_db_total_size_in_bytes", "apiserver_storage_size_bytes"}) {
            all[name] = [](LoadBuilder &b, const MetricSample &s) { b.m_load.databaseBytes = std::max(b.m_load.databaseBytes.value_or(0), s.value); };
        }
        all["process_start_time_seconds"] = [](LoadBuilder &b, const MetricSample &s) {
            if (s.value > 0 && s.value < 1e11)
                b.m_load.startedAt = WallTime(std::chrono::duration_cast<WallTime::duration>(std::chrono::duration<double>(s.value)));
        };
        return all;
    }

    ApiServerLoad m_load;
    std::map<std::string, double> m_limitsInForce;
    std::map<std::string, double> m_registered;
};

} // namespace

OperationLoad OperationLoad::since(const OperationLoad &before) const
{
    const bool isSame = failed >= before.failed && refused >= before.refused && seconds.count() >= before.seconds.count();
    return isSame ? OperationLoad{seconds.since(before.seconds), failed - before.failed, refused - before.refused} : *this;
}

Result<ApiServerLoad> ApiServerLoad::decode(std::string_view text)
{
    const auto samples = parseMeasures(text, LoadBuilder::knows);
    if (!samples)
        return fail(samples.error());
    LoadBuilder builder;
    for (const MetricSample &sample : *samples)
        builder.take(sample);
    return builder.finish();
}

} // namespace kube
