// SPDX-License-Identifier: Apache-2.0
#include "ui/views/clockwork/fault_dialog.h"

#include "ui/base/error_text.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace orrery {

using FaultKind = kube::ConnectionFault::Kind;

FaultDialog::FaultDialog(kube::ClockworkPort &port, kube::InformerKey informer, const QString &about, kube::ExecutorPtr gui, QWidget *parent)
    : VerbDialog(tr("Inject a fault"), about, {}, parent), m_port(port), m_informer(std::move(informer)), m_kind(new QComboBox(this)), m_countLabel(new QLabel(tr("&How often"), this)),
      m_count(new QSpinBox(this)), m_secondsLabel(new QLabel(this)), m_seconds(new QSpinBox(this)), m_effect(wrapped(this)), m_owner(std::move(gui))
{
    const std::pair<FaultKind, QString> kinds[] = {{FaultKind::Gone, tr("410: the version is too old")},
                                                   {FaultKind::TooManyRequests, tr("429: too many requests")},
                                                   {FaultKind::ServerError, tr("500: the server fails")},
                                                   {FaultKind::Delay, tr("Delay: everything comes late")},
                                                   {FaultKind::Freeze, tr("Freeze: nothing is heard")}};
    for (const auto &[kind, words] : kinds)
        m_kind->addItem(words, static_cast<int>(kind));
    m_count->setRange(1, 100);
    m_count->setAccessibleName(tr("How often"));
    m_seconds->setRange(0, 600);
    m_seconds->setValue(5);
    auto *kindLabel = new QLabel(tr("&Fault"), this);
    kindLabel->setBuddy(m_kind);
    m_countLabel->setBuddy(m_count);
    m_secondsLabel->setBuddy(m_seconds);
    auto *form = new QFormLayout;
    form->addRow(kindLabel, m_kind);
    form->addRow(m_countLabel, m_count);
    form->addRow(m_secondsLabel, m_seconds);
    content()->addLayout(form);
    content()->addWidget(m_effect);
    verb()->setText(tr("&Inject"));
    connect(m_kind, &QComboBox::currentIndexChanged, this, &FaultDialog::showKind);
    for (QSpinBox *box : {m_count, m_seconds})
        connect(box, &QSpinBox::valueChanged, this, &FaultDialog::showKind);
    connect(verb(), &QPushButton::clicked, this, &FaultDialog::inject);
    setMinimumWidth(420);
    showKind();
    beginAt(m_kind);
}

kube::ConnectionFault FaultDialog::fault() const
{
    kube::ConnectionFault fault;
    fault.kind = static_cast<FaultKind>(m_kind->currentData().toInt());
    fault.count = m_count->value();
    fault.duration = std::chrono::seconds(m_seconds->value());
    return fault;
}

void FaultDialog::showKind()
{
    const kube::ConnectionFault chosen = fault();
    const bool isCounted = chosen.kind == FaultKind::Gone || chosen.kind == FaultKind::TooManyRequests || chosen.kind == FaultKind::ServerError;
    const bool isTimed = chosen.kind == FaultKind::TooManyRequests || !isCounted;
    for (QWidget *widget : {static_cast<QWidget *>(m_countLabel), static_cast<QWidget *>(m_count)})
        widget->setVisible(isCounted);
    for (QWidget *widget : {static_cast<QWidget *>(m_secondsLabel), static_cast<QWidget *>(m_seconds)})
        widget->setVisible(isTimed);
    m_seconds->setSuffix(tr(" s"));
    m_seconds->setMinimum(chosen.kind == FaultKind::Freeze ? 0 : 1);
    m_seconds->setSpecialValueText(chosen.kind == FaultKind::Freeze ? tr("until cleared") : QString());
    m_secondsLabel->setText(chosen.kind == FaultKind::TooManyRequests ? tr("&Retry after") : chosen.kind == FaultKind::Delay ? tr("&Late by") : tr("For &how long"));
    m_seconds->setAccessibleName(m_secondsLabel->text().remove(QLatin1Char('&')));
    QString effect;
    switch (chosen.kind) {
    case FaultKind::Gone: effect = tr("The watch that is open ends with 410 Gone at once; %n answer(s) in all are so. The Reflector lists anew.", nullptr, chosen.count); break;
    case FaultKind::TooManyRequests: effect = tr("The watch that is open ends with 429 at once; %n answer(s) in all say to come again later.", nullptr, chosen.count); break;
    case FaultKind::ServerError: effect = tr("The watch that is open ends with an error at once; %n answer(s) in all are 500. The Reflector backs off.", nullptr, chosen.count); break;
    case FaultKind::Delay: effect = tr("All that the server tells of this kind is held back so long, until the faults are cleared."); break;
    case FaultKind::Freeze: effect = tr("Nothing is heard of this kind, as though the server hung. What comes meanwhile is told afterwards."); break;
    }
    m_effect->setText(effect + QLatin1Char(' ') + tr("It is made up in this program: no server and no other kind notices, and it ends when this page is closed."));
}

void FaultDialog::setRefused(const QString &why)
{
    verb()->setEnabled(why.isEmpty());
    verb()->setToolTip(why);
    say(why.isEmpty() ? Tone::Neutral : Tone::Failing, why.isEmpty() ? QStringList() : QStringList(why));
    grow();
}

// What is said comes below the fields: it is not to take their room.
void FaultDialog::grow()
{
    layout()->activate();
    resize(width(), std::max({height(), layout()->totalHeightForWidth(width()), minimumSizeHint().height()}));
}

void FaultDialog::inject()
{
    verb()->setEnabled(false);
    say(Tone::Neutral, {});
    kube::then(m_port.inject(m_informer, fault()), m_owner, [this](const kube::Result<std::vector<kube::ConnectionFault>> &answer) {
        verb()->setEnabled(true);
        if (answer) {
            accept();
            return;
        }
        if (answer.error().kind == kube::ErrorKind::Forbidden) {
            // The context is protected, and to unlock its writes, as is said elsewhere, would not help.
            say(Tone::Failing, {tr("No fault is injected while the context is protected.")});
            grow();
            return;
        }
        const ErrorText error = describe(answer.error());
        QStringList lines;
        for (const QString &line : {error.headline, error.detail, error.mend}) {
            if (!line.isEmpty())
                lines << line;
        }
        say(Tone::Failing, lines);
        grow();
    });
}

} // namespace orrery
