// SPDX-License-Identifier: Apache-2.0
#include "ui/views/verbs/entries_kind.h"

#include "core/verbs/metadata_rules.h"
#include "core/verbs/metadata_verbs.h"
#include "core/verbs/node_verbs.h"
#include "ui/base/format.h"

#include <QCoreApplication>

namespace orrery {

namespace {

struct EntriesText {
    Q_DECLARE_TR_FUNCTIONS(orrery::EntriesText)
public:
    static QString of(kube::MetadataKeyProblem problem)
    {
        switch (problem) {
        case kube::MetadataKeyProblem::None:
            return {};
        case kube::MetadataKeyProblem::Empty:
            return tr("A key is needed.");
        case kube::MetadataKeyProblem::ManySlashes:
            return tr("A key has one “/” at most: PREFIX/NAME.");
        case kube::MetadataKeyProblem::PrefixEmpty:
            return tr("Before the “/” a prefix is needed, as example.com.");
        case kube::MetadataKeyProblem::PrefixTooLong:
            return tr("The prefix before the “/” has 253 characters at most.");
        case kube::MetadataKeyProblem::PrefixNotDns:
            return tr("The prefix before the “/” is a DNS name: small letters, digits, “-” and “.”, as example.com.");
        case kube::MetadataKeyProblem::NameEmpty:
            return tr("After the “/” a name is needed.");
        case kube::MetadataKeyProblem::NameTooLong:
            return tr("A key's name has 63 characters at most.");
        case kube::MetadataKeyProblem::NameCharacters:
            return tr("A key's name has letters, digits, “-”, “_” and “.”, and begins and ends with a letter or digit.");
        }
        return {};
    }
    static QString of(kube::ValueProblem problem)
    {
        switch (problem) {
        case kube::ValueProblem::None:
            return {};
        case kube::ValueProblem::TooLong:
            return tr("A value has 63 characters at most.");
        case kube::ValueProblem::Characters:
            return tr("A value has letters, digits, “-”, “_” and “.”, and begins and ends with a letter or digit.");
        }
        return {};
    }
};

std::optional<std::string> valueOf(const Entry &entry)
{
    return entry.isEmpty() ? std::nullopt : std::optional(entry[1].toStdString());
}

class MetadataEntries final : public EntriesKind
{
public:
    explicit MetadataEntries(kube::MetadataMap map) : m_map(map) {}

    QString title() const override { return isLabels() ? EntriesText::tr("Labels") : EntriesText::tr("Annotations"); }
    QStringList columns() const override { return {EntriesText::tr("Key"), EntriesText::tr("Value")}; }
    QString identity(const Entry &entry) const override { return entry[0]; }
    QString toText(const Entry &entry) const override { return entry[0] + QLatin1Char('=') + entry[1]; }

