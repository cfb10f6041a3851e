// SPDX-License-Identifier: Apache-2.0
#include "core/cache/lister.h"
#include "tests/support/test_objects.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace lister_test {

using namespace kube;
using kube::test::makeObject;

class ListerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        kube::test::failOnWarnings();
        m_indexer.add(makeObject({"web", "a"}, "1", "u1", R"({"app":"front"})"));
        m_indexer.add(makeObject({"web", "b"}, "1", "u2", R"({"app":"back"})"));
        m_indexer.add(makeObject({"db", "a"}, "1", "u3", R"({"app":"back"})"));
    }

    void withoutASelectorItListsEverything()
    {
        const Lister lister(m_indexer);
        QCOMPARE(lister.list().size(), std::size_t(3));
        QCOMPARE(lister.byNamespace("web").list().size(), std::size_t(2));
        QCOMPARE(lister.byNamespace("").list().size(), std::size_t(3));
    }

    void aSelectorReadsTheLabels()
    {
        const Lister lister(m_indexer);
        const auto selector = LabelSelector::parse("app=back");
        QVERIFY_RESULT(selector);
        QCOMPARE(lister.list(*selector).size(), std::size_t(2));
        QCOMPARE(lister.byNamespace("web").list(*selector).front()->key().name, std::string("b"));
    }

    void aMissIsNotFoundInTheServersWords()
    {
        const Lister lister(m_indexer, {"apps", "deployments"});
        QVERIFY_RESULT(lister.get({"web", "a"}));
        QVERIFY_RESULT(lister.byNamespace("web").get("b"));
        const auto missing = lister.get({"db", "b"});
        QVERIFY(!missing && missing.error().is(ErrorKind::NotFound));
        QCOMPARE(missing.error().status->message, QStringLiteral("deployments.apps \"b\" not found"));
    }

    void labelsAreRead()
    {
        QCOMPARE(labelsOf(*m_indexer.getByKey({"web", "a"})), (LabelSelector::Labels{{"app", "front"}}));
    }

private:
    Indexer m_indexer;
};

ORRERY_GUILESS_TEST(ListerTest)
} // namespace lister_test
#include "lister_test.moc"
