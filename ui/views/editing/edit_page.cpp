// SPDX-License-Identifier: Apache-2.0
#include "ui/views/editing/edit_page.h"

#include "ui/base/format.h"
#include "ui/base/icons.h"
#include "ui/base/theme.h"
#include "ui/views/editing/field_help_panel.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/find_bar.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/problem_list.h"
#include "ui/widgets/text_replace.h"
#include "ui/widgets/tone_label.h"
#include "ui/widgets/version_choice.h"
#include "ui/widgets/yaml_highlighter.h"

#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace orrery {

namespace {

/// Of the document, not of the page: both are kept.
YamlHighlighter *highlighterOf(QTextDocument &document)
{
    auto *found = document.findChild<YamlHighlighter *>(QString(), Qt::FindDirectChildrenOnly);
    return found ? found : new YamlHighlighter(&document);
}

} // namespace

EditPage::EditPage(EditSubject subject, QTextDocument &document, EditGuide &guide, kube::ExecutorPtr gui, QWidget *parent)
    : Page(parent), m_subject(std::move(subject)), m_document(document), m_guide(guide), m_title(new ElidedLabel(this)), m_changed(new ToneLabel(this)),
      m_standing(new ElidedLabel(this)), m_notice(new ToneLabel(this)), m_versions(new VersionChoice(this)), m_tabKey(new QToolButton(this)), m_statusButton(new QToolButton(this)), m_formButton(new QToolButton(this)),
      m_applyButton(new QToolButton(this)),
      m_discard(new QPushButton(tr("&Discard"), this)), m_review(new QPushButton(tr("&Review changes"), this)), m_splitter(new QSplitter(this)),
      m_edit(new CodeEdit(this)), m_find(new FindBar(m_edit, this)), m_help(new FieldHelpPanel(this)), m_problems(new ProblemList(this)), m_owner(std::move(gui))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHead(layout);
    buildBody(layout);
    startTimer(m_validation, "validate", ValidateMsecs, &EditPage::validate);
    startTimer(m_explanation, "explain", ExplainMsecs, &EditPage::explain);

    highlighterOf(m_document);
    m_edit->showDocument(&m_document);
    connect(m_edit, &CodeEdit::textChanged, this, [this] {
        // New colours are told of as a change, too.
        if (const QString now = text(); std::exchange(m_text, now) != now) {
            validateSoon();
            if (m_noticeTone == Tone::Ready)
                setNotice(Tone::Neutral, {}); // what was done is no longer all there is
        }
    });
    m_text = text();
    connect(m_edit, &CodeEdit::cursorPositionChanged, this, [this] {
        ++m_explanation.generation;
        m_explanation.pause->start();
    });
    connect(m_edit, &CodeEdit::completionWanted, this, &EditPage::complete);
    connect(&m_document, &QTextDocument::modificationChanged, this, &EditPage::showState);
    connect(m_problems, &ProblemList::chosen, this, [this](int line, int column) {
        m_edit->goTo(line, column);
        m_edit->setFocus(Qt::OtherFocusReason);
    });
    auto *save = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_S), this);
    save->setContext(Qt::WidgetWithChildrenShortcut);
    connect(save, &QShortcut::activated, m_review, &QPushButton::click);
    setFocusProxy(m_edit);
    showState();
    validate();
    explain();
}

void EditPage::buildHead(QVBoxLayout *layout)
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 8, 12, 4);
    head->setSpacing(8);
    m_title->setFont(titleFont(font()));
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_standing->setForegroundRole(QPalette::PlaceholderText);
    m_tabKey->setText(tr("Tab indents"));
    m_tabKey->setCheckable(true);
    m_tabKey->setToolTip(editKeysHelp());
    m_statusButton->setText(tr("Edit Status"));
    m_statusButton->setVisible(false);
    connect(m_statusButton, &QToolButton::clicked, this, &EditPage::statusRequested);
    m_formButton->setText(tr("Form"));
    m_formButton->setToolTip(tr("Show the fields as a form beside the text"));
    m_formButton->setCheckable(true);
    m_formButton->setVisible(false);
    m_applyButton->setText(tr("Server-side apply"));
    m_applyButton->setToolTip(tr("Save by server-side apply as the field manager “orrery”: fields that other managers own are conflicts. Otherwise by the smallest patch, which takes them."));
    m_applyButton->setCheckable(true);
    m_review->setDefault(true);
    m_review->setToolTip(tr("Ask the server what it would store, and show the difference (Ctrl+S)"));
    m_discard->setToolTip(tr("Go back to the text as it was read"));
    head->addWidget(m_title);
    head->addWidget(m_versions);
    head->addWidget(m_changed);
    head->addWidget(m_standing, 1);
    for (QToolButton *button : {m_tabKey, m_statusButton, m_applyButton, m_formButton}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        head->addWidget(button);
    }
    head->addWidget(m_discard);
    head->addWidget(m_review);
    layout->addLayout(head);
    m_notice->setWordWrap(true);
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setContentsMargins(12, 0, 12, 4);
    m_notice->hide();
    layout->addWidget(m_notice);
    layout->addWidget(new Hairline(Qt::Horizontal, this));
    connect(m_review, &QPushButton::clicked, this, &EditPage::reviewRequested);
    connect(m_discard, &QPushButton::clicked, this, &EditPage::discardRequested);
    connect(m_tabKey, &QToolButton::toggled, m_edit, [this](bool moves) { m_edit->setTabKey(moves ? TabKey::MovesFocus : TabKey::Indents); });
    connect(m_edit, &CodeEdit::tabKeyChanged, this, [this](TabKey what) {
        m_tabKey->setChecked(what == TabKey::MovesFocus);
        m_tabKey->setText(what == TabKey::MovesFocus ? tr("Tab moves on") : tr("Tab indents"));
    });
    connect(m_applyButton, &QToolButton::toggled, this, &EditPage::savesByApplyChanged);
    connect(m_formButton, &QToolButton::toggled, this, [this](bool shown) {
        if (m_form)
            m_form->setVisible(shown);
        shareWidth();
        Q_EMIT formShown(shown);
    });
}

