// SPDX-License-Identifier: Apache-2.0
#include "ui/views/resources/table_state_text.h"

#include "ui/base/error_text.h"
#include "ui/base/format.h"

#include <QCoreApplication>

namespace orrery {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(TableStateText)
public:
    /// "in payments", "in payments, web", "in 5 namespaces"; empty for the whole cluster.
    static QString where(const TableStanding &standing)
    {
        const auto &names = standing.scope.names;
        if (!standing.resource.namespaced || names.empty())
            return {};
        if (names.size() > 3)
            return tr("in %1 namespaces").arg(count(static_cast<qint64>(names.size())));
        QStringList list;
        for (const std::string &name : names)
            list << QString::fromStdString(name);
        return tr("in %1").arg(list.join(QStringLiteral(", ")));
    }
    static QString joined(const QString &first, const QString &second)
    {
        return second.isEmpty() ? first : first + QLatin1Char(' ') + second;
    }
};
using State = kube::FreshnessState;

/// Its "nodes" are no nodes.
bool isMetrics(const kube::ResourceInfo &resource)
{
    return resource.gvr.group == "metrics.k8s.io";
}

QString plural(const kube::ResourceInfo &resource)
{
    return QString::fromStdString(isMetrics(resource) ? resource.kind : resource.gvr.resource);
}

QString kindCount(const kube::ResourceInfo &resource, qint64 number)
{
    const QString one = resource.singular.empty() ? QString::fromStdString(resource.kind).toLower() : QString::fromStdString(resource.singular);
    return count(number) + QLatin1Char(' ') + (number == 1 && !one.isEmpty() && !isMetrics(resource) ? one : plural(resource));
}

QString lines(const QString &first, const QString &second)
{
    return first.isEmpty() || first == second ? second : second.isEmpty() ? first : first + QLatin1Char('\n') + second;
}

TableState forbidden(const TableStanding &standing)
{
    const kube::Freshness &freshness = standing.freshness;
    TableState state;
    state.action = TableAction::Retry;
    state.text.icon = IconName::Lock;
    state.text.action = Texts::tr("Try again");
    const ErrorText error = freshness.reason ? describe(*freshness.reason) : ErrorText();
    state.text.headline = freshness.denied ? describe(*freshness.denied) : error.headline;
    if (state.text.headline.isEmpty())
        state.text.headline = Texts::tr("Not allowed");
    state.text.detail = error.detail;
    state.text.mend = standing.scope.isAll() && standing.resource.namespaced
        ? Texts::tr("Choose a namespace where you have the right, or ask who runs the cluster for it.")
        : Texts::tr("Ask who runs the cluster for this right, or choose another namespace or context.");
    return state;
}

TableState failed(const TableStanding &standing)
{
    const kube::Freshness &freshness = standing.freshness;
    TableState state;
    state.action = TableAction::Retry;
    state.text.icon = IconName::Offline;
    state.text.action = Texts::tr("Try again now");
    const ErrorText error = freshness.reason ? describeRetried(*freshness.reason) : ErrorText{Texts::tr("%1 could not be read").arg(plural(standing.resource)), {}, {}};
    state.text.headline = error.headline;
    state.text.detail = lines(error.detail, freshness.nextTry ? Texts::tr("Next try at %1.").arg(clockTime(*freshness.nextTry)) : QString());
    state.text.mend = error.mend;
    return state;
}

TableState filteredOut(const TableStanding &standing)
{
    TableState state;
    state.action = TableAction::ClearFilter;
    state.text.icon = IconName::Filter;
    state.text.headline = Texts::tr("No %1 match the filter").arg(plural(standing.resource));
    state.text.detail = Texts::tr("%1 of %2").arg(count(0), count(standing.objects));
    state.text.action = Texts::tr("Clear filter");
    if (const QString problem = filterProblemText(standing); !problem.isEmpty()) {
        state.text.detail = problem;
        state.text.mend = Texts::tr("The columns are %1.").arg(standing.filterProblem->columns.join(QStringLiteral(", ")));
    }
    if (standing.onlyWarnings) {
        state.text.icon = IconName::Check;
        state.text.headline = Texts::tr("No warnings");
        state.text.detail = Texts::tr("All %1 events are normal.").arg(count(standing.objects));
        state.text.action = Texts::tr("Show all events");
    }
    return state;
}

/// A watched kind that the server answers "not found" for: with a namespace that does not exist it would be an empty list.
TableState kindGone(const TableStanding &standing)
{
    TableState state = failed(standing);
    state.text.icon = IconName::Info;
    state.text.headline = Texts::tr("The server no longer has %1").arg(QString::fromStdString(standing.resource.gvr.toString()));
    state.text.mend = standing.resource.custom ? Texts::tr("Its definition may have been deleted.") : QString();
    return state;
}

TableState undefined(const TableStanding &standing)
{
    TableState state;
    state.text.icon = IconName::Info;
    state.text.headline = Texts::tr("The definition of %1 was deleted").arg(QString::fromStdString(standing.resource.gvr.toString()));
    state.text.detail = Texts::tr("Its objects went with it.");
    state.text.mend = Texts::tr("Should it be made again, its objects appear here.");
    return state;
}

/// No object has reached the table, and what could holds still.
TableState heldBack(const TableStanding &standing)
{
    const std::size_t loaded = standing.freshness.loaded;
    TableState state;
    state.text.icon = IconName::Pipeline;
    state.text.headline = Texts::tr("Nothing has come to this table yet");
    state.text.detail = loaded > 0 ? Texts::tr("%1 in the cache, behind what is paused.").arg(kindCount(standing.resource, static_cast<qint64>(loaded)))
                                   : Texts::tr("What is to come is held up.");
    state.text.mend = Texts::tr("Cluster, Pipeline shows where, and resumes it.");
    return state;
}

