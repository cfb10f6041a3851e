// SPDX-License-Identifier: Apache-2.0
#include "ui/views/verbs/removal_dialog.h"

#include "ui/base/format.h"
#include "ui/base/theme.h"
#include "ui/views/verbs/removal_rows.h"
#include "ui/views/verbs/removal_text.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/progress_line.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace orrery {

namespace {

using Means = kube::RemovalMeans;

constexpr std::size_t mostFollowed = 200; ///< what goes with the objects, looked at until it has gone

enum Grace { Own, Seconds, Force };

QString titleOf(Means means, const kube::ResourceInfo &resource, const std::vector<kube::ObjectKey> &keys)
{
    const QString what = keys.size() == 1 ? QString::fromStdString(resource.kind + ' ' + keys.front().name) : countOfKind(static_cast<qint64>(keys.size()), resource.kind);
    return means == Means::Evict ? RemovalDialog::tr("Evict %1").arg(what) : RemovalDialog::tr("Delete %1").arg(what);
}

QString captionOf(const QString &context, const std::vector<kube::ObjectKey> &keys)
{
    QStringList spaces;
    for (const kube::ObjectKey &key : keys)
        spaces << QString::fromStdString(key.namespaceName);
    spaces.removeDuplicates();
    if (spaces.size() > 1)
        return RemovalDialog::tr("%n namespace(s) of %1", nullptr, static_cast<int>(spaces.size())).arg(context);
    return spaces.value(0).isEmpty() ? context : RemovalDialog::tr("%1 of %2").arg(spaces.first(), context);
}

} // namespace

RemovalDialog::RemovalDialog(Parts parts, Means means, const kube::ResourceInfo &resource, const std::vector<kube::ObjectKey> &keys, QWidget *parent)
    : VerbDialog(titleOf(means, resource, keys), captionOf(parts.context, keys), parts.confirmation, parent), m_parts(std::move(parts)), m_means(means),
      m_model(new VerbModel(tr("Held by"), this)), m_table(new QTableView(this)), m_choices(new QWidget(this)), m_propagation(new QComboBox(m_choices)),
      m_grace(new QComboBox(m_choices)), m_seconds(new QSpinBox(m_choices)), m_summary(wrapped(this)), m_second(new QTimer(this)), m_owner(m_parts.gui)
{
    for (const kube::ObjectKey &key : keys)
        m_targets.push_back({kube::removalKind(resource), key, m_parts.uid});
    build();
    connect(verb(), &QPushButton::clicked, this, [this] {
        if (m_phase == Phase::Asking)
            begin();
        else if (m_removing)
            m_removing->stop();
    });
    connect(this, &VerbDialog::confirmationEdited, this, &RemovalDialog::showState);
    for (QComboBox *box : {m_propagation, m_grace})
        connect(box, &QComboBox::currentIndexChanged, this, &RemovalDialog::showFacts);
    m_second->setInterval(1000);
    connect(m_second, &QTimer::timeout, this, &RemovalDialog::showFacts);
    find();
    showFacts();
    beginAt(m_table);
}

