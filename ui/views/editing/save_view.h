// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "ui/views/editing/save_text.h"
#include "ui/widgets/conflict_list.h"

#include <QMap>
#include <QWidget>

class QLabel;
class QPushButton;

namespace orrery {

class DiffView;
class ProgressLine;
class ToneLabel;

/// How a save stands and what to decide: a sentence, the server's words, the difference or the conflicts, buttons.
/// Shown beside the text while there is something to say; see SaveText.
class SaveView final : public QWidget
{
    Q_OBJECT
public:
    /// background: where texts are made and compared.
    SaveView(kube::ExecutorPtr gui, kube::ExecutorPtr background, QWidget *parent = nullptr);

    void setState(const kube::SaveStatePtr &state, const QString &object);
    [[nodiscard]] const SaveText &text() const { return m_text; } ///< what it says now
    [[nodiscard]] bool showsComparison() const { return m_text.showsDifference || m_text.showsConflicts; }
    void focusDecision(); ///< the button or list where a decision is made
    bool closeNearest();

Q_SIGNALS:
    void chosen(orrery::SaveChoice choice);
    void decided(const std::vector<kube::FieldPath> &taken); ///< other managers' fields, some given up, the others forced
    void resolved(const QString &yaml); ///< conflicts decided some this way, some that: what to go on from

private:
    void addButton(SaveChoice choice, const QString &text);
    void showTexts(const kube::SaveStatePtr &state);
    void conflictsDecided();

    kube::SaveStatePtr m_state;
    SaveText m_text;
    ProgressLine *m_progress;
    ToneLabel *m_headline;
    QLabel *m_lines;
    DiffView *m_difference;
    ConflictList *m_conflicts;
    QWidget *m_rest; ///< in place of both, where there is nothing to compare
    QPushButton *m_resolve;
    QMap<SaveChoice, QPushButton *> m_buttons;
    quint64 m_generation = 0; ///< only the newest texts are shown
    kube::ExecutorPtr m_background;
    kube::Owner m_owner;
};

} // namespace orrery
