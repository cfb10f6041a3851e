// SPDX-License-Identifier: Apache-2.0
#include "ui/base/error_text.h"
#include "ui/views/editing/edit_page.h"
#include "ui/views/editing/field_help_panel.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/problem_list.h"

#include <QTimer>

namespace orrery {

void EditPage::startTimer(Question &question, const char *name, int msecs, void (EditPage::*ask)())
{
    question.pause = new QTimer(this);
    question.pause->setObjectName(QLatin1String(name));
    question.pause->setSingleShot(true);
    question.pause->setInterval(msecs);
    connect(question.pause, &QTimer::timeout, this, ask);
}

void EditPage::guideChanged()
{
    validateSoon();
    ++m_explanation.generation;
    m_explanation.pause->start();
}

void EditPage::validateSoon()
{
    ++m_validation.generation;
    m_found.clear();
    m_validation.pause->start();
}

bool EditPage::isOld(Question &question, quint64 asked, void (EditPage::*ask)())
{
    question.isOpen = false;
    if (asked == question.generation)
        return false;
    // Its pause is over already, or will be.
    if (std::exchange(question.again, false) && !question.pause->isActive())
        (this->*ask)();
    return true;
}

void EditPage::validate()
{
    m_validation.again = m_validation.isOpen;
    if (std::exchange(m_validation.isOpen, true))
        return;
    kube::then(m_guide.validate(m_text), m_owner, [this, asked = m_validation.generation](const kube::Result<QList<TextMark>> &problems) {
        if (isOld(m_validation, asked, &EditPage::validate))
            return;
        m_edit->setMarks(problems.value_or(QList<TextMark>()));
        if (problems) {
            m_problems->setProblems(*problems);
            m_found = *problems;
            Q_EMIT checked(*problems);
        } else {
            const ErrorText why = describe(problems.error());
            m_problems->setUnchecked(tr("Not checked. %1").arg(why.detail.isEmpty() ? why.headline : why.detail));
        }
    });
}

void EditPage::explain()
{
    m_explanation.again = m_explanation.isOpen;
    if (std::exchange(m_explanation.isOpen, true))
        return;
    const QTextCursor cursor = m_edit->textCursor();
    kube::then(m_guide.explain(m_text, cursor.blockNumber() + 1, cursor.positionInBlock() + 1), m_owner,
               [this, asked = m_explanation.generation](const kube::Result<FieldHelp> &help) {
                   if (!isOld(m_explanation, asked, &EditPage::explain))
                       m_help->setHelp(help.value_or(FieldHelp()));
               });
}

std::optional<TextMark> EditPage::firstProblem() const
{
    const auto first = std::find_if(m_found.begin(), m_found.end(), [](const TextMark &mark) { return mark.tone == Tone::Failing; });
    return first == m_found.end() ? std::nullopt : std::optional(*first);
}

void EditPage::showHelp(const FieldHelp &help)
{
    m_help->setHelp(help);
}

void EditPage::complete(int line, int column)
{
    kube::then(m_guide.complete(text(), line, column), m_owner, [this, asked = ++m_completion](const kube::Result<Completions> &found) {
        if (asked == m_completion && found)
            m_edit->showCompletions(found->range, found->candidates);
    });
}

} // namespace orrery