void RemovalDialog::build()
{
    dressVerbTable(m_table, m_model, tr("Objects"));
    m_table->setMinimumHeight(static_cast<int>(Density::Normal) * 6);
    content()->addWidget(m_summary);
    auto *framed = new QVBoxLayout;
    framed->setSpacing(0);
    framed->addWidget(new Hairline(Qt::Horizontal, this));
    framed->addWidget(m_table, 1);
    framed->addWidget(new Hairline(Qt::Horizontal, this));
    content()->addLayout(framed, 1);

    auto *form = new QFormLayout(m_choices);
    form->setContentsMargins(0, 4, 0, 0);
    form->setHorizontalSpacing(16);
    m_propagation->addItem(tr("Delete them after it (in the background)"), static_cast<int>(kube::Propagation::Background));
    m_propagation->addItem(tr("Delete them first; it waits for them (in the foreground)"), static_cast<int>(kube::Propagation::Foreground));
    m_propagation->addItem(tr("Keep them; they lose their owner (orphan)"), static_cast<int>(kube::Propagation::Orphan));
    auto *dependents = new QLabel(tr("What it &owns"), m_choices);
    dependents->setBuddy(m_propagation);
    dependents->setMinimumHeight(m_propagation->sizeHint().height()); // on one line with it
    form->addRow(dependents, m_propagation);
    form->setRowVisible(m_propagation, m_means == Means::Delete);
    m_grace->addItem(tr("Its own"), Own);
    m_grace->addItem(tr("Seconds:"), Seconds);
    m_grace->addItem(tr("None, by force"), Force);
    m_seconds->setRange(1, 86400);
    m_seconds->setValue(30);
    m_seconds->setAccessibleName(tr("Seconds to end in"));
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_grace);
    line->addWidget(m_seconds);
    line->addStretch(1);
    auto *time = new QLabel(tr("&Time to end"), m_choices);
    time->setBuddy(m_grace);
    time->setMinimumHeight(m_grace->sizeHint().height());
    form->addRow(time, line);
    content()->addWidget(m_choices);
    resize(680, 460);
}

void RemovalDialog::find()
{
    if (m_means == Means::Evict)
        return; // a Pod owns nothing that would go
    m_search = m_parts.port->find(m_targets, m_owner, [this](kube::OwnedFindingsPtr findings) {
        m_findings = std::move(findings);
        if (m_phase == Phase::Asking) {
            for (std::size_t i = 0; i < m_targets.size(); ++i)
                m_targets[i].uid = m_findings->targets[i].target.uid;
        }
        showFacts();
    });
}

void RemovalDialog::begin()
{
    kube::RemovalOrder order;
    order.targets = m_targets;
    order.means = m_means;
    if (m_means == Means::Delete)
        order.propagation = propagation();
    order.gracePeriodSeconds = grace();
    m_followed.clear();
    if (m_findings && propagation() != kube::Propagation::Orphan) {
        for (std::size_t i = 0; i < m_findings->rows.size() && m_followed.size() < mostFollowed; ++i) {
            const kube::OwnedRow &row = m_findings->rows[i];
            if (row.stays)
                continue;
            m_followed.push_back(i);
            order.followed.push_back({m_findings->kinds[row.object.kind], row.object.key, row.object.uid});
        }
    }
    m_search.reset(); // what is followed is what was shown
    if (m_parts.confirmed)
        m_parts.confirmed();
    m_phase = Phase::Running;
    m_removing = m_parts.port->remove(std::move(order), m_owner, [this](kube::RemovalProgressPtr progress) { take(std::move(progress)); });
    m_second->start();
    showFacts();
    m_table->setFocus(Qt::OtherFocusReason);
}

void RemovalDialog::take(kube::RemovalProgressPtr progress)
{
    m_progress = std::move(progress);
    if (m_progress->isFinished()) {
        m_phase = Phase::Done;
        m_second->stop();
    }
    showFacts();
    if (m_phase == Phase::Done && m_progress->count(kube::RemovalPhase::Gone) == m_progress->items.size()) {
        Q_EMIT allGone(what());
        accept();
    }
}

void RemovalDialog::reject()
{
    if (m_phase == Phase::Running && isSending()) {
        m_removing->stop();
        return;
    }
    QDialog::reject();
}

bool RemovalDialog::isSending() const
{
    return !m_progress || (!m_progress->isStopped && m_progress->count(kube::RemovalPhase::Waiting) + m_progress->count(kube::RemovalPhase::Blocked) > 0);
}

kube::Propagation RemovalDialog::propagation() const
{
    return static_cast<kube::Propagation>(m_propagation->currentData().toInt());
}

std::optional<std::int64_t> RemovalDialog::grace() const
{
    if (m_grace->currentData() == Own)
        return std::nullopt;
    return m_grace->currentData() == Force ? 0 : m_seconds->value();
}

