// SPDX-License-Identifier: Apache-2.0
#include "ui/views/controllers/queue_rows.h"

#include "ui/base/format.h"
#include "ui/views/controllers/controllers_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace orrery {

namespace {

struct QueueRowTexts {
    Q_DECLARE_TR_FUNCTIONS(QueueRowTexts)
};

QString joined(const ErrorText &text)
{
    QStringList lines;
    for (const QString &line : {text.headline, text.detail, text.mend}) {
        if (!line.isEmpty())
            lines << line;
    }
    return lines.join(QLatin1Char('\n'));
}

int rankOf(Tone tone)
{
    return tone == Tone::Failing || tone == Tone::Pending ? NotAnswering : tone == Tone::Ready ? AtWork : Idle;
}

/// What is compared of findings of one gravity.
std::pair<double, double> figuresOf(const kube::QueueFinding &finding)
{
    using Kind = kube::QueueFinding::Kind;
    const bool isCounted = finding.kind == Kind::Unserved || finding.kind == Kind::Saturated || finding.kind == Kind::HotLooping || finding.kind == Kind::Failing || finding.kind == Kind::Refused;
    return isCounted ? std::pair(finding.count, finding.seconds) : std::pair(finding.seconds, finding.count);
}

bool isGraver(const kube::QueueFinding &one, const kube::QueueFinding &other)
{
    return std::pair(gravityOf(one.kind), figuresOf(one)) > std::pair(gravityOf(other.kind), figuresOf(other));
}

void setState(QueueRow &row, Tone tone, const QString &state, const QString &detail)
{
    row.tone = tone;
    row.state = state;
    row.detail = detail;
    row.rank = rankOf(tone);
}

void judge(QueueRow &row, const std::vector<kube::QueueFinding> &client)
{
    if (!row.activity)
        return setState(row, Tone::Neutral, QueueRowTexts::tr("first reading"), QueueRowTexts::tr("Rates are known after the second reading."));
    const bool isIdle = row.reading->depth.value_or(0) <= 0 && row.activity->addsPerSecond <= 0 && row.activity->donePerSecond <= 0 && row.reading->unfinishedSeconds.value_or(0) <= 0;
    std::vector<kube::QueueFinding> said = row.findings;
    if (said.empty() && !isIdle) // what holds all queues of a program back is said at the top too
        said.insert(said.end(), client.begin(), client.end());
    if (said.empty())
        return isIdle ? setState(row, Tone::Completed, QueueRowTexts::tr("idle"), {}) : setState(row, Tone::Ready, QueueRowTexts::tr("at work"), {});
    QStringList words, sentences;
    Tone tone = Tone::Neutral;
    for (const kube::QueueFinding &finding : said) {
        words << findingWord(finding.kind);
        sentences << findingText(finding);
        tone = tone == Tone::Failing ? tone : findingTone(finding.kind);
    }
    setState(row, tone, words.join(QStringLiteral(", ")), sentences.join(QLatin1Char('\n')));
    row.rank = row.findings.empty() ? OfItsProgram : StandingOut + gravityOf(row.findings.front().kind);
}

/// Who told queues and tells no more, and since when.
QString lostText(const ControllerProgram &program, const std::vector<ControllerProgram> &all)
{
    const kube::Error &error = *program.error;
    const QString since = clockTime(program.now->wall);
    // An answer that never came through is not the program's, whose port may be open.
    const QString why = (error.status || !error.is(kube::ErrorKind::Transport) ? describeScrape(error, program, all) : describe(error)).headline;
    if (isRefusal(error))
        return QueueRowTexts::tr("%1 may no longer be read; its last answer came at %2. %3.").arg(program.name, since, why);
    if (program.target && isUnreached(error))
        return QueueRowTexts::tr("%1 has not answered since %2; it may have ended. What its queues do is not known.").arg(program.name, since);
    return QueueRowTexts::tr("%1 has told nothing since %2. %3.").arg(program.name, since, why);
}

/// Of the programs that tell no more; when it is the API server by which all are asked, it alone.
QList<QueueNotice> lostNotices(const std::vector<ControllerProgram> &programs)
{
    const auto server = std::find_if(programs.begin(), programs.end(), [](const ControllerProgram &one) { return !one.target && one.isLost(); });
    QList<QueueNotice> notices;
    for (const ControllerProgram &program : programs) {
        const bool isOfAll = program.error && !program.error->is(kube::ErrorKind::Server) && !program.error->is(kube::ErrorKind::Forbidden); // rights differ
        const bool isOfServer = isOfAll && server != programs.end() && program.target && program.error->kind == server->error->kind;
        if (!program.isLost() || isOfServer)
            continue;
        QueueRow row;
        row.programId = program.id;
        row.queue = QString::fromStdString(program.now->metrics.queues.front().name);
        notices << QueueNotice{Tone::Failing, lostText(program, programs), row.id()};
    }
    return notices;
}

} // namespace

