// SPDX-License-Identifier: Apache-2.0
// An editor while what defines its kind changes.
#include "tests/gui/editing/edit_tab_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/widgets/problem_list.h"
#include "ui/widgets/version_choice.h"

#include <QListView>
#include <QMenu>
#include <QSignalSpy>

namespace edit_tab_definition_test {

using namespace orrery;
using namespace orrery::test;

class EditTabDefinitionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aChangedDefinitionAsksForTheSchemaAnewAndLeavesTheText()
    {
        Tab t;
        t.tell(Step::Editing);
        t.port.schemaAnswers.give(kube::fail(kube::Error{.kind = kube::ErrorKind::Forbidden}));
        t.definitions.tell({{.name = "v1", .isServed = true}});
        t.run();
        QCOMPARE(t.port.schemaAnswers.open(), std::size_t(0)); // the one that there was
        t.paint("blue");
        t.page()->edit()->goTo(3, 2);
        const QString text = t.page()->text();
        const int cursor = t.page()->edit()->textCursor().position();

        t.definitions.tell({{.name = "v1", .isServed = true}});
        t.run();
        QCOMPARE(t.port.schemaAnswers.open(), std::size_t(1));
        t.port.schemaAnswers.give(std::make_shared<const kube::OpenApiDocument>(kube::OpenApiDocument{kube::OpenApiDocument::Version::Three, "{}"}));
        t.run();
        QCOMPARE(t.page()->text(), text);
        QCOMPARE(t.page()->edit()->textCursor().position(), cursor);
    }

    void anEndOfTheDefinitionIsSaidAndTheTextIsWhole()
    {
        Tab t;
        t.definitions.tell({{.name = "v1", .isServed = true}});
        t.tell(Step::Editing);
        t.paint("blue");
        t.definitions.tell(kube::Result<kube::DefinitionPtr>(kube::fail(kube::Error{.kind = kube::ErrorKind::NotFound})));
        t.run();
        QVERIFY(t.says(QStringLiteral("The definition of configmaps was deleted, and its objects with it. Your text is whole.")));
        QVERIFY(t.page()->text().contains(QStringLiteral("colour: blue")));
        t.definitions.tell({{.name = "v1", .isServed = true}});
        t.run();
        QVERIFY(!t.says(QStringLiteral("was deleted")));
    }

    void anotherVersionIsWantedWhileNothingIsUnsaved()
    {
        Tab t;
        t.definitions.tell({{.name = "v1", .isServed = true, .isStored = true}, {.name = "v2", .isServed = true}});
        t.tell(Step::Editing);
        auto *versions = t.page()->versions();
        QCOMPARE(versions->text(), QStringLiteral("v1"));
        QVERIFY(versions->isEnabled() && !versions->isHidden());
        QSignalSpy wanted(t.tab.get(), &EditTab::versionWanted);
        versions->menu()->actions()[1]->trigger();
        QCOMPARE(wanted.value(0).value(0).toString(), QStringLiteral("v2"));
        t.paint("blue");
        QVERIFY(!versions->isEnabled());
        QVERIFY(versions->accessibleDescription().contains(QStringLiteral("save or discard your changes first")));
    }

    void editsOfWhatTheServerKeepsAreMarked()
    {
        Tab t;
        t.tell(Step::Editing);
        t.page()->edit()->replaceText(t.page()->text().replace(QStringLiteral("uid: u"), QStringLiteral("uid: mine")) + QStringLiteral("status:\n  phase: Good\n"));
        const auto *problems = t.tab->findChild<ProblemList *>();
        const auto said = [&] {
            t.run();
            QStringList rows;
            const QAbstractItemModel *model = problems->findChild<QAbstractItemView *>()->model();
            for (int row = 0; row < model->rowCount(); ++row)
                rows << model->index(row, 0).data(Qt::AccessibleTextRole).toString() + model->index(row, 0).data().toString();
            return rows.join(QLatin1Char('\n'));
        };
        QTRY_VERIFY2(said().contains(QStringLiteral("The server keeps status by itself")), qPrintable(said()));
        QVERIFY(said().contains(QStringLiteral("The server keeps metadata.uid by itself")));
    }
};

ORRERY_TEST(EditTabDefinitionTest)
} // namespace edit_tab_definition_test
#include "edit_tab_definition_test.moc"
