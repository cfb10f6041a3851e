// SPDX-License-Identifier: Apache-2.0
#include "ui/views/editing/field_help_panel.h"

#include "ui/base/theme.h"
#include "ui/views/editing/edit_guide.h"

#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

namespace orrery {

namespace {

void say(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

/// A path is one word: it may break after its dots and before what tells items apart.
QString breakable(QString path)
{
    return path.replace(QLatin1Char('.'), QStringLiteral(".\u200b")).replace(QLatin1Char('['), QStringLiteral("\u200b["));
}

} // namespace

FieldHelpPanel::FieldHelpPanel(QWidget *parent)
    : QScrollArea(parent), m_path(new QLabel), m_type(new QLabel), m_notes(new QLabel), m_description(new QLabel), m_fields(new QLabel)
{
    setAccessibleName(tr("Explanation of the field"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *words = new QWidget;
    auto *layout = new QVBoxLayout(words);
    layout->setContentsMargins(12, 8, 12, 12);
    layout->setSpacing(8);
    for (QLabel *label : {m_path, m_type, m_notes, m_description, m_fields}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setMinimumWidth(1);
        layout->addWidget(label);
    }
    layout->addStretch(1);
    m_path->setFont(titleFont(font()));
    m_type->setFont(monospaceFont(font()));
    m_type->setForegroundRole(QPalette::PlaceholderText);
    m_fields->setFont(monospaceFont(font()));
    setWidget(words);
    setHelp({});
}

void FieldHelpPanel::setHelp(const FieldHelp &help)
{
    const bool isKnown = !help.path.isEmpty();
    say(m_path, breakable(help.path));
    say(m_type, help.type);
    say(m_notes, help.notes.join(QLatin1Char('\n')));
    say(m_description, isKnown ? help.description : tr("Nothing is known of this place. Put the cursor in a field."));
    m_description->setForegroundRole(isKnown ? QPalette::WindowText : QPalette::PlaceholderText);
    QStringList lines;
    for (const FieldHelp::Field &field : help.fields)
        lines << (field.isRequired ? tr("%1 %2, required") : tr("%1 %2")).arg(field.name, field.type);
    say(m_fields, lines.join(QLatin1Char('\n')));
    verticalScrollBar()->setValue(0);
    setAccessibleDescription(isKnown ? (QStringList{help.path, help.type} + help.notes + QStringList{help.description}).join(QLatin1Char(' ')) : m_description->text());
}

} // namespace orrery
