// SPDX-License-Identifier: Apache-2.0
#include "ui/views/controllers/controllers_watch.h"

#include <algorithm>
#include <cmath>

namespace orrery {

namespace {

const QString apiServerId = QStringLiteral("apiserver");

/// Programs: constant or not.
template <typename Programs>
auto programIn(Programs &programs, const QString &id) -> decltype(programs.data())
{
    const auto at = std::find_if(programs.begin(), programs.end(), [&](const ControllerProgram &one) { return one.id == id; });
    return at == programs.end() ? nullptr : &*at;
}

qint64 msecsOf(kube::WallTime time)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

} // namespace

ControllersWatch::ControllersWatch(kube::MetricsPort &port, const kube::ExecutorPtr &gui, std::shared_ptr<kube::Scheduler> time, QObject *parent)
    : QObject(parent), m_port(port), m_time(std::move(time)), m_owner(gui)
{
    ControllerProgram server;
    server.id = apiServerId;
    server.name = tr("API server");
    m_programs.push_back(std::move(server));
}

const ControllerProgram *ControllersWatch::program(const QString &id) const
{
    return programIn(m_programs, id);
}

ControllerProgram *ControllersWatch::mutableProgram(const QString &id)
{
    return programIn(m_programs, id);
}

void ControllersWatch::setRunning(bool running)
{
    if (running && !m_isRunning)
        m_waitsSince = m_time->now();
    m_isRunning = running;
    awaitSilence();
    if (!running) {
        m_timer.reset();
        m_toAsk.clear();
    } else if (!m_isInRound) {
        begin();
    }
}

void ControllersWatch::lookAgain()
{
    m_looked.reset();
    for (ControllerProgram &program : m_programs)
        program.due = {};
    if (m_isRunning && !m_isInRound)
        begin();
}

void ControllersWatch::begin()
{
    m_timer.reset();
    m_isInRound = true;
    m_roundBegan = m_time->now();
    if (!m_looked || m_time->now() - *m_looked >= TargetsInterval)
        look();
    else
        askDue();
}

void ControllersWatch::look()
{
    m_looked = m_time->now();
    if (m_stage != Stage::Found)
        m_stage = Stage::Looking;
    kube::then(m_port.targets(), m_owner, [this](kube::Result<kube::MetricsTargets> found) {
        if (found) {
            m_stage = Stage::Found;
            m_error.reset();
            takeTargets(*found);
        } else {
            m_stage = Stage::Failed;
            m_error = found.error();
        }
        askDue();
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

void ControllersWatch::takeTargets(const kube::MetricsTargets &found)
{
    m_gaps = found.gaps;
    m_podsLooked = found.podsLooked;
    std::vector<ControllerProgram> programs;
    programs.push_back(std::move(m_programs.front())); // the API server
    for (const kube::MetricsTarget &target : found.targets) {
        const QString id = QString::fromStdString(target.proxyPath());
        if (ControllerProgram *known = mutableProgram(id)) {
            programs.push_back(std::move(*known));
            known->id.clear();
            continue;
        }
        ControllerProgram program;
        program.id = id;
        program.name = QString::fromStdString(target.pod);
        program.place = QString::fromStdString(target.namespaceName);
        program.target = target;
        programs.push_back(std::move(program));
    }
    m_programs = std::move(programs);
}

void ControllersWatch::askDue()
{
    if (m_isRunning) {
        for (const ControllerProgram &program : m_programs) {
            if (program.due <= m_time->now())
                m_toAsk << program.id;
        }
    }
    askMore();
}

void ControllersWatch::askMore()
{
    while (m_active < AtOnce && !m_toAsk.isEmpty())
        ask(m_toAsk.takeFirst());
    if (m_active == 0)
        rest();
}

void ControllersWatch::ask(const QString &id)
{
    const ControllerProgram *program = this->program(id);
    if (!program)
        return;
    ++m_active;
    kube::then(program->target ? m_port.scrape(*program->target) : m_port.apiServer(), m_owner, [this, id](kube::Result<kube::ControllerMetrics> answer) {
        --m_active;
        take(id, std::move(answer));
        askMore();
        Q_EMIT changed();
    });
}

void ControllersWatch::take(const QString &id, kube::Result<kube::ControllerMetrics> answer)
{
    ControllerProgram *program = mutableProgram(id);
    if (!program)
        return;
    const kube::SteadyTime at = m_time->now();
    if (!answer) {
        program->state = ControllerProgram::State::Failed;
        program->error = answer.error();
        program->due = at + FailedInterval;
        if (isGonePod(answer.error()))
            m_looked.reset(); // another may stand in its place
        return;
    }
    m_lastAnswer = m_time->wallNow();
    m_waitsSince = at;
    program->error.reset();
    const bool tells = !answer->queues.empty();
    program->state = tells ? ControllerProgram::State::Telling : ControllerProgram::State::Silent;
    program->due = tells ? kube::SteadyTime{} : at + SilentInterval;
    if (program->now && answer->isOfAnotherRunThan(program->now->metrics))
        program->earlier.clear(); // what it counts begins anew
    else if (program->now)
        program->earlier.push_back(std::move(*program->now));
    // One that is older stays while there is no other.
    while (program->earlier.size() > 1 && at - program->earlier.front().at > Window)
        program->earlier.pop_front();
    program->now = ControllerProgram::Reading{std::move(*answer), at, m_lastAnswer};
    record(*program);
    awaitSilence();
}

bool ControllersWatch::isSilent() const
{
    return m_isRunning && m_lastAnswer != kube::WallTime{} && m_time->now() >= silentFrom();
}

kube::SteadyTime ControllersWatch::silentFrom() const
{
    const bool isAskedOften = std::any_of(m_programs.begin(), m_programs.end(), [](const ControllerProgram &one) { return one.state == ControllerProgram::State::Telling; });
    return m_waitsSince + Patience + (isAskedOften ? std::chrono::seconds(0) : SilentInterval);
}

void ControllersWatch::awaitSilence()
{
    m_silence.reset();
    if (m_isRunning && m_lastAnswer != kube::WallTime{})
        m_silence = m_time->after(silentFrom() - m_time->now(), [this] { Q_EMIT changed(); });
}

void ControllersWatch::record(ControllerProgram &program)
{
    if (program.earlier.empty() || program.now->at - program.earlier.back().at < ChartStep)
        return;
    const ControllerProgram::Reading &last = program.earlier.back();
    const double unknown = std::nan("");
    const bool isLong = program.now->at - last.at > 3 * Interval; // nobody looked meanwhile, or it did not answer
    for (const kube::QueueReading &queue : program.now->metrics.queues) {
        const auto activity = program.activity(queue.name, last);
        const auto minute = program.activity(queue.name);
        if (!activity || !minute)
            continue;
        QList<QueueSample> &history = program.history[queue.name];
        // What began anew, or was gone for a while, is another line.
        const bool isGap = !history.isEmpty() && (isLong || history.last().at < msecsOf(last.wall - ChartStep));
        if (isGap)
            history << QueueSample{history.last().at + 1, unknown, unknown, unknown, unknown, unknown, unknown, unknown};
        const auto of = [unknown](const kube::MetricHistogram &histogram, double q) { return histogram.quantile(q).value_or(unknown); };
        history << QueueSample{msecsOf(program.now->wall), queue.depth.value_or(unknown), queue.adds ? activity->addsPerSecond : unknown,
                               queue.retries ? activity->retriesPerSecond : unknown, of(minute->waiting, 0.5),
                               of(minute->waiting, 0.99), of(minute->working, 0.5), of(minute->working, 0.99)};
        while (history.size() > Samples)
            history.removeFirst();
    }
}

void ControllersWatch::rest()
{
    m_isInRound = false;
    if (!m_isRunning)
        return;
    const bool isNew = std::any_of(m_programs.begin(), m_programs.end(),
                                   [](const ControllerProgram &one) { return one.state == ControllerProgram::State::Telling && one.earlier.empty(); });
    const kube::Duration pause = m_roundBegan + (isNew ? FirstInterval : Interval) - m_time->now();
    m_timer = m_time->after(std::max<kube::Duration>(pause, std::chrono::seconds(1)), [this] { begin(); });
}

} // namespace orrery
