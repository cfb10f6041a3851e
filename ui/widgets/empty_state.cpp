// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/empty_state.h"

#include "ui/base/theme.h"
#include "ui/widgets/icon_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace orrery {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent), m_icon(new IconLabel(32, this, QIcon::Disabled)), m_headline(new QLabel(this)), m_detail(new QLabel(this)),
      m_mend(new QLabel(this)), m_button(new QPushButton(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_headline->setFont(titleFont(font()));
    m_detail->setForegroundRole(QPalette::PlaceholderText);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QLabel *label : {m_headline, m_detail, m_mend}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    }

    // Lines no longer than one reads well; narrower where the ground is.
    auto *words = new QWidget(this);
    words->setMaximumWidth(460);
    auto *column = new QVBoxLayout(words);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    for (QLabel *label : {m_headline, m_detail, m_mend})
        column->addWidget(label);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(words, 1000);
    middle->addStretch(1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    // The eye rests a little above the middle.
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addLayout(middle);
    layout->addSpacing(4);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);

    connect(m_button, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    setText({});
}

void EmptyState::setText(const EmptyStateText &text)
{
    m_icon->setIcon(text.icon);
    m_headline->setText(text.headline);
    m_detail->setText(text.detail);
    m_detail->setVisible(!text.detail.isEmpty());
    m_mend->setText(text.mend);
    m_mend->setVisible(!text.mend.isEmpty());
    m_button->setText(text.action);
    m_button->setVisible(!text.action.isEmpty());
    setAccessibleName(text.headline);
    setAccessibleDescription(text.detail);
}

} // namespace orrery
