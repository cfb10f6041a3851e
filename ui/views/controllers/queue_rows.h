// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/base/tone.h"
#include "ui/views/controllers/controllers_watch.h"

namespace orrery {

/// How much a row deserves a look, from the least; only for comparing.
enum RowRank {
    Unread,       ///< there may be many of them, and nothing to see
    Idle,
    AtWork,
    Recovered,    ///< stood out a short while ago
    OfItsProgram, ///< suffers from what its whole program does
    NotAnswering, ///< what it told is old
    StandingOut,  ///< and above, by the finding's gravity
};

/// One queue in the table; or a program that has none to show, and why.
struct QueueRow {
    QString programId;
    QString program;
    QString queue; ///< empty: the program itself
    Tone tone = Tone::Neutral;
    QString state;  ///< a word or two
    QString detail; ///< sentences
    int rank = Unread; ///< a RowRank, or above the last
    std::optional<kube::QueueReading> reading;
    std::optional<kube::QueueActivity> activity;
    std::vector<kube::QueueFinding> findings; ///< of the queue, the gravest first
    std::optional<bool> leads;
    kube::WallTime asOf{};
    bool isOld = false; ///< the program tells no more: the figures are of then

    [[nodiscard]] QString id() const { return programId + QLatin1Char('\n') + queue; }
};

/// The rows of all programs, as they came. Those that tell no queue have none.
[[nodiscard]] QList<QueueRow> queueRows(const std::vector<ControllerProgram> &programs);

/// What is to be said at the top: who tells no more, then queues that stand out and clients that are held back. The gravest
/// first, of one gravity that with the greater figure.
struct QueueNotice {
    Tone tone = Tone::Neutral;
    QString text;
    QString rowId; ///< where to look; empty: no single row
};
[[nodiscard]] QList<QueueNotice> queueNotices(const std::vector<ControllerProgram> &programs, const QList<QueueRow> &rows);

} // namespace orrery
