// SPDX-License-Identifier: Apache-2.0
// An object edited in the whole window, and stored by the demo's API server.
#include "app/composition/edit_parts.h"
#include "tests/gui/support/demo_home.h"
#include "tests/support/test_program.h"
#include "ui/views/editing/edit_tab.h"
#include "ui/views/editing/unsaved_texts_dialog.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/diff_view.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QListWidget>
#include <QPushButton>

namespace editing_test {

using namespace orrery;
using namespace orrery::test;

class EditingTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoHome> m_home;

    /// The editor of the first Deployment, its text read.
    [[nodiscard]] static EditTab *editFirst(Window &window)
    {
        if (!QTest::qWaitFor([&] { return window.isLive(); }, Patience))
            return nullptr;
        window.selectFirst();
        if (!QTest::qWaitFor([&] { return window.action(ActionId::EditObject)->isEnabled(); }, Patience))
            return nullptr;
        window.action(ActionId::EditObject)->trigger();
        auto *tab = qobject_cast<EditTab *>(window.main.tabs()->currentPage());
        return tab && QTest::qWaitFor([&] { return tab->findChild<CodeEdit *>() != nullptr; }, Patience) ? tab : nullptr;
    }
    [[nodiscard]] static QPushButton *button(const EditTab *tab, const char *text)
    {
        for (QPushButton *candidate : tab->findChildren<QPushButton *>()) {
            if (candidate->text() == QLatin1String(text) && candidate->isVisible())
                return candidate;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { m_home = std::make_unique<DemoHome>(); }
    void cleanupTestCase() { m_home.reset(); }

    void aLabelIsWrittenReviewedAndStored()
    {
        Window window(m_home->line("deployments"));
        EditTab *tab = editFirst(window);
        QVERIFY(tab);
        auto *edit = tab->findChild<CodeEdit *>();
        const QString before = edit->toPlainText();
        QVERIFY(before.startsWith(QStringLiteral("apiVersion: apps/v1\nkind: Deployment\n")));
        const QString labels = QStringLiteral("\n  labels:\n");
        edit->replaceText(QString(before).insert(before.indexOf(labels) + labels.size(), QStringLiteral("    edited: \"yes\"\n")));
        QTRY_VERIFY_WITH_TIMEOUT(button(tab, "&Review changes") && button(tab, "&Review changes")->isEnabled(), Patience);
        button(tab, "&Review changes")->click();
        QTRY_VERIFY_WITH_TIMEOUT(button(tab, "Save 1 change"), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(tab->findChild<DiffView *>()->changes(), 1, Patience);
        button(tab, "Save 1 change")->click();
        QTRY_VERIFY_WITH_TIMEOUT(!tab->isChanged(), Patience);
        QVERIFY(edit->toPlainText().contains(QStringLiteral("    edited: \"yes\"\n")));
        QVERIFY(!edit->toPlainText().contains(before.mid(before.indexOf(QStringLiteral("  resourceVersion:")), 30)));
    }

    void theSameObjectIsEditedInOneTab()
    {
        Window window(m_home->line("deployments"));
        const EditTab *tab = editFirst(window);
        QVERIFY(tab);
        const auto pages = window.main.tabs()->pages().size();
        window.main.tabs()->showPage(window.main.tabs()->pages().first());
        window.selectFirst();
        window.action(ActionId::EditObject)->trigger();
        QCOMPARE(window.main.tabs()->pages().size(), pages);
        QCOMPARE(static_cast<const Page *>(window.main.tabs()->currentPage()), static_cast<const Page *>(tab));
    }

    void aTextWhoseObjectIsGoneIsFoundAgain()
    {
        const QTemporaryDir folder;
        const auto drafts = std::make_shared<kube::DraftStore>(folder.path());
        Window window(m_home->line("deployments"), drafts);
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        const std::string server = window.clusters->contextNamed(window.workspace->currentContext())->server.toStdString();
        const std::string base = R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"gone","namespace":"default","uid":"u","resourceVersion":"1"}})";
        const kube::WallTime now = std::chrono::system_clock::now();
        QVERIFY(drafts->keep({{server, {"", "v1", "configmaps"}, {"default", "gone"}, "u"}, base, "kind: ConfigMap # precious\n", now, {}}));
        QVERIFY(drafts->keep({{"https://elsewhere", {"", "v1", "configmaps"}, {"default", "far"}, "u"}, base, "far: away\n", now - std::chrono::hours(1), {}}));
        window.action(ActionId::UnsavedTexts)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(window.main.findChild<UnsavedTextsDialog *>(), Patience);
        auto *dialog = window.main.findChild<UnsavedTextsDialog *>();
        auto *list = dialog->findChild<QListWidget *>();
        QCOMPARE(list->count(), 2);
        QVERIFY(list->item(0)->text().startsWith(QStringLiteral("ConfigMap gone in default, ")));
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return); // of a cluster that is not open
        QVERIFY(dialog->isVisible());
        QTest::keyClick(list, Qt::Key_Up);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(qobject_cast<EditTab *>(window.main.tabs()->currentPage()), Patience);
        const Page *tab = window.main.tabs()->currentPage();
        QTRY_VERIFY_WITH_TIMEOUT(tab->findChild<CodeEdit *>(), Patience);
        QCOMPARE(tab->findChild<CodeEdit *>()->toPlainText(), QStringLiteral("kind: ConfigMap # precious\n"));
    }

    void aWriteThatIsNotInTheAuditLogIsSaid()
    {
        Window window(m_home->line("deployments"));
        Q_EMIT window.clusters->auditFailed(kube::Error::badInput(QStringLiteral("the disk is full")));
        QVERIFY(window.main.toast()->isVisible());
        QVERIFY(window.main.toast()->accessibleName().contains(QStringLiteral("not in the audit log")));
    }

    void aReadOnlyWindowDoesNotOfferIt()
    {
        CommandLine line = m_home->line("deployments");
        line.readOnly = true;
        Window window(line);
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        window.selectFirst();
        QTRY_COMPARE_WITH_TIMEOUT(window.action(ActionId::EditObject)->toolTip(), QStringLiteral("Orrery is read-only"), Patience);
        QVERIFY(!window.action(ActionId::EditObject)->isEnabled());
    }

    void theVersionThatIsEditedSaysWhetherItsStatusIsApart()
    {
        kube::ResourceInfo planets{{"example.com", "v2", "planets"}, "Planet", {}, {}, {}, {}, {"status"}};
        planets.custom = true;
        planets.versions = {"v2", "v1"};
        planets.versionSubresources = {{"status"}, {}};
        QVERIFY(editedPart(planets) == kube::EditPart::Object);
        QVERIFY(editedPart(planets.in("v1")) == kube::EditPart::Whole);
    }

    void whoMayNotChangeItIsToldSo()
    {
        CommandLine line = m_home->line("deployments");
        line.context = QStringLiteral("demo-viewer");
        Window window(line);
        QTRY_VERIFY_WITH_TIMEOUT(window.isLive(), Patience);
        window.selectFirst();
        QTRY_COMPARE_WITH_TIMEOUT(window.action(ActionId::EditObject)->toolTip(), QStringLiteral("You may not patch deployments.apps here"), Patience);
        QVERIFY(!window.action(ActionId::EditObject)->isEnabled());
    }
};

ORRERY_TEST(EditingTest)
} // namespace editing_test
#include "editing_test.moc"
