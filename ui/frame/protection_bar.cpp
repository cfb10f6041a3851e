// SPDX-License-Identifier: Apache-2.0
#include "ui/frame/protection_bar.h"

#include "ui/base/format.h"
#include "ui/base/icons.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/tone_label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace orrery {

ProtectionBar::ProtectionBar(QWidget *parent)
    : QWidget(parent), m_icon(new IconLabel(16, this)), m_words(new ToneLabel(this)), m_button(new QPushButton(this))
{
    setAccessibleName(tr("Protection"));
    m_icon->setIcon(IconName::Lock);
    m_words->setTextFormat(Qt::PlainText);
    m_button->setAutoDefault(false);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(12, 4, 12, 4);
    line->setSpacing(8);
    line->addWidget(m_icon);
    line->addWidget(m_words);
    line->addWidget(m_button);
    line->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(new Hairline(Qt::Horizontal, this));
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_isLocked)
            Q_EMIT unlockRequested();
        else
            Q_EMIT lockRequested();
    });
    hide();
}

void ProtectionBar::setProtection(const QString &context, const kube::Protection &protection, bool isOpen)
{
    m_isLocked = protection.isLocked();
    setVisible(protection.isProtected && !context.isEmpty());
    m_words->setTone(m_isLocked ? Tone::Neutral : Tone::Pending);
    m_words->setText(m_isLocked ? tr("%1 is protected. Its writes are locked.").arg(context)
                                : tr("%1 is protected. Its writes are unlocked until %2.").arg(context, protection.unlockedUntil ? clockTime(*protection.unlockedUntil) : QString()));
    m_button->setText(m_isLocked ? tr("Unlock Writes…") : tr("Lock Now"));
    m_button->setVisible(isOpen);
}

} // namespace orrery
