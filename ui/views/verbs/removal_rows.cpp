// SPDX-License-Identifier: Apache-2.0
#include "ui/views/verbs/removal_rows.h"

#include "ui/base/format.h"
#include "ui/views/verbs/removal_text.h"

#include <QCoreApplication>

#include <set>

namespace orrery {

namespace {

constexpr std::size_t mostRows = 2000;

struct RowTexts {
    Q_DECLARE_TR_FUNCTIONS(orrery::RemovalRows)
};

QString nameOf(const std::string &kind, const kube::ObjectKey &key)
{
    return QString::fromStdString(kind + ' ' + key.name);
}

VerbRow targetRow(const RemovalFacts &facts, std::size_t index)
{
    const kube::RemovalTarget &target = facts.targets[index];
    VerbRow row;
    row.id = QString::number(index);
    row.what = nameOf(target.kind.kind, target.key);
    StateWords words{Tone::Informative, facts.means == kube::RemovalMeans::Evict ? RowTexts::tr("To be evicted") : RowTexts::tr("To be deleted"), {}};
    if (facts.progress) {
        words = describeRemoval(facts.progress->items[index], facts.now);
    } else if (facts.findings) {
        const kube::SeenTarget &seen = facts.findings->targets[index];
        if (seen.error)
            words = {Tone::Pending, seen.error->is(kube::ErrorKind::NotFound) ? RowTexts::tr("Has gone") : RowTexts::tr("Cannot be read"), seen.error->message};
        else if (seen.isReplaced)
            words = {Tone::Pending, RowTexts::tr("Was made again"), RowTexts::tr("Another object has its name now")};
        else if (seen.deletionTimestamp)
            words = {Tone::Terminating, RowTexts::tr("Terminating already"), waitsFor(seen.finalizers)};
        else
            words.more = waitsFor(seen.finalizers);
    }
    row.tone = words.tone;
    row.state = words.text;
    row.more = words.more;
    return row;
}

VerbRow ownedRow(const RemovalFacts &facts, std::size_t index)
{
    const kube::OwnedRow &owned = facts.findings->rows[index];
    VerbRow row;
    row.id = QString::fromStdString(owned.object.uid);
    row.what = nameOf(facts.findings->kinds[owned.object.kind].kind, owned.object.key);
    row.depth = static_cast<int>(owned.depth);
    if (owned.stays) {
        row.state = RowTexts::tr("Stays");
        row.more = RowTexts::tr("Owned by %1, too").arg(QString::fromStdString(owned.otherOwner));
        row.tone = Tone::Completed;
        return row;
    }
    const auto followed = std::find(facts.followed.begin(), facts.followed.end(), index);
    if (facts.progress && followed != facts.followed.end()) {
        const auto place = facts.targets.size() + static_cast<std::size_t>(followed - facts.followed.begin());
        const kube::RemovalItem item = place < facts.progress->items.size() ? facts.progress->items[place] : kube::RemovalItem{{}, kube::RemovalPhase::NotSent};
        if (item.phase == kube::RemovalPhase::NotSent) {
            row.tone = Tone::Completed;
            row.state = RowTexts::tr("Stays");
            return row;
        }
        if (item.phase != kube::RemovalPhase::Going || item.lingering.deletionTimestamp || item.error) {
            const StateWords words = describeRemoval(item, facts.now);
            row.tone = words.tone;
            row.state = words.text;
            row.more = words.more;
            return row;
        }
    }
    const bool isOrphaned = facts.propagation == kube::Propagation::Orphan;
    row.tone = isOrphaned ? Tone::Completed : owned.object.deletionTimestamp ? Tone::Terminating : Tone::Pending;
    row.state = isOrphaned ? RowTexts::tr("Stays, without owner") : owned.object.deletionTimestamp ? RowTexts::tr("Terminating already") : RowTexts::tr("Goes with it");
    QStringList more;
    if (facts.propagation == kube::Propagation::Foreground && owned.blocks)
        more << RowTexts::tr("Its owner waits for it");
    if (!isOrphaned && !owned.object.finalizers.empty())
        more << waitsFor(owned.object.finalizers);
    row.more = more.join(QStringLiteral(". "));
    return row;
}

} // namespace

QList<VerbRow> removalRows(const RemovalFacts &facts)
{
    QList<VerbRow> rows;
    const auto *findings = facts.findings;
    std::vector<std::vector<std::size_t>> below(facts.targets.size());
    if (findings) {
        std::vector<std::size_t> root(findings->rows.size());
        for (std::size_t i = 0; i < findings->rows.size(); ++i) {
            const kube::OwnedRow &row = findings->rows[i];
            root[i] = row.depth == 1 ? row.parent : root[row.parent];
            below[root[i]].push_back(i);
        }
    }
    std::size_t shown = 0;
    std::size_t hidden = 0;
    for (std::size_t target = 0; target < facts.targets.size(); ++target) {
        rows << targetRow(facts, target);
        for (const std::size_t i : below[target]) {
            if (shown++ < mostRows)
                rows << ownedRow(facts, i);
            else
                ++hidden;
        }
        if (!findings || facts.targets[target].kind.resource.resource != "namespaces")
            continue;
        for (const kube::KindCount &one : findings->counts) {
            if (one.namespaceName != facts.targets[target].key.name)
                continue;
            VerbRow row;
            row.id = QStringLiteral("%1/%2").arg(target).arg(one.kind);
            row.what = countOfKind(one.count, findings->kinds[one.kind].kind);
            row.depth = 1;
            row.tone = Tone::Pending;
            row.state = RowTexts::tr("Goes with it");
            rows << row;
        }
    }
    if (hidden > 0) {
        VerbRow row;
        row.id = QStringLiteral("hidden");
        row.what = RowTexts::tr("… and %1 more").arg(count(static_cast<qint64>(hidden)));
        row.depth = 1;
        rows << row;
    }
    return rows;
}

QStringList removalNotes(const RemovalFacts &facts)
{
    QStringList notes;
    std::set<std::string> finalizers;
    if (facts.progress) {
        for (const kube::RemovalItem &item : facts.progress->items) {
            if (item.phase == kube::RemovalPhase::Going)
                finalizers.insert(item.lingering.finalizers.begin(), item.lingering.finalizers.end());
        }
    } else if (facts.findings) {
        for (const kube::SeenTarget &seen : facts.findings->targets)
            finalizers.insert(seen.finalizers.begin(), seen.finalizers.end());
    }
    if (facts.findings && !facts.progress && facts.propagation != kube::Propagation::Orphan) {
        for (const kube::OwnedRow &row : facts.findings->rows) {
            if (!row.stays)
                finalizers.insert(row.object.finalizers.begin(), row.object.finalizers.end());
        }
    }
    for (const std::string &name : finalizers)
        notes << RowTexts::tr("Finalizer %1").arg(describeFinalizer(kube::finalizerFact(name)));
    constexpr qsizetype most = 4;
    if (notes.size() > most)
        notes = notes.first(most);
    if (!facts.findings || facts.progress)
        return notes;
    QStringList unseen;
    for (const kube::UnseenKind &one : facts.findings->unseen)
        unseen << QString::fromStdString(facts.findings->kinds[one.kind].resource.toString());
    unseen.removeDuplicates();
    if (!unseen.isEmpty()) {
        const qsizetype more = unseen.size() - most;
        notes << RowTexts::tr("Not looked through, you may not list them or they did not answer: %1.")
                     .arg(unseen.first(std::min(most, unseen.size())).join(QStringLiteral(", ")) + (more > 0 ? RowTexts::tr(" and %1 more").arg(count(more)) : QString()));
    }
    return notes;
}

} // namespace orrery
