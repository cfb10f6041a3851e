// SPDX-License-Identifier: Apache-2.0
#include "ui/views/editing/scale_dialog.h"

#include "ui/base/error_text.h"
#include "ui/base/format.h"
#include "ui/base/theme.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/tone_label.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace orrery {

ScaleDialog::ScaleDialog(kube::ScalePort &port, kube::ExecutorPtr gui, kube::ResourceInfo resource, kube::ObjectKey key, QWidget *parent)
    : QDialog(parent), m_port(port), m_resource(std::move(resource)), m_key(std::move(key)), m_current(new QLabel(this)), m_desired(new QLabel(this)),
      m_replicas(new QSpinBox(this)), m_problem(new ToneLabel(this, Tone::Failing)), m_progress(new ProgressLine(this)), m_owner(std::move(gui))
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
    m_replicas->setRange(0, 1'000'000);
    m_replicas->setGroupSeparatorShown(true);
    m_replicas->setAccelerated(true);
    auto *label = new QLabel(tr("&New number of replicas"), this);
    label->setBuddy(m_replicas);
    label->setMinimumHeight(m_replicas->sizeHint().height()); // on one line with it
    form->addRow(tr("Running now"), m_current);
    form->addRow(tr("Wanted now"), m_desired);
    form->addRow(label, m_replicas);
    inner->addLayout(form);
    m_problem->setWordWrap(true);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_problem->setVisible(false);
    inner->addWidget(m_problem);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_reload = buttons->addButton(tr("&Read again"), QDialogButtonBox::ActionRole);
    m_scale = buttons->addButton(tr("&Scale"), QDialogButtonBox::AcceptRole);
    m_scale->setDefault(true);
    inner->addWidget(buttons);
    layout->addLayout(inner);
    setMinimumWidth(440);
    // The box would close on Accept; the dialog closes when the server has said yes.
    connect(m_scale, &QPushButton::clicked, this, &ScaleDialog::write);
    connect(m_reload, &QPushButton::clicked, this, &ScaleDialog::read);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_replicas, &QSpinBox::valueChanged, this, &ScaleDialog::showState);
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
    const qint64 wanted = m_replicas->value();
    enter(Phase::Writing);
    kube::then(m_port.setScale(m_resource, m_key, wanted, m_state.resourceVersion), m_owner, [this, wanted](const kube::Result<kube::ScaleState> &state) {
        if (state) {
            Q_EMIT scaled(QString::fromStdString(m_key.name), m_state.desired, wanted);
            accept();
            return;
        }
        enter(state.error().is(kube::ErrorKind::Conflict) ? Phase::Conflict : Phase::Failed);
        m_mayBeDone = state.error().is(kube::ErrorKind::Transport);
        showError(state.error());
    });
}

void ScaleDialog::enter(Phase phase)
{
    m_phase = phase;
    m_mayBeDone = false;
    m_progress->setRunning(phase == Phase::Reading || phase == Phase::Writing);
    if (phase != Phase::Conflict && phase != Phase::Failed)
        m_problem->setVisible(false);
    showState();
    // What Return does next is never to throw the number away.
    (phase == Phase::Conflict ? m_reload : m_scale)->setDefault(true);
    if (phase == Phase::Conflict)
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
    m_replicas->setEnabled(m_everRead);
    m_replicas->setReadOnly(m_phase == Phase::Writing);
    m_reload->setVisible(m_phase == Phase::Conflict || m_phase == Phase::Failed);
    m_scale->setEnabled(m_everRead && !busy && m_phase != Phase::Conflict && m_replicas->value() != m_state.desired);
    m_scale->setText(m_everRead ? tr("&Scale to %L1").arg(m_replicas->value()) : tr("&Scale"));
}

void ScaleDialog::showError(const kube::Error &error)
{
    kube::Error plain = error;
    if (!plain.is(kube::ErrorKind::BadInput))
        plain.place.clear(); // the dialog and the server's own words name the object
    const ErrorText text = describe(plain);
    QStringList lines{QString(toneGlyph(Tone::Failing)) + QLatin1Char(' ') + text.headline};
    if (!text.detail.isEmpty())
        lines.append(text.detail);
    if (m_phase == Phase::Conflict)
        lines.append(tr("Read it again: your number stays, and you can scale then."));
    else if (m_mayBeDone)
        lines.append(tr("Whether it was scaled is not known. Scale again: if it was, the server says so, and nothing is done twice."));
    else if (!text.mend.isEmpty())
        lines.append(text.mend);
    m_problem->setText(lines.join(QLatin1Char('\n')));
    m_problem->setAccessibleName(lines.join(QLatin1Char(' ')));
    m_problem->setVisible(true);
    fit();
}

} // namespace orrery
