// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/a11y_lint.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/widgets/namespace_panel.h"
#include "ui/widgets/namespace_picker.h"

#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>

namespace namespace_picker_test {

using namespace orrery;

class NamespacePickerTest : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QWidget> m_window;
    NamespacePicker *m_picker = nullptr;

    [[nodiscard]] QLineEdit *search() { return m_picker->panel()->findChild<QLineEdit *>(); }
    [[nodiscard]] QListWidget *list() { return m_picker->panel()->findChild<QListWidget *>(); }
    [[nodiscard]] QStringList shown()
    {
        QStringList texts;
        for (int i = 0; i < list()->count(); ++i)
            texts << (list()->item(i)->checkState() == Qt::Checked ? QStringLiteral("✓ ") : QString()) + list()->item(i)->text();
        return texts;
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(800, 600);
        m_picker = new NamespacePicker(m_window.get());
        m_picker->setNames({QStringLiteral("web"), QStringLiteral("payments"), QStringLiteral("kube-system")});
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    void itSaysWhatIsChosen()
    {
        QCOMPARE(m_picker->text(), QStringLiteral("All namespaces"));
        m_picker->setChosen({QStringLiteral("web"), QStringLiteral("payments")});
        QCOMPARE(m_picker->text(), QStringLiteral("payments, web"));
        QCOMPARE(m_picker->accessibleName(), QStringLiteral("Namespaces: payments, web"));
    }

    void returnTakesTheOneSearchedFor()
    {
        QSignalSpy chosen(m_picker, &NamespacePicker::chosenByPerson);
        m_picker->openPanel();
        QCOMPARE(shown(), QStringList({QStringLiteral("✓ All namespaces"), QStringLiteral("kube-system"), QStringLiteral("payments"), QStringLiteral("web")}));
        QTest::keyClicks(search(), QStringLiteral("pay"));
        QCOMPARE(shown(), QStringList({QStringLiteral("payments"), QStringLiteral("Use “pay”")}));
        QTest::keyClick(search(), Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(m_picker->chosen(), QStringList(QStringLiteral("payments")));
        QVERIFY(!m_picker->panel()->isVisible());
    }

    void severalAreTickedWithSpace()
    {
        m_picker->openPanel();
        QTest::keyClick(search(), Qt::Key_Down);
        QTest::keyClick(list(), Qt::Key_Space);
        QTest::keyClick(list(), Qt::Key_Down);
        QTest::keyClick(list(), Qt::Key_Space);
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(m_picker->chosen(), QStringList({QStringLiteral("kube-system"), QStringLiteral("payments")}));
    }

    void aNameThatIsNotListedCanBeTyped()
    {
        m_picker->setNames({});
        m_picker->setNote(QStringLiteral("anna may not list namespaces"));
        m_picker->openPanel();
        QTest::keyClicks(search(), QStringLiteral("team-a"));
        QCOMPARE(shown(), QStringList(QStringLiteral("Use “team-a”")));
        QTest::keyClick(search(), Qt::Key_Return);
        QCOMPARE(m_picker->chosen(), QStringList(QStringLiteral("team-a")));
        m_picker->openPanel();
        QVERIFY(shown().contains(QStringLiteral("✓ team-a")));
    }

    void whatCannotBeANamespaceIsNotOffered()
    {
        m_picker->openPanel();
        QTest::keyClicks(search(), QStringLiteral("Not A Name"));
        QCOMPARE(shown(), QStringList());
        QTest::keyClick(search(), Qt::Key_Return);
        QVERIFY(m_picker->panel()->isVisible());
    }

    void escapeChangesNothing()
    {
        QSignalSpy chosen(m_picker, &NamespacePicker::chosenByPerson);
        m_picker->setChosen({QStringLiteral("web")});
        m_picker->openPanel();
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualItemRect(list()->item(1)).center());
        QTest::keyClick(search(), Qt::Key_Escape);
        QCOMPARE(chosen.count(), 0);
        QCOMPARE(m_picker->chosen(), QStringList(QStringLiteral("web")));
    }

    void aClickElsewhereTakesWhatIsTicked()
    {
        m_picker->openPanel();
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualItemRect(list()->item(3)).center());
        QTest::mouseClick(m_window.get(), Qt::LeftButton, {}, QPoint(790, 5));
        QCOMPARE(m_picker->chosen(), QStringList(QStringLiteral("web")));
    }

    void thePanelStaysInsideTheWindow()
    {
        m_picker->move(700, 500);
        m_picker->openPanel();
        QVERIFY(m_window->rect().adjusted(0, 0, 0, 200).contains(m_picker->panel()->geometry()));
    }

    void everythingHasAName()
    {
        m_picker->openPanel();
        QCOMPARE(test::unnamedWidgets(m_window.get()), QStringList());
    }
};

ORRERY_TEST(NamespacePickerTest)
} // namespace namespace_picker_test
#include "namespace_picker_test.moc"
