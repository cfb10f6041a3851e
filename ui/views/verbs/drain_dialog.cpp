// SPDX-License-Identifier: Apache-2.0
#include "ui/views/verbs/drain_dialog.h"

#include "ui/base/error_text.h"
#include "ui/base/theme.h"
#include "ui/views/verbs/drain_text.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/progress_line.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace orrery {

namespace {

using DrainPhase = kube::DrainState::Phase;

enum DrainGrace { OwnGrace, GraceSeconds, NoGrace };

} // namespace

DrainDialog::DrainDialog(Parts parts, const std::string &node, QWidget *parent)
    : VerbDialog(tr("Drain Node %1").arg(QString::fromStdString(node)), parts.context, parts.confirmation, parent), m_parts(std::move(parts)),
      m_model(new VerbModel(tr("Why"), this)), m_table(new QTableView(this)), m_summary(wrapped(this)), m_choices(new QWidget(this)),
      m_daemonSets(new QCheckBox(m_choices)), m_emptyDirs(new QCheckBox(m_choices)), m_unmanaged(new QCheckBox(m_choices)), m_minutes(new QSpinBox(m_choices)),
      m_grace(new QComboBox(m_choices)), m_seconds(new QSpinBox(m_choices)), m_second(new QTimer(this)), m_owner(m_parts.gui)
{
    build();
    for (QCheckBox *box : {m_daemonSets, m_emptyDirs, m_unmanaged})
        connect(box, &QCheckBox::toggled, this, &DrainDialog::showFacts);
    connect(m_grace, &QComboBox::currentIndexChanged, this, &DrainDialog::showFacts);
    connect(this, &VerbDialog::confirmationEdited, this, &DrainDialog::showState);
    connect(verb(), &QPushButton::clicked, this, &DrainDialog::start);
    m_second->setInterval(1000);
    connect(m_second, &QTimer::timeout, this, &DrainDialog::showFacts);
    m_draining = m_parts.port->drain(node, m_owner, [this](kube::DrainStatePtr state) { take(std::move(state)); });
    showFacts();
    beginAt(m_table);
}

void DrainDialog::build()
{
    dressVerbTable(m_table, m_model, tr("Pods"));
    m_table->setMinimumHeight(static_cast<int>(Density::Normal) * 6);
    content()->addWidget(m_summary);
    auto *framed = new QVBoxLayout;
    framed->setSpacing(0);
    framed->addWidget(new Hairline(Qt::Horizontal, this));
    framed->addWidget(m_table, 1);
    framed->addWidget(new Hairline(Qt::Horizontal, this));
    content()->addLayout(framed, 1);
    auto *choices = new QVBoxLayout(m_choices);
    choices->setContentsMargins(0, 4, 0, 0);
    choices->setSpacing(4);
    for (QCheckBox *box : {m_daemonSets, m_emptyDirs, m_unmanaged})
        choices->addWidget(box);
    m_minutes->setRange(0, 24 * 60);
    m_minutes->setSpecialValueText(tr("as long as it takes"));
    m_minutes->setSuffix(tr(" min"));
    m_minutes->setMinimumWidth(fontMetrics().horizontalAdvance(m_minutes->specialValueText()) + 64);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    auto *label = new QLabel(tr("&Give up after"), m_choices);
    label->setBuddy(m_minutes);
    label->setMinimumHeight(m_minutes->sizeHint().height()); // on one line with it
    form->addRow(label, m_minutes);
    m_grace->addItem(tr("Each Pod's own"), OwnGrace);
    m_grace->addItem(tr("Seconds:"), GraceSeconds);
    m_grace->addItem(tr("None, by force"), NoGrace);
    m_seconds->setRange(1, 86400);
    m_seconds->setValue(30);
    m_seconds->setAccessibleName(tr("Seconds that each Pod has to end"));
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_grace);
    line->addWidget(m_seconds);
    auto *time = new QLabel(tr("&Time to end"), m_choices);
    time->setBuddy(m_grace);
    time->setMinimumHeight(m_grace->sizeHint().height());
    form->addRow(time, line);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    choices->addLayout(form);
    content()->addWidget(m_choices);
    resize(720, 480);
}

kube::DrainConsent DrainDialog::consent() const
{
    return {m_daemonSets->isChecked(), m_emptyDirs->isChecked(), m_unmanaged->isChecked()};
}

