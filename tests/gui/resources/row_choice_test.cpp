// SPDX-License-Identifier: Apache-2.0
// The object a person chose is the only one that is selected: no other takes its place by itself.
#include "tests/gui/support/page_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/widgets/table_view.h"

#include <QScrollBar>

namespace row_choice_test {

using namespace orrery;
using namespace orrery::test;
using State = kube::FreshnessState;
using Key = kube::ObjectKey;

class RowChoiceTest : public QObject, protected PageFixture
{
    Q_OBJECT

    QStringList m_told; ///< each object that was told to be selected; "-": none

    void openWith(int pods)
    {
        open();
        for (int i = 100; i < 100 + pods; ++i)
            put("pod-" + std::to_string(i), "Running");
        tell(State::Live, static_cast<std::size_t>(pods));
        m_told.clear();
        connect(m_page.get(), &ResourcePage::objectSelected, m_page.get(), [this](const kube::ResourceInfo &, const std::optional<Key> &key) {
            m_told << (key ? QString::fromStdString(key->name) : QStringLiteral("-"));
        });
        QCoreApplication::processEvents(); // the view lays its rows out
    }
    [[nodiscard]] TableView *table() const { return m_page->table(); }
    void click(int row) const
    {
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(table()->model()->index(row, 1)).center());
    }
    void remove(int first, int last, int step = 1)
    {
        for (int i = first; i <= last; i += step)
            m_feed->current->source->remove({"shop", "pod-" + std::to_string(i)});
        m_time->run();
    }
    [[nodiscard]] QString current() const { return table()->currentIndex().siblingAtColumn(1).data().toString(); }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init() { makeCluster(); }
    void cleanup() { close(); }

    void theFocusChoosesNothing()
    {
        openWith(5);
        m_page->focusContent();
        QCOMPARE(m_told, QStringList());
        QCOMPARE(m_page->selectedObject(), std::nullopt);
    }

