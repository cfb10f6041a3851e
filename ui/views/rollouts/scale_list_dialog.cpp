// SPDX-License-Identifier: Apache-2.0
#include "ui/views/rollouts/scale_list_dialog.h"

#include "ui/base/error_text.h"
#include "ui/base/format.h"
#include "ui/base/theme.h"
#include "ui/views/editing/replica_box.h"
#include "ui/views/rollouts/rollout_text.h"
#include "ui/widgets/table_view.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace orrery {

using Phase = ScaleListModel::Phase;

ScaleListDialog::ScaleListDialog(WorkloadPorts ports, kube::ResourceInfo resource, const std::vector<kube::ObjectKey> &keys,
                                 std::optional<kube::GroupVersionResource> autoscalers, std::function<kube::WallTime()> now, QWidget *parent)
    : QDialog(parent), m_ports(std::move(ports)), m_resource(std::move(resource)), m_now(std::move(now)), m_model(new ScaleListModel(keys, this)),
      m_owners(new ReplicasOwnersReader(*m_ports.changes, m_ports.gui, m_resource.gvr, std::move(autoscalers), this)), m_followers(keys.size(), nullptr),
      m_all(new ReplicaBox(this)), m_table(new TableView(this)), m_summary(new QLabel(this)), m_owner(m_ports.gui)
{
    const int number = static_cast<int>(keys.size());
    setWindowTitle(tr("Scale %n object(s) of kind %1", nullptr, number).arg(QString::fromStdString(m_resource.kind)));
    setAttribute(Qt::WA_DeleteOnClose);
    setSizeGripEnabled(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    auto *title = new QLabel(windowTitle(), this);
    title->setFont(titleFont(font()));
    layout->addWidget(title);
    auto *line = new QHBoxLayout;
    auto *label = new QLabel(tr("&All to"), this);
    label->setBuddy(m_all);
    m_all->setAccessibleName(tr("Number of replicas for all"));
    m_all->clear(); // each keeps its own until one number is typed
    line->addWidget(label);
    line->addWidget(m_all);
    line->addWidget(m_summary, 1);
    layout->addLayout(line);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_table->setAccessibleName(tr("Objects to scale"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(ScaleListModel::To, new ReplicasDelegate(m_table));
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    layout->addWidget(m_table, 1);
    auto *buttons = new QDialogButtonBox(this);
    m_close = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_scale = buttons->addButton(tr("&Scale"), QDialogButtonBox::AcceptRole);
    layout->addWidget(buttons);
    resize(720, 420);
    connect(m_scale, &QPushButton::clicked, this, &ScaleListDialog::write);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto setAll = [this] {
        if (const auto typed = m_all->typed())
            m_model->setAllTo(*typed);
    };
    connect(m_all, &ReplicaBox::edited, this, setAll);
    connect(m_all, &ReplicaBox::valueChanged, this, setAll); // by its arrows
    connect(m_model, &ScaleListModel::numbersChanged, this, &ScaleListDialog::showState);
    connect(m_owners, &ReplicasOwnersReader::found, this, &ScaleListDialog::showOwners);
    for (int row = 0; row < number; ++row) {
        read(row);
        m_owners->read(m_model->at(row).key);
    }
    m_all->setFocus(Qt::OtherFocusReason);
    showState();
}

void ScaleListDialog::say(int row, Phase phase, Tone tone, const QString &text, const QString &whole)
{
    ScaleListModel::Row changed = m_model->at(row);
    changed.phase = phase;
    changed.tone = tone;
    changed.text = text;
    changed.whole = whole.isEmpty() ? text : whole;
    m_model->set(row, changed);
    showState();
}

void ScaleListDialog::read(int row)
{
    kube::then(m_ports.scale->scale(m_resource, m_model->at(row).key), m_owner, [this, row](const kube::Result<kube::ScaleState> &state) {
        if (!state) {
            const ErrorText error = describe(state.error());
            say(row, Phase::Unread, Tone::Failing, error.headline, error.headline + QLatin1Char('\n') + error.detail);
            return;
        }
        ScaleListModel::Row changed = m_model->at(row);
        changed.state = *state;
        changed.from = state->desired;
        changed.phase = Phase::Ready;
        m_model->set(row, changed);
        showState();
    });
}

void ScaleListDialog::showOwners(const kube::ObjectKey &key, const ReplicasOwners &owners)
{
    const int row = m_model->rowOf(key);
    const Phase phase = m_model->at(row).phase;
    if (!owners.sentences.isEmpty() && (phase == Phase::Reading || phase == Phase::Ready))
        say(row, phase, owners.tone, owners.sentences.first(), owners.sentences.join(QLatin1Char('\n')));
}

void ScaleListDialog::write()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->isToWrite(row))
            writeRow(row, false);
    }
}

void ScaleListDialog::writeRow(int row, bool isAgain)
{
    say(row, Phase::Writing, Tone::Pending, tr("being scaled"));
    const ScaleListModel::Row &one = m_model->at(row);
    kube::then(m_ports.scale->setScale(m_resource, one.key, *one.to, one.state->resourceVersion), m_owner,
               [this, row, isAgain](const kube::Result<kube::ScaleState> &state) {
                   if (!state) {
                       writeFailed(row, state.error(), isAgain);
                       return;
                   }
                   ScaleListModel::Row written = m_model->at(row);
                   written.state = *state;
                   m_model->set(row, written);
                   follow(row);
               });
}

