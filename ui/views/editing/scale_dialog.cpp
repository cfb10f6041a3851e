// SPDX-License-Identifier: Apache-2.0
#include "ui/views/editing/scale_dialog.h"

#include "ui/base/error_text.h"
#include "ui/base/format.h"
#include "ui/base/theme.h"
#include "ui/views/editing/replica_box.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/tone_label.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace orrery {

ScaleDialog::ScaleDialog(kube::ScalePort &port, kube::ExecutorPtr gui, kube::ResourceInfo resource, kube::ObjectKey key, QWidget *parent)
    : QDialog(parent), m_port(port), m_resource(std::move(resource)), m_key(std::move(key)), m_current(new QLabel(this)), m_desired(new QLabel(this)),
      m_replicas(new ReplicaBox(this)), m_range(new ToneLabel(this, Tone::Failing)), m_owners(new ToneLabel(this)), m_problem(new ToneLabel(this, Tone::Failing)), m_progress(new ProgressLine(this)), m_again(new QTimer(this)), m_owner(std::move(gui))
{
    const QString name = QString::fromStdString(m_key.name);
    const QString kind = QString::fromStdString(m_resource.kind);
    setWindowTitle(tr("Scale %1 %2").arg(kind, name));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 12);
    layout->setSpacing(8);
    layout->addWidget(m_progress);
    auto *title = new QLabel(windowTitle(), this);
    title->setFont(titleFont(font()));
    auto *caption = new QLabel(m_key.namespaceName.empty() ? kind : tr("%1 in %2").arg(kind, QString::fromStdString(m_key.namespaceName)), this);
    caption->setFont(captionFont(font()));
    caption->setForegroundRole(QPalette::PlaceholderText);
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(16, 4, 16, 0);
    inner->addWidget(title);
    inner->addWidget(caption);
    auto *form = new QFormLayout;
    form->setContentsMargins(0, 12, 0, 8);
    form->setHorizontalSpacing(16);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto *label = new QLabel(tr("&New number of replicas"), this);
    label->setBuddy(m_replicas);
    label->setMinimumHeight(m_replicas->sizeHint().height()); // on one line with it
    form->addRow(tr("Running now"), m_current);
    form->addRow(tr("Wanted now"), m_desired);
    form->addRow(label, m_replicas);
    inner->addLayout(form);
    m_range->setWordWrap(true);
    m_range->setText(QString(toneGlyph(Tone::Failing)) + QLatin1Char(' ') + tr("A number of replicas is a whole number from 0 to %1.").arg(orrery::count(m_replicas->maximum())));
    m_range->setVisible(false);
    inner->addWidget(m_range);
    m_owners->setWordWrap(true);
    m_owners->setTextFormat(Qt::PlainText);
    m_owners->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_owners->setVisible(false);
    inner->addWidget(m_owners);
    m_problem->setWordWrap(true);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_problem->setVisible(false);
    inner->addWidget(m_problem);
    auto *buttons = new QDialogButtonBox(this);
    m_cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_reload = buttons->addButton(tr("&Read again"), QDialogButtonBox::ActionRole);
    m_scale = buttons->addButton(tr("&Scale"), QDialogButtonBox::AcceptRole);
    m_scale->setDefault(true);
    inner->addWidget(buttons);
    layout->addLayout(inner);
    setMinimumWidth(440);
    // The box would close on Accept; the dialog closes when the server has said yes.
    connect(m_scale, &QPushButton::clicked, this, &ScaleDialog::write);
    connect(m_reload, &QPushButton::clicked, this, [this] { m_phase == Phase::Unknown ? readQuietly() : read(); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_replicas, &ReplicaBox::edited, this, [this] {
        m_edited = true;
        showState();
        fit();
    });
    m_again->setObjectName(QStringLiteral("readAgain"));
    m_again->setSingleShot(true);
    m_again->setInterval(ReadAgainMsecs);
    connect(m_again, &QTimer::timeout, this, &ScaleDialog::readQuietly);
    read();
}

void ScaleDialog::read()
{
    enter(Phase::Reading);
    kube::then(m_port.scale(m_resource, m_key), m_owner, [this](const kube::Result<kube::ScaleState> &state) {
        if (!state) {
            enter(Phase::Failed);
            showError(state.error());
            return;
        }
        m_state = *state;
        // What a person typed stays; only the first reading fills the field.
        if (!std::exchange(m_everRead, true)) {
            m_replicas->setValue(static_cast<int>(m_state.desired));
            m_replicas->selectAll();
        }
        enter(Phase::Ready);
    });
}

void ScaleDialog::write()
{
    const std::optional<int> wanted = m_replicas->typed();
    if (!wanted)
        return;
    m_again->stop();
    m_unanswered.reset();
    m_done = false;
    m_edited = false;
    ++m_asked;
    enter(Phase::Writing);
    kube::then(m_port.setScale(m_resource, m_key, *wanted, m_state.resourceVersion), m_owner, [this, wanted](const kube::Result<kube::ScaleState> &state) {
        if (state) {
            Q_EMIT scaled(QString::fromStdString(m_key.name), m_state.desired, *wanted);
            accept();
            return;
        }
        if (state.error().is(kube::ErrorKind::Transport)) {
            m_unanswered = *wanted;
            m_outcomes = 0;
            m_again->start();
            enter(Phase::Unknown);
        } else {
            enter(state.error().is(kube::ErrorKind::Conflict) ? Phase::Conflict : Phase::Failed);
        }
        showError(state.error());
    });
}

