// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/support/a11y_lint.h"
#include "tests/gui/support/dialog_reader.h"
#include "tests/gui/support/fake_ports.h"
#include "tests/support/manual_time.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/views/editing/replica_box.h"
#include "ui/views/editing/scale_dialog.h"

#include <QLabel>
#include <QLayout>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

namespace scale_dialog_test {

using namespace orrery;
using namespace orrery::test;

class ScaleDialogTest : public QObject
{
    Q_OBJECT

    std::shared_ptr<kube::test::ManualTime> m_time;
    std::unique_ptr<FakeScale> m_scale;
    std::unique_ptr<QWidget> m_window;
    QPointer<ScaleDialog> m_dialog;

    [[nodiscard]] QSpinBox *number() const { return m_dialog->findChild<QSpinBox *>(); }
    [[nodiscard]] QPushButton *button(const QString &begins) const { return test::visibleButton(m_dialog.get(), begins); }
    /// Everything the dialog says.
    [[nodiscard]] QString words() const { return test::visibleWords(m_dialog.get()); }
    void type(int replicas) const
    {
        number()->selectAll();
        QTest::keyClicks(number(), QString::number(replicas));
    }
    void read(std::int64_t desired, std::int64_t current, const char *resourceVersion)
    {
        m_scale->reads.give(kube::ScaleState{desired, current, resourceVersion, {}});
        m_time->run();
    }
    void answerWrite(kube::Result<kube::ScaleState> answer)
    {
        m_scale->writes.give(std::move(answer));
        m_time->run();
    }

    [[nodiscard]] QTimer *timer() const
    {
        for (QTimer *one : m_dialog->findChildren<QTimer *>(QStringLiteral("readAgain"), Qt::FindDirectChildrenOnly))
            return one;
        return nullptr;
    }
    /// The pause before the next reading is over.
    void readByItself() const
    {
        QVERIFY(timer() && timer()->isActive());
        QCOMPARE(m_scale->reads.open(), 0U);
        timer()->setInterval(0);
        QTRY_COMPARE(m_scale->reads.open(), 1U);
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_time = std::make_shared<kube::test::ManualTime>();
        m_scale = std::make_unique<FakeScale>();
        m_window = std::make_unique<QWidget>();
        m_window->show();
        kube::ResourceInfo deployments;
        deployments.gvr = {"apps", "v1", "deployments"};
        deployments.kind = "Deployment";
        m_dialog = new ScaleDialog(*m_scale, m_time, deployments, {"shop", "web"}, m_window.get());
        m_dialog->open();
        m_time->run();
    }
    void cleanup()
    {
        m_window.reset();
        m_time->run();
    }

    void itReadsBeforeItOffersAnything()
    {
        QCOMPARE(m_dialog->windowTitle(), QStringLiteral("Scale Deployment web"));
        QVERIFY(!number()->isEnabled());
        QVERIFY(!button(QStringLiteral("Scale"))->isEnabled());
        read(3, 2, "101");
        QVERIFY(number()->isEnabled());
        QCOMPARE(number()->value(), 3);
    }

    void currentAndDesiredAreTwoFigures()
    {
        read(5000, 4200, "101");
        QVERIFY(words().contains(QStringLiteral("Running now\n")) || words().contains(QStringLiteral("Running now")));
        QVERIFY2(words().contains(QStringLiteral("4,200")), qPrintable(words()));
        QVERIFY2(words().contains(QStringLiteral("5,000")), qPrintable(words()));
        QVERIFY(words().contains(QStringLiteral("Deployment in shop")));
    }

    void theSameNumberIsNothingToWrite()
    {
        read(3, 3, "101");
        QVERIFY(!button(QStringLiteral("Scale"))->isEnabled());
        type(5);
        QVERIFY(button(QStringLiteral("Scale to 5"))->isEnabled());
        type(3);
        QVERIFY(!button(QStringLiteral("Scale"))->isEnabled());
    }

    void aStepIsAnotherNumberAsATypedOneIs()
    {
        read(3, 3, "101");
        QSignalSpy edited(m_dialog->findChild<ReplicaBox *>(), &ReplicaBox::edited);
        QTest::keyClick(number(), Qt::Key_Up);
        QVERIFY(button(QStringLiteral("Scale to 4"))->isEnabled());
        number()->stepDown(); // as by its button
        QVERIFY(!button(QStringLiteral("Scale"))->isEnabled());
        QCOMPARE(edited.size(), 2);
    }

