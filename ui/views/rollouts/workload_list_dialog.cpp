// SPDX-License-Identifier: Apache-2.0
#include "ui/views/rollouts/workload_list_dialog.h"

#include "core/rollout/rollout_change.h"
#include "ui/base/error_text.h"
#include "ui/base/theme.h"
#include "ui/views/rollouts/rollout_text.h"
#include "ui/views/rollouts/workload_change.h"
#include "ui/widgets/table_view.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace orrery {

using WorkloadPhase = WorkloadListModel::Phase;

WorkloadListDialog::WorkloadListDialog(WorkloadPorts ports, kube::ResourceInfo resource, const std::vector<kube::ObjectKey> &keys, Verb verb, std::function<kube::WallTime()> now,
                                       QWidget *parent)
    : QDialog(parent), m_ports(std::move(ports)), m_resource(std::move(resource)), m_verb(verb), m_now(std::move(now)), m_model(new WorkloadListModel(keys, this)),
      m_followers(keys.size(), nullptr), m_table(new TableView(this)), m_summary(new QLabel(this)), m_owner(m_ports.gui)
{
    setWindowTitle(title(static_cast<int>(keys.size())));
    setAttribute(Qt::WA_DeleteOnClose);
    setSizeGripEnabled(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    auto *heading = new QLabel(windowTitle(), this);
    heading->setFont(titleFont(font()));
    layout->addWidget(heading);
    auto *about = new QLabel(facts(), this);
    about->setWordWrap(true);
    layout->addWidget(about);
    m_table->setAccessibleName(tr("Objects"));
    m_table->setModel(m_model);
    layout->addWidget(m_table, 1);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QDialogButtonBox(this);
    m_close = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_write = buttons->addButton(verbText(0), QDialogButtonBox::AcceptRole);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_summary, 1);
    foot->addWidget(buttons);
    layout->addLayout(foot);
    resize(720, 400);
    connect(m_write, &QPushButton::clicked, this, &WorkloadListDialog::write);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_table->setFocus(Qt::OtherFocusReason);
    showState();
}

QString WorkloadListDialog::title(int number) const
{
    const QString kind = QString::fromStdString(m_resource.kind);
    switch (m_verb) {
    case Verb::Restart: return tr("Restart %n object(s) of kind %1", nullptr, number).arg(kind);
    case Verb::Pause: return tr("Pause %n object(s) of kind %1", nullptr, number).arg(kind);
    default: return tr("Resume %n object(s) of kind %1", nullptr, number).arg(kind);
    }
}

QString WorkloadListDialog::verbText(int number) const
{
    switch (m_verb) {
    case Verb::Restart: return number > 0 ? tr("&Restart %n object(s)", nullptr, number) : tr("&Restart");
    case Verb::Pause: return number > 0 ? tr("&Pause %n object(s)", nullptr, number) : tr("&Pause");
    default: return number > 0 ? tr("&Resume %n object(s)", nullptr, number) : tr("&Resume");
    }
}

QString WorkloadListDialog::facts() const
{
    switch (m_verb) {
    case Verb::Restart: return tr("Their Pods will be replaced by new ones of the same template, each as its strategy says.");
    case Verb::Pause: return tr("Changes of their Pod templates wait until they are resumed. Their Pods stay as they are.");
    default: return tr("What has been changed in their Pod templates meanwhile will be rolled out.");
    }
}

void WorkloadListDialog::say(int row, WorkloadPhase phase, Tone tone, const QString &text, const QString &whole)
{
    WorkloadListModel::Row changed = m_model->at(row);
    changed.phase = phase;
    changed.tone = tone;
    changed.text = text;
    changed.whole = whole.isEmpty() ? text : whole;
    m_model->set(row, changed);
    showState();
}

void WorkloadListDialog::write()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->isToWrite(row))
            writeRow(row);
    }
}

void WorkloadListDialog::writeRow(int row)
{
    say(row, WorkloadPhase::Writing, Tone::Pending, tr("being changed"));
    const PatchMaker make = [verb = m_verb, now = m_now](const kube::JsonNode &object) {
        switch (verb) {
        case Verb::Restart: return kube::restartPatch(object, now());
        case Verb::Pause: return kube::pausePatch(object);
        default: return kube::resumePatch(object);
        }
    };
    changeWorkload(*m_ports.changes, m_owner, m_resource.gvr, m_model->at(row).key, make, [this, row](const WorkloadChange &change) { take(row, change); });
}

