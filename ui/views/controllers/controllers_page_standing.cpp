// SPDX-License-Identifier: Apache-2.0
// What the page shows of what is known: the table, what stands out, how true it is, and the chosen queue.
#include "ui/base/format.h"
#include "ui/views/controllers/charts_panel.h"
#include "ui/views/controllers/controllers_page.h"
#include "ui/views/controllers/controllers_text.h"
#include "ui/views/controllers/notice_list.h"
#include "ui/views/controllers/program_panel.h"
#include "ui/views/controllers/queue_model.h"
#include "ui/views/controllers/suspects_panel.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/table_view.h"

#include <QStackedWidget>

namespace orrery {

using State = ControllerProgram::State;
using Stage = ControllersWatch::Stage;

void ControllersPage::showState()
{
    const QList<QueueRow> rows = queueRows(m_watch->programs());
    m_model->setRows(rows);
    const bool isKnown = std::any_of(rows.begin(), rows.end(), [](const QueueRow &row) { return row.activity.has_value(); });
    const QList<QueueNotice> notices = queueNotices(m_watch->programs(), rows);
    const auto has = [this](State state) {
        return std::any_of(m_watch->programs().begin(), m_watch->programs().end(), [state](const ControllerProgram &one) { return one.state == state; });
    };
    const bool isAllRead = unreadTexts(m_watch->programs()).isEmpty();
    const QString quiet = isAllRead ? tr("Nothing is stuck, saturated, looping or throttled.") : tr("Of what can be read, nothing is stuck, saturated, looping or throttled.");
    m_notices->setNotices(notices, isKnown && has(State::Telling) && !m_watch->isSilent() ? quiet : QString());
    const bool isUnread = has(State::Failed) && !has(State::Telling) && !has(State::Asking);
    m_hasChosen |= m_table->selectionModel()->hasSelection(); // by a person, before
    if (!m_hasChosen && (isKnown || isUnread) && !m_watch->isAsking()) {
        // The first that deserves a look: nothing is in the charts of one that was not asked twice. Or why nothing can be read.
        m_hasChosen = true;
        m_table->setCurrentIndex(m_model->index(0, 0));
    }
    showStanding();
    showTable();
    showChosen();
}

void ControllersPage::showStanding()
{
    int telling = 0, silent = 0, failed = 0, refusing = 0, queues = 0;
    for (const ControllerProgram &program : m_watch->programs()) {
        telling += program.state == State::Telling;
        silent += program.state == State::Silent;
        failed += program.state == State::Failed;
        refusing += program.state == State::Failed && isRefusal(*program.error);
        queues += program.state == State::Telling ? static_cast<int>(program.now->metrics.queues.size()) : 0;
    }
    QStringList parts;
    //: %1: "3 queues"; %2: "2 programs"
    parts << tr("%1 of %2").arg(tr("%n queue(s)", nullptr, queues), tr("%n program(s)", "after “of”", telling));
    parts << unreadTexts(m_watch->programs());
    if (silent > 0)
        parts << tr("%n tell(s) no queue", nullptr, silent);
    for (const kube::Error &gap : m_watch->gaps())
        parts << tr("not looked at: %1").arg(gap.message);
    if (m_watch->podsLooked() > 0)
        parts << tr("only the first %1 Pods were looked at, and those of Deployments, StatefulSets and DaemonSets").arg(count(static_cast<qint64>(m_watch->podsLooked())));
    if (m_watch->stage() == Stage::Failed)
        parts << tr("programs could not be looked for: %1").arg(m_watch->error()->message);
    m_count->setText(parts.join(QStringLiteral(" · ")));
    m_progress->setRunning(m_watch->isRunning() && m_watch->isAsking() && m_watch->lastAnswer() == kube::WallTime{});
    const bool isFiltering = !m_filter->text().isEmpty();
    m_filter->setCounts(isFiltering ? m_model->rowCount() : -1, isFiltering ? m_model->all() : -1);

    const QString failedWord = refusing == failed ? tr("may not be read") : tr("no answer");
    BadgeText badge;
    if (m_watch->lastAnswer() == kube::WallTime{}) {
        badge = failed == 0 ? BadgeText{Tone::Pending, tr("asking"), {}, {}} : BadgeText{Tone::Failing, failedWord, {}, {}};
    } else if (telling + silent == 0) {
        badge = {Tone::Failing, failedWord, tr("as of %1").arg(clockTime(m_watch->lastAnswer())), {}};
    } else if (m_watch->isSilent()) {
        badge = {Tone::Pending, tr("no answer"), tr("since %1").arg(clockTime(m_watch->lastAnswer())), tr("No program has answered since %1. The session may be paused, or the server hangs.").arg(absoluteTime(m_watch->lastAnswer()))};
    } else {
        badge = {m_watch->isRunning() ? Tone::Ready : Tone::Completed, m_watch->isRunning() ? tr("each %n second(s)", nullptr, static_cast<int>(ControllersWatch::Interval.count())) : tr("paused"),
                 tr("as of %1").arg(clockTime(m_watch->lastAnswer())), tr("The last answer of a program came at %1. Each row says when its own came.").arg(absoluteTime(m_watch->lastAnswer()))};
    }
    m_badge->setText(badge);
}

void ControllersPage::showTable()
{
    if (m_model->rowCount() > 0) {
        m_stack->setCurrentWidget(m_table);
        return;
    }
    EmptyStateText text{IconName::Controllers, tr("Looking for programs that tell metrics"), {}, {}, {}};
    if (m_model->all() > 0) {
        text = {IconName::Filter, tr("No queue matches the filter"), {}, tr("Shorten it, or press Escape to see all."), {}};
    } else if (m_watch->stage() == Stage::Failed) {
        const ErrorText error = describe(*m_watch->error());
        text = {IconName::Lock, error.headline, error.detail, error.mend, tr("Look Again")};
    } else if (m_watch->stage() == Stage::Found && !m_watch->isAsking()) {
        text = {IconName::Controllers, tr("No program tells its work queues"),
                tr("Looked at were Pods with the annotation prometheus.io/scrape, with a port named metrics, and the control plane's."),
                tr("Give your controller's Pods a port named metrics, or that annotation."), tr("Look Again")};
    }
    m_empty->setText(text);
    m_stack->setCurrentWidget(m_empty);
}

void ControllersPage::showChosen()
{
    const QModelIndex current = m_table->currentIndex();
    const QueueRow *row = current.isValid() ? &m_model->at(current.row()) : nullptr;
    const ControllerProgram *program = row ? m_watch->program(row->programId) : nullptr;
    if (!program) {
        m_about->setText({IconName::Info, tr("Choose a queue"), tr("Its figures over time and the objects that may be stuck are shown here."), {}, {}});
        m_lower->setCurrentWidget(m_about);
        return;
    }
    if (row->queue.isEmpty()) {
        EmptyStateText text{IconName::Info, tr("Asking %1").arg(program->name), {}, {}, {}};
        if (program->error) {
            const ErrorText error = describeScrape(*program->error, *program, m_watch->programs());
            text = {IconName::Lock, tr("%1: %2").arg(program->name, error.headline), error.detail, error.mend, tr("Ask Again")};
        }
        m_about->setText(text);
        m_lower->setCurrentWidget(m_about);
        return;
    }
    m_lower->setCurrentIndex(0);
    m_heading->setText(row->queue);
    m_caption->setText(program->target ? tr("of %1 in %2").arg(program->name, program->place) : tr("of the API server"));
    const auto history = program->history.find(row->queue.toStdString());
    m_charts->show(history == program->history.end() ? QList<QueueSample>() : history->second);
    m_program->show(*program, program->state == State::Failed || m_watch->isSilent());
    std::vector<std::string> leases;
    for (const auto &[lease, leads] : program->now->metrics.leads)
        leases.push_back(lease);
    m_suspects->setQueue(row->queue, program->place.toStdString(), leases);
}

} // namespace orrery