    void returnWritesOverTheVersionReadAndTheDialogCloses()
    {
        read(3, 3, "101");
        QSignalSpy scaled(m_dialog, &ScaleDialog::scaled);
        type(5);
        QTest::keyClick(number(), Qt::Key_Return);
        QCOMPARE(m_scale->written, QStringList(QStringLiteral("5@101")));
        QVERIFY(m_dialog->isVisible()); // the server has not said yes yet
        QVERIFY(number()->isReadOnly());
        answerWrite(kube::ScaleState{5, 3, "102", {}});
        QCOMPARE(scaled.count(), 1);
        QCOMPARE(scaled[0], QVariantList({QStringLiteral("web"), 3, 5}));
        QVERIFY(!m_dialog || !m_dialog->isVisible());
    }

    void oneClickIsOneWrite()
    {
        read(3, 3, "101");
        type(5);
        QTest::keyClick(number(), Qt::Key_Return);
        QTest::keyClick(m_dialog, Qt::Key_Return);
        button(QStringLiteral("Scale"))->click();
        QCOMPARE(m_scale->written.size(), 1);
    }

    void aConflictSaysTheServersWordsAndKeepsTheNumber()
    {
        const QString server = QStringLiteral("Operation cannot be fulfilled on deployments.apps \"web\": the object has been modified; please apply your changes to the latest version and try again");
        read(3, 3, "101");
        type(7);
        QTest::keyClick(number(), Qt::Key_Return);
        answerWrite(kube::fail(serverError(409, "Conflict", server)));
        QVERIFY(m_dialog->isVisible());
        QVERIFY2(words().contains(server), qPrintable(words()));
        QCOMPARE(number()->value(), 7);
        QVERIFY(!button(QStringLiteral("Scale"))->isEnabled());

        button(QStringLiteral("Read again"))->click();
        m_time->run();
        read(4, 4, "110");
        QCOMPARE(number()->value(), 7);
        QVERIFY(!words().contains(server));
        button(QStringLiteral("Scale to 7"))->click();
        QCOMPARE(m_scale->written, QStringList({QStringLiteral("7@101"), QStringLiteral("7@110")}));
    }