    QList<Entry> entries(kube::JsonValue object) const override
    {
        QList<Entry> list;
        for (const auto &[key, value] : kube::metadataMap(m_map, object)) {
            if (object["kind"].string() == "Secret" && key == "kubectl.kubernetes.io/last-applied-configuration")
                continue; // it holds the Secret's values
            list << Entry{QString::fromStdString(key), QString::fromStdString(value)};
        }
        return list;
    }
    QString problem(const Entry &entry) const override
    {
        const auto prefixes = isLabels() ? kube::PrefixCase::Small : kube::PrefixCase::Any;
        if (const QString key = EntriesText::of(kube::keyProblem(entry[0].toStdString(), prefixes)); !key.isEmpty())
            return key;
        return isLabels() ? EntriesText::of(kube::labelValueProblem(entry[1].toStdString())) : QString();
    }
    QString problemOfAll(const QList<Entry> &entries) const override
    {
        if (isLabels())
            return {};
        kube::StringPairs pairs;
        for (const Entry &entry : entries)
            pairs.emplace_back(entry[0].toStdString(), entry[1].toStdString());
        const std::size_t bytes = kube::annotationBytes(pairs);
        if (bytes <= kube::annotationBytesLimit)
            return {};
        return EntriesText::tr("All annotations together have %1 at most; these have %2.")
            .arg(orrery::bytes(static_cast<qint64>(kube::annotationBytesLimit)), orrery::bytes(static_cast<qint64>(bytes)));
    }
    QByteArray patch(kube::JsonValue now, const QList<EntryChange> &changes) const override
    {
        std::vector<kube::MetadataChange> list;
        for (const EntryChange &change : changes) {
            const Entry &named = change.after.isEmpty() ? change.before : change.after;
            list.push_back({named[0].toStdString(), valueOf(change.before), valueOf(change.after)});
        }
        return kube::metadataPatch(m_map, list, std::string(now["metadata"]["resourceVersion"].string()));
    }

private:
    [[nodiscard]] bool isLabels() const { return m_map == kube::MetadataMap::Labels; }
    kube::MetadataMap m_map;
};

kube::Taint taintOfEntry(const Entry &entry)
{
    return {entry[0].toStdString(), entry[1].toStdString(), entry[2].toStdString()};
}

class TaintEntries final : public EntriesKind
{
public:
    QString title() const override { return EntriesText::tr("Taints"); }
    QStringList columns() const override { return {EntriesText::tr("Key"), EntriesText::tr("Value"), EntriesText::tr("Effect")}; }
    QStringList choices(int column) const override
    {
        return column == 2 ? QStringList{QStringLiteral("NoSchedule"), QStringLiteral("PreferNoSchedule"), QStringLiteral("NoExecute")} : QStringList();
    }
    QString identity(const Entry &entry) const override { return entry[0] + QLatin1Char(':') + entry[2]; }
    QString toText(const Entry &entry) const override { return QString::fromStdString(taintOfEntry(entry).toString()); }

    QList<Entry> entries(kube::JsonValue object) const override
    {
        QList<Entry> list;
        for (const kube::Taint &taint : kube::taintsOf(object))
            list << Entry{QString::fromStdString(taint.key), QString::fromStdString(taint.value), QString::fromStdString(taint.effect)};
        return list;
    }
    QString problem(const Entry &entry) const override
    {
        switch (kube::taintProblem(taintOfEntry(entry))) {
        case kube::TaintProblem::None:
            return {};
        case kube::TaintProblem::Key:
            return EntriesText::of(kube::keyProblem(entry[0].toStdString()));
        case kube::TaintProblem::Value:
            return EntriesText::of(kube::labelValueProblem(entry[1].toStdString()));
        case kube::TaintProblem::Effect:
            return EntriesText::tr("An effect is NoSchedule, PreferNoSchedule or NoExecute.");
        }
        return {};
    }
    QByteArray patch(kube::JsonValue now, const QList<EntryChange> &changes) const override
    {
        kube::TaintChanges list;
        for (const EntryChange &change : changes) {
            if (change.after.isEmpty())
                list.taken.push_back(taintOfEntry(change.before));
            else
                list.put.push_back(taintOfEntry(change.after));
        }
        return kube::taintPatch(now, list);
    }
};

} // namespace

QStringList EntriesKind::choices(int) const
{
    return {};
}

QString EntriesKind::problemOfAll(const QList<Entry> &) const
{
    return {};
}

QList<EntryChange> EntriesKind::moved(kube::JsonValue now, const QList<EntryChange> &changes) const
{
    const QList<Entry> there = entries(now);
    QList<EntryChange> list;
    for (const EntryChange &change : changes) {
        const QString id = identity(change.after.isEmpty() ? change.before : change.after);
        Entry present;
        for (const Entry &entry : there) {
            if (identity(entry) == id)
                present = entry;
        }
        if (present != change.before && present != change.after)
            list << EntryChange{present, change.after};
    }
    return list;
}

std::unique_ptr<EntriesKind> labelEntries()
{
    return std::make_unique<MetadataEntries>(kube::MetadataMap::Labels);
}

std::unique_ptr<EntriesKind> annotationEntries()
{
    return std::make_unique<MetadataEntries>(kube::MetadataMap::Annotations);
}

std::unique_ptr<EntriesKind> taintEntries()
{
    return std::make_unique<TaintEntries>();
}

} // namespace orrery
