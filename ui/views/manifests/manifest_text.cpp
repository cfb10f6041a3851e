// SPDX-License-Identifier: Apache-2.0
#include "ui/views/manifests/manifest_text.h"

#include "ui/base/error_text.h"

#include <QCoreApplication>

namespace orrery {

namespace {

using Verdict = kube::ManifestVerdict;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(orrery::ManifestText)
};

QString plain(const std::string &text)
{
    return QString::fromStdString(text);
}

/// What is being done with the document that the run is at.
QString doingWord(const kube::ManifestState &state)
{
    switch (state.phase) {
    case kube::ManifestState::Phase::Establishing: return Texts::tr("stored, waiting for its kind");
    case kube::ManifestState::Phase::Pausing: return Texts::tr("waiting for what it needs");
    default: return state.run == kube::ManifestState::Run::DryRun ? Texts::tr("trying…") : Texts::tr("applying…");
    }
}

/// As a rule of a Role has it: "deployments.apps".
QString resourceOf(const kube::ManifestItem &item)
{
    return item.mapping ? plain(item.mapping->resource.toString()) : QString();
}

std::pair<Tone, QString> wordOf(const kube::ManifestItem &item)
{
    switch (item.verdict) {
    case Verdict::WouldCreate: return {Tone::Informative, Texts::tr("would be created")};
    case Verdict::WouldChange: return {Tone::Informative, Texts::tr("would change")};
    case Verdict::WouldStay: return {Tone::Completed, Texts::tr("nothing to change")};
    case Verdict::NotTried: return {Tone::Pending, Texts::tr("not tried before")};
    case Verdict::NotAllowed: return {Tone::Failing, Texts::tr("may not %1 %2").arg(plain(item.missingVerb), resourceOf(item))};
    case Verdict::Created: return {Tone::Ready, Texts::tr("created")};
    case Verdict::Configured: return {Tone::Ready, Texts::tr("configured")};
    case Verdict::Unchanged: return {Tone::Ready, Texts::tr("unchanged")};
    case Verdict::Conflict: return {Tone::Failing, Texts::tr("conflict")};
    case Verdict::Exists: return {Tone::Failing, Texts::tr("exists already")};
    case Verdict::Failed: return {Tone::Failing, Texts::tr("refused")};
    default: return {Tone::Completed, Texts::tr("not sent")};
    }
}

void addError(const kube::ManifestItem &item, ManifestItemText &text)
{
    const ErrorText why = describe(*item.error);
    text.headline = why.headline;
    if (!why.detail.isEmpty())
        text.lines << why.detail;
    for (const kube::RefusedField &refusal : item.refusals) {
        if (!refusal.field.empty())
            text.lines << Texts::tr("%1: %2").arg(plain(refusal.field), plain(refusal.message));
    }
    if (!why.mend.isEmpty())
        text.lines << why.mend;
}

void addMissingRight(const kube::ManifestItem &item, ManifestItemText &text)
{
    text.headline = item.key.namespaceName.empty() ? Texts::tr("You may not %1 %2").arg(plain(item.missingVerb), resourceOf(item))
                                                   : Texts::tr("You may not %1 %2 in %3").arg(plain(item.missingVerb), resourceOf(item), plain(item.key.namespaceName));
    text.lines << Texts::tr("Nothing of it is sent.");
}

void addConflict(const kube::ManifestItem &item, ManifestItemText &text)
{
    text.headline = Texts::tr("Others manage fields of %1").arg(plain(item.key.name));
    for (const kube::FieldConflict &owner : item.owners)
        text.lines << Texts::tr("%1 is managed by %2").arg(plain(owner.field), plain(owner.manager));
    text.lines << Texts::tr("Take the fields for this document, or take them out of it.");
    text.canForce = true;
}

/// One verdict and how many have it, in words of its own: plural forms differ by language.
QString countOf(Verdict verdict, int n)
{
    switch (verdict) {
    case Verdict::WouldCreate: return Texts::tr("%n would be created", nullptr, n);
    case Verdict::WouldChange: return Texts::tr("%n would change", nullptr, n);
    case Verdict::WouldStay: return Texts::tr("%n with nothing to change", nullptr, n);
    case Verdict::NotTried: return Texts::tr("%n not tried before", nullptr, n);
    case Verdict::NotAllowed: return Texts::tr("%n not allowed", nullptr, n);
    case Verdict::Created: return Texts::tr("%n created", nullptr, n);
    case Verdict::Configured: return Texts::tr("%n configured", nullptr, n);
    case Verdict::Unchanged: return Texts::tr("%n unchanged", nullptr, n);
    case Verdict::Conflict: return Texts::tr("%n with a conflict", nullptr, n);
    case Verdict::Exists: return Texts::tr("%n there already", nullptr, n);
    case Verdict::Failed: return Texts::tr("%n refused", nullptr, n);
    default: return Texts::tr("%n not sent", nullptr, n);
    }
}

} // namespace

