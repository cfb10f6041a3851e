// SPDX-License-Identifier: Apache-2.0
#include "ui/views/editing/unsaved_texts_dialog.h"

#include "ui/base/theme.h"
#include "ui/widgets/tone_label.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace orrery {

UnsavedTextsDialog::UnsavedTextsDialog(QList<UnsavedText> texts, QWidget *parent)
    : QDialog(parent), m_texts(std::move(texts)), m_list(new QListWidget(this)), m_why(new ToneLabel(this, Tone::Pending))
{
    setWindowTitle(tr("Unsaved Texts"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    auto *title = new QLabel(tr("Texts that are not saved"), this);
    title->setFont(titleFont(font()));
    layout->addWidget(title);
    auto *kept = new QLabel(m_texts.isEmpty() ? tr("There is none.") : tr("Each is kept for 30 days. Its editor saves or discards it."), this);
    kept->setWordWrap(true);
    layout->addWidget(kept);
    m_list->setAccessibleName(tr("Unsaved texts"));
    m_list->setUniformItemSizes(true);
    m_list->setIconSize({16, 16});
    for (const UnsavedText &one : m_texts)
        new QListWidgetItem(icon(one.icon), one.what, m_list);
    layout->addWidget(m_list, 1);
    m_why->setWordWrap(true);
    m_why->setTextFormat(Qt::PlainText);
    m_why->setMinimumHeight(fontMetrics().lineSpacing()); // its place is kept: nothing moves when there is something to say
    layout->addWidget(m_why);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    m_copy = buttons->addButton(tr("&Copy Text"), QDialogButtonBox::ActionRole);
    m_open = buttons->addButton(tr("&Open"), QDialogButtonBox::AcceptRole);
    m_copy->setAutoDefault(false);
    m_open->setDefault(true);
    layout->addWidget(buttons);
    resize(560, 360);
    connect(m_list, &QListWidget::currentRowChanged, this, &UnsavedTextsDialog::showState);
    connect(m_list, &QListWidget::itemActivated, this, &UnsavedTextsDialog::choose);
    connect(m_open, &QPushButton::clicked, this, &UnsavedTextsDialog::choose);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_texts.at(m_list->currentRow()).text); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_list->setCurrentRow(m_texts.isEmpty() ? -1 : 0);
    showState();
    m_list->setFocus();
}

void UnsavedTextsDialog::showState()
{
    const int row = m_list->currentRow();
    const QString why = row >= 0 ? m_texts.at(row).whyNot : QString();
    m_copy->setEnabled(row >= 0);
    m_open->setEnabled(row >= 0 && why.isEmpty());
    m_why->setText(why.isEmpty() ? why : QString(toneGlyph(Tone::Pending)) + QLatin1Char(' ') + why);
    m_why->setAccessibleName(why);
}

void UnsavedTextsDialog::choose()
{
    if (!isVisible() || !m_open->isEnabled())
        return; // Return comes from the list and from the button
    Q_EMIT openWanted(m_list->currentRow());
    accept();
}

} // namespace orrery
