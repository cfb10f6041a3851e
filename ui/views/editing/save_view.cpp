// SPDX-License-Identifier: Apache-2.0
#include "ui/views/editing/save_view.h"

#include "ui/base/format.h"
#include "ui/views/editing/object_text.h"
#include "ui/widgets/confirm_keys.h"
#include "ui/widgets/diff_view.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/tone_label.h"

#include <QBoxLayout>
#include <QPushButton>

namespace orrery {

SaveView::SaveView(kube::ExecutorPtr gui, kube::ExecutorPtr background, QWidget *parent)
    : QWidget(parent), m_progress(new ProgressLine(this)), m_headline(new ToneLabel(this)), m_lines(new QLabel(this)), m_difference(new DiffView(this)),
      m_conflicts(new ConflictList(this)), m_rest(new QWidget(this)), m_resolve(new QPushButton(tr("Go on with these"), this)), m_background(std::move(background)),
      m_owner(std::move(gui))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_progress);
    auto *words = new QVBoxLayout;
    words->setContentsMargins(12, 8, 12, 8);
    words->setSpacing(4);
    for (QLabel *label : {static_cast<QLabel *>(m_headline), m_lines}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        words->addWidget(label);
    }
    layout->addLayout(words);
    layout->addWidget(m_difference, 1);
    layout->addWidget(m_conflicts, 1);
    layout->addWidget(m_rest, 1);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    row->addStretch(1);
    layout->addLayout(row);
    const auto add = [this, row](SaveChoice choice, const QString &text) {
        addButton(choice, text);
        row->addWidget(m_buttons.value(choice));
    };
    add(SaveChoice::Edit, tr("Keep Editing"));
    add(SaveChoice::TakeTheirs, tr("Take Theirs"));
    add(SaveChoice::ForceMine, tr("Force Mine"));
    row->addWidget(m_resolve);
    add(SaveChoice::CreateAnew, tr("Create Anew"));
    add(SaveChoice::RetryNow, tr("Retry Now"));
    add(SaveChoice::SaveAgain, tr("Save Again"));
    add(SaveChoice::Confirm, tr("Save"));
    m_buttons.value(SaveChoice::Confirm)->setToolTip(tr("Ctrl+Return, wherever the keyboard is here"));
    m_resolve->setToolTip(m_buttons.value(SaveChoice::Confirm)->toolTip());
    pressByCtrlReturn(this, {m_buttons.value(SaveChoice::Confirm), m_resolve});
    connect(m_resolve, &QPushButton::clicked, this, &SaveView::conflictsDecided);
    connect(m_conflicts, &ConflictList::choicesChanged, this, [this] { m_resolve->setEnabled(m_conflicts->isDecided()); });
    hide();
}

void SaveView::addButton(SaveChoice choice, const QString &text)
{
    auto *button = new QPushButton(text, this);
    connect(button, &QPushButton::clicked, this, [this, choice] { Q_EMIT chosen(choice); });
    m_buttons.insert(choice, button);
}

void SaveView::setState(const kube::SaveStatePtr &state, const QString &object)
{
    const bool isNewQuestion = !m_state || m_state->step != state->step || m_state->conflicts.size() != state->conflicts.size() || m_state->owners.size() != state->owners.size();
    m_state = state;
    m_text = describeSave(*state, object);
    ++m_generation;
    m_progress->setRunning(m_text.isBusy);
    m_headline->setTone(m_text.tone);
    const QChar glyph = toneGlyph(m_text.tone);
    m_headline->setText(glyph.isNull() ? m_text.headline : QString(glyph) + QLatin1Char(' ') + m_text.headline);
    m_lines->setText(m_text.lines.join(QLatin1Char('\n')));
    m_lines->setVisible(!m_text.lines.isEmpty());
    m_difference->setVisible(m_text.showsDifference);
    m_conflicts->setVisible(m_text.showsConflicts);
    m_rest->setVisible(!m_text.showsDifference && !m_text.showsConflicts); // words stand at the top, whatever follows them
    m_resolve->setVisible(m_text.showsConflicts);
    for (auto it = m_buttons.cbegin(); it != m_buttons.cend(); ++it)
        it.value()->setVisible(m_text.choices.testFlag(it.key()));
    m_buttons.value(SaveChoice::Confirm)->setText(m_text.confirm);
    // Field by field there is a finer answer than all or nothing; both stay within reach.
    if (m_text.showsConflicts && isNewQuestion) {
        const auto number = static_cast<qsizetype>(std::max(state->conflicts.size(), state->owners.size()));
        m_buttons.value(SaveChoice::TakeTheirs)->setText(number > 1 ? tr("Take Theirs for All %1").arg(count(number)) : tr("Take Theirs"));
        m_buttons.value(SaveChoice::ForceMine)->setText(number > 1 ? tr("Force Mine for All %1").arg(count(number)) : tr("Force Mine"));
        m_conflicts->setRows(conflictRows(*state));
        m_resolve->setEnabled(false);
    }
    if (m_text.showsDifference)
        showTexts(state);
    setVisible(!m_text.headline.isEmpty());
}

void SaveView::showTexts(const kube::SaveStatePtr &state)
{
    m_background->post([state, generation = m_generation, deliver = m_owner.bind([this](quint64 made, const DiffRows &rows) {
                            if (made == m_generation)
                                m_difference->setRows(tr("On the server now"), tr("After saving"), rows);
                        })] {
        deliver(generation, diffRows(state->theirs.empty() ? QString() : comparedText(state->theirs), comparedText(state->wouldStore)));
    });
}

void SaveView::conflictsDecided()
{
    if (!m_state || !m_conflicts->isDecided())
        return;
    const QList<ConflictChoice> choices = m_conflicts->choices();
    if (!choices.contains(ConflictChoice::TakeTheirs))
        Q_EMIT chosen(SaveChoice::ForceMine);
    else if (!choices.contains(ConflictChoice::KeepMine))
        Q_EMIT chosen(SaveChoice::TakeTheirs);
    else if (m_state->step == kube::SaveState::Step::FieldConflict)
        Q_EMIT decided(takenFields(*m_state, choices));
    else
        Q_EMIT resolved(resolvedText(*m_state, choices));
}

void SaveView::focusDecision()
{
    if (m_text.showsConflicts) {
        m_conflicts->setFocus(Qt::OtherFocusReason);
        return;
    }
    for (const SaveChoice choice : {SaveChoice::Confirm, SaveChoice::SaveAgain, SaveChoice::RetryNow, SaveChoice::Edit}) {
        if (m_text.choices.testFlag(choice)) {
            m_buttons.value(choice)->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

bool SaveView::closeNearest()
{
    if (m_text.showsDifference && m_difference->closeNearest())
        return true;
    if (!m_text.choices.testFlag(SaveChoice::Edit))
        return false;
    Q_EMIT chosen(SaveChoice::Edit);
    return true;
}

} // namespace orrery