void EditPage::buildBody(QVBoxLayout *layout)
{
    m_edit->setAccessibleName(tr("YAML"));
    m_splitter->setChildrenCollapsible(true);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_edit);
    m_splitter->addWidget(m_help);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setSizes({640, 280});
    m_help->setMinimumWidth(208); // of a long field's name
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_find);
    layout->addWidget(new Hairline(Qt::Horizontal, this));
    layout->addWidget(m_problems);
}

QString EditPage::title() const
{
    const QString name = m_subject.name.isEmpty() ? tr("New %1").arg(m_subject.kind)
                       : m_subject.isStatus       ? tr("Edit status of %1").arg(m_subject.name)
                                                  : tr("Edit %1").arg(m_subject.name);
    return isChanged() ? tr("%1 •").arg(name) : name;
}

QIcon EditPage::icon() const
{
    return orrery::icon(m_subject.icon);
}

void EditPage::focusContent()
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

void EditPage::focusFilter()
{
    m_find->open();
}

bool EditPage::closeNearest()
{
    if (!m_find->isOpen())
        return false;
    m_find->close();
    return true;
}

void EditPage::setSubject(const EditSubject &subject)
{
    m_subject = subject;
    showState();
}

QString EditPage::text() const
{
    return textOf(m_document);
}

bool EditPage::isChanged() const
{
    return m_document.isModified();
}

void EditPage::setForm(QWidget *form)
{
    delete m_form.data();
    m_form = form;
    m_formButton->setVisible(form != nullptr);
    if (!form)
        return;
    m_splitter->insertWidget(0, form);
    form->lower(); // Tab comes to it first
    m_splitter->setStretchFactor(0, 1);
    form->setVisible(m_formButton->isChecked());
    shareWidth();
}

void EditPage::showForm(bool shown)
{
    m_formButton->setChecked(shown);
}

bool EditPage::savesByApply() const
{
    return m_applyButton->isChecked();
}

void EditPage::setSavesByApply(bool apply)
{
    m_applyButton->setChecked(apply);
}

void EditPage::shareWidth()
{
    const int whole = std::max(m_splitter->width(), 640);
    if (m_form && m_formButton->isChecked())
        m_splitter->setSizes({whole * 11 / 20, whole * 6 / 20, whole * 3 / 20}); // an image's name has room in a field
}

void EditPage::setNotice(Tone tone, const QString &words)
{
    m_noticeTone = tone;
    m_notice->setTone(tone);
    m_notice->setText(tone == Tone::Neutral ? words : QString(toneGlyph(tone)) + QLatin1Char(' ') + words);
    m_notice->setAccessibleName(words);
    m_notice->setVisible(!words.isEmpty());
}

void EditPage::showState()
{
    const bool isNew = m_subject.name.isEmpty();
    m_title->setText(isNew ? tr("New %1").arg(m_subject.kind) : m_subject.isStatus ? tr("Status of %1 %2").arg(m_subject.kind, m_subject.name) : tr("%1 %2").arg(m_subject.kind, m_subject.name));
    m_applyButton->setVisible(!m_subject.isStatus);
    m_changed->setTone(isChanged() ? Tone::Informative : Tone::Completed);
    m_changed->setText(QString(toneGlyph(isChanged() ? Tone::Informative : Tone::Completed)) + QLatin1Char(' ') + (isChanged() ? tr("changed") : tr("unchanged")));
    m_changed->setAccessibleName(isChanged() ? tr("changed") : tr("unchanged"));
    QStringList standing;
    if (!m_subject.namespaceName.isEmpty())
        standing << tr("in %1").arg(m_subject.namespaceName);
    if (!isNew)
        standing << tr("version %1 of %2").arg(m_subject.resourceVersion, clockTime(m_subject.readAt));
    m_standing->setText(standing.join(tr(" · ")));
    m_review->setEnabled(isChanged() || isNew);
    m_discard->setEnabled(isChanged());
    setAccessibleName(isNew ? m_title->text() : tr("Edit %1").arg(m_title->text()));
    Q_EMIT titleChanged();
}

void EditPage::offerStatus(const QString &why)
{
    m_statusButton->setVisible(true);
    m_statusButton->setEnabled(why.isEmpty());
    m_statusButton->setToolTip(why.isEmpty() ? tr("The server stores status apart from the rest: it is edited in a tab of its own") : why);
}

void EditPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        highlighterOf(m_document)->rehighlight();
}

} // namespace orrery