void ScaleListDialog::writeFailed(int row, const kube::Error &error, bool isAgain)
{
    // A version that has moved on, or no answer: what stands there now tells.
    if ((error.is(kube::ErrorKind::Conflict) && !isAgain) || error.is(kube::ErrorKind::Transport)) {
        lookAgain(row, error, isAgain);
        return;
    }
    const ErrorText text = describe(error);
    say(row, Phase::Failed, Tone::Failing, text.detail.isEmpty() ? text.headline : tr("%1: %2").arg(text.headline, text.detail.simplified()));
}

void ScaleListDialog::lookAgain(int row, const kube::Error &error, bool isAgain)
{
    const qint64 before = m_model->at(row).state->desired;
    kube::then(m_ports.scale->scale(m_resource, m_model->at(row).key), m_owner, [this, row, error, before, isAgain](const kube::Result<kube::ScaleState> &state) {
        if (!state) {
            say(row, Phase::Failed, Tone::Failing, tr("Not known whether it was carried out: %1").arg(describe(state.error()).headline));
            return;
        }
        ScaleListModel::Row now = m_model->at(row);
        now.state = *state;
        if (state->desired != *now.to)
            now.from = state->desired;
        m_model->set(row, now);
        if (state->desired == *now.to)
            follow(row);
        else if (error.is(kube::ErrorKind::Conflict) && state->desired == before && !isAgain)
            writeRow(row, true); // only its status had moved on
        else if (error.is(kube::ErrorKind::Conflict))
            say(row, Phase::Failed, Tone::Failing, tr("Somebody else has set it to %1 since.").arg(count(state->desired)));
        else
            say(row, Phase::Failed, Tone::Failing, tr("Not carried out: %1").arg(describe(error).headline));
    });
}

void ScaleListDialog::follow(int row)
{
    WorkloadFollower *&follower = m_followers[static_cast<std::size_t>(row)];
    say(row, Phase::Written, Tone::Pending, tr("scaled"));
    if (!follower) {
        follower = new WorkloadFollower(m_ports, m_resource, m_model->at(row).key, WorkloadFollower::Purpose::Scale, this);
        connect(follower, &WorkloadFollower::changed, this, [this, row] { showProgress(row); });
    }
    follower->setWanted(*m_model->at(row).to);
}

void ScaleListDialog::showProgress(int row)
{
    const WorkloadFollower *follower = m_followers[static_cast<std::size_t>(row)];
    const Phase phase = m_model->at(row).phase;
    if (!follower->isRead() || (phase != Phase::Written && phase != Phase::Done))
        return;
    if (follower->isGone()) {
        say(row, Phase::Done, Tone::Completed, tr("It has been deleted."));
        return;
    }
    if (const auto other = follower->overruledBy()) {
        ScaleListModel::Row now = m_model->at(row);
        now.state->desired = *other;
        now.from = *other;
        m_model->set(row, now);
        say(row, Phase::Failed, Tone::Pending, tr("Somebody else has set it to %1 since.").arg(count(*other)));
        return;
    }
    const kube::ScaleProgress progress = follower->scale();
    QStringList lines{progressText(progress)};
    for (const kube::Obstacle &obstacle : follower->obstacles())
        lines << obstacleText(obstacle, m_now());
    const QString first = lines.size() > 1 ? tr("%1; %2").arg(lines[0], lines[1]) : lines[0];
    say(row, progress.isDone ? Phase::Done : Phase::Written, progress.isDone ? Tone::Ready : Tone::Pending, first, lines.join(QLatin1Char('\n')));
}

void ScaleListDialog::showState()
{
    int toWrite = 0;
    int busy = 0;
    int waiting = 0;
    int done = 0;
    int failed = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const Phase phase = m_model->at(row).phase;
        toWrite += m_model->isToWrite(row) ? 1 : 0;
        busy += phase == Phase::Reading || phase == Phase::Writing ? 1 : 0;
        waiting += phase == Phase::Written ? 1 : 0;
        done += phase == Phase::Done ? 1 : 0;
        failed += phase == Phase::Failed || phase == Phase::Unread ? 1 : 0;
    }
    QStringList parts;
    if (done > 0)
        parts << tr("%n done", nullptr, done);
    if (waiting > 0)
        parts << tr("%n under way", nullptr, waiting);
    if (failed > 0)
        parts << tr("%n failed", nullptr, failed);
    m_summary->setText(parts.join(QStringLiteral(" · ")));
    m_scale->setText(toWrite > 0 ? tr("&Scale %n object(s)", nullptr, toWrite) : tr("&Scale"));
    m_scale->setEnabled(toWrite > 0 && busy == 0);
    m_close->setText(done + waiting > 0 ? tr("Close") : tr("Cancel"));
    (m_scale->isEnabled() ? m_scale : m_close)->setDefault(true);
}

} // namespace orrery
