// SPDX-License-Identifier: Apache-2.0
// What a screen reader finds in the whole window: every view is opened, every control has a name, every cell and every
// status can be read as words.
#include "tests/gui/support/a11y_lint.h"
#include "tests/gui/support/demo_home.h"
#include "tests/support/test_program.h"
#include "ui/base/table_roles.h"
#include "ui/base/tone.h"
#include "ui/views/editing/scale_dialog.h"
#include "ui/views/logs/log_page.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/namespace_panel.h"
#include "ui/widgets/namespace_picker.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSpinBox>

namespace window_accessibility_test {

using namespace orrery;
using namespace orrery::test;

class WindowAccessibilityTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoHome> m_home;
    std::unique_ptr<Window> m_window;

    /// All that is wrong in what the window shows now.
    [[nodiscard]] QStringList problems(QWidget *root = nullptr) const
    {
        root = root ? root : &m_window->main;
        QStringList found = unnamedWidgets(root);
        for (Badge *badge : root->findChildren<Badge *>()) {
            if (badge->isVisible() && badge->text().word.isEmpty())
                found << QStringLiteral("a badge without a word");
        }
        for (TableView *table : root->findChildren<TableView *>()) {
            if (table->isVisible())
                found << tableProblems(table);
        }
        return found;
    }
    [[nodiscard]] static QStringList tableProblems(TableView *table)
    {
        QStringList found;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(table);
        QAccessibleTableInterface *cells = face ? face->tableInterface() : nullptr;
        if (!cells)
            return {QStringLiteral("a table that is none to a screen reader")};
        if (face->text(QAccessible::Name).isEmpty())
            found << QStringLiteral("a table without a name");
        const QAbstractItemModel *model = table->model();
        if (cells->rowCount() != model->rowCount() || cells->columnCount() != model->columnCount())
            found << QStringLiteral("rows or columns are missing");
        for (int column = 0; column < model->columnCount(); ++column) {
            if (table->isColumnHidden(column))
                continue;
            if (cells->columnDescription(column).isEmpty())
                found << QStringLiteral("column %1 has no title").arg(column);
            for (int row = 0; row < std::min(model->rowCount(), 200); ++row) {
                const QModelIndex index = model->index(row, column);
                QAccessibleInterface *cell = cells->cellAt(row, column);
                const QString said = cell ? cell->text(QAccessible::Name) : QString();
                if (said != index.data().toString())
                    found << QStringLiteral("cell %1,%2 is said as “%3”").arg(row).arg(column).arg(said);
                // Colour and glyph are beside the word, never instead of it.
                const QVariant tone = index.data(ToneRole);
                if (tone.isValid() && tone.toInt() != static_cast<int>(Tone::Neutral) && said.trimmed().isEmpty())
                    found << QStringLiteral("status %1,%2 is no word").arg(row).arg(column);
            }
        }
        return found;
    }
    void openAndCheck(const char *group, const char *plural)
    {
        m_window->open(group, plural);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isLive(), Patience);
        QCOMPARE(problems().join(QLatin1Char('\n')), QString());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_home = std::make_unique<DemoHome>();
        m_window = std::make_unique<Window>(m_home->line());
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isLive(), Patience);
        QVERIFY(QTest::qWaitForWindowActive(&m_window->main));
    }
    void cleanupTestCase()
    {
        m_window.reset();
        m_home.reset();
    }

    void everyKindOfTheTree()
    {
        const kube::CatalogPtr catalog = m_window->clusters->catalog(QStringLiteral("demo"));
        QVERIFY(catalog->resources.size() > 10);
        for (const kube::ResourceInfo &info : catalog->resources) {
            if (!info.can("list") || !info.can("watch"))
                continue;
            openAndCheck(info.gvr.group.c_str(), info.gvr.resource.c_str());
            if (QTest::currentTestFailed())
                QFAIL(info.gvr.toString().c_str());
            m_window->action(ActionId::CloseTab)->trigger();
        }
        openAndCheck("", "pods");
    }

    void theTreeSaysStatesAndCountsInWords()
    {
        ClusterTreeModel *tree = m_window->workspace->tree()->tree();
        const QModelIndex context = tree->contextIndex(QStringLiteral("demo"));
        QCOMPARE(context.data(Qt::AccessibleTextRole).toString(), QStringLiteral("demo, live"));
        const QModelIndex pods = tree->resourceIndex(QStringLiteral("demo"), {"", "pods"});
        QTRY_VERIFY2_WITH_TIMEOUT(pods.data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("Pods, ")), qPrintable(pods.data(Qt::AccessibleTextRole).toString()), Patience);
    }

    void detailsInEveryTab()
    {
        openAndCheck("", "pods");
        m_window->selectFirst();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace->details()->object(), Patience);
        QVERIFY(m_window->details()->count() >= 3);
        for (int tab = 0; tab < m_window->details()->count(); ++tab) {
            m_window->details()->setCurrentIndex(tab);
            QVERIFY(!m_window->details()->tabText(tab).isEmpty());
            QCOMPARE(problems().join(QLatin1Char('\n')), QString());
        }
    }

    void aSecretsYaml()
    {
        openAndCheck("", "secrets");
        m_window->selectFirst();
        m_window->action(ActionId::ShowYaml)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace->details()->object(), Patience);
        QCOMPARE(problems().join(QLatin1Char('\n')), QString());
    }

    void aLogWithItsSearch()
    {
        openAndCheck("", "pods");
        m_window->selectFirst();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->workspace->details()->object(), Patience);
        m_window->action(ActionId::ShowLogs)->trigger();
        auto *log = qobject_cast<LogPage *>(m_window->main.tabs()->currentPage());
        QVERIFY(log);
        log->focusFilter();
        QCOMPARE(problems().join(QLatin1Char('\n')), QString());
        m_window->action(ActionId::CloseTab)->trigger();
    }

    void theNamespaceList()
    {
        openAndCheck("", "pods");
        auto *picker = m_window->page()->findChild<NamespacePicker *>();
        picker->click();
        QVERIFY(picker->panel()->isVisible());
        QCOMPARE(problems().join(QLatin1Char('\n')), QString());
        QTest::keyClick(picker->panel()->findChild<QLineEdit *>(), Qt::Key_Escape);
        QVERIFY(!picker->panel()->isVisible());
    }

    void theScaleDialog()
    {
        openAndCheck("apps", "deployments");
        m_window->selectFirst();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->action(ActionId::Scale)->isEnabled(), Patience);
        m_window->action(ActionId::Scale)->trigger();
        auto *dialog = m_window->main.findChild<ScaleDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->findChild<QSpinBox *>()->isEnabled(), Patience);
        QCOMPARE(problems(dialog).join(QLatin1Char('\n')), QString());
        QVERIFY(!dialog->windowTitle().isEmpty());
        dialog->reject();
    }

    void everyOtherDialogHasATitleAndNames()
    {
        for (const ActionId id : {ActionId::EnterToken, ActionId::EnterPassphrase, ActionId::Shortcuts, ActionId::About}) {
            m_window->action(id)->trigger();
            QDialog *dialog = nullptr;
            for (QDialog *one : m_window->main.findChildren<QDialog *>()) {
                if (one->isVisible())
                    dialog = one;
            }
            QVERIFY2(dialog, qPrintable(m_window->action(id)->text()));
            QVERIFY2(!dialog->windowTitle().isEmpty(), qPrintable(m_window->action(id)->text()));
            QCOMPARE(problems(dialog).join(QLatin1Char('\n')), QString());
            dialog->reject();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }

    void aMessageAndWhatIsEmpty()
    {
        openAndCheck("", "pods");
        m_window->main.toast()->say(Tone::Failing, QStringLiteral("something failed"));
        m_window->page()->setFilter(QStringLiteral("nothing is called so"));
        QCOMPARE(m_window->page()->rows(), 0);
        QCOMPARE(problems().join(QLatin1Char('\n')), QString());
        m_window->main.toast()->close();
        m_window->page()->setFilter({});
    }

    void everyMenuEntryHasWords()
    {
        QStringList seen;
        const std::function<void(const QMenu *)> walk = [&](const QMenu *menu) {
            for (const QAction *action : menu->actions()) {
                if (action->isSeparator() || !action->isVisible())
                    continue;
                QVERIFY(!action->text().isEmpty());
                seen << action->text();
                if (action->menu())
                    walk(action->menu());
            }
        };
        for (const QAction *top : m_window->main.findChild<QMenuBar *>()->actions()) {
            if (top->isVisible())
                walk(top->menu());
        }
        QVERIFY(seen.size() > 20);
    }

    void aGreyMenuEntrySaysWhy()
    {
        openAndCheck("", "configmaps");
        m_window->selectFirst();
        QAction *scale = m_window->action(ActionId::Scale);
        QTRY_COMPARE_WITH_TIMEOUT(scale->toolTip(), QStringLiteral("ConfigMap has no scale"), Patience);
        QMenu *object = nullptr;
        for (QMenu *menu : m_window->main.findChildren<QMenu *>()) {
            if (menu->actions().contains(scale))
                object = menu;
        }
        QVERIFY(object);
        QAccessibleInterface *menu = QAccessible::queryAccessibleInterface(object);
        QVERIFY(menu && menu->role() == QAccessible::PopupMenu);
        QCOMPARE(menu->childCount(), static_cast<int>(object->actions().size()));
        const int index = static_cast<int>(object->actions().indexOf(scale));
        QAccessibleInterface *entry = menu->child(index);
        QVERIFY(entry && entry->role() == QAccessible::MenuItem);
        QCOMPARE(menu->child(index), entry);
        QCOMPARE(menu->indexOfChild(entry), index);
        QCOMPARE(entry->parent(), menu);
        QCOMPARE(entry->text(QAccessible::Name), QStringLiteral("Scale…"));
        QCOMPARE(entry->text(QAccessible::Description), QStringLiteral("ConfigMap has no scale"));
        QVERIFY(entry->state().disabled);
        QAccessibleInterface *top = menu->parent(); // in the menu bar
        QVERIFY(top && top->text(QAccessible::Name) == QLatin1String("Object"));

        openAndCheck("apps", "deployments");
        m_window->selectFirst();
        QTRY_VERIFY_WITH_TIMEOUT(scale->isEnabled(), Patience);
        QVERIFY(!entry->state().disabled);
        QCOMPARE(entry->text(QAccessible::Description), QString());
        QCOMPARE(entry->actionInterface()->actionNames(), QStringList(QAccessibleActionInterface::pressAction()));
    }

    void statusInTheStatusLineIsAWord()
    {
        QStringList texts;
        for (const QLabel *label : m_window->main.findChildren<QLabel *>()) {
            if (label->isVisible())
                texts << label->text();
        }
        QVERIFY2(texts.filter(QStringLiteral("demo")).size() > 0, qPrintable(texts.join(QLatin1Char('|'))));
        QVERIFY(texts.contains(QStringLiteral("● live")));
    }
};

ORRERY_TEST(WindowAccessibilityTest)
} // namespace window_accessibility_test
#include "window_accessibility_test.moc"
