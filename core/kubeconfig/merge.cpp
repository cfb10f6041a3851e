// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/merge.h"

#include <QSet>

namespace kube {

namespace {

template <typename Entry>
void mergeList(QList<Entry> &into, const QList<Entry> &later)
{
    QSet<QString> names;
    for (const Entry &entry : std::as_const(into))
        names.insert(entry.name);
    for (const Entry &entry : later) {
        if (!names.contains(entry.name))
            into.append(entry);
    }
}

} // namespace

void mergeInto(Config &config, const Config &later)
{
    mergeList(config.clusters, later.clusters);
    mergeList(config.users, later.users);
    mergeList(config.contexts, later.contexts);
    if (config.currentContext.isEmpty()) {
        config.currentContext = later.currentContext;
        config.currentContextOrigin = later.currentContextOrigin;
    }
}

Error joined(const QList<Error> &errors)
{
    Error all = errors.first();
    for (qsizetype i = 1; i < errors.size(); ++i)
        all.message += QLatin1Char('\n') + errors[i].toString();
    return all;
}

} // namespace kube
