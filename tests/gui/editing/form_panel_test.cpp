// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/editing/form_fixture.h"
#include "tests/gui/support/a11y_lint.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/schema/schemas.h"
#include "ui/views/editing/edit_guide.h"
#include "ui/widgets/orrery_style.h"

#include <QAccessible>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QSignalSpy>

namespace form_panel_test {

using namespace orrery;
using orrery::test::Form;
using orrery::test::unnamedWidgets;

namespace {

const char deployment[] = "apiVersion: apps/v1\n"
                          "kind: Deployment\n"
                          "metadata:\n"
                          "  name: web # the name\n"
                          "spec:\n"
                          "  replicas: 3 # three\n"
                          "  selector:\n"
                          "    matchLabels: {app: web}\n"
                          "  template:\n"
                          "    spec:\n"
                          "      containers:\n"
                          "      - name: web\n"
                          "        image: 'nginx'\n";

const char widget[] = "apiVersion: example.com/v1\n"
                      "kind: Widget\n"
                      "spec:\n"
                      "  class: a\n"
                      "  mode: Fast\n"
                      "  enabled: true\n"
                      "  parts:\n"
                      "  - name: one\n"
                      "  - name: two\n"
                      "  tags: [x, y]\n"
                      "  note: |\n"
                      "    first\n"
                      "    second\n"
                      "  limits:\n"
                      "    cpu: 1\n";

} // namespace

class FormPanelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aFieldChangesItsBytesAndNoOthers()
    {
        Form form(deployment, kube::test::deploymentSchema());
        QCOMPARE(form.field<QLineEdit>("/spec/replicas")->text(), QStringLiteral("3"));
        QCOMPARE(form.field<QLineEdit>("/spec/replicas")->accessibleName(), QStringLiteral("spec.replicas"));
        form.type("/spec/replicas", "12");
        QCOMPARE(form.text(), QString::fromUtf8(deployment).replace(QStringLiteral("replicas: 3"), QStringLiteral("replicas: 12")));
        form.type("/spec/template/spec/containers/0/image", "nginx:1.27");
        QVERIFY(form.text().contains(QStringLiteral("image: 'nginx:1.27'\n")));
        QVERIFY(form.field<QLineEdit>("/spec/replicas"));
        QCOMPARE(unnamedWidgets(form.panel.get()), QStringList());
    }
    void formAndTextHaveOneUndo()
    {
        Form form(deployment, kube::test::deploymentSchema());
        form.type("/spec/replicas", "5");
        QTest::keyClicks(form.field<QLineEdit>("/spec/replicas"), QStringLiteral("0"));
        form.settle();
        QVERIFY(form.text().contains(QStringLiteral("replicas: 50 # three")));
        QTextCursor(form.document.get()).insertText(QStringLiteral("# typed\n"));
        form.settle();
        QTest::keyClick(form.field<QLineEdit>("/spec/replicas"), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(form.text().startsWith(QStringLiteral("apiVersion")));
        QVERIFY(form.text().contains(QStringLiteral("replicas: 50 # three")));
        QTest::keyClick(form.field<QLineEdit>("/spec/replicas"), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(form.text(), QString::fromUtf8(deployment)); // what was typed in one go is one step
        QCOMPARE(form.field<QLineEdit>("/spec/replicas")->text(), QStringLiteral("3"));
        QVERIFY(!form.document->isModified());
        QTest::keyClick(form.field<QLineEdit>("/spec/replicas"), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(form.text().contains(QStringLiteral("replicas: 50 # three")));
    }
    void whatIsTypedInTheTextIsShown()
    {
        Form form(deployment, kube::test::deploymentSchema());
        replaceLines(form.document.get(), form.text().replace(QStringLiteral("replicas: 3"), QStringLiteral("replicas: 7\n  paused: true")));
        form.settle();
        QCOMPARE(form.field<QLineEdit>("/spec/replicas")->text(), QStringLiteral("7"));
        QCOMPARE(form.field<QComboBox>("/spec/paused")->currentText(), QStringLiteral("true"));
        form.type("/spec/replicas", "8");
        QVERIFY(form.text().contains(QStringLiteral("replicas: 8\n  paused: true # three")));
    }
    void choicesHaveThreeStates()
    {
        Form form(widget, kube::test::widgetSchema());
        auto *enabled = form.field<QComboBox>("/spec/enabled");
        QCOMPARE(enabled->currentText(), QStringLiteral("true"));
        enabled->setCurrentIndex(enabled->findText(QStringLiteral("false")));
        Q_EMIT enabled->activated(enabled->currentIndex());
        QVERIFY(form.text().contains(QStringLiteral("enabled: false\n")));
        auto *mode = form.field<QComboBox>("/spec/mode");
        QCOMPARE(mode->itemText(0), QStringLiteral("not set; default: Fast"));
        mode->setCurrentIndex(0);
        Q_EMIT mode->activated(0);
        form.settle();
        QVERIFY(!form.text().contains(QStringLiteral("mode:")));
        QVERIFY(form.row("/spec/mode") && !form.row("/spec/mode")->row().isSet);
    }
    void aNumberThatIsEmptiedStaysUntilWhoeverWritesIsDone()
    {
        Form form(deployment, kube::test::deploymentSchema());
        auto *replicas = form.field<QLineEdit>("/spec/replicas");
        replicas->setFocus();
        replicas->selectAll();
        QTest::keyClick(replicas, Qt::Key_Delete);
        form.settle();
        QVERIFY(form.text().contains(QStringLiteral("replicas: 3")));
        QTest::keyClick(replicas, Qt::Key_Return);
        QVERIFY(!form.text().contains(QStringLiteral("replicas")));
        form.type("/spec/replicas", "4");
        QVERIFY(form.text().contains(QStringLiteral("  replicas: 4\n")));
    }
    void tabGoesFromFieldToFieldAsTheyStand()
    {
        // More rows than are made in one turn, and some that come between them later.
        std::string text = deployment;
        text.replace(text.find("spec:"), 0, "  generation: 1\n  labels: {a: b}\n");
        for (int i = 0; i < 30; ++i)
            text += "      - name: more" + std::to_string(i) + "\n";
        Form form(text.c_str(), kube::test::deploymentSchema());
        QVERIFY(form.row("/spec/template/spec/containers/30"));
        QTest::mouseClick(form.row("/metadata")->findChild<QToolButton *>(), Qt::LeftButton);
        form.settle();
        QList<int> tops;
        for (const FormRowWidget *one : form.row("/metadata")->parentWidget()->findChildren<FormRowWidget *>(QString(), Qt::FindDirectChildrenOnly))
            tops << one->y();
        QVERIFY(std::is_sorted(tops.begin(), tops.end())); // as the main window has it
        QStringList passed;
        for (int i = 0; i < 5; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            passed << QApplication::focusWidget()->accessibleName();
        }
        QCOMPARE(passed, (QStringList{QStringLiteral("metadata.name"), QStringLiteral("metadata.generation"), QStringLiteral("Open metadata.labels"),
                                      QStringLiteral("Add field to metadata"), QStringLiteral("Close spec")}));
    }
    void whatAScreenReaderWritesIsWritten()
    {
        Form form(deployment, kube::test::deploymentSchema());
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(form.field<QLineEdit>("/spec/replicas"));
        face->editableTextInterface()->replaceText(0, 1, QStringLiteral("6"));
        form.settle();
        QVERIFY(form.text().contains(QStringLiteral("replicas: 6 # three")));
    }
    void anAddedItemHasTheFocusInSightByWhateverKeyItWasAdded()
    {
        auto *style = new OrreryStyle; // the program's; it outlives rows that are deleted later
        style->setParent(qApp);
        for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_Enter}) {
            QStringList helped;
            Form form(deployment, kube::test::deploymentSchema());
            form.window.resize(900, 160);
            connect(form.panel.get(), &FormPanel::helpWanted, this, [&helped](const FieldHelp &help) { helped << help.path; });
            auto *add = form.addition("/spec/template/spec/containers")->findChild<QToolButton *>();
            add->setStyle(style);
            add->setFocus();
            form.panel->ensureWidgetVisible(add);
            QTest::keyClick(add, key);
            form.settle();
            FormRowWidget *item = form.row("/spec/template/spec/containers/1");
            QVERIFY(item);
            QVERIFY(item->isAncestorOf(QApplication::focusWidget()));
            QVERIFY(!item->visibleRegion().isEmpty());
            for (const QString &path : helped)
                QVERIFY2(path.startsWith(QStringLiteral("spec.template.spec.containers")), qPrintable(path)); // and no field is passed through
        }
    }
    void itemsAreAddedMovedAndRemoved()
    {
        Form form(widget, kube::test::widgetSchema());
        form.toggle("/spec/parts");
        form.addition("/spec/parts")->findChild<QToolButton *>()->click();
        form.settle();
        QCOMPARE(form.text(), QString::fromUtf8(widget)); // nothing is written before there is something
        form.type("/spec/parts/2/name", "three");
        QVERIFY(form.text().contains(QStringLiteral("  - name: two\n  - name: three\n")));
        QTest::keyClick(form.row("/spec/parts/2")->findChild<QToolButton *>(), Qt::Key_Up, Qt::AltModifier);
        form.settle();
        QVERIFY(form.text().contains(QStringLiteral("  - name: three\n  - name: two\n")));
        QCOMPARE(form.field<QLineEdit>("/spec/parts/1/name")->text(), QStringLiteral("three")); // it stays open
        QTest::keyClick(form.row("/spec/parts/0")->findChild<QToolButton *>(), Qt::Key_Delete, Qt::AltModifier);
        form.settle();
        QVERIFY(form.text().contains(QStringLiteral("  parts:\n  - name: three\n  - name: two\n")));
        QCOMPARE(form.field<QLineEdit>("/spec/parts/0/name")->text(), QStringLiteral("three"));
    }
    void entriesHaveKeysOfTheirOwn()
    {
        Form form(widget, kube::test::widgetSchema());
        form.toggle("/spec/limits");
        auto *key = form.addition("/spec/limits")->findChild<QLineEdit *>();
        key->setFocus();
        QTest::keyClicks(key, QStringLiteral("memory"));
        QTest::keyClick(key, Qt::Key_Return);
        form.settle();
        QVERIFY(form.text().contains(QStringLiteral("    cpu: 1\n    memory: 0\n")));
        QVERIFY(form.field<QLineEdit>("/spec/limits/memory")->hasFocus());
        form.type("/spec/limits/memory", "64");
        auto *cpu = form.row("/spec/limits/cpu")->findChild<QLineEdit *>();
        cpu->selectAll();
        QTest::keyClicks(cpu, QStringLiteral("memory"));
        QTest::keyClick(cpu, Qt::Key_Return);
        QVERIFY(form.says("/spec/limits/cpu").contains(QStringLiteral("There is an entry of that name already.")));
        cpu->selectAll();
        QTest::keyClicks(cpu, QStringLiteral("cores"));
        QTest::keyClick(cpu, Qt::Key_Return);
        QVERIFY(form.text().contains(QStringLiteral("    cores: 1\n    memory: 64\n")));
    }
    void fieldsAreAddedByTheirNames()
    {
        Form form(deployment, kube::test::deploymentSchema());
        form.choose("/spec/template/spec/containers/0", "ports");
        QCOMPARE(form.text(), QString::fromUtf8(deployment));
        form.addition("/spec/template/spec/containers/0/ports")->findChild<QToolButton *>()->click();
        form.settle();
        form.type("/spec/template/spec/containers/0/ports/0/containerPort", "8080");
        QVERIFY(form.text().endsWith(QStringLiteral("        image: 'nginx'\n        ports:\n        - containerPort: 8080\n")));
    }
    void textsOfSeveralLinesStayLines()
    {
        Form form(widget, kube::test::widgetSchema());
        auto *note = form.field<QPlainTextEdit>("/spec/note");
        note->setFocus();
        note->moveCursor(QTextCursor::End);
        QTest::keyClicks(note, QStringLiteral("third"));
        form.settle();
        QVERIFY(form.text().contains(QStringLiteral("  note: |-\n    first\n    second\n    third\n  limits:")));
        auto *mode = form.field<QLineEdit>("/spec/class");
        QVERIFY(mode->isReadOnly()); // immutable by its rule
    }
    void whatCannotBeChangedSaysWhy()
    {
        Form form(deployment, kube::test::deploymentSchema());
        form.toggle("/spec/selector");
        form.toggle("/spec/selector/matchLabels");
        auto *app = form.field<QLineEdit>("/spec/selector/matchLabels/app");
        QVERIFY(app->isReadOnly());
        QVERIFY(app->accessibleDescription().contains(QStringLiteral("cannot be changed: it decides which Pods")));
        Form other(widget, kube::test::widgetSchema());
        QVERIFY(other.says("/spec").contains(QStringLiteral("min must not exceed max\nself.max < 1000")));
    }
    void problemsStandAtTheirFields()
    {
        Form form(deployment, kube::test::deploymentSchema());
        form.panel->setProblems({{6, 13, 1, Tone::Failing, QStringLiteral("Too many"), QStringLiteral("write less")}, {4, 9, 3, Tone::Pending, QStringLiteral("Inside."), {}}});
        QVERIFY(form.says("/spec/replicas").contains(QStringLiteral("✖ Too many: write less")));
        QVERIFY(form.says("/metadata").contains(QStringLiteral("◐ Inside."))); // it is closed
        form.panel->setProblems({});
        QVERIFY(!form.says("/spec/replicas").contains(QStringLiteral("Too many")));
    }
    void whatTheTextAloneCanChangeIsSaidAndKept()
    {
        Form form("apiVersion: example.com/v1\nkind: Widget\nspec:\n  class: a\n  code: &x AB-1\n  slow: *x\n  parts: []\n", kube::test::widgetSchema());
        const QString before = form.text();
        form.type("/spec/code", "CD-2");
        QCOMPARE(form.text(), before);
        QVERIFY(form.says("/spec/code").contains(QStringLiteral("It is written once and repeated elsewhere")));
        QCOMPARE(form.field<QLineEdit>("/spec/code")->text(), QStringLiteral("CD-2"));
        QVERIFY(form.panel->flush().startsWith(QStringLiteral("spec.code: It is written once")));
        QVERIFY(form.field<QLineEdit>("/spec/slow")->isReadOnly());
    }
    void theCursorAndTheFieldFollowEachOther()
    {
        Form form(deployment, kube::test::deploymentSchema());
        QSignalSpy place(form.panel.get(), &FormPanel::placeFocused);
        QSignalSpy help(form.panel.get(), &FormPanel::helpWanted);
        form.field<QLineEdit>("/spec/replicas")->setFocus();
        QCOMPARE(place.last(), (QVariantList{6, 3}));
        QCOMPARE(help.last().first().value<FieldHelp>().path, QStringLiteral("spec.replicas"));
        form.panel->showPlace(13, 20);
        QVERIFY(form.row("/spec/template/spec/containers/0/image")->isVisible());
    }
    void whatIsTypedIsWrittenBeforeASave()
    {
        Form form(deployment, kube::test::deploymentSchema());
        auto *edit = form.field<QLineEdit>("/spec/replicas");
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, QStringLiteral("9"));
        QCOMPARE(form.panel->flush(), QString());
        QVERIFY(form.text().contains(QStringLiteral("replicas: 9 # three")));
        QTest::keyClick(edit, Qt::Key_Down);
        form.panel->flush();
        QVERIFY(form.text().contains(QStringLiteral("replicas: 8 # three")));
    }
    void aLargeTextIsChangedElsewhereAndBeforeASaveAtOnce()
    {
        std::string text = "apiVersion: v1\nkind: Widget\nspec:\n  class: a\n  code: AB-1\n  parts: []\n  tags:\n";
        while (text.size() < FormPanel::LargeBytes)
            text += "  - a tag\n";
        Form form(text.c_str(), kube::test::widgetSchema());
        auto *code = form.field<QLineEdit>("/spec/code");
        code->setFocus();
        code->selectAll();
        QTest::keyClicks(code, QStringLiteral("CD-2"));
        QTest::keyClick(code, Qt::Key_Return);
        QVERIFY(form.text().contains(QStringLiteral("code: AB-1")));
        form.settle();
        QVERIFY(form.text().contains(QStringLiteral("code: CD-2")));
        QTest::keyClicks(code, QStringLiteral("3"));
        QTest::keyClick(code, Qt::Key_Return);
        QCOMPARE(form.panel->flush(), QString());
        QVERIFY(form.text().contains(QStringLiteral("code: CD-23")));
        form.settle();
        QVERIFY(form.text().contains(QStringLiteral("code: CD-23\n")));
        QCOMPARE(code->text(), QStringLiteral("CD-23"));
    }
    void closedObjectsMakeNoRows()
    {
        std::string text = "apiVersion: v1\nkind: Widget\nspec:\n  class: a\n  parts: []\n  tags:\n";
        for (int i = 0; i < 5000; ++i)
            text += "  - tag" + std::to_string(i) + "\n";
        Form form(text.c_str(), kube::test::widgetSchema());
        QVERIFY(form.panel->findChildren<FormRowWidget *>().size() < 20);
        form.toggle("/spec/tags");
        QVERIFY(form.panel->findChildren<FormRowWidget *>().size() < 80);
        form.addition("/spec/tags")->findChild<QToolButton *>()->click();
        form.settle();
        QVERIFY(form.row("/spec/tags/99"));
    }
};

ORRERY_TEST(FormPanelTest)
} // namespace form_panel_test
#include "form_panel_test.moc"