TableState empty(const TableStanding &standing)
{
    TableState state;
    state.text.icon = kindIcon(QString::fromStdString(standing.resource.gvr.group), QString::fromStdString(standing.resource.kind));
    state.text.headline = Texts::joined(Texts::tr("No %1").arg(plural(standing.resource)), Texts::where(standing));
    const bool isNowhere = !standing.missing.isEmpty() && static_cast<std::size_t>(standing.missing.size()) == standing.scope.names.size();
    const QString noNamespace = standing.missing.size() == 1 ? Texts::tr("There is no namespace %1").arg(standing.missing.first())
                                                             : Texts::tr("There are no namespaces %1").arg(standing.missing.join(QStringLiteral(", ")));
    if (isNowhere) {
        state.text.icon = IconName::Namespace;
        state.text.headline = noNamespace;
        state.text.detail = Texts::tr("When it is made, its %1 appear here.").arg(plural(standing.resource));
    } else if (!standing.missing.isEmpty()) {
        state.text.detail = noNamespace + QLatin1Char('.');
    } else if (standing.hasSelectors)
        state.text.detail = Texts::tr("None match the selector.");
    else if (standing.freshness.state == State::Live)
        state.text.detail = Texts::tr("They appear here as they are made.");
    else if (standing.freshness.asOf != kube::WallTime{})
        state.text.detail = Texts::tr("True as of %1.").arg(clockTime(standing.freshness.asOf));
    if (standing.resource.namespaced && !standing.scope.isAll()) {
        state.action = TableAction::AllNamespaces;
        state.text.action = Texts::tr("Look in all namespaces");
    }
    return state;
}

} // namespace

bool isUnfilled(const TableStanding &standing)
{
    const kube::Freshness &freshness = standing.freshness;
    return freshness.state == State::Paused && standing.objects == 0 && (freshness.loaded > 0 || freshness.asOf == kube::WallTime{});
}

std::optional<TableState> describe(const TableStanding &standing)
{
    if (standing.isUndefined)
        return undefined(standing);
    if (standing.rows > 0)
        return std::nullopt;
    if (standing.objects > 0 && standing.hasFilter)
        return filteredOut(standing);
    switch (standing.freshness.state) {
    case State::Idle:
    case State::Connecting:
    case State::Loading:
        return standing.freshness.isHeld ? std::optional(heldBack(standing)) : std::nullopt;
    case State::Forbidden:
        return forbidden(standing);
    case State::Failed:
        return failed(standing);
    case State::Paused:
        if (isUnfilled(standing))
            return heldBack(standing);
        [[fallthrough]];
    case State::Live:
    case State::AsOf:
    case State::Reconnecting:
        // Objects that are known but not delivered yet come in the next moment.
        if (standing.freshness.loaded > 0)
            return std::nullopt;
        if (standing.freshness.state == State::Reconnecting && standing.freshness.reason && standing.freshness.reason->is(kube::ErrorKind::NotFound))
            return kindGone(standing);
        return empty(standing);
    }
    return std::nullopt;
}

QString filterProblemText(const TableStanding &standing)
{
    using Kind = RowFilter::Problem::Kind;
    if (!standing.filterProblem || standing.rows > 0)
        return {};
    const RowFilter::Problem &problem = *standing.filterProblem;
    switch (problem.kind) {
    case Kind::NoSuchColumn:
        return Texts::tr("There is no column “%1” here, so “%2” was looked for as it stands.").arg(problem.column, problem.word);
    case Kind::NothingToCompare:
        return Texts::tr("Nothing stands behind “%1”: write what %2 should be.").arg(problem.word, problem.column);
    case Kind::NoNumber:
        return Texts::tr("“%1” is no number, and %2 is compared with one.").arg(problem.value, problem.column);
    case Kind::NoQuantity:
        return Texts::tr("“%1” is no quantity, such as 100m or 5Gi, and %2 is compared with one.").arg(problem.value, problem.column);
    case Kind::NoDuration:
        return Texts::tr("“%1” is no duration, such as 90s, 5m or 2d, and %2 is compared with one.").arg(problem.value, problem.column);
    case Kind::NotComparable:
        return Texts::tr("%1 has no order: compare it with = or !=, or write %1:%2 for what it contains.").arg(problem.column, problem.value);
    }
    return {};
}

QString countText(const TableStanding &standing)
{
    QString text;
    const bool isLoading = standing.freshness.state == State::Loading || standing.freshness.state == State::Connecting;
    if (standing.hasFilter && standing.objects > 0)
        text = Texts::tr("%1 of %2").arg(count(standing.rows), count(standing.objects));
    else if (isLoading)
        text = standing.objects > 0 ? Texts::tr("%1 so far").arg(kindCount(standing.resource, standing.objects)) : QString();
    else if (standing.freshness.state != State::Forbidden && standing.freshness.state != State::Failed && !isUnfilled(standing))
        text = kindCount(standing.resource, standing.objects);
    if (!standing.freshness.missingNamespaces.empty()) {
        QStringList names;
        for (const std::string &name : standing.freshness.missingNamespaces)
            names << QString::fromStdString(name);
        const QString note = names.size() > 3 ? Texts::tr("not allowed in %1 namespaces").arg(count(names.size()))
                                              : Texts::tr("not allowed in %1").arg(names.join(QStringLiteral(", ")));
        text = text.isEmpty() ? note : text + QStringLiteral(" · ") + note;
    }
    return text;
}

} // namespace orrery
