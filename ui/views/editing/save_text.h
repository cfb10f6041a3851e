// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/edit_port.h"
#include "ui/base/tone.h"

#include <QFlags>
#include <QStringList>

namespace orrery {

/// What a person can decide while a save stands as it does.
enum class SaveChoice : unsigned {
    Confirm = 1,    ///< save what the difference shows
    Edit = 2,       ///< back to the text
    TakeTheirs = 4, ///< of a conflict
    ForceMine = 8,  ///< likewise
    CreateAnew = 16,
    RetryNow = 32,
    SaveAgain = 64,
};
Q_DECLARE_FLAGS(SaveChoices, SaveChoice)
Q_DECLARE_OPERATORS_FOR_FLAGS(SaveChoices)

/// How a save stands, for a person.
struct SaveText {
    Tone tone = Tone::Neutral;
    QString headline;      ///< empty: the text is being edited, and nothing is to be said
    QStringList lines;     ///< what the server said, fields by name, what to do
    SaveChoices choices;
    QString confirm;       ///< words of the Confirm button: "Save 3 changes"
    bool isBusy = false;   ///< something is under way
    bool showsDifference = false; ///< theirs → wouldStore
    bool showsConflicts = false;  ///< conflicts or owners, field by field
};

/// object: its name, as "web".
[[nodiscard]] SaveText describeSave(const kube::SaveState &state, const QString &object);

} // namespace orrery
