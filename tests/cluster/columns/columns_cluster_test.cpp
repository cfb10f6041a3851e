// SPDX-License-Identifier: Apache-2.0
// Our columns beside the server's own Table, for every kind it serves: a person who knows kubectl finds the same words.
#include "core/discovery/discovery_client.h"
#include "core/dynamic/dynamic_client.h"
#include "tests/support/cluster_client.h"
#include "tests/support/test_program.h"
#include "ui/models/columns/columns.h"
#include "ui/models/columns/crd_columns.h"
#include "ui/models/row_batch.h"

#include <QFile>
#include <QRegularExpression>

namespace columns_cluster_test {

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
        QStringLiteral("prioritylevelconfigurations/ASSUREDCONCURRENCYSHARES"), // NOMINALCONCURRENCYSHARES since v1beta3
    };
    return since.contains(resource + u'/' + title);
}

/// Columns that servers after 1.20 have, and those of a Lease, of which no server tells more than its holder.
bool isBeyond(const QString &resource, const QString &title)
{
    static const QSet<QString> beyond{
        QStringLiteral("persistentvolumes/VOLUMEATTRIBUTESCLASS"), QStringLiteral("persistentvolumeclaims/VOLUMEATTRIBUTESCLASS"),
        QStringLiteral("jobs/STATUS"), QStringLiteral("certificatesigningrequests/REQUESTEDDURATION"), QStringLiteral("csidrivers/STORAGECAPACITY"),
        QStringLiteral("csidrivers/TOKENREQUESTS"), QStringLiteral("csidrivers/REQUIRESREPUBLISH"), QStringLiteral("priorityclasses/PREEMPTIONPOLICY"),
        QStringLiteral("prioritylevelconfigurations/NOMINALCONCURRENCYSHARES"),
        QStringLiteral("leases/LEADS-SINCE"), QStringLiteral("leases/RENEWED"), QStringLiteral("leases/DURATION"), QStringLiteral("leases/TRANSITIONS"),
    };
    return beyond.contains(resource + u'/' + title);
}

/// What is left of a cell of ours to compare.
QString comparable(const QString &cell, orrery::CellType type)
{
    static const QRegularExpression duration(QStringLiteral("^(\\d+[ydhms])+$"));
    if (type == orrery::CellType::NumberAgo)
        return cell.section(u' ', 0, 0); // "3 (5m ago)" counts as 3: 1.20 does not say when
    const bool isTimed = type == orrery::CellType::Age || type == orrery::CellType::Elapsed;
    return isTimed && duration.match(cell).hasMatch() ? QStringLiteral("a while") : cell;
}

/// What is left of the server's.
QString comparable(QString cell, const orrery::Column &ours)
{
    // encoding/json escapes these for HTML's sake; a person reads them better as they are.
    for (const auto &[escaped, plain] : {std::pair("\\u003c", u'<'), std::pair("\\u003e", u'>'), std::pair("\\u0026", u'&')})
        cell.replace(QLatin1String(escaped), QString(plain));
    return ours.type == orrery::CellType::NumberAgo ? cell : comparable(cell, ours.type);
}

/// Of a series, servers before 1.23 print one more than its count: kubernetes#105009 took that away, and since
/// kubernetes#112334 recorders begin a series with 2. Ours is what today's print.
bool countsOneMore(const QString &resource, const QString &title, int minor, const ObjectPtr &event)
{
    bool isSeries = false;
    event->read([&](JsonValue root) { isSeries = root["series"].isObject(); });
    return isSeries && minor < 23 && resource == QLatin1String("events") && title == QLatin1String("COUNT");
}

