// SPDX-License-Identifier: Apache-2.0
#include "ui/models/cluster_tree_model.h"

#include "ui/base/error_text.h"
#include "ui/base/format.h"
#include "ui/base/freshness_text.h"

namespace orrery {

QString ClusterTreeModel::toolTip(const Node &node) const
{
    QStringList lines;
    switch (node.kind) {
    case Node::Kind::Context: {
        if (node.context.error) {
            const ErrorText text = describe(*node.context.error);
            lines << tr("This context cannot be used") << text.headline << text.detail << text.mend;
        } else {
            const BadgeText badge = describe(node.health);
            lines << badge.word + QLatin1Char(' ') + badge.since << badge.toolTip;
            if (!node.context.server.isEmpty())
                lines << tr("Server: %1").arg(node.context.server);
            if (!node.context.user.isEmpty())
                lines << tr("User: %1").arg(node.context.user);
        }
        break;
    }
    case Node::Kind::Resource:
        lines << QStringLiteral("%1 · %2").arg(QString::fromStdString(node.resource.gvr.toString()), QString::fromStdString(node.resource.gvr.groupVersion().apiVersion()));
        if (!node.listable())
            lines << tr("The server offers no list of these");
        if (node.resource.unconfirmed)
            lines << tr("The server does not name it at the moment; this is how it was last known");
        if (node.count) {
            const CountTruth &truth = node.countTruth;
            const QString number = truth.where.isEmpty() ? orrery::count(*node.count) : orrery::count(*node.count) + QLatin1Char(' ') + truth.where;
            switch (truth.state) {
            case CountTruth::State::Live: lines << tr("%1, live").arg(number); break;
            case CountTruth::State::Paused: lines << tr("%1, paused, as of %2").arg(number, clockTime(truth.asOf)); break;
            case CountTruth::State::Stale: lines << tr("%1, as of %2").arg(number, clockTime(truth.asOf)) << truth.why; break;
            case CountTruth::State::AsOf: lines << tr("%1, as of %2").arg(number, clockTime(truth.asOf)); break;
            }
        }
        if (!node.countProblem.isEmpty())
            lines << node.countProblem;
        break;
    case Node::Kind::Note: lines << node.title << node.detail; break;
    case Node::Kind::Group:
    case Node::Kind::Instrument:
    case Node::Kind::Root: break;
    }
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n')).trimmed();
}

QString ClusterTreeModel::accessibleText(const Node &node) const
{
    if (node.kind == Node::Kind::Context)
        return node.title + QStringLiteral(", ") + (node.context.error ? tr("cannot be used") : describe(node.health).word);
    if (node.count && node.countTruth.state == CountTruth::State::Paused)
        return node.title + QStringLiteral(", ") + tr("%1, paused").arg(orrery::count(*node.count));
    if (node.count && node.countTruth.state == CountTruth::State::Stale)
        return QStringList{node.title, orrery::count(*node.count), node.countTruth.why}.join(QStringLiteral(", "));
    if (node.count)
        return node.title + QStringLiteral(", ") + orrery::count(*node.count);
    return node.title;
}

} // namespace orrery
