// SPDX-License-Identifier: Apache-2.0
#include "ui/views/editing/edit_tab.h"

#include "core/object/json_tree.h"
#include "ui/base/error_text.h"
#include "ui/base/format.h"
#include "ui/base/icons.h"
#include "ui/views/editing/form_panel.h"
#include "ui/views/editing/object_text.h"
#include "ui/views/editing/save_view.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/text_replace.h"
#include "ui/widgets/version_choice.h"

#include <QStackedWidget>
#include <QTextDocument>
#include <QTimer>
#include <QVBoxLayout>

namespace orrery {

namespace {

QString versionOf(const std::string &json)
{
    const auto object = kube::JsonDocument::parse(json);
    return object ? QString::fromStdString(std::string(object->root()["metadata"]["resourceVersion"].string())) : QString();
}

} // namespace

EditTab::EditTab(Target target, Parts parts, QWidget *parent)
    : Page(parent), m_target(std::move(target)), m_parts(std::move(parts)),
      m_guide(*m_parts.port, {m_target.resource.gvk(), m_target.key.namespaceName, m_target.part}, m_parts.findResource, m_parts.gui, m_parts.background), m_keep(new QTimer(this)),
      m_stack(new QStackedWidget(this)), m_reading(new QWidget(this)), m_progress(new ProgressLine(m_reading)), m_failure(new EmptyState(this)),
      m_saveView(new SaveView(m_parts.gui, m_parts.background, this)), m_owner(m_parts.gui)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    auto *reading = new QVBoxLayout(m_reading);
    reading->setContentsMargins(0, 0, 0, 0);
    reading->addWidget(m_progress);
    reading->addStretch(1);
    m_stack->addWidget(m_reading);
    m_stack->addWidget(m_failure);
    m_stack->addWidget(m_saveView);
    m_keep->setSingleShot(true);
    m_keep->setInterval(KeepMsecs);
    connect(m_keep, &QTimer::timeout, this, &EditTab::keepDraft);
    connect(m_failure, &EmptyState::actionTriggered, this, &EditTab::open);
    connect(m_saveView, &SaveView::chosen, this, &EditTab::onChosen);
    connect(m_saveView, &SaveView::decided, this, [this](const std::vector<kube::FieldPath> &taken) { m_editing->decide(taken); });
    connect(m_saveView, &SaveView::resolved, this, [this](const QString &yaml) {
        m_page->edit()->replaceText(yaml);
        m_onto = kube::save_input::Onto::Theirs;
        review();
    });
    if (m_parts.definitions) {
        m_definitions = m_parts.definitions->observe(m_target.resource.gvr.groupResource(), m_owner,
                                                     [this](const kube::Result<kube::DefinitionPtr> &told) { takeDefinition(told); });
    }
    setAccessibleName(isNew() ? title() : tr("Edit %1 %2").arg(QString::fromStdString(m_target.resource.kind), name()));
    open();
}

EditTab::~EditTab()
{
    if (m_form)
        m_form->flush();
    if (m_keep->isActive())
        keepDraft();
    if (m_parts.documents && m_parts.drafts && isChanged())
        m_parts.documents->keep(objectText(), m_base, std::move(m_document));
}

QString EditTab::objectText() const
{
    return m_target.contextName + QLatin1Char(' ') + QString::fromStdString(m_target.resource.gvr.toString() + ' ' + m_target.key.namespaceName + '/' + m_target.key.name)
        + (m_target.part == kube::EditPart::Status ? QStringLiteral(" status") : QString());
}

/// Its values are for whoever asks for them, not for whoever looks at the screen.
void EditTab::coverSecret()
{
    m_isUncovered = true;
    const bool isReviewed = m_parts.proposal && m_parts.proposal->isReviewed;
    m_failure->setText({IconName::Secret, tr("The values of %1 are hidden").arg(name()),
                        isReviewed ? tr("The difference shows them, in base64, to everybody who sees this screen.") : tr("The editor shows them, in base64, to everybody who sees this screen."), {},
                        isReviewed ? tr("&Show the Difference") : tr("&Show and Edit")});
    m_stack->setCurrentWidget(m_failure);
}

void EditTab::open()
{
    if (!m_isUncovered && !isNew() && m_target.resource.gvr.group.empty() && m_target.resource.gvr.resource == "secrets") {
        coverSecret();
        return;
    }
    m_progress->setRunning(true);
    m_stack->setCurrentWidget(m_reading);
    if (!m_parts.drafts) {
        begin(std::nullopt);
        return;
    }
    kube::then(m_parts.drafts->find(), m_owner, [this](kube::Result<std::optional<KeptDraft>> found) {
        begin(found ? std::move(*found) : std::nullopt); // one that cannot be read is set aside, and told of by its keeper
    });
}

void EditTab::begin(std::optional<KeptDraft> draft)
{
    m_draft = std::move(draft);
    std::optional<std::string> began;
    if (m_draft)
        began = m_draft->base;
    else if (m_parts.proposal)
        began = m_parts.proposal->base;
    m_editing = m_parts.port->open(m_target.resource, m_target.key, {.part = m_target.part}, std::move(began), m_owner,
                                   [this](const kube::Result<kube::SaveStatePtr> &told) { take(told); });
}

void EditTab::take(const kube::Result<kube::SaveStatePtr> &told)
{
    if (!told) {
        fail(told.error());
        return;
    }
    m_state = *told;
    if (!m_document) {
        m_base = m_state->isCreating ? std::string() : m_state->base;
        m_readAt = m_draft ? m_draft->time : m_parts.now();
        // Making YAML of a large object takes longer than a frame may.
        if (m_state->isCreating)
            showEditor(m_parts.proposal ? m_parts.proposal->text : QString());
        else
            m_parts.background->post([base = m_base, deliver = m_owner.bind([this](const QString &text) { showEditor(text); })] { deliver(editorText(base)); });
        return;
    }
    showState();
}