void WorkloadListDialog::take(int row, const WorkloadChange &change)
{
    if (!change.error) {
        WorkloadListModel::Row written = m_model->at(row);
        written.generation = generationOf(change.object);
        m_model->set(row, written);
        follow(row);
        return;
    }
    if (!change.wasSent && !change.error->status) { // kubectl's rules, in its words: "is already paused"
        say(row, WorkloadPhase::Refused, Tone::Pending, change.error->message);
        return;
    }
    const ErrorText text = describe(*change.error);
    const QString why = text.detail.isEmpty() ? text.headline : tr("%1: %2").arg(text.headline, text.detail.simplified());
    const bool isUnknown = change.wasSent && change.error->is(kube::ErrorKind::Transport);
    say(row, WorkloadPhase::Failed, Tone::Failing, isUnknown ? tr("Not known whether it was carried out: %1").arg(text.headline) : why);
}

void WorkloadListDialog::follow(int row)
{
    if (m_verb == Verb::Pause) {
        say(row, WorkloadPhase::Done, Tone::Ready, tr("paused"));
        return;
    }
    say(row, WorkloadPhase::Written, Tone::Pending, m_verb == Verb::Restart ? tr("restarted") : tr("resumed"));
    WorkloadFollower *&follower = m_followers[static_cast<std::size_t>(row)];
    if (!follower) {
        follower = new WorkloadFollower(m_ports, m_resource, m_model->at(row).key, WorkloadFollower::Purpose::Rollout, this);
        connect(follower, &WorkloadFollower::changed, this, [this, row] { showProgress(row); });
    }
}

void WorkloadListDialog::showProgress(int row)
{
    const WorkloadFollower *follower = m_followers[static_cast<std::size_t>(row)];
    const WorkloadPhase phase = m_model->at(row).phase;
    if (!follower->isRead() || (phase != WorkloadPhase::Written && phase != WorkloadPhase::Done))
        return;
    if (follower->isGone()) {
        say(row, WorkloadPhase::Done, Tone::Completed, tr("It has been deleted."));
        return;
    }
    if (generationOf(follower->object()) < m_model->at(row).generation)
        return; // as it was before the write
    const kube::RolloutStatus status = follower->status();
    const bool isWaiting = status.state == kube::RolloutStatus::State::Waiting;
    QStringList lines{QString::fromStdString(status.message)};
    for (const kube::Obstacle &obstacle : follower->obstacles())
        lines << obstacleText(obstacle, m_now());
    const QString first = lines.size() > 1 ? tr("%1; %2").arg(lines[0], lines[1]) : lines[0];
    say(row, isWaiting ? WorkloadPhase::Written : WorkloadPhase::Done, toneOf(status.state), first, lines.join(QLatin1Char('\n')));
}

void WorkloadListDialog::showState()
{
    int toWrite = 0;
    int writing = 0;
    int waiting = 0;
    int done = 0;
    int failed = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const WorkloadPhase phase = m_model->at(row).phase;
        toWrite += m_model->isToWrite(row) ? 1 : 0;
        writing += phase == WorkloadPhase::Writing ? 1 : 0;
        waiting += phase == WorkloadPhase::Written ? 1 : 0;
        done += phase == WorkloadPhase::Done ? 1 : 0;
        failed += phase == WorkloadPhase::Failed || phase == WorkloadPhase::Refused ? 1 : 0;
    }
    QStringList parts;
    if (done > 0)
        parts << tr("%n done", nullptr, done);
    if (waiting > 0)
        parts << tr("%n under way", nullptr, waiting);
    if (failed > 0)
        parts << tr("%n not carried out", nullptr, failed);
    m_summary->setText(parts.join(QStringLiteral(" · ")));
    m_write->setText(verbText(toWrite));
    m_write->setEnabled(toWrite > 0 && writing == 0);
    m_close->setText(parts.isEmpty() && writing == 0 ? tr("Cancel") : tr("Close"));
    (m_write->isEnabled() ? m_write : m_close)->setDefault(true);
}

} // namespace orrery
