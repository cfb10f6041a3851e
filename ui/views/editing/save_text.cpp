// SPDX-License-Identifier: Apache-2.0
#include "ui/views/editing/save_text.h"

#include "core/base/protection_error.h"
#include "ui/base/error_text.h"
#include "ui/base/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace orrery {

namespace {

using Step = kube::SaveState::Step;
using Reason = kube::SaveReason;
constexpr int FieldsNamed = 12; ///< the rest is counted

struct SaveTexts {
    Q_DECLARE_TR_FUNCTIONS(SaveText)
public:
    static QString more(qsizetype number) { return tr("… and %1 more").arg(count(number)); }
    static QString changes(qsizetype number) { return number == 1 ? tr("Save 1 change") : tr("Save %1 changes").arg(count(number)); }
    static QString changesUnasked(qsizetype number)
    {
        return number == 1 ? tr("Save 1 change without a dry run") : tr("Save %1 changes without a dry run").arg(count(number));
    }
    static QString fields(qsizetype number) { return number == 1 ? tr("1 field") : tr("%1 fields").arg(count(number)); }
    static QString refusal(const kube::RefusedField &refused)
    {
        const QString message = QString::fromStdString(refused.message);
        return refused.field.empty() ? message : tr("%1: %2").arg(QString::fromStdString(refused.field), message);
    }
};

QString nameOf(const kube::FieldPath &path)
{
    return QString::fromStdString(kube::fieldPathText(path));
}

template <typename List, typename Fn>
void nameEach(QStringList &lines, const List &list, Fn name)
{
    int left = FieldsNamed;
    for (const auto &entry : list) {
        if (left-- == 0) {
            lines << SaveTexts::more(static_cast<qsizetype>(list.size()) - FieldsNamed);
            return;
        }
        lines << name(entry);
    }
}

void addError(QStringList &lines, const kube::SaveState &state)
{
    if (!state.error)
        return;
    const ErrorText text = describe(*state.error);
    for (const QString &line : {text.detail, text.mend}) {
        if (!line.isEmpty())
            lines << line;
    }
}

SaveText busy(QString headline)
{
    SaveText text;
    text.tone = Tone::Informative;
    text.headline = std::move(headline);
    text.isBusy = true;
    return text;
}

/// Nothing is stored by it: whoever will not wait goes back to the text.
SaveText asking()
{
    SaveText text = busy(SaveTexts::tr("Asking the server what it would store…"));
    text.choices = SaveChoice::Edit;
    return text;
}

SaveText review(const kube::SaveState &state, const QString &object)
{
    SaveText text;
    text.showsDifference = true;
    text.choices = SaveChoice::Confirm | SaveChoice::Edit;
    text.confirm = state.isCreating ? SaveTexts::tr("Create") : SaveTexts::changes(std::max<qsizetype>(1, static_cast<qsizetype>(state.patch.changes.size())));
    text.tone = Tone::Informative;
    text.headline = state.isCreating ? SaveTexts::tr("This is what the server would create") : SaveTexts::tr("This is what the server would store of %1").arg(object);
    if (state.reason == Reason::FieldsDropped) {
        text.tone = Tone::Pending;
        text.headline = SaveTexts::tr("The server would not keep %1 of yours").arg(SaveTexts::fields(static_cast<qsizetype>(state.dropped.size())));
        nameEach(text.lines, state.dropped, nameOf);
        text.lines << SaveTexts::tr("It does not know them. Saving leaves them out; the text keeps them.");
    } else if (state.reason == Reason::NoDryRun) {
        text.tone = Tone::Pending;
        text.headline = SaveTexts::tr("The server cannot be asked what it would store");
        addError(text.lines, state);
        text.lines << SaveTexts::tr("The difference is to your text as it would be merged here. The server has checked nothing: it may still refuse it, or store it otherwise.");
        text.confirm = SaveTexts::changesUnasked(std::max<qsizetype>(1, static_cast<qsizetype>(state.patch.changes.size())));
    } else if (state.reason == Reason::OutcomeUncertain) {
        text.tone = Tone::Pending;
        text.headline = SaveTexts::tr("Whether the last try was stored could not be found out");
        text.lines << SaveTexts::tr("The difference is to what the server has now. Saving again is safe: the server takes it only if nothing has changed since.");
    }
    if (!state.patch.unsaid.empty()) {
        text.lines << SaveTexts::tr("Server-side apply takes away only what it has set itself. All of this is saved as a patch instead, which takes what it changes from other managers, because these fields go:");
        nameEach(text.lines, state.patch.unsaid, nameOf);
    }
    if (state.mergedRounds > 0)
        text.lines << SaveTexts::tr("Others changed other fields meanwhile; their changes are kept.");
    if (!state.altered.empty()) {
        text.lines << SaveTexts::tr("The server would store these otherwise than you wrote them:");
        nameEach(text.lines, state.altered, nameOf);
    }
    return text;
}

SaveText conflict(const kube::SaveState &state)
{
    SaveText text;
    text.tone = Tone::Pending;
    text.choices = SaveChoice::TakeTheirs | SaveChoice::ForceMine | SaveChoice::Edit;
    if (state.step == Step::FieldConflict) {
        text.headline = state.owners.size() == 1 ? SaveTexts::tr("1 field belongs to another manager")
                                                 : SaveTexts::tr("%1 belong to other managers").arg(SaveTexts::fields(static_cast<qsizetype>(state.owners.size())));
        text.showsConflicts = true;
        text.lines << SaveTexts::tr("Choose for each, or for all fields of one manager. Forced, they are yours; a manager that is still at work sets them again.");
        return text;
    }
    text.headline = state.reason == Reason::AlreadyExists ? SaveTexts::tr("An object of that name exists already")
                                                          : SaveTexts::tr("Others have changed %1 that you change too").arg(SaveTexts::fields(static_cast<qsizetype>(state.conflicts.size())));
    text.showsConflicts = true;
    return text;
}

SaveText waiting(const kube::SaveState &state)
{
    SaveText text = busy(state.reason == Reason::Throttled      ? SaveTexts::tr("The server has too much to do; trying again by itself")
                         : state.reason == Reason::ServerFailed ? SaveTexts::tr("The server failed; trying again by itself")
                                                                : SaveTexts::tr("The server is not reached; trying again by itself"));
    text.tone = Tone::Pending;
    text.choices = SaveChoice::RetryNow | SaveChoice::Edit;
    addError(text.lines, state);
    return text;
}

SaveText refused(const kube::SaveState &state)
{
    SaveText text;
    text.tone = Tone::Failing;
    text.choices = SaveChoice::Edit | SaveChoice::SaveAgain;
    switch (state.reason) {
    case Reason::Invalid:
        text.headline = SaveTexts::tr("The server refuses the object as invalid; nothing was stored");
        nameEach(text.lines, state.refusals, SaveTexts::refusal);
        if (state.refusals.empty())
            addError(text.lines, state);
        text.choices = SaveChoice::Edit;
        return text;
    case Reason::BadText:
        text.headline = SaveTexts::tr("The text cannot be read; nothing was sent");
        if (state.textError)
            text.lines << state.textError->toString();
        text.choices = SaveChoice::Edit;
        return text;
    case Reason::ServersFields:
        text.headline = SaveTexts::tr("Only fields that the server keeps were edited; there is nothing to send");
        nameEach(text.lines, state.dropped, nameOf);
        text.choices = SaveChoice::Edit;
        return text;
    case Reason::KeepsMoving:
        text.headline = SaveTexts::tr("Others change the object faster than your changes could be merged");
        text.lines << SaveTexts::tr("Your text is whole. Save again to go on.");
        return text;
    case Reason::Forbidden:
        text.headline = state.error && state.error->code == kube::error_code::Protected ? SaveTexts::tr("The context is protected; nothing was stored")
                                                                                        : SaveTexts::tr("You may not do this; nothing was stored");
        break;
    case Reason::Unauthorized: text.headline = SaveTexts::tr("The server does not accept the credentials; nothing was stored"); break;
    default: text.headline = SaveTexts::tr("Not saved; your text is whole"); break;
    }
    addError(text.lines, state);
    return text;
}

SaveText saved(const kube::SaveState &state, const QString &object)
{
    SaveText text;
    text.tone = Tone::Ready;
    text.headline = state.reason == Reason::NothingToSave   ? SaveTexts::tr("There is nothing to save: %1 is so already").arg(object)
                    : state.reason == Reason::StoredAlready ? SaveTexts::tr("Saved: the server had stored it, though its answer was lost")
                                                            : SaveTexts::tr("Saved %1").arg(object);
    return text;
}

SaveText gone(const kube::SaveState &state, const QString &object)
{
    SaveText text;
    text.tone = Tone::Failing;
    text.choices = SaveChoice::CreateAnew | SaveChoice::Edit;
    text.headline = state.reason == Reason::Recreated ? SaveTexts::tr("%1 has been deleted, and another object has its name").arg(object)
                                                      : SaveTexts::tr("%1 has been deleted; your text is whole").arg(object);
    text.lines << (state.reason == Reason::Recreated ? SaveTexts::tr("Go on with that one: your changes will be shown as a difference to it first.")
                                                     : SaveTexts::tr("Create it anew from your text, or keep editing."));
    return text;
}

} // namespace

SaveText describeSave(const kube::SaveState &state, const QString &object)
{
    switch (state.step) {
    case Step::Editing:
        break;
    case Step::DryRunning: return asking();
    case Step::Review: return review(state, object);
    case Step::Saving: return busy(SaveTexts::tr("Saving…"));
    case Step::UnknownOutcome: return busy(SaveTexts::tr("No answer came; finding out whether it was stored…"));
    case Step::Refetching: return busy(SaveTexts::tr("Others have changed %1 meanwhile; merging…").arg(object));
    case Step::TheirsMoved:
    case Step::FieldConflict: return conflict(state);
    case Step::Waiting: return waiting(state);
    case Step::Saved: return saved(state, object);
    case Step::Refused: return refused(state);
    case Step::Gone: return gone(state, object);
    }
    if (state.reason == Reason::BadText)
        return refused(state);
    return {};
}

} // namespace orrery