/// Where columns that both have stand in another order, and those of ours that the server has not.
QStringList placesThatDiffer(const QString &resource, const orrery::ColumnSet &set, const std::vector<TableColumnDefinition> &theirs)
{
    QStringList ours;
    for (const orrery::Column &column : set.columns)
        ours.append(column.title);
    QStringList served;
    for (const TableColumnDefinition &column : theirs)
        served.append(QString::fromStdString(column.name).toUpper());
    QStringList differences;
    for (const QString &title : ours) {
        if (title != QLatin1String("NAMESPACE") && !served.contains(title) && !isBeyond(resource, title))
            differences.append(QStringLiteral("%1 has a column %2 that the server has not").arg(resource, title));
    }
    QStringList common = served;
    common.removeIf([&](const QString &title) { return !ours.contains(title); });
    ours.removeIf([&](const QString &title) { return !served.contains(title); });
    // A ResourceQuota's age stands last since 1.31.
    if (ours != common && resource != QLatin1String("resourcequotas"))
        differences.append(QStringLiteral("%1: %2 in place of %3").arg(resource, ours.join(u' '), common.join(u' ')));
    return differences;
}

Cells ourCells(const orrery::ColumnSet &set, const ObjectPtr &object)
{
    Cells cells;
    object->read([&](JsonValue root) {
        orrery::RowBuilder builder;
        const auto row = set.row(object->key(), object->uid(), root, builder);
        for (int i = 0; i < row->cellCount(); ++i) {
            const orrery::Column &column = set.columns[static_cast<std::size_t>(i)];
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
    void cleanupTestCase();
    void ourWordsAreTheServers();
    void aCustomResourcesColumnsAreTheServers();

private:
    [[nodiscard]] static QByteArray file(const QString &name);
    /// The differences for one kind, as sentences; counts what it compared.
    QStringList compare(const ResourceInfo &resource, const orrery::ColumnSetPtr &set);

    ClusterClient m_cluster;
    DynamicClient m_dynamic{*m_cluster.rest, m_cluster.executor};
    TestNamespace m_space{QStringLiteral("columns")};
    int m_minor = 0;
    int m_compared = 0;
};

QByteArray ColumnsClusterTest::file(const QString &name)
{
    QFile file(qEnvironmentVariable("ORRERY_COLUMNS") + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void ColumnsClusterTest::initTestCase()
{
    kube::test::failOnWarnings();
    const auto version = m_cluster.answer(DiscoveryClient(*m_cluster.rest, m_cluster.executor).serverVersion());
    QVERIFY_RESULT(version);
    m_minor = version->minor;
    QVERIFY(m_space.apply(file(QStringLiteral("objects.yaml")).replace("THE-NAMESPACE", m_space.name().toUtf8())));
    const auto running = [this] {
        return m_space.kubectl({QStringLiteral("get"), QStringLiteral("deployment"), QStringLiteral("web"), QStringLiteral("-o"),
                                QStringLiteral("jsonpath={.status.availableReplicas}")}).out;
    };
    QTRY_COMPARE_WITH_TIMEOUT(running(), QByteArray("2"), 60'000);
}

void ColumnsClusterTest::cleanupTestCase()
{
    const QStringList words{QStringLiteral("delete"), QStringLiteral("customresourcedefinition"), QStringLiteral("shapes.columns.orrery.test"), QStringLiteral("--ignore-not-found")};
    QVERIFY(m_space.kubectl(words).ok());
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
            differences += compare(info, orrery::columnsFor(info));
        }
    }
    QVERIFY2(differences.isEmpty(), qPrintable(differences.join(u'\n')));
    QVERIFY2(kinds > 35, qPrintable(QString::number(kinds)));
    QVERIFY2(m_compared > 500, qPrintable(QString::number(m_compared)));
}

void ColumnsClusterTest::aCustomResourcesColumnsAreTheServers()
{
    // The definition first: kubectl asks what there is before it applies anything.
    const QByteArray shapesFile = file(QStringLiteral("shapes.yaml"));
    const qsizetype end = shapesFile.indexOf("\n---\n");
    QVERIFY(m_space.apply(shapesFile.left(end)));
    const GroupVersionResource definitions{"apiextensions.k8s.io", "v1", "customresourcedefinitions"};
    const GroupVersionResource shapes{"columns.orrery.test", "v1", "shapes"};
    QTRY_VERIFY_WITH_TIMEOUT(m_space.kubectl({QStringLiteral("get"), QStringLiteral("shapes")}).ok(), 60'000);
    QVERIFY(m_space.apply(shapesFile.mid(end)));

    const auto definition = m_cluster.answer(m_dynamic.get(definitions, {{}, shapes.toString()}));
    QVERIFY_RESULT(definition);
    const auto document = JsonDocument::parse({definition->json.constData(), static_cast<std::size_t>(definition->json.size())});
    QVERIFY_RESULT(document);
    std::vector<PrinterColumn> printers;
    document->root()["spec"]["versions"].at(0)["additionalPrinterColumns"].forEachItem([&](JsonValue column) {
        printers.push_back({std::string(column["name"].string()), std::string(column["type"].string()), std::string(column["format"].string()), {},
                            std::string(column["jsonPath"].string()), static_cast<int>(column["priority"].integer(0))});
    });
    QCOMPARE(printers.size(), std::size_t(25));
    ResourceInfo info;
    info.gvr = shapes;
    info.custom = true;
    m_compared = 0;
    const QStringList differences = compare(info, orrery::crdColumns(printers, true));
    QVERIFY2(differences.isEmpty(), qPrintable(differences.join(u'\n')));
    QCOMPARE(m_compared, 6 * 26); // NAME too
}

QStringList ColumnsClusterTest::compare(const ResourceInfo &resource, const orrery::ColumnSetPtr &set)
{
    const QString name = QString::fromStdString(resource.gvr.resource);
    const std::string scope = resource.namespaced ? m_space.name().toStdString() : std::string();
    const auto theirs = m_cluster.answer(m_dynamic.listAsTable(resource.gvr, scope, {}));
    const auto objects = m_cluster.answer(m_dynamic.list(resource.gvr, scope, {}));
    if (!theirs || !objects)
        return {name + QStringLiteral(": ") + (theirs ? objects.error() : theirs.error()).toString()};

    QStringList differences;
    for (const TableColumnDefinition &column : theirs->columns) {
        const QString title = QString::fromStdString(column.name).toUpper();
        const auto has = [&](const orrery::Column &one) { return one.title == title && (!resource.custom || one.priority == column.priority); };
        if (!isOfAnotherTime(name, title) && std::none_of(set->columns.begin(), set->columns.end(), has))
            differences.append(QStringLiteral("%1 lacks the column %2").arg(name, title));
    }
    differences += placesThatDiffer(name, *set, theirs->columns);
    // By version: what changed between the two lists is no difference.
    QMap<std::string, std::pair<ObjectPtr, Cells>> ours;
    for (const ObjectPtr &object : objects->items)
        ours.insert(object->key().name + ' ' + std::string(object->resourceVersion()), {object, ourCells(*set, object)});
    for (const TableRow &row : theirs->rows) {
        const auto found = row.object ? ours.constFind(row.object->key().name + ' ' + std::string(row.object->resourceVersion())) : ours.constEnd();
        if (found == ours.constEnd())
            continue;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const QString title = QString::fromStdString(theirs->columns[i].name).toUpper();
            const auto column = std::find_if(set->columns.begin(), set->columns.end(), [&](const orrery::Column &one) { return one.title == title; });
            if (column == set->columns.end() || isOfAnotherTime(name, title))
                continue;
            ++m_compared;
            QString their = comparable(QString::fromStdString(row.cells[i]), *column);
            if (countsOneMore(name, title, m_minor, found->first))
                their = QString::number(their.toInt() - 1);
            if (const QString mine = found->second.value(title); mine != their)
                differences.append(QStringLiteral("%1 %2, %3: ours \"%4\", the server's \"%5\"")
                                       .arg(name, QString::fromStdString(row.object->key().name), title, mine, their));
        }
    }
    return differences;
}

ORRERY_GUILESS_TEST(ColumnsClusterTest)
} // namespace columns_cluster_test
#include "columns_cluster_test.moc"