ManifestItemText describeManifestItem(const kube::ManifestState &state, std::size_t index)
{
    const kube::ManifestItem &item = state.items[index];
    ManifestItemText text;
    if (item.document.problem) {
        const kube::ManifestProblem &problem = *item.document.problem;
        text.tone = Tone::Failing;
        text.word = Texts::tr("cannot be read");
        text.headline = Texts::tr("%1, column %2: %3").arg(problem.place.toString()).arg(problem.place.column).arg(problem.message);
        text.lines << problem.mend;
        return text;
    }
    std::tie(text.tone, text.word) = wordOf(item);
    const QString name = plain(item.key.name.empty() ? item.document.generateName : item.key.name);
    text.headline = Texts::tr("%1 %2: %3").arg(plain(item.document.gvk.kind), name, text.word);
    text.showsDifference = !item.result.empty() && !item.isRefused();
    if (state.isRunning() && !state.queue.empty() && state.queue.front() == index) {
        text.tone = Tone::Pending;
        text.word = doingWord(state);
    }
    if (item.verdict == Verdict::Conflict)
        addConflict(item, text);
    else if (item.verdict == Verdict::NotAllowed)
        addMissingRight(item, text);
    else if (item.error)
        addError(item, text);
    if (item.notTried == kube::ManifestNotTried::NamespaceOfTheSet)
        text.lines << Texts::tr("Its namespace %1 is made by this set, so the server cannot try it before.").arg(plain(item.key.namespaceName));
    if (item.notTried == kube::ManifestNotTried::KindOfTheSet)
        text.lines << Texts::tr("Its kind %1 is defined by this set, so the server cannot try it before.").arg(plain(item.document.gvk.kind));
    if (!item.dropped.empty()) {
        QStringList fields;
        for (const kube::FieldPath &path : item.dropped)
            fields << plain(kube::fieldPathText(path));
        text.tone = Tone::Pending;
        text.lines << (item.isApplied() ? Texts::tr("The server has dropped: %1") : Texts::tr("The server would drop: %1")).arg(fields.join(QStringLiteral(", ")));
    }
    if (item.isDefaulted && !item.isRefused())
        text.lines << Texts::tr("It names no namespace: %1 is taken.").arg(plain(item.key.namespaceName));
    if (item.sameAs)
        text.lines << Texts::tr("The same object stands at %1, too; this one is applied after it.").arg(item.sameAs->toString());
    text.lines << item.warnings;
    return text;
}

QString manifestSummary(const kube::ManifestState &state)
{
    std::map<Verdict, int> counts;
    int broken = 0;
    for (const kube::ManifestItem &item : state.items)
        item.document.problem ? ++broken : ++counts[item.verdict];
    QStringList parts;
    for (const auto &[verdict, n] : counts)
        parts << countOf(verdict, n);
    if (broken > 0)
        parts << Texts::tr("%n cannot be read", nullptr, broken);
    const QString documents = Texts::tr("%n document(s)", nullptr, static_cast<int>(state.items.size()));
    QString text = parts.isEmpty() ? documents : Texts::tr("%1: %2").arg(documents, parts.join(QStringLiteral(", ")));
    if (state.isRunning() && !state.queue.empty())
        text += QLatin1Char(' ') + Texts::tr("(%1 of %2)").arg(state.runSize - state.queue.size() + 1).arg(state.runSize);
    else if (state.wasStopped)
        text += QLatin1Char(' ') + Texts::tr("(stopped)");
    return text;
}

int toApply(const kube::ManifestState &state)
{
    return static_cast<int>(std::count_if(state.items.begin(), state.items.end(),
                                          [](const kube::ManifestItem &item) { return !item.document.problem && !item.isApplied() && item.verdict != Verdict::NotAllowed; }));
}

int appliedCount(const kube::ManifestState &state)
{
    return static_cast<int>(std::count_if(state.items.begin(), state.items.end(), [](const kube::ManifestItem &item) { return item.isApplied(); }));
}

int refusedCount(const kube::ManifestState &state)
{
    return static_cast<int>(std::count_if(state.items.begin(), state.items.end(), [](const kube::ManifestItem &item) { return item.isRefused(); }));
}

} // namespace orrery
