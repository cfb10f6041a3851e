// SPDX-License-Identifier: Apache-2.0
#include "app/demo/sim/churn.h"

#include <chrono>

namespace orrery::demo {

namespace {

constexpr int tickMilliseconds = 20;
constexpr int ticksPerList = 250;
const kube::GroupResource pods{"", "pods"};

constexpr std::chrono::milliseconds longestDebt{500};

/// Puts value into the string that follows member; false: there is none.
bool replaceValue(std::string &json, const std::string &member, const std::string &value)
{
    const auto found = json.find(member);
    if (found == std::string::npos)
        return false;
    const auto begin = found + member.size();
    json.replace(begin, json.find('"', begin) - begin, value);
    return true;
}

/// Behind the string or the brackets that begin there; the end of the text when they do not end.
std::size_t skipped(const std::string &json, std::size_t at)
{
    std::size_t depth = 0;
    for (bool isText = false; at < json.size(); ++at) {
        const char byte = json[at];
        if (byte == '\\')
            ++at;
        else if (byte == '"')
            isText = !isText;
        else if (!isText && (byte == '{' || byte == '['))
            ++depth;
        else if (!isText && (byte == '}' || byte == ']'))
            --depth;
        if (!isText && depth == 0)
            return at + 1;
    }
    return at;
}

/// Where the value of an object's member begins; object: where its bracket stands. npos: it has none such.
std::size_t valueOf(const std::string &json, std::size_t object, std::string_view member)
{
    for (std::size_t at = object + 1; at < json.size() && json[at] == '"';) {
        const std::size_t colon = skipped(json, at);
        if (std::string_view(json).substr(at + 1, colon - at - 2) == member)
            return colon + 1;
        at = colon + 1;
        while (at < json.size() && json[at] != ',' && json[at] != '}')
            at = skipped(json, at);
        ++at;
    }
    return std::string::npos;
}

/// The document with these annotations set. By text: at thousands of changes a second a parse would be most of the work.
std::string stamped(std::string json, const std::string &writtenAt, const std::string &number)
{
    static const std::string time = "\"demo.orrery/written-at\":\"";
    static const std::string change = "\"demo.orrery/change\":\"";
    std::string missing;
    for (const auto &[member, value] : {std::pair(&time, &writtenAt), std::pair(&change, &number)}) {
        if (!replaceValue(json, *member, *value))
            missing += (missing.empty() ? "" : ",") + *member + *value + '"';
    }
    const auto metadata = missing.empty() ? std::string::npos : valueOf(json, 0, "metadata");
    if (metadata >= json.size() || json[metadata] != '{')
        return json;
    const auto annotations = valueOf(json, metadata, "annotations");
    if (annotations == std::string::npos)
        json.insert(metadata + 1, "\"annotations\":{" + missing + (json[metadata + 1] == '}' ? "}" : "},"));
    else if (json[annotations] == '{')
        json.insert(annotations + 1, missing + (json[annotations + 1] == '}' ? "" : ","));
    return json;
}

/// With one restart more in its first container: a change a person sees.
std::string restarted(std::string json)
{
    static const std::string member = "\"restartCount\":";
    const auto found = json.find(member);
    if (found == std::string::npos)
        return json;
    const auto begin = found + member.size();
    const auto end = json.find_first_not_of("0123456789", begin);
    json.replace(begin, end - begin, std::to_string(std::stoll(json.substr(begin, end - begin)) + 1));
    return json;
}

} // namespace

Churn::Churn(ApiStore &store, Pace pace, std::uint64_t seed, QObject *parent)
    : QObject(parent), m_store(store), m_pace(pace), m_random(seed)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Churn::tick);
    m_timer.start(tickMilliseconds);
}

void Churn::tick()
{
    if (m_ticksLeft-- <= 0) {
        m_pods = m_store.list(pods, {});
        m_ticksLeft = ticksPerList;
    }
    if (m_pods.empty())
        return;
    // By the clock, not by the ticks: a busy server loses some of those. What it cannot do it does not owe for ever.
    const auto now = Clock::now();
    m_owed += m_pace.changesPerSecond * std::chrono::duration<double>(std::min<Clock::duration>(now - m_lastTick, longestDebt)).count();
    m_lastTick = now;
    for (; m_owed >= 1; m_owed -= 1)
        change(m_pods[m_random() % m_pods.size()]);
    if (m_pace.seconds > 0 && now - m_begun >= std::chrono::duration<double>(m_pace.seconds))
        m_timer.stop();
}

void Churn::change(const StoredPtr &pod)
{
    const StoredPtr now = m_store.get(pods, pod->key);
    if (!now)
        return;
    const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
    if (m_store.update(pods, pod->key, stamped(restarted(now->json), std::to_string(micros), std::to_string(m_changes + 1))))
        ++m_changes;
}

} // namespace orrery::demo