QList<QueueRow> queueRows(const std::vector<ControllerProgram> &programs)
{
    using ProgramState = ControllerProgram::State;
    QList<QueueRow> rows;
    for (const ControllerProgram &program : programs) {
        QueueRow base;
        base.programId = program.id;
        base.program = program.name;
        base.leads = program.leads();
        if (program.now)
            base.asOf = program.now->wall;
        const bool hasQueues = program.now && !program.now->metrics.queues.empty();
        if (!hasQueues) {
            if (program.state == ProgramState::Asking)
                setState(base, Tone::Neutral, QueueRowTexts::tr("asking"), {});
            else if (program.state == ProgramState::Failed)
                setState(base, program.error->is(kube::ErrorKind::NotFound) ? Tone::Completed : Tone::Pending, scrapeWord(*program.error), joined(describeScrape(*program.error, program, programs)));
            base.rank = Unread;
            if (program.state != ProgramState::Silent)
                rows << base;
            continue;
        }
        const std::vector<kube::QueueFinding> client = program.clientFindings();
        for (const kube::QueueReading &queue : program.now->metrics.queues) {
            QueueRow row = base;
            row.queue = QString::fromStdString(queue.name);
            row.reading = queue;
            row.activity = program.activity(queue.name);
            if (row.activity)
                row.findings = kube::findingsOf(queue, *row.activity, *program.recentActivity(queue.name), program.activitiesBefore(queue.name));
            if (row.leads == false) // who stands by may fill its queue, and takes nothing out
                std::erase_if(row.findings, [](const kube::QueueFinding &one) { return one.kind == kube::QueueFinding::Kind::Unserved; });
            judge(row, client);
            row.isOld = program.state == ProgramState::Failed;
            if (row.isOld) // what was true once is no finding
                setState(row, Tone::Pending, scrapeWord(*program.error), QueueRowTexts::tr("The last answer came at %1.").arg(clockTime(row.asOf)) + QLatin1Char('\n') + joined(describeScrape(*program.error, program, programs)));
            rows << row;
        }
    }
    return rows;
}

QList<QueueNotice> queueNotices(const std::vector<ControllerProgram> &programs, const QList<QueueRow> &rows)
{
    std::vector<std::pair<kube::QueueFinding, QueueNotice>> found; // what is gravest in each
    for (const QueueRow &row : rows) {
        const ControllerProgram::State *state = nullptr;
        for (const ControllerProgram &program : programs)
            state = program.id == row.programId ? &program.state : state;
        if (row.findings.empty() || !state || *state == ControllerProgram::State::Failed)
            continue;
        QStringList sentences;
        for (const kube::QueueFinding &finding : row.findings)
            sentences << findingText(finding);
        found.emplace_back(row.findings.front(), QueueNotice{row.tone, QueueRowTexts::tr("%1 of %2: %3.").arg(row.queue, row.program, sentences.join(QStringLiteral("; "))), row.id()});
    }
    for (const ControllerProgram &program : programs) {
        if (program.state == ControllerProgram::State::Failed)
            continue;
        for (const kube::QueueFinding &finding : program.clientFindings())
            found.emplace_back(finding, QueueNotice{findingTone(finding.kind), QueueRowTexts::tr("%1: %2.").arg(program.name, findingText(finding)), {}});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &one, const auto &other) { return isGraver(one.first, other.first); });
    QList<QueueNotice> notices = lostNotices(programs);
    for (auto &[finding, notice] : found)
        notices << std::move(notice);
    return notices;
}

} // namespace orrery
