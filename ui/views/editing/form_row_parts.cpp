// SPDX-License-Identifier: Apache-2.0
// What a row of a form is made of.
#include "ui/base/icons.h"
#include "ui/base/theme.h"
#include "ui/views/editing/form_row_widget.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/line_completion.h"

#include <QApplication>
#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QToolButton>

namespace orrery {

namespace {

using RowKind = kube::FormRow::Kind;

constexpr int LinesShown = 10;

QToolButton *flatButton(QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    return button;
}

} // namespace

void FormRowWidget::build()
{
    switch (m_row.kind) {
    case RowKind::Object:
    case RowKind::List:
    case RowKind::Map: buildHeader(); break;
    case RowKind::AddField:
    case RowKind::AddItem:
    case RowKind::AddEntry:
    case RowKind::More: buildAddition(); return;
    default: buildField();
    }
    addMenuButton();
}

void FormRowWidget::buildHeader()
{
    m_toggle = flatButton(this);
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setFocusPolicy(Qt::StrongFocus);
    m_count = new QLabel(this);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setMinimumWidth(1);
    m_line->addWidget(m_toggle);
    if (m_row.isEntry && !m_row.isReadOnly) {
        m_toggle->setToolButtonStyle(Qt::ToolButtonIconOnly);
        m_toggle->setFixedWidth(Arrow);
        m_key = new QLineEdit(this);
        m_key->setFixedWidth(nameWidth() - Arrow - m_line->spacing());
        m_line->addWidget(m_key);
    } else {
        // What it holds is said at the fields' edge, beside names that fit.
        m_toggle->setMaximumWidth(std::max(nameWidth(), 120));
        m_nameSpace = new QSpacerItem(0, 0);
        m_line->addSpacerItem(m_nameSpace);
    }
    m_line->addWidget(m_count, 1);
    connect(m_toggle, &QToolButton::clicked, this, [this] { m_host.act(m_row, FormHost::Act::Toggle); });
    watch(m_toggle);
    if (m_key)
        buildName();
}

void FormRowWidget::buildName()
{
    if (!m_key) {
        auto *name = new ElidedLabel(this);
        name->setElideMode(Qt::ElideMiddle); // terminationMessagePath and terminationMessagePolicy differ at their ends
        m_name = name;
        m_name->setFixedWidth(nameWidth());
        m_name->setContentsMargins(Arrow, 0, 0, 0);
        m_line->addWidget(m_name);
        return;
    }
    m_key->setAccessibleName(tr("Key of %1").arg(m_words.path));
    connect(m_key, &QLineEdit::textChanged, this, [this] { m_isKeyTyped = true; });
    connect(m_key, &QLineEdit::editingFinished, this, [this] { commit(); });
    watch(m_key);
}

void FormRowWidget::buildField()
{
    if (m_row.isEntry && !m_row.isReadOnly) {
        m_key = new QLineEdit(this);
        m_key->setFixedWidth(nameWidth() - Arrow);
        m_line->addSpacing(Arrow);
        m_line->addWidget(m_key);
    }
    buildName();
    const bool isChoice = m_row.kind == RowKind::Boolean || m_row.kind == RowKind::Choice;
    QWidget *field = nullptr;
    if (m_row.kind == RowKind::Lines && !m_row.isReadOnly) {
        m_lines = new QPlainTextEdit(this);
        m_lines->setTabChangesFocus(true);
        m_lines->setLineWrapMode(QPlainTextEdit::NoWrap);
        m_lines->setFont(monospaceFont(font()));
        m_lines->setUndoRedoEnabled(false);
        connect(m_lines, &QPlainTextEdit::textChanged, this, [this] {
            fitLines();
            typed();
        });
        if (m_name)
            m_line->setAlignment(m_name, Qt::AlignTop);
        field = m_lines;
    } else if (isChoice && !m_row.isReadOnly) {
        m_choice = new QComboBox(this);
        m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_choice->setMinimumContentsLength(8);
        connect(m_choice, qOverload<int>(&QComboBox::activated), this, [this] {
            m_isTyped = true;
            commit();
        });
        field = m_choice;
    } else {
        m_text = new QLineEdit(this);
        m_text->setReadOnly(m_row.isReadOnly);
        m_text->setFrame(!m_row.isReadOnly);
        if (m_row.isReadOnly) {
            QPalette quiet = m_text->palette();
            quiet.setBrush(QPalette::Base, Qt::transparent);
            quiet.setBrush(QPalette::Text, palette().placeholderText());
            m_text->setPalette(quiet);
        }
        // What a screen reader or dictation writes counts as well.
        connect(m_text, &QLineEdit::textChanged, this, &FormRowWidget::typed);
        connect(m_text, &QLineEdit::editingFinished, this, [this] { commit(); });
        if (!m_row.isReadOnly && m_host.refersToObject(m_row)) {
            m_names = new LineCompletion(m_text);
            connect(m_names, &LineCompletion::wanted, this, [this] { m_host.wantNames(this); });
            connect(m_names, &LineCompletion::chosen, this, [this] { commit(); });
        }
        field = m_text;
    }
    field->setMinimumWidth(80);
    field->setSizePolicy(QSizePolicy::Expanding, field == m_lines ? QSizePolicy::Fixed : QSizePolicy::Preferred);
    m_line->addWidget(field, 1);
    if (m_name)
        m_name->setBuddy(field);
    watch(field);
}

void FormRowWidget::buildAddition()
{
    if (m_row.kind == RowKind::AddEntry) {
        m_key = new QLineEdit(this);
        m_key->setFixedWidth(nameWidth() - Arrow);
        m_line->addSpacing(Arrow);
        m_key->setPlaceholderText(tr("Add a key"));
        m_line->addWidget(m_key);
        m_line->addStretch(1);
        buildName();
        m_key->setAccessibleName(tr("Key to add to %1").arg(m_words.path));
        return;
    }
    m_button = flatButton(this);
    m_button->setFocusPolicy(Qt::StrongFocus);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const bool isMore = m_row.kind == RowKind::More;
    if (!isMore)
        m_button->setIcon(icon(IconName::Add));
    m_button->setText(m_row.kind == RowKind::AddField ? tr("Add field…") : m_row.kind == RowKind::AddItem ? tr("Add item") : m_words.count);
    const QString path = m_words.path.isEmpty() ? tr("the object") : m_words.path;
    m_button->setAccessibleName(m_row.kind == RowKind::AddField ? tr("Add field to %1").arg(path) : m_row.kind == RowKind::AddItem ? tr("Add item to %1").arg(path) : tr("Show more of %1").arg(path));
    m_line->addWidget(m_button);
    m_line->addStretch(1);
    connect(m_button, &QToolButton::clicked, this, [this] {
        if (m_row.kind == RowKind::AddField)
            openFields();
        else
            m_host.act(m_row, m_row.kind == RowKind::AddItem ? FormHost::Act::AddItem : FormHost::Act::ShowMore);
    });
    watch(m_button);
}

void FormRowWidget::addMenuButton()
{
    constexpr int side = 24;
    if (m_row.isReadOnly) {
        m_lock = new QLabel(this);
        m_lock->setFixedWidth(side);
        m_lock->setAlignment(Qt::AlignCenter);
        if (m_row.isFixed)
            m_lock->setPixmap(icon(IconName::Lock, palette()).pixmap(16, 16));
        m_line->addWidget(m_lock);
        return;
    }
    m_button = flatButton(this);
    m_button->setFixedSize(side, side);
    // Tab goes through the fields; the keys do the same.
    m_button->setFocusPolicy(Qt::ClickFocus);
    m_button->setAccessibleName(tr("More for %1").arg(m_words.path));
    m_button->setToolTip(m_row.isItem ? tr("Move or remove (Alt+Up, Alt+Down, Alt+Delete)") : tr("Remove (Alt+Delete)"));
    m_line->addWidget(m_button, 0, Qt::AlignTop);
    connect(m_button, &QToolButton::clicked, this, &FormRowWidget::openMenu);
}

/// Only where somebody is: fifty of them are noise.
void FormRowWidget::showMenuButton()
{
    if (!m_button || m_row.kind >= RowKind::AddField)
        return;
    const bool isHere = underMouse() || isAncestorOf(QApplication::focusWidget());
    m_button->setIcon(isHere ? icon(IconName::More) : QIcon());
}

void FormRowWidget::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, const QKeySequence &keys, FormHost::Act act, bool enabled) {
        QAction *action = menu->addAction(text);
        action->setShortcut(keys);
        action->setEnabled(enabled);
        connect(action, &QAction::triggered, this, [this, act] { m_host.act(m_row, act); });
    };
    if (m_row.isItem) {
        add(tr("Move Up"), QKeySequence(Qt::ALT | Qt::Key_Up), FormHost::Act::Up, isMovable() && m_row.path.steps.back().index > 0);
        add(tr("Move Down"), QKeySequence(Qt::ALT | Qt::Key_Down), FormHost::Act::Down, isMovable() && !m_row.isLast);
    }
    add(tr("Remove"), QKeySequence(Qt::ALT | Qt::Key_Delete), FormHost::Act::Remove, true);
    menu->popup(m_button->mapToGlobal(QPoint(0, m_button->height())));
}

void FormRowWidget::openFields()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString &name : m_host.addable(m_row))
        connect(menu->addAction(name), &QAction::triggered, this, [this, name] { m_host.addField(m_row, name); });
    menu->popup(m_button->mapToGlobal(QPoint(0, m_button->height())));
}

void FormRowWidget::fitLines()
{
    const int lines = std::clamp(m_lines->blockCount(), 2, LinesShown);
    m_lines->setFixedHeight(lines * m_lines->fontMetrics().lineSpacing() + 12);
}

} // namespace orrery
