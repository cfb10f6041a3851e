// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/route.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace route_test {

using orrery::demo::Route;
using namespace Qt::Literals::StringLiterals;

class RouteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void pathsAreTakenApart_data();
    void pathsAreTakenApart();
};

void RouteTest::pathsAreTakenApart_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<Route::Place>("place");
    QTest::addColumn<QString>("parts");
    using Place = Route::Place;
    const auto row = [](const char *path, Place place, const char *parts) { QTest::newRow(path) << QString::fromLatin1(path) << place << QString::fromLatin1(parts); };
    row("/", Place::Other, "|||||");
    row("/healthz", Place::Other, "|||||");
    row("/api", Place::Versions, "|||||");
    row("/apis/", Place::Groups, "|||||");
    row("/apis/apps", Place::Group, "apps|||||");
    row("/api/v1", Place::Resources, "|v1||||");
    row("/apis/apps/v1", Place::Resources, "apps|v1||||");
    row("/api/v1/nodes", Place::Objects, "|v1||nodes||");
    row("/api/v1/nodes/n/status", Place::Objects, "|v1||nodes|n|status");
    row("/api/v1/namespaces", Place::Objects, "|v1||namespaces||");
    row("/api/v1/namespaces/x", Place::Objects, "|v1||namespaces|x|");
    row("/api/v1/namespaces/x/status", Place::Objects, "|v1||namespaces|x|status");
    row("/api/v1/namespaces/x/finalize", Place::Objects, "|v1||namespaces|x|finalize");
    row("/api/v1/namespaces/x/pods", Place::Objects, "|v1|x|pods||");
    row("/api/v1/namespaces/x/pods/p/log", Place::Objects, "|v1|x|pods|p|log");
    row("/apis/apps/v1/namespaces/x/deployments/d/scale", Place::Objects, "apps|v1|x|deployments|d|scale");
}

void RouteTest::pathsAreTakenApart()
{
    QFETCH(QString, path);
    QFETCH(Route::Place, place);
    QFETCH(QString, parts);
    const Route route = Route::of(path);
    QCOMPARE(static_cast<int>(route.place), static_cast<int>(place));
    QCOMPARE(QString::fromStdString(route.group + '|' + route.version + '|' + route.namespaceName + '|' + route.resource + '|' + route.name + '|' + route.subresource), parts);
}

ORRERY_GUILESS_TEST(RouteTest)
} // namespace route_test
#include "route_test.moc"
