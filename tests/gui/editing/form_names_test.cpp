// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/editing/form_fixture.h"
#include "tests/gui/support/a11y_lint.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "tests/unit/core/schema/schemas.h"

#include <QAbstractItemView>
#include <QCompleter>

namespace form_names_test {

using namespace orrery;
using orrery::test::Form;

namespace {

const char deployment[] = "apiVersion: apps/v1\n"
                          "kind: Deployment\n"
                          "spec:\n"
                          "  template:\n"
                          "    spec:\n"
                          "      serviceAccountName: d\n"
                          "      containers:\n"
                          "      - name: web\n";
const char account[] = "/spec/template/spec/serviceAccountName";

QStringList offered(const Form &form, const char *pointer)
{
    QStringList names;
    const auto *const completer = form.field<QLineEdit>(pointer)->findChild<QCompleter *>();
    for (int row = 0; completer->popup()->isVisible() && row < completer->completionCount(); ++row)
        names << completer->completionModel()->index(row, 0).data().toString();
    return names;
}

} // namespace

/// Names of live objects in the fields that refer to them.
class FormNamesTest : public QObject
{
    Q_OBJECT

    static std::unique_ptr<Form> opened()
    {
        auto form = std::make_unique<Form>(deployment, kube::test::deploymentSchema());
        form->names = {QStringLiteral("builder"), QStringLiteral("default"), QStringLiteral("reader")};
        return form;
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void theyAreAskedForAtTheFirstLetterAndFilteredByTheNext()
    {
        const auto form = opened();
        form->type(account, "d");
        QCOMPARE(form->namesAsked, QStringList{QStringLiteral("ServiceAccount in ")});
        QCOMPARE(offered(*form, account), (QStringList{QStringLiteral("builder"), QStringLiteral("default"), QStringLiteral("reader")}));
        QTest::keyClicks(form->field<QLineEdit>(account), QStringLiteral("ef"));
        form->settle();
        QCOMPARE(offered(*form, account), QStringList{QStringLiteral("default")});
        QCOMPARE(form->namesAsked.size(), 1);
        QCOMPARE(orrery::test::unnamedWidgets(form->panel.get()), QStringList());
    }
    void oneThatIsChosenStandsInTheText()
    {
        const auto form = opened();
        auto *const field = form->field<QLineEdit>(account);
        field->setFocus();
        QTest::keyClick(field, Qt::Key_Down);
        form->settle();
        QCOMPARE(offered(*form, account).size(), 3);
        auto *const popup = field->findChild<QCompleter *>()->popup();
        QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Down);
        QCOMPARE(field->text(), QStringLiteral("d"));
        QTest::keyClick(popup, Qt::Key_Return);
        form->settle();
        QVERIFY(!popup->isVisible());
        QVERIFY2(form->text().contains(QStringLiteral("serviceAccountName: default\n")), qPrintable(form->text()));
    }
    void anAnswerThatComesTooLateShowsNothing()
    {
        const auto form = opened();
        auto *const field = form->field<QLineEdit>(account);
        field->setFocus();
        QTest::keyClick(field, Qt::Key_Space, Qt::ControlModifier);
        form->window.findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly)->setFocus();
        form->settle();
        QCOMPARE(offered(*form, account), QStringList());
    }
    void otherTextsAskForNothing()
    {
        const auto form = opened();
        form->type("/spec/template/spec/containers/0/name", "x");
        QCOMPARE(form->namesAsked, QStringList());
        QVERIFY(!form->field<QLineEdit>("/spec/template/spec/containers/0/name")->findChild<QCompleter *>());
    }
};

ORRERY_TEST(FormNamesTest)
} // namespace form_names_test
#include "form_names_test.moc"
