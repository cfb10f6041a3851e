// SPDX-License-Identifier: Apache-2.0
// A person types, selects and scrolls while the cluster changes 200 times a second, ten changes between two keys.
#include "tests/gui/support/page_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/models/resource_table_model.h"
#include "ui/widgets/table_view.h"

#include <QLineEdit>
#include <QScrollBar>

#include <random>

namespace typing_under_load_test {

using namespace orrery;
using namespace orrery::test;

class TypingUnderLoadTest : public QObject, protected PageFixture
{
    Q_OBJECT

    static constexpr int Pods = 2000;
    static constexpr int ChangesAKey = 10;

    std::mt19937 m_random;
    int m_serial = 0;
    std::vector<std::string> m_alive;
    QSet<QString> m_spared; ///< what the cluster leaves alone: it may change but not go

    static std::string nameOf(int n)
    {
        static const char *const apps[] = {"web", "ledger", "search", "gateway"};
        return std::string(apps[n % 4]) + '-' + std::to_string(10'000 + n);
    }
    /// The cluster goes on for the time of one key: pods change, come and go, everywhere in the table.
    void live()
    {
        for (int i = 0; i < ChangesAKey; ++i) {
            const std::size_t at = m_random() % m_alive.size();
            switch (m_random() % 4) {
            case 0: { // in front of, between and behind the others
                const std::string name = nameOf(static_cast<int>(m_random() % 20'000)) + "-n" + std::to_string(++m_serial);
                m_alive.push_back(name);
                put(name, "Pending");
                break;
            }
            case 1:
                if (m_spared.contains(QString::fromStdString(m_alive[at])))
                    break;
                m_feed->current->source->remove({"shop", m_alive[at]});
                m_alive.erase(m_alive.begin() + static_cast<std::ptrdiff_t>(at));
                break;
            default:
                put(m_alive[at], m_random() % 2 ? "Running" : "CrashLoopBackOff", "shop", static_cast<int>(m_random() % 9));
            }
        }
        m_time->run();
    }
    [[nodiscard]] TableView *table() const { return m_page->table(); }
    [[nodiscard]] QLineEdit *field() const { return m_page->findChild<QLineEdit *>(); }
    [[nodiscard]] std::string nameAt(int row) const
    {
        const auto *model = qobject_cast<ResourceTableModel *>(table()->model());
        const auto key = model->keyAt(row);
        return key ? key->name : std::string();
    }
    /// The first object in view and how much of it is above the edge.
    [[nodiscard]] std::pair<std::string, int> top() const
    {
        const int row = table()->rowAt(0);
        return {nameAt(row), table()->rowViewportPosition(row)};
    }
    void spare(const std::string &name) { m_spared.insert(QString::fromStdString(name)); }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_random.seed(20261123);
        m_serial = 0;
        m_alive.clear();
        m_spared.clear();
        makeCluster();
        open();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        for (int n = 0; n < Pods; ++n) {
            m_alive.push_back(nameOf(n));
            put(m_alive.back(), "Running");
        }
        tell(kube::FreshnessState::Live, Pods);
        QCOMPARE(m_page->objects(), Pods);
        QCoreApplication::processEvents(); // the view lays its rows out
    }
    void cleanup() { close(); }

    void noLetterOfTheFilterIsLost()
    {
        m_page->focusFilter();
        const QString text = QStringLiteral("web status!=Running ");
        for (qsizetype i = 0; i < text.size(); ++i) {
            QTest::keyClick(field(), text[i].toLatin1());
            live();
            QCOMPARE(field()->text(), text.left(i + 1));
            QCOMPARE(field()->cursorPosition(), static_cast<int>(i) + 1);
            QVERIFY(field()->hasFocus());
        }
        QTest::keyClick(field(), Qt::Key_Backspace);
        QTest::keyClick(field(), Qt::Key_Return); // at once, without the field's pause
        for (int i = 0; i < 50; ++i)
            live();
        QCOMPARE(field()->text(), QStringLiteral("web status!=Running"));
        QCOMPARE(m_page->state().filter, QStringLiteral("web status!=Running"));
        QVERIFY(m_page->rows() > 0);
        for (int row = 0; row < m_page->rows(); ++row)
            QVERIFY2(nameAt(row).starts_with("web"), nameAt(row).c_str());
    }

    void aLetterInTheMiddleStaysWhereItWasTyped()
    {
        m_page->focusFilter();
        QTest::keyClicks(field(), QStringLiteral("leger"));
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(field(), Qt::Key_Left);
        live();
        QTest::keyClick(field(), 'd');
        live();
        QCOMPARE(field()->text(), QStringLiteral("ledger"));
        QTest::keyClick(field(), Qt::Key_Left, Qt::ShiftModifier);
        live();
        QCOMPARE(field()->selectedText(), QStringLiteral("d"));
    }

    void selectionCurrentRowAndScrollStayWithTheirObjects()
    {
        auto *model = qobject_cast<ResourceTableModel *>(table()->model());
        m_page->reveal({"shop", nameOf(1001)});
        m_page->focusContent();
        const int row = table()->currentIndex().row();
        QVERIFY(row > 100);
        table()->selectionModel()->select(model->index(row + 3, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        table()->selectionModel()->select(model->index(row + 5, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        table()->verticalScrollBar()->setValue(table()->verticalScrollBar()->value() + 7); // between two rows
        const auto selected = m_page->selectedObjects();
        QCOMPARE(selected.size(), std::size_t(3));
        for (const kube::ObjectKey &key : selected)
            spare(key.name);
        const auto y = [this] { return table()->rowViewportPosition(table()->currentIndex().row()); };
        const int before = y();
        QVERIFY(before > 0 && before < table()->viewport()->height());
        QSignalSpy said(m_page.get(), &ResourcePage::objectSelected);
        for (int i = 0; i < 200; ++i) {
            live();
            QCOMPARE(y(), before);
            QCOMPARE(m_page->selectedObject()->name, nameOf(1001));
            auto now = m_page->selectedObjects();
            QCOMPARE(now.size(), selected.size());
            for (const kube::ObjectKey &key : selected)
                QVERIFY(std::find(now.begin(), now.end(), key) != now.end());
        }
        QCOMPARE(said.count(), 0); // details are not made anew
        QVERIFY(table()->hasFocus());
    }

    void awayFromTheCurrentRowTheTopmostStays()
    {
        m_page->reveal({"shop", nameOf(1001)});
        spare(nameOf(1001));
        table()->verticalScrollBar()->setValue(24 * 300 + 7); // between two rows
        const auto inView = top();
        QVERIFY(inView.second < 0);
        spare(inView.first);
        for (int i = 0; i < 200; ++i) {
            live();
            QCOMPARE(top(), inView);
        }
        QCOMPARE(m_page->selectedObject()->name, nameOf(1001));
    }

    void whatIsSelectedStaysSoWhileAFilterIsTypedThatKeepsIt()
    {
        m_page->reveal({"shop", nameOf(1000)});
        QCOMPARE(nameOf(1000), std::string("web-11000"));
        spare(nameOf(1000));
        m_page->focusFilter();
        for (const char letter : {'w', 'e', 'b', '-', '1', '1'}) {
            QTest::keyClick(field(), letter);
            live();
            QCOMPARE(m_page->selectedObject()->name, nameOf(1000));
        }
        QTest::keyClick(field(), Qt::Key_Return);
        for (int i = 0; i < 20; ++i)
            live();
        QCOMPARE(m_page->selectedObject()->name, nameOf(1000));
        QVERIFY(m_page->rows() < m_page->objects());
        QCOMPARE(field()->text(), QStringLiteral("web-11"));
    }

    void inATableSortedByWhatChangesTheCurrentObjectIsKept()
    {
        auto *model = qobject_cast<ResourceTableModel *>(table()->model());
        table()->sortByColumn(model->columnSet()->indexOf(QStringLiteral("restarts")), Qt::DescendingOrder);
        m_time->run();
        m_page->reveal({"shop", nameOf(7)});
        spare(nameOf(7));
        for (int i = 0; i < 100; ++i) {
            live();
            QCOMPARE(m_page->selectedObject()->name, nameOf(7));
        }
        QCOMPARE(m_page->state().sortColumn, QStringLiteral("restarts"));
    }

    void theArrowKeysGoFromRowToRow()
    {
        m_page->reveal({"shop", nameOf(1000)});
        m_page->focusContent();
        for (int i = 0; i < 100; ++i) {
            const std::string next = nameAt(table()->currentIndex().row() + 1);
            spare(next);
            QTest::keyClick(table(), Qt::Key_Down);
            QCOMPARE(m_page->selectedObject()->name, next);
            live();
            QCOMPARE(m_page->selectedObject()->name, next);
            const int row = table()->currentIndex().row();
            QVERIFY(table()->rowViewportPosition(row) >= 0 && table()->rowViewportPosition(row) < table()->viewport()->height());
        }
    }
};

ORRERY_TEST(TypingUnderLoadTest)
} // namespace typing_under_load_test
#include "typing_under_load_test.moc"
