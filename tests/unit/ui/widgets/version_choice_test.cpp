// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/widgets/accessible_menu.h"
#include "ui/widgets/version_choice.h"

#include <QAccessible>
#include <QMenu>
#include <QSignalSpy>

namespace version_choice_test {

using namespace orrery;

class VersionChoiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        kube::test::failOnWarnings();
        describeMenuEntries();
    }

    void itIsHiddenWhileThereIsNothingToChoose()
    {
        QWidget window;
        VersionChoice choice(&window);
        choice.setVersions({{QStringLiteral("v1"), {}, true}}, QStringLiteral("v1"));
        window.show();
        QVERIFY(!choice.isVisible());
    }

    void screenReadersReachItsMenuAndChoose()
    {
        QWidget window;
        VersionChoice choice(&window);
        choice.setVersions({{QStringLiteral("v1"), QStringLiteral("stored"), true}, {QStringLiteral("v1beta1"), {}, true}, {QStringLiteral("v1alpha1"), {}, false}}, QStringLiteral("v1"));
        window.show();
        QAccessibleInterface *button = QAccessible::queryAccessibleInterface(&choice);
        QVERIFY(button && button->role() == QAccessible::ButtonMenu);
        QCOMPARE(button->text(QAccessible::Name), QStringLiteral("Version v1"));
        QVERIFY(button->state().hasPopup);
        QCOMPARE(button->childCount(), 1);
        QAccessibleInterface *menu = button->child(0);
        QVERIFY(menu && menu->role() == QAccessible::PopupMenu);
        QCOMPARE(menu->parent(), button);
        QCOMPARE(button->indexOfChild(menu), 0);
        QCOMPARE(menu->childCount(), 3);
        QVERIFY(menu->state().invisible);

        button->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QTRY_VERIFY(choice.menu()->isVisible());
        QVERIFY(!menu->state().invisible);
        QVERIFY(button->state().expanded);
        QCOMPARE(menu->child(0)->text(QAccessible::Name), QStringLiteral("v1 (stored)"));
        QVERIFY(menu->child(0)->state().checked);
        QVERIFY(menu->child(2)->state().disabled);
        const QSignalSpy chosen(&choice, &VersionChoice::chosen);
        menu->child(1)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().toString(), QStringLiteral("v1beta1"));
        QVERIFY(!choice.menu()->isVisible());
    }

    void oneThatCannotBeUsedSaysWhyAndDoesNothing()
    {
        QWidget window;
        VersionChoice choice(&window);
        choice.setVersions({{QStringLiteral("v1"), {}, true}, {QStringLiteral("v2"), {}, true}}, QStringLiteral("v1"));
        choice.setUnavailable(QStringLiteral("There is unsaved text"));
        window.show();
        QAccessibleInterface *button = QAccessible::queryAccessibleInterface(&choice);
        QVERIFY(button->state().disabled);
        QCOMPARE(button->text(QAccessible::Description), QStringLiteral("There is unsaved text"));
        QVERIFY(button->actionInterface()->actionNames().isEmpty());
        button->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY(!choice.menu()->isVisible());
    }
};

ORRERY_TEST(VersionChoiceTest)
} // namespace version_choice_test
#include "version_choice_test.moc"
