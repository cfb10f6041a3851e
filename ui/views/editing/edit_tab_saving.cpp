// SPDX-License-Identifier: Apache-2.0
// What becomes of the text: a save, a draft, or what it was before.
#include "ui/views/editing/edit_tab.h"
#include "ui/views/editing/form_panel.h"
#include "ui/views/editing/object_text.h"
#include "ui/views/editing/save_view.h"
#include "ui/widgets/code_edit.h"

#include <QStackedWidget>
#include <QTextDocument>
#include <QTimer>

namespace orrery {

void EditTab::showState()
{
    if (!m_page)
        return;
    if (m_state->step == kube::SaveState::Step::Saved) {
        onSaved();
        return;
    }
    m_saveView->setState(m_state, name());
    const SaveText &text = m_saveView->text();
    // A refusal is read beside the text that it is about.
    const bool belongsToText = text.headline.isEmpty() || (!text.isBusy && text.tone == Tone::Failing && !text.choices.testFlag(SaveChoice::CreateAnew));
    if (m_state->reason == kube::SaveReason::BadText)
        showUnreadable();
    else if (belongsToText && !text.headline.isEmpty())
        m_page->setNotice(text.tone, QStringList(QStringList{text.headline} + text.lines).join(QLatin1Char('\n')));
    QWidget *now = belongsToText ? static_cast<QWidget *>(m_page) : m_saveView;
    if (m_stack->currentWidget() != now) {
        const bool hadFocus = isAncestorOf(focusWidget());
        m_stack->setCurrentWidget(now);
        if (hadFocus)
            focusContent();
    } else if (now == m_saveView && !text.isBusy) {
        m_saveView->focusDecision();
    }
}

/// With the place that the list of problems names: another reader of YAML notices a mistake elsewhere.
void EditTab::showUnreadable()
{
    if (!m_state || m_state->reason != kube::SaveReason::BadText)
        return;
    const SaveText text = describeSave(*m_state, name());
    const std::optional<TextMark> first = m_page->firstProblem();
    m_page->setNotice(text.tone, text.headline + QLatin1Char('\n') + (first ? tr("Line %1: %2").arg(first->line).arg(first->message) : text.lines.join(QLatin1Char('\n'))));
}

void EditTab::onSaved()
{
    if (isNew()) {
        onCreated();
        return;
    }
    m_base = m_state->theirs;
    m_guide.setBase(m_base);
    m_readAt = m_parts.now();
    m_onto = kube::save_input::Onto::Base;
    const SaveText text = describeSave(*m_state, name());
    m_parts.background->post([base = m_base, said = text.headline, typed = m_state->text, deliver = m_owner.bind([this](const QString &stored, const QString &words, const QString &sent) {
                                  m_savedText = stored;
                                  // Whoever has typed on meanwhile keeps that.
                                  if (m_page->text() != sent)
                                      return;
                                  m_page->edit()->replaceText(stored);
                                  m_document->setModified(false);
                                  m_page->setSubject(subject());
                                  m_page->setNotice(Tone::Ready, words);
                                  m_keep->stop();
                                  if (m_parts.drafts)
                                      m_parts.drafts->drop();
                                  m_editing->edit(stored.toStdString(), kube::save_input::Onto::Theirs);
                                  Q_EMIT saved(name());
                              })] { deliver(editorText(base), said, QString::fromStdString(typed)); });
    m_stack->setCurrentWidget(m_page);
    m_page->focusContent();
}

void EditTab::review()
{
    if (!m_editing)
        return;
    if (const QString why = m_form ? m_form->flush() : QString(); !why.isEmpty()) {
        m_page->setNotice(Tone::Failing, why);
        return;
    }
    m_page->setNotice(Tone::Neutral, {});
    m_editing->edit(m_page->text().toStdString(), m_onto);
    m_editing->saveBy(m_page->savesByApply() ? kube::SaveConfig::Method::Apply : kube::SaveConfig::Method::Patch);
    m_editing->save();
}

void EditTab::onChosen(SaveChoice choice)
{
    switch (choice) {
    case SaveChoice::Confirm: m_editing->confirm(); break;
    case SaveChoice::Edit: m_editing->cancel(); break;
    case SaveChoice::TakeTheirs: m_editing->takeTheirs(); break;
    case SaveChoice::ForceMine: m_editing->forceMine(); break;
    case SaveChoice::CreateAnew: m_editing->createAnew(); break;
    case SaveChoice::RetryNow: m_editing->retryNow(); break;
    case SaveChoice::SaveAgain: review(); break;
    }
}

void EditTab::discard()
{
    m_page->edit()->replaceText(m_savedText); // one step to undo
    m_document->setModified(false);
    m_page->setNotice(Tone::Neutral, {});
    m_keep->stop();
    if (m_parts.drafts)
        m_parts.drafts->drop();
}

void EditTab::keepDraft()
{
    m_keep->stop();
    if (!m_parts.drafts || !m_document)
        return;
    if (!m_document->isModified()) { // undone
        m_parts.drafts->drop();
        return;
    }
    // Looking at a draft does not make it younger.
    if (m_draft && m_draft->base == m_base && m_draft->text == m_page->text().toStdString())
        return;
    m_draft.reset();
    kube::then(m_parts.drafts->keep({m_base, m_page->text().toStdString(), m_parts.now()}), m_owner, [this](const kube::Result<bool> &kept) {
        if (!kept && !std::exchange(m_saidNotKept, true))
            Q_EMIT draftNotKept(kept.error().toString());
    });
}

} // namespace orrery