void EditTab::fail(const kube::Error &error)
{
    m_editing.reset();
    const ErrorText why = describe(error);
    m_failure->setText({IconName::Edit, tr("%1 cannot be edited").arg(name()), why.detail.isEmpty() ? why.headline : why.detail, why.mend, tr("&Retry")});
    m_stack->setCurrentWidget(m_failure);
}

void EditTab::showEditor(const QString &text)
{
    if (m_document)
        return;
    m_savedText = text;
    const QString draft = m_draft ? QString::fromStdString(m_draft->text) : QString();
    if (m_draft && m_parts.documents)
        m_document = m_parts.documents->take(objectText(), m_draft->base, draft);
    if (!m_document) {
        m_document = CodeEdit::makeDocument(text);
        if (m_draft)
            replaceLines(m_document.get(), draft); // one step to undo
    }
    m_page = new EditPage(subject(), *m_document, m_guide, m_parts.gui, this);
    m_stack->addWidget(m_page);
    connect(m_page, &EditPage::reviewRequested, this, &EditTab::review);
    connect(m_page, &EditPage::discardRequested, this, &EditTab::discard);
    connect(m_page, &EditPage::titleChanged, this, &EditTab::titleChanged);
    connect(m_document.get(), &QTextDocument::contentsChanged, this, [this] {
        if (m_document->isModified() || m_keep->isActive())
            m_keep->start();
    });
    // The document tells of it after its contents.
    connect(m_document.get(), &QTextDocument::modificationChanged, m_keep, qOverload<>(&QTimer::start));
    begunWith(text);
    connect(m_page, &EditPage::checked, this, &EditTab::showUnreadable);
    m_page->showForm(m_parts.habits->showsForm);
    m_page->setSavesByApply(m_parts.habits->method == kube::SaveConfig::Method::Apply);
    connect(m_page, &EditPage::savesByApplyChanged, this,
            [this](bool apply) { m_parts.habits->method = apply ? kube::SaveConfig::Method::Apply : kube::SaveConfig::Method::Patch; });
    connect(m_page, &EditPage::formShown, this, [this](bool shown) { m_parts.habits->showsForm = shown; });
    connect(m_document.get(), &QTextDocument::modificationChanged, this, &EditTab::showDefinition);
    connect(m_page->versions(), &VersionChoice::chosen, this, &EditTab::versionWanted);
    connect(m_page, &EditPage::statusRequested, this, &EditTab::statusWanted);
    m_guide.setBase(m_base);
    m_guide.setOnSchema([this] {
        showForm();
        m_page->guideChanged();
    });
    showDefinition();
    showState();
    if (isAncestorOf(focusWidget()) || hasFocus())
        m_page->focusContent();
    Q_EMIT titleChanged();
    if (!m_draft && m_parts.proposal && m_parts.proposal->isReviewed)
        review();
}

void EditTab::showForm()
{
    if (!m_guide.schema())
        return;
    if (m_form) {
        m_form->setSchema(m_guide.schema());
        return;
    }
    m_form = new FormPanel(*m_document, m_guide.schema(), m_parts.gui, m_parts.background);
    m_form->setPart(m_target.part);
    m_form->setFindNames([this](const kube::ObjectReferenceWanted &wanted, const std::string &namespaceName) { return m_guide.names(wanted, namespaceName); });
    connect(m_page, &EditPage::checked, m_form, &FormPanel::setProblems);
    connect(m_form, &FormPanel::placeFocused, m_page->edit(), &CodeEdit::goTo);
    connect(m_form, &FormPanel::helpWanted, m_page, &EditPage::showHelp);
    connect(m_page->edit(), &CodeEdit::cursorPositionChanged, m_form, [this] {
        const QTextCursor cursor = m_page->edit()->textCursor();
        if (m_page->edit()->hasFocus())
            m_form->showPlace(cursor.blockNumber() + 1, cursor.positionInBlock() + 1);
    });
    m_page->setForm(m_form);
}

EditSubject EditTab::subject() const
{
    EditSubject subject;
    subject.contextName = m_target.contextName;
    subject.namespaceName = QString::fromStdString(m_target.key.namespaceName);
    subject.kind = QString::fromStdString(m_target.resource.kind);
    subject.name = QString::fromStdString(m_target.key.name);
    subject.resourceVersion = versionOf(m_base);
    subject.isStatus = m_target.part == kube::EditPart::Status;
    subject.readAt = m_readAt;
    subject.icon = kindIcon(QString::fromStdString(m_target.resource.gvr.group), subject.kind);
    return subject;
}

bool EditTab::isChanged() const
{
    return m_document && m_document->isModified();
}

QString EditTab::title() const
{
    return m_page ? m_page->title() : isNew() ? tr("New %1").arg(name()) : tr("Edit %1").arg(name());
}

QIcon EditTab::icon() const
{
    return orrery::icon(kindIcon(QString::fromStdString(m_target.resource.gvr.group), QString::fromStdString(m_target.resource.kind)));
}

void EditTab::focusContent()
{
    if (m_stack->currentWidget() == m_saveView)
        m_saveView->focusDecision();
    else if (m_page)
        m_page->focusContent();
    else if (m_stack->currentWidget() == m_failure)
        m_failure->button()->setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason);
}

void EditTab::focusFilter()
{
    if (m_page && m_stack->currentWidget() == m_page)
        m_page->focusFilter();
}

bool EditTab::closeNearest()
{
    if (m_stack->currentWidget() == m_saveView)
        return m_saveView->closeNearest();
    return m_page && m_page->closeNearest();
}

} // namespace orrery