    void aRowThatStaysSelectedStaysSoToTheEdge()
    {
        openWith(3);
        m_page->resize(1600, 400);
        click(0);
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, Qt::ControlModifier, table()->visualRect(table()->model()->index(1, 1)).center());
        const auto edge = [this] {
            QCoreApplication::processEvents();
            const QImage window = table()->screen()->grabWindow(table()->window()->winId()).toImage(); // as it stands: grab() would paint all of it
            const QPoint place = table()->viewport()->mapTo(table()->window(), QPoint(table()->viewport()->width() - 4, table()->visualRect(table()->model()->index(0, 1)).center().y()));
            return window.isNull() ? QColor() : window.pixelColor(place);
        };
        const QColor selected = edge();
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, Qt::ControlModifier, table()->visualRect(table()->model()->index(2, 1)).center());
        QVERIFY(selected.isValid());
        QCOMPARE(edge(), selected);
    }

    void aDeletedObjectIsReplacedByNobody()
    {
        openWith(5);
        click(2);
        QCOMPARE(m_told.takeFirst(), QStringLiteral("pod-102"));
        remove(102, 102);
        QCOMPARE(m_told, QStringList{QStringLiteral("-")});
        QCOMPARE(m_page->selectedObject(), std::nullopt);
        QCOMPARE(m_page->selectedRows(), 0);
        QVERIFY(!table()->currentIndex().isValid());
        QTest::keyClick(table(), Qt::Key_Up);
        QCOMPARE(current(), QStringLiteral("pod-101"));
    }

    void ofManyDeletedNoneIsShownOnItsWayOut()
    {
        for (const int step : {1, 2}) { // one run of rows, and too many runs to remove each by itself
            openWith(400);
            click(4);
            m_told.clear();
            for (int i = 0; i < 4; ++i)
                remove(100 + i * 90, 100 + i * 90 + 88, step);
            QCOMPARE(m_told, QStringList{QStringLiteral("-")});
            QVERIFY(!table()->currentIndex().isValid());
            close();
        }
    }

    void theViewStaysWhereItIs()
    {
        openWith(200);
        table()->verticalScrollBar()->setValue(24 * 80);
        const int top = table()->rowAt(0);
        click(top + 5);
        const QString after = table()->model()->index(top + 6, 1).data().toString();
        const int y = table()->rowViewportPosition(top + 6);
        // It goes, and others above it in the same moment.
        m_feed->current->source->remove({"shop", "pod-" + std::to_string(100 + top + 5)});
        remove(110, 120);
        QCOMPARE(m_page->selectedObject(), std::nullopt);
        const int row = m_page->table()->rowAt(y - 24 + 12);
        QCOMPARE(table()->model()->index(row, 1).data().toString(), after);
        QTest::keyClick(table(), Qt::Key_Down);
        QCOMPARE(current(), after);
    }

    void whatAFilterHidesStaysChosenAndComesBack()
    {
        openWith(5);
        click(2);
        m_told.clear();
        m_page->setFilter(QStringLiteral("pod-104"));
        QCOMPARE(m_page->selectedObject(), std::optional(Key{"shop", "pod-102"}));
        QCOMPARE(m_page->whyHidden(), QStringLiteral("hidden by the filter"));
        QVERIFY(!table()->currentIndex().isValid());
        QCOMPARE(m_page->selectedRows(), 0);
        m_page->focusContent();
        QVERIFY(!table()->currentIndex().isValid());
        m_page->setFilter({});
        QCOMPARE(current(), QStringLiteral("pod-102"));
        QCOMPARE(m_page->selectedRows(), 1);
        QCOMPARE(m_page->whyHidden(), QString());
        QCOMPARE(m_told, QStringList());
    }

    void whatIsDeletedWhileHiddenIsChosenNoLonger()
    {
        openWith(5);
        click(2);
        m_told.clear();
        m_page->setFilter(QStringLiteral("pod-104"));
        remove(102, 102);
        QCOMPARE(m_told, QStringList{QStringLiteral("-")});
        QCOMPARE(m_page->whyHidden(), QString());
    }

    void whatGoesAsAnotherComesIsChosenNoLonger()
    {
        for (const bool isHidden : {false, true}) {
            openWith(5);
            click(2);
            if (isHidden)
                m_page->setFilter(QStringLiteral("pod-104"));
            m_told.clear();
            m_feed->current->source->remove({"shop", "pod-102"});
            put("pod-105", "Running");
            m_time->run();
            QCOMPARE(m_page->objects(), 5);
            QCOMPARE(m_told, QStringList{QStringLiteral("-")});
            QCOMPARE(m_page->selectedObject(), std::nullopt);
            QCOMPARE(m_page->whyHidden(), QString());
            close();
        }
    }

    void whatIsMadeAgainUnderItsNameIsAnother()
    {
        openWith(5);
        click(2);
        m_told.clear();
        m_feed->current->source->remove({"shop", "pod-102"});
        m_feed->current->source->put(podJson("shop", "pod-102", "uid-again", "Running", 0));
        m_time->run();
        QCOMPARE(m_told, QStringList{QStringLiteral("-")});
        QVERIFY(!table()->currentIndex().isValid());
        put("pod-106", "Running");
        m_time->run();
        QCOMPARE(m_told, QStringList{QStringLiteral("-")});
        QVERIFY(!table()->currentIndex().isValid());
        QCOMPARE(m_page->selectedRows(), 0);
        click(2);
        QCOMPARE(m_told.last(), QStringLiteral("pod-102"));
    }

    void whatComesWhileHiddenIsShownWhenNothingHidesIt()
    {
        openWith(5);
        m_page->setFilter(QStringLiteral("pod-104"));
        m_page->reveal({"shop", "pod-107"});
        put("pod-107", "Running");
        m_time->run();
        QCOMPARE(m_told, QStringList());
        m_page->setFilter({});
        QCOMPARE(current(), QStringLiteral("pod-107"));
        QCOMPARE(m_told, QStringList{QStringLiteral("pod-107")});
    }

    void inOtherNamespacesItWaitsForItsOwn()
    {
        openWith(5);
        click(2);
        m_told.clear();
        m_page->setScope({{"web"}});
        m_time->run();
        QCOMPARE(m_page->whyHidden(), QStringLiteral("not in this table"));
        m_page->setScope({});
        m_time->run();
        put("pod-102", "Running");
        tell(State::Live, 1);
        QCOMPARE(current(), QStringLiteral("pod-102"));
        QCOMPARE(m_told, QStringList());
    }

    void howManyAreSelectedIsTold()
    {
        openWith(5);
        click(2);
        QSignalSpy changed(m_page.get(), &Page::selectionChanged);
        table()->selectAll();
        QCOMPARE(m_page->selectedRows(), 5);
        QCOMPARE(changed.count(), 1);
    }
};

ORRERY_TEST(RowChoiceTest)
} // namespace row_choice_test
#include "row_choice_test.moc"