QString RemovalDialog::whatIsNotFollowed() const
{
    if (!m_findings || propagation() == kube::Propagation::Orphan || m_phase == Phase::Done)
        return {};
    const auto going = static_cast<std::size_t>(std::count_if(m_findings->rows.begin(), m_findings->rows.end(), [](const kube::OwnedRow &row) { return !row.stays; }));
    if (going <= mostFollowed)
        return {};
    return tr("Of the %1 objects that go with it, %2 are followed until they have gone. The other %3 go without being watched.")
        .arg(count(static_cast<qint64>(going)), count(static_cast<qint64>(mostFollowed)), count(static_cast<qint64>(going - mostFollowed)));
}

QString RemovalDialog::what() const
{
    return m_targets.size() == 1 ? QString::fromStdString(m_targets.front().kind.kind + ' ' + m_targets.front().key.name)
                                 : countOfKind(static_cast<qint64>(m_targets.size()), m_targets.front().kind.kind);
}

void RemovalDialog::showFacts()
{
    const RemovalFacts facts{m_targets, m_findings.get(), m_progress.get(), m_means == Means::Delete ? propagation() : kube::Propagation::Background, m_means, m_parts.now(), m_followed};
    m_model->setRows(removalRows(facts));
    QStringList summary;
    if (m_progress) {
        summary << summaryOf(*m_progress) + QLatin1Char('.');
    } else if (m_means == Means::Evict) {
        summary << tr("As far as their disruption budgets allow it; a refusal is tried again every 5 seconds.");
    } else if (m_findings) {
        const QString goes = propagation() == kube::Propagation::Orphan ? QString() : summaryOf(*m_findings);
        summary << (!goes.isEmpty() ? goes : m_findings->isComplete() ? tr("Nothing else goes with it.") : QString());
        if (!m_findings->isComplete())
            summary << tr("%1 of %2 lists read …").arg(count(static_cast<qint64>(m_findings->answered)), count(static_cast<qint64>(m_findings->questions)));
    } else {
        summary << tr("What goes with it is looked for …");
    }
    if (m_phase == Phase::Asking)
        summary.prepend(m_parts.why);
    summary.removeAll(QString());
    m_summary->setText(summary.join(QLatin1Char(' ')));
    QStringList notes = removalNotes(facts);
    if (m_phase == Phase::Asking && m_grace->currentData() == Force)
        notes.prepend(tr("By force a Pod is forgotten at once: its containers may run on, on the Node."));
    if (const QString unwatched = whatIsNotFollowed(); !unwatched.isEmpty())
        notes.append(unwatched);
    if (m_phase == Phase::Running && m_progress && !isSending())
        notes.append(tr("Everything is sent. Closing leaves the rest to the server."));
    say(m_phase == Phase::Done ? Tone::Neutral : Tone::Pending, notes);
    showState();
}

void RemovalDialog::showState()
{
    const bool isAsking = m_phase == Phase::Asking;
    progress()->setRunning(m_phase == Phase::Running || (isAsking && m_means == Means::Delete && !(m_findings && m_findings->isComplete())));
    m_choices->setVisible(isAsking);
    m_seconds->setEnabled(m_grace->currentData() == Seconds);
    setConfirmationEnabled(isAsking);
    // What is to be deleted has to have been seen: by its uid nothing else can be hit.
    const bool isSeen = m_means == Means::Evict || (m_findings && std::any_of(m_findings->targets.begin(), m_findings->targets.end(), [](const kube::SeenTarget &seen) {
        return seen.isSeen || (seen.error && seen.error->is(kube::ErrorKind::Forbidden));
    }));
    verb()->setText(isAsking ? (m_means == Means::Evict ? tr("&Evict %1").arg(what()) : tr("&Delete %1").arg(what())) : tr("&Stop"));
    verb()->setEnabled(isAsking ? isSeen && isConfirmed() : isSending());
    verb()->setVisible(m_phase != Phase::Done);
    leave()->setText(isAsking ? tr("Cancel") : tr("Close"));
    leave()->setEnabled(isAsking || !isSending() || m_phase == Phase::Done);
    (isAsking ? verb() : leave())->setDefault(true);
}

} // namespace orrery
