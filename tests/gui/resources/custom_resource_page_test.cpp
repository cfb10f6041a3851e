// SPDX-License-Identifier: Apache-2.0
// A table of a custom resource while its definition changes.
#include "tests/gui/support/json_text.h"
#include "tests/gui/support/page_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/base/table_roles.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/version_choice.h"

#include <QLabel>
#include <QMenu>

namespace custom_resource_page_test {

using namespace orrery;
using namespace orrery::test;
using State = kube::FreshnessState;

namespace {

kube::DefinedVersion version(const char *name, const char *column, const char *path)
{
    return {.name = name, .isServed = true, .columns = {{column, "string", {}, {}, path, 0}}};
}

kube::ResourceInfo gadgets()
{
    kube::ResourceInfo info;
    info.gvr = {"example.com", "v1", "gadgets"};
    info.kind = "Gadget";
    info.custom = true;
    info.versions = {"v1", "v1beta1"};
    return info;
}

} // namespace

class CustomResourcePageTest : public QObject, private PageFixture
{
    Q_OBJECT

    void put(const char *name, const std::string &more = "'spec':{'color':'blue','size':'small'}")
    {
        m_feed->current->source->put(jsonText("{'metadata':{'namespace':'shop','name':'" + std::string(name) + "','uid':'u-" + name + "','generation':2}," + more + "}"));
    }
    void showGadgets()
    {
        kube::DefinedVersion stored = version("v1", "Color", ".spec.color");
        stored.isStored = true;
        m_definitions->tell({stored, version("v1beta1", "Size", ".spec.size"), {.name = "v1alpha1"}});
        open({}, gadgets());
        put("a");
        tell(State::Live, 1);
    }
    [[nodiscard]] QStringList titles() const
    {
        QStringList list;
        for (int i = 0; i < m_page->table()->model()->columnCount(); ++i)
            list << m_page->table()->model()->headerData(i, Qt::Horizontal).toString();
        return list;
    }
    [[nodiscard]] VersionChoice *versions() const { return m_page->findChild<VersionChoice *>(); }
    [[nodiscard]] QString cell(int row, int column) const { return m_page->table()->model()->index(row, column).data().toString(); }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init() { makeCluster(); }
    void cleanup() { close(); }

    void itsColumnsFollowTheDefinition()
    {
        showGadgets();
        QCOMPARE(titles(), QStringList({QStringLiteral("NAMESPACE"), QStringLiteral("NAME"), QStringLiteral("COLOR")}));
        m_page->table()->setCurrentIndex(m_page->table()->model()->index(0, 1));
        const auto selected = m_page->selectedObject();
        QVERIFY(selected);

        m_definitions->tell({version("v1", "Size", ".spec.size")});
        m_time->run();
        QCOMPARE(m_feed->requests.size(), std::size_t(2));
        put("a"); // the session has it still
        tell(State::Live, 1);
        QCOMPARE(titles().last(), QStringLiteral("SIZE"));
        QCOMPARE(cell(0, 2), QStringLiteral("small"));
        QCOMPARE(m_page->selectedObject(), selected);
    }

    void anotherVersionIsChosenInItsHead()
    {
        showGadgets();
        QVERIFY(versions()->isVisible());
        QCOMPARE(versions()->text(), QStringLiteral("v1"));
        QStringList offered;
        for (const QAction *action : versions()->menu()->actions())
            offered << (action->isEnabled() ? action->text() : QLatin1Char('-') + action->text());
        QCOMPARE(offered, QStringList({QStringLiteral("v1 (preferred, stored)"), QStringLiteral("v1beta1"), QStringLiteral("-v1alpha1 (not served)")}));

        QSignalSpy chosen(m_page.get(), &ResourcePage::versionChosen);
        versions()->menu()->actions()[1]->trigger();
        m_time->run();
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(m_page->resource().gvr.version, std::string("v1beta1"));
        QCOMPARE(m_feed->requests.back().resource.gvr.version, std::string("v1beta1"));
        QCOMPARE(titles().last(), QStringLiteral("SIZE"));
        QCOMPARE(versions()->text(), QStringLiteral("v1beta1"));
        QCOMPARE(versions()->accessibleName(), QStringLiteral("Version v1beta1"));
    }