void ScaleDialog::readQuietly()
{
    m_again->stop();
    m_progress->setRunning(true);
    kube::then(m_port.scale(m_resource, m_key), m_owner, [this, asked = ++m_asked](const kube::Result<kube::ScaleState> &state) {
        if (asked != m_asked || !m_unanswered)
            return;
        m_progress->setRunning(false);
        if (state) {
            takeOutcome(*state);
        } else if (state.error().is(kube::ErrorKind::Transport)) {
            m_again->start();
        } else {
            m_unanswered.reset();
            enter(Phase::Failed);
            showError(state.error());
        }
    });
}

void ScaleDialog::takeOutcome(const kube::ScaleState &state)
{
    const qint64 before = std::exchange(m_state, state).desired;
    m_done = state.desired == *m_unanswered;
    if (m_phase == Phase::Unknown)
        enter(Phase::Ready);
    showState();
    if (m_done) {
        say(Tone::Ready, {tr("It was carried out: %1 wanted now.").arg(orrery::count(state.desired))});
        if (!m_edited)
            m_cancel->setFocus(Qt::OtherFocusReason);
        Q_EMIT scaled(QString::fromStdString(m_key.name), before, *std::exchange(m_unanswered, std::nullopt));
        return;
    }
    say(Tone::Pending, {tr("It was not carried out: %1 wanted now.").arg(orrery::count(state.desired)), tr("Your number stays, and you can scale again.")});
    // A server that was held up may still have it before it.
    if (++m_outcomes < OutcomesRead)
        m_again->start();
    else
        m_unanswered.reset();
}

void ScaleDialog::enter(Phase phase)
{
    m_phase = phase;
    m_progress->setRunning(phase == Phase::Reading || phase == Phase::Writing);
    if (phase != Phase::Conflict && phase != Phase::Failed && phase != Phase::Unknown)
        m_problem->setVisible(false);
    showState();
    if (phase == Phase::Conflict || phase == Phase::Unknown)
        m_reload->setFocus(Qt::OtherFocusReason);
    else if (m_replicas->isEnabled())
        m_replicas->setFocus(Qt::OtherFocusReason);
    fit();
}

void ScaleDialog::fit()
{
    // A layout does not ask words that wrap how high they will be.
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : layout()->totalSizeHint().height();
    setMinimumHeight(height);
    resize(width(), height);
}

void ScaleDialog::showState()
{
    m_current->setText(m_everRead ? orrery::count(m_state.current) : tr("…"));
    m_desired->setText(m_everRead ? orrery::count(m_state.desired) : tr("…"));
    const bool busy = m_phase == Phase::Reading || m_phase == Phase::Writing;
    const std::optional<int> typed = m_replicas->typed();
    const bool asksToRead = m_phase == Phase::Conflict || m_phase == Phase::Unknown;
    m_replicas->setEnabled(m_everRead);
    m_replicas->setReadOnly(m_phase == Phase::Writing);
    m_range->setVisible(m_everRead && !typed);
    m_replicas->setAccessibleDescription(m_range->isVisibleTo(this) ? m_range->text() : QString());
    m_reload->setVisible(asksToRead || m_phase == Phase::Failed);
    m_scale->setEnabled(m_everRead && !busy && m_phase != Phase::Conflict && typed && *typed != m_state.desired);
    m_scale->setText(m_everRead && typed ? tr("&Scale to %L1").arg(*typed) : tr("&Scale"));
    m_cancel->setText(m_done ? tr("Close") : tr("Cancel"));
    // What Return does next is never to throw the number away.
    (asksToRead ? m_reload : m_done && typed && *typed == m_state.desired ? m_cancel : m_scale)->setDefault(true);
}

void ScaleDialog::showError(const kube::Error &error)
{
    kube::Error plain = error;
    if (!plain.is(kube::ErrorKind::BadInput))
        plain.place.clear(); // the dialog and the server's own words name the object
    const ErrorText text = describe(plain);
    const bool unknown = m_phase == Phase::Unknown;
    QStringList lines{unknown ? tr("The server has not answered. It may have been carried out.") : text.headline};
    if (!text.detail.isEmpty())
        lines.append(text.detail);
    if (m_phase == Phase::Conflict)
        lines.append(tr("Read it again: your number stays, and you can scale then."));
    else if (unknown)
        lines.append(tr("It is read again by itself until the server says which it was. Your number stays."));
    else if (!text.mend.isEmpty())
        lines.append(text.mend);
    say(unknown ? Tone::Pending : Tone::Failing, lines);
}

void ScaleDialog::sayOwners(Tone tone, const QStringList &sentences)
{
    m_owners->setTone(tone);
    m_owners->setText(QString(toneGlyph(tone)) + QLatin1Char(' ') + sentences.join(QLatin1Char('\n')));
    m_owners->setAccessibleName(sentences.join(QLatin1Char(' ')));
    m_owners->setVisible(!sentences.isEmpty());
    fit();
}

void ScaleDialog::say(Tone tone, const QStringList &lines)
{
    m_problem->setTone(tone);
    m_problem->setText(QString(toneGlyph(tone)) + QLatin1Char(' ') + lines.join(QLatin1Char('\n')));
    m_problem->setAccessibleName(lines.join(QLatin1Char(' ')));
    m_problem->setVisible(true);
    fit();
}

} // namespace orrery