std::optional<std::int64_t> DrainDialog::grace() const
{
    if (m_grace->currentData() == OwnGrace)
        return std::nullopt;
    return m_grace->currentData() == NoGrace ? 0 : m_seconds->value();
}

bool DrainDialog::isRunning() const
{
    return m_state && (m_state->phase == DrainPhase::Cordoning || m_state->phase == DrainPhase::Evicting);
}

void DrainDialog::start()
{
    if (isRunning()) {
        m_draining->stop();
        return;
    }
    if (m_state && m_state->phase == DrainPhase::Failed) {
        m_draining->read();
        return;
    }
    if (m_parts.confirmed)
        m_parts.confirmed();
    kube::DrainOptions options;
    options.consent = consent();
    options.gracePeriodSeconds = grace();
    if (m_minutes->value() > 0)
        options.timeout = std::chrono::minutes(m_minutes->value());
    m_draining->start(options);
    verb()->setEnabled(false); // until the first word of it
}

void DrainDialog::take(kube::DrainStatePtr state)
{
    const bool wasRunning = isRunning();
    m_state = std::move(state);
    if (isRunning() && !m_second->isActive())
        m_second->start();
    if (!isRunning())
        m_second->stop();
    showFacts();
    if (wasRunning && m_state->phase == DrainPhase::Finished && !m_state->isStopped
        && m_state->evictions.count(kube::RemovalPhase::Gone) == m_state->evictions.items.size())
        Q_EMIT drained(QString::fromStdString(m_state->node));
}

void DrainDialog::reject()
{
    if (isRunning() && !m_state->isStopped) {
        m_draining->stop();
        return;
    }
    QDialog::reject();
}

void DrainDialog::showFacts()
{
    if (!m_state) {
        m_summary->setText(tr("Its Pods are read …"));
        showState();
        return;
    }
    const kube::DrainConsent given = consent();
    m_model->setRows(drainRows(*m_state, given, m_parts.now()));
    m_summary->setText(drainSummary(*m_state, given));
    const ConsentCounts counts = consentCounts(m_state->pods);
    m_daemonSets->setText(tr("&Leave %n Pod(s) of DaemonSets where they are", nullptr, counts.daemonSets));
    m_emptyDirs->setText(tr("Lose what %n Pod(s) have in &emptyDir volumes", nullptr, counts.emptyDirs));
    m_unmanaged->setText(tr("End %n Pod(s) that &nobody makes again", nullptr, counts.unmanaged));
    m_daemonSets->setVisible(counts.daemonSets > 0);
    m_emptyDirs->setVisible(counts.emptyDirs > 0);
    m_unmanaged->setVisible(counts.unmanaged > 0);
    QStringList said;
    if (m_state->error) {
        const ErrorText text = describe(*m_state->error);
        said << (m_state->phase == DrainPhase::Failed ? text.headline : tr("It was not begun: Pods have come that need consent."));
        if (m_state->phase == DrainPhase::Failed && !text.detail.isEmpty())
            said << text.detail;
    }
    if (m_state->phase == DrainPhase::Asking && m_grace->currentData() == NoGrace)
        said << tr("By force a Pod is forgotten at once: its containers may run on, on the Node.");
    say(m_state->phase == DrainPhase::Failed ? Tone::Failing : Tone::Pending, said);
    showState();
}

void DrainDialog::showState()
{
    const bool isAsking = m_state && m_state->phase == DrainPhase::Asking;
    const bool hasFailed = m_state && m_state->phase == DrainPhase::Failed;
    const bool isFinished = m_state && m_state->phase == DrainPhase::Finished;
    progress()->setRunning(!m_state || m_state->phase == DrainPhase::Reading || isRunning());
    m_choices->setVisible(isAsking);
    m_seconds->setEnabled(m_grace->currentData() == GraceSeconds);
    setConfirmationEnabled(isAsking);
    verb()->setText(isRunning() ? tr("&Stop") : hasFailed ? tr("&Read again") : tr("&Drain"));
    verb()->setVisible(!isFinished);
    verb()->setEnabled(hasFailed || (isRunning() && !m_state->isStopped)
                       || (isAsking && isConfirmed() && kube::openQuestions(m_state->pods, consent()) == 0));
    leave()->setText(isFinished || isRunning() ? tr("Close") : tr("Cancel"));
    leave()->setEnabled(!isRunning() || m_state->isStopped);
    (isFinished ? leave() : verb())->setDefault(true);
}

} // namespace orrery