    void whateverTheServerSaysNothingIsCutAndReturnLosesNothing()
    {
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
        read(3, 3, "101");
        type(7);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        answerWrite(kube::fail(serverError(409, "Conflict", QString(40, QLatin1Char('x')).append(QLatin1Char(' ')).repeated(12))));
        QCoreApplication::processEvents();
        QVERIFY(m_dialog->height() >= m_dialog->layout()->totalHeightForWidth(m_dialog->width()));
        QVERIFY(number()->height() >= number()->sizeHint().height());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // reads again
        read(4, 4, "110");
        QCOMPARE(number()->value(), 7);
        QVERIFY(number()->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(m_scale->written, QStringList({QStringLiteral("7@101"), QStringLiteral("7@110")}));
        answerWrite(kube::fail(serverError(403, "Forbidden", QStringLiteral("no"))));
        QVERIFY(m_dialog->isVisible());
        QVERIFY(number()->hasFocus());
    }

    void aRefusalSaysTheServersWords()
    {
        const QString server = QStringLiteral("deployments.apps \"web\" is forbidden: User \"eve\" cannot update resource \"deployments/scale\" in API group \"apps\" in the namespace \"shop\"");
        read(3, 3, "101");
        type(7);
        QTest::keyClick(number(), Qt::Key_Return);
        answerWrite(kube::fail(serverError(403, "Forbidden", server)));
        QVERIFY2(words().contains(server), qPrintable(words()));
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(number()->value(), 7);
        QVERIFY(number()->isEnabled());
    }

    void afterALostConnectionTheSameCanBeTriedAgain()
    {
        read(3, 3, "101");
        type(7);
        QTest::keyClick(number(), Qt::Key_Return);
        answerWrite(kube::fail(kube::Error::transport(QStringLiteral("connection reset by peer"))));
        QVERIFY2(words().contains(QStringLiteral("connection reset by peer")), qPrintable(words()));
        QVERIFY2(words().contains(QStringLiteral("It may have been carried out")), qPrintable(words()));
        QCOMPARE(number()->value(), 7);
        // The version read still guards it: had the first write arrived after all, this one would be a conflict.
        button(QStringLiteral("Scale to 7"))->click();
        QCOMPARE(m_scale->written, QStringList({QStringLiteral("7@101"), QStringLiteral("7@101")}));
        QVERIFY(!words().contains(QStringLiteral("connection reset")));
        answerWrite(kube::ScaleState{7, 3, "102", {}});
        QVERIFY(!m_dialog || !m_dialog->isVisible());
    }

    void afterAnAnswerThatNeverCameItIsReadUntilTheServerSaysWhichItWas()
    {
        read(2, 2, "101");
        type(7);
        QTest::keyClick(number(), Qt::Key_Return);
        QSignalSpy scaled(m_dialog, &ScaleDialog::scaled);
        answerWrite(kube::fail(kube::Error::transport(QStringLiteral("the connection was given up for a new one"))));
        QVERIFY(button(QStringLiteral("Read again"))->isDefault());
        readByItself();
        m_scale->reads.give(kube::fail(kube::Error::transport(QStringLiteral("connection refused"))));
        m_time->run();
        QVERIFY2(words().contains(QStringLiteral("It may have been carried out")), qPrintable(words()));
        readByItself();
        read(7, 2, "105");
        QVERIFY2(words().contains(QStringLiteral("It was carried out: 7 wanted now.")), qPrintable(words()));
        QVERIFY2(!words().contains(QStringLiteral("has not answered")), qPrintable(words()));
        QCOMPARE(scaled.count(), 1);
        QCOMPARE(scaled[0], QVariantList({QStringLiteral("web"), 2, 7}));
        QVERIFY(button(QStringLiteral("Close"))->isDefault());
        QVERIFY(m_scale->reads.open() == 0 && !timer()->isActive());
        type(9);
        QVERIFY(button(QStringLiteral("Scale to 9"))->isDefault()); // Return does not throw it away
    }

    void whatWasNotCarriedOutIsSaidAndMayStillComeToPass()
    {
        read(2, 2, "101");
        type(7);
        QTest::keyClick(number(), Qt::Key_Return);
        answerWrite(kube::fail(kube::Error::transport(QStringLiteral("connection reset by peer"))));
        button(QStringLiteral("Read again"))->click();
        read(2, 2, "101");
        QVERIFY2(words().contains(QStringLiteral("It was not carried out: 2 wanted now.")), qPrintable(words()));
        QCOMPARE(number()->text(), QStringLiteral("7"));
        QVERIFY(button(QStringLiteral("Scale to 7"))->isDefault());
        readByItself();
        read(7, 2, "105");
        QVERIFY2(words().contains(QStringLiteral("It was carried out: 7 wanted now.")), qPrintable(words()));
    }

    void whatIsTypedMeanwhileKeepsTheKeysAndIsWritten()
    {
        read(2, 2, "101");
        type(7);
        QTest::keyClick(number(), Qt::Key_Return);
        answerWrite(kube::fail(kube::Error::transport(QStringLiteral("connection reset by peer"))));
        button(QStringLiteral("Read again"))->click();
        read(2, 2, "101");
        readByItself();
        number()->setFocus();
        type(9);
        read(7, 2, "105");
        QVERIFY2(words().contains(QStringLiteral("It was carried out: 7 wanted now.")), qPrintable(words()));
        QCOMPARE(m_dialog->focusWidget(), number());
        number()->selectAll();
        QTest::keyClick(number(), Qt::Key_Delete);
        QVERIFY(!button(QStringLiteral("Close"))->isDefault());
        type(9);
        QTest::keyClick(number(), Qt::Key_Return);
        QCOMPARE(m_scale->written, QStringList({QStringLiteral("7@101"), QStringLiteral("9@105")}));
        QVERIFY(!button(QStringLiteral("Close")));
        QTest::keyClick(number(), Qt::Key_Return);
        QVERIFY(m_dialog->isVisible()); // the answer is waited for
        QSignalSpy scaled(m_dialog, &ScaleDialog::scaled);
        answerWrite(kube::ScaleState{9, 2, "106", {}});
        QCOMPARE(scaled.count(), 1);
    }

    void aNumberThatIsNoneStaysAsTypedAndIsNotWritten_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *typed : {"", "-5", "99999999999", "2147483648", "five", "1.5"})
            QTest::newRow(*typed ? typed : "nothing") << QString::fromLatin1(typed);
    }

