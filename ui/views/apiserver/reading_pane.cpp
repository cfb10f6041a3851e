// SPDX-License-Identifier: Apache-2.0
#include "ui/views/apiserver/reading_pane.h"

#include "ui/base/theme.h"
#include "ui/views/apiserver/bar_delegate.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/tone_label.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace orrery {

ReadingPane::ReadingPane(const QString &name, QList<ReadingModel::Column> columns, int bar, QWidget *parent)
    : QWidget(parent), m_model(new ReadingModel(std::move(columns), this)), m_caption(new ToneLabel(this)), m_stack(new QStackedWidget(this)), m_table(new TableView(m_stack)),
      m_empty(new EmptyState(m_stack))
{
    m_caption->setFont(captionFont(font()));
    m_caption->setTextFormat(Qt::PlainText);
    m_caption->setContentsMargins(8, 4, 12, 4);
    m_caption->hide();
    m_table->setAccessibleName(name);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    if (bar >= 0)
        m_table->setItemDelegateForColumn(bar, new BarDelegate(m_table));
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_caption);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_table);
    showState({});
}

void ReadingPane::showRows(QList<ReadingRow> rows)
{
    m_model->setRows(std::move(rows));
    m_stack->setCurrentWidget(m_table);
}

void ReadingPane::showState(const EmptyStateText &text)
{
    m_model->setRows({});
    m_empty->setText(text);
    m_stack->setCurrentWidget(m_empty);
}

void ReadingPane::setCaption(const QString &text, Tone tone)
{
    const QChar glyph = toneGlyph(tone);
    m_caption->setTone(tone);
    m_caption->setText(glyph.isNull() ? text : glyph + QStringLiteral(" ") + text);
    m_caption->setAccessibleName(text);
    m_caption->setVisible(!text.isEmpty());
}

bool ReadingPane::isTable() const
{
    return m_stack->currentWidget() == m_table;
}

} // namespace orrery