    void theVersionsOpenByKeyToo()
    {
        showGadgets();
        QVERIFY(!versions()->menu()->isVisible());
        versions()->click(); // what Space does, and a screen reader
        QVERIFY(versions()->menu()->isVisible());
        versions()->menu()->close();
    }

    void oneVersionLeavesNothingToChoose()
    {
        m_definitions->tell({version("v1", "Color", ".spec.color")});
        open({}, gadgets());
        QVERIFY(!versions()->isVisible());
    }

    void aVersionThatIsNoLongerServedGivesWay()
    {
        showGadgets();
        kube::DefinedVersion old = version("v1", "Color", ".spec.color");
        old.isServed = false;
        m_definitions->tell({old, version("v2", "Size", ".spec.size")});
        m_time->run();
        QCOMPARE(m_page->resource().gvr.version, std::string("v2"));
        QCOMPARE(m_feed->requests.back().resource.gvr.version, std::string("v2"));
    }

    void itSaysThatTheDefinitionWasDeletedUntilThereIsAnother()
    {
        showGadgets();
        m_definitions->tell(kube::Result<kube::DefinitionPtr>(kube::fail(kube::Error{.kind = kube::ErrorKind::NotFound})));
        m_time->run();
        const auto *empty = m_page->findChild<EmptyState *>();
        QVERIFY(empty->isVisible());
        const auto labels = empty->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text().contains(QStringLiteral("The definition of gadgets.example.com was deleted")); }));
        m_definitions->tell({version("v1", "Size", ".spec.size")});
        m_time->run();
        put("b");
        tell(State::Live, 1);
        QVERIFY(!empty->isVisible());
        QCOMPARE(cell(0, 1), QStringLiteral("b"));
    }

    void theServerPrintsUntilTheDefinitionCanBeRead()
    {
        m_definitions->last = kube::fail(kube::Error{.kind = kube::ErrorKind::Transport});
        open({}, gadgets());
        QCOMPARE(m_feed->requests.back().form, kube::FeedRequest::Form::Table);
        m_definitions->tell({version("v1", "Color", ".spec.color")});
        m_time->run();
        QCOMPARE(m_feed->requests.back().form, kube::FeedRequest::Form::Objects);
        QCOMPARE(titles().last(), QStringLiteral("COLOR"));
    }

    void conditionsStandInAColumnWithTheirTone()
    {
        kube::DefinedVersion v1 = version("v1", "Color", ".spec.color");
        v1.hasConditions = true;
        m_definitions->tell({v1});
        open({}, gadgets());
        put("a", "'status':{'conditions':[{'type':'Ready','status':'True'}]}");
        put("b", "'status':{'conditions':[{'type':'Ready','status':'False','reason':'ImagePull'}]}");
        tell(State::Live, 2);
        QCOMPARE(titles().last(), QStringLiteral("CONDITIONS"));
        QCOMPARE(cell(0, 3), QStringLiteral("Ready"));
        QCOMPARE(cell(1, 3), QStringLiteral("Not Ready: ImagePull"));
        const auto tone = [this](int row) { return static_cast<Tone>(m_page->table()->model()->index(row, 3).data(ToneRole).toInt()); };
        QCOMPARE(tone(0), Tone::Ready);
        QCOMPARE(tone(1), Tone::Failing);
    }

    void itLooksAtTheDefinitionWhileItIsOpen()
    {
        showGadgets();
        QCOMPARE(m_definitions->observed, std::vector<std::string>{"gadgets.example.com"});
        QCOMPARE(m_definitions->following, 1);
        close();
        QCOMPARE(m_definitions->following, 0);
    }
};

ORRERY_TEST(CustomResourcePageTest)
} // namespace custom_resource_page_test
#include "custom_resource_page_test.moc"
