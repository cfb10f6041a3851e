// SPDX-License-Identifier: Apache-2.0
// Our columns beside the server's own Table, for every kind it serves: a person who knows kubectl finds the same words.
#include "core/discovery/discovery_client.h"
#include "core/dynamic/dynamic_client.h"
#include "tests/support/cluster_client.h"
#include "ui/models/columns/columns.h"
#include "ui/models/row_batch.h"

#include <QFile>

using namespace kube;
using kube::test::ClusterClient;
using kube::test::TestNamespace;

namespace {

using Cells = QMap<QString, QString>; ///< by the column's title

/// What 1.20 prints in other words than today's servers, whose words ours are.
bool isOfAnotherTime(const QString &resource, const QString &title)
{
    static const QSet<QString> since{
        QStringLiteral("horizontalpodautoscalers/TARGETS"),                    // "12%/80%" became "cpu: 12%/80%"
        QStringLiteral("nodes/KERNEL-VERSION"),                                // has the architecture behind it now
        QStringLiteral("events/COUNT"),                                        // of a series ours is series.count; 1.20 says one more, why is not known
        QStringLiteral("prioritylevelconfigurations/ASSUREDCONCURRENCYSHARES"), // NOMINALCONCURRENCYSHARES since v1beta3
    };
    return since.contains(resource + u'/' + title);
}

/// "3 (5m ago)" counts as 3: 1.20 does not say when.
QString comparable(const QString &cell, orrery::CellType type)
{
    return type == orrery::CellType::NumberAgo ? cell.section(u' ', 0, 0) : cell;
}

Cells ourCells(const orrery::ColumnSet &set, const ObjectPtr &object)
{
    Cells cells;
    object->read([&](JsonValue root) {
        orrery::RowBuilder builder;
        const auto row = set.row(object->key(), object->uid(), root, builder);
        for (int i = 0; i < row->cellCount(); ++i) {
            const orrery::Column &column = set.columns[static_cast<std::size_t>(i)];
            if (!column.isTimed() || column.type == orrery::CellType::NumberAgo)
                cells.insert(column.title, comparable(orrery::cellText(*row, i, column.type, std::chrono::system_clock::now()), column.type));
        }
    });
    return cells;
}

ResourceInfo infoOf(const ApiResource &resource, const GroupVersionResource &gvr)
{
    ResourceInfo info;
    info.gvr = gvr;
    info.kind = resource.kind.kind;
    info.namespaced = resource.namespaced;
    info.verbs = resource.verbs;
    return info;
}

} // namespace

class ColumnsClusterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void ourWordsAreTheServers();

private:
    /// The differences for one kind, as sentences; counts what it compared.
    QStringList compare(const ResourceInfo &resource);

    ClusterClient m_cluster;
    DynamicClient m_dynamic{*m_cluster.rest, m_cluster.executor};
    TestNamespace m_space{QStringLiteral("columns")};
    int m_compared = 0;
};

void ColumnsClusterTest::initTestCase()
{
    kube::test::failOnWarnings();
    QFile objects(qEnvironmentVariable("ORRERY_OBJECTS"));
    QVERIFY(objects.open(QIODevice::ReadOnly));
    QVERIFY(m_space.apply(objects.readAll()));
    const auto running = [this] {
        return m_space.kubectl({QStringLiteral("get"), QStringLiteral("deployment"), QStringLiteral("web"), QStringLiteral("-o"),
                                QStringLiteral("jsonpath={.status.availableReplicas}")}).out;
    };
    QTRY_COMPARE_WITH_TIMEOUT(running(), QByteArray("2"), 60'000);
}

void ColumnsClusterTest::ourWordsAreTheServers()
{
    DiscoveryClient discovery(*m_cluster.rest, m_cluster.executor);
    const auto served = m_cluster.answer(discovery.discover());
    QVERIFY_RESULT(served);
    QStringList differences;
    int kinds = 0;
    for (const ApiGroup &group : (*served)->groups) {
        for (const ApiResource &resource : group.preferred()->resources) {
            const ResourceInfo info = infoOf(resource, {group.name, group.preferredVersion, resource.name});
            if (!info.can("list") || !resource.isServed() || !orrery::columnsFor(info)->known)
                continue;
            ++kinds;
            differences += compare(info);
        }
    }
    QVERIFY2(differences.isEmpty(), qPrintable(differences.join(u'\n')));
    QVERIFY2(kinds > 35, qPrintable(QString::number(kinds)));
    QVERIFY2(m_compared > 500, qPrintable(QString::number(m_compared)));
}

QStringList ColumnsClusterTest::compare(const ResourceInfo &resource)
{
    const QString name = QString::fromStdString(resource.gvr.resource);
    const std::string scope = resource.namespaced ? m_space.name().toStdString() : std::string();
    const auto set = orrery::columnsFor(resource);
    const auto theirs = m_cluster.answer(m_dynamic.listAsTable(resource.gvr, scope, {}));
    const auto objects = m_cluster.answer(m_dynamic.list(resource.gvr, scope, {}));
    if (!theirs || !objects)
        return {name + QStringLiteral(": ") + (theirs ? objects.error() : theirs.error()).toString()};

    QStringList differences;
    for (const TableColumnDefinition &column : theirs->columns) {
        const QString title = QString::fromStdString(column.name).toUpper();
        const auto has = [&](const orrery::Column &one) { return one.title == title; };
        if (!isOfAnotherTime(name, title) && std::none_of(set->columns.begin(), set->columns.end(), has))
            differences.append(QStringLiteral("%1 lacks the column %2").arg(name, title));
    }
    // By version: what changed between the two lists is no difference.
    QMap<std::string, Cells> ours;
    for (const ObjectPtr &object : objects->items)
        ours.insert(object->key().name + ' ' + std::string(object->resourceVersion()), ourCells(*set, object));
    for (const TableRow &row : theirs->rows) {
        const auto found = row.object ? ours.constFind(row.object->key().name + ' ' + std::string(row.object->resourceVersion())) : ours.constEnd();
        if (found == ours.constEnd())
            continue;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const QString title = QString::fromStdString(theirs->columns[i].name).toUpper();
            const auto mine = found->constFind(title);
            if (mine == found->constEnd() || isOfAnotherTime(name, title))
                continue;
            ++m_compared;
            if (const QString their = QString::fromStdString(row.cells[i]); *mine != their)
                differences.append(QStringLiteral("%1 %2, %3: ours \"%4\", the server's \"%5\"")
                                       .arg(name, QString::fromStdString(row.object->key().name), title, *mine, their));
        }
    }
    return differences;
}

QTEST_GUILESS_MAIN(ColumnsClusterTest)
#include "columns_cluster_test.moc"