    void aNumberThatIsNoneStaysAsTypedAndIsNotWritten()
    {
        QFETCH(const QString, typed);
        read(3, 3, "101");
        type(5);
        number()->selectAll();
        QTest::keyClick(number(), Qt::Key_Delete);
        QTest::keyClicks(number(), typed);
        QCOMPARE(number()->text(), typed);
        QCOMPARE(button(QStringLiteral("Scale"))->text().remove(QLatin1Char('&')), QStringLiteral("Scale"));
        QVERIFY(!button(QStringLiteral("Scale"))->isEnabled());
        QVERIFY2(words().contains(QStringLiteral("from 0 to 2,147,483,647")), qPrintable(words()));
        QVERIFY(m_dialog->height() >= m_dialog->layout()->totalHeightForWidth(m_dialog->width()));
        QTest::keyClick(number(), Qt::Key_Return);
        QTest::keyClick(number(), Qt::Key_Tab);
        QCOMPARE(number()->text(), typed);
        QCOMPARE(m_scale->written, QStringList());
        type(6);
        QVERIFY(button(QStringLiteral("Scale to 6"))->isEnabled());
        QVERIFY(!words().contains(QStringLiteral("from 0 to")));
    }

    void theLargestNumberTheApiTakesIsWritten()
    {
        read(3, 3, "101");
        type(2147483647);
        QTest::keyClick(number(), Qt::Key_Return);
        QCOMPARE(m_scale->written, QStringList(QStringLiteral("2147483647@101")));
    }

    void aReadingThatFailsCanBeTriedAgain()
    {
        const QString server = QStringLiteral("deployments.apps \"web\" not found");
        m_scale->reads.give(kube::fail(serverError(404, "NotFound", server)));
        m_time->run();
        QVERIFY2(words().contains(server), qPrintable(words()));
        QVERIFY(!number()->isEnabled());
        button(QStringLiteral("Read again"))->click();
        read(3, 1, "9");
        QCOMPARE(number()->value(), 3);
        QVERIFY(!words().contains(server));
    }

    void readOnlyIsSaidAsOrrerysOwnDoing()
    {
        read(3, 3, "101");
        type(7);
        QTest::keyClick(number(), Qt::Key_Return);
        answerWrite(kube::fail(kube::Error{kube::ErrorKind::Forbidden, QStringLiteral("this session is read-only: PUT was not sent"), QStringLiteral("/apis/apps/v1"),
                                           std::nullopt, kube::error_code::ReadOnly}));
        QVERIFY2(words().contains(QStringLiteral("read-only")), qPrintable(words()));
        QVERIFY2(!words().contains(QStringLiteral("The server does not allow")), qPrintable(words())); // nobody asked it
        QCOMPARE(number()->value(), 7);
    }

    void escapeWritesNothing()
    {
        read(3, 3, "101");
        type(7);
        QTest::keyClick(number(), Qt::Key_Escape);
        QCOMPARE(m_scale->written, QStringList());
        QVERIFY(!m_dialog || !m_dialog->isVisible());
    }

    void closedMeanwhileTheAnswerIsNobodys()
    {
        read(3, 3, "101");
        type(7);
        QTest::keyClick(number(), Qt::Key_Return);
        m_dialog->reject();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!m_dialog);
        answerWrite(kube::ScaleState{7, 3, "102", {}});
    }

    void everythingHasAName()
    {
        read(3, 3, "101");
        QCOMPARE(unnamedWidgets(m_dialog).join(QLatin1Char('\n')), QString());
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(number());
        QCOMPARE(face->relations(QAccessible::Label).size(), 1);
        type(7);
        QTest::keyClick(number(), Qt::Key_Return);
        answerWrite(kube::fail(serverError(409, "Conflict", QStringLiteral("the object has been modified"))));
        QCOMPARE(unnamedWidgets(m_dialog).join(QLatin1Char('\n')), QString());
    }
};

ORRERY_TEST(ScaleDialogTest)
} // namespace scale_dialog_test
#include "scale_dialog_test.moc"
