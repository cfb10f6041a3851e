// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/rollouts/fake_workloads.h"
#include "tests/gui/support/a11y_lint.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/views/rollouts/image_dialog.h"
#include "ui/views/rollouts/replicas_owners.h"
#include "ui/views/rollouts/restart_dialog.h"

#include <QLineEdit>
#include <QSignalSpy>

namespace rollout_dialogs_test {

using namespace orrery;
using namespace orrery::test;

class RolloutDialogsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<WorkloadFixture> m_fixture;
    std::unique_ptr<QWidget> m_window;

    template <typename Dialog>
    QPointer<Dialog> opened(Dialog *dialog)
    {
        dialog->open();
        m_fixture->time->run();
        return dialog;
    }
    [[nodiscard]] QPointer<RestartDialog> restart(const std::string &spec = {})
    {
        m_fixture->changes.objects["web"] = WorkloadFixture::deployment("i:1", rolledOut, 2, spec);
        return opened(new RestartDialog(m_fixture->ports(), m_fixture->deployments, {"shop", "web"}, objectOf(m_fixture->changes.objects["web"], "Deployment", "apps"),
                                        WorkloadFixture::now, m_window.get()));
    }
    [[nodiscard]] QPointer<ImageDialog> images()
    {
        m_fixture->changes.objects["web"] = WorkloadFixture::deployment("i:1", rolledOut);
        return opened(new ImageDialog(m_fixture->ports(), m_fixture->deployments, {"shop", "web"}, m_window.get()));
    }
    [[nodiscard]] ReplicasOwners ownersOf(const std::string &metadata, const std::optional<kube::GroupVersionResource> &autoscalers)
    {
        m_fixture->changes.objects["web"] = "{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web','namespace':'shop'" + metadata + "},'spec':{'replicas':3}}";
        ReplicasOwnersReader reader(m_fixture->changes, m_fixture->time, m_fixture->deployments.gvr, autoscalers);
        ReplicasOwners owners;
        connect(&reader, &ReplicasOwnersReader::found, this, [&owners](const kube::ObjectKey &, const ReplicasOwners &found) { owners = found; });
        reader.read({"shop", "web"});
        m_fixture->time->run();
        return owners;
    }

private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }
    void init()
    {
        m_fixture = std::make_unique<WorkloadFixture>();
        m_window = std::make_unique<QWidget>();
        m_window->show();
    }
    void cleanup()
    {
        m_window.reset();
        m_fixture->time->run();
    }

    void aRestartSaysWhatItWillDoAndAsks()
    {
        const auto dialog = restart("'strategy':{'type':'RollingUpdate','rollingUpdate':{'maxUnavailable':'25%'}},");
        QVERIFY2(wordsOf(dialog).contains(QStringLiteral("Its 3 Pod(s) will be replaced")), qPrintable(wordsOf(dialog)));
        QVERIFY(wordsOf(dialog).contains(QStringLiteral("25%")));
        QVERIFY(m_fixture->changes.patches.isEmpty());
        QCOMPARE(unnamedWidgets(dialog).join(QLatin1Char('\n')), QString());
    }

    void aRestartWritesTheTimeAndCloses()
    {
        const auto dialog = restart();
        QSignalSpy restarted(dialog, &RestartDialog::restarted);
        buttonOf(dialog, QStringLiteral("Restart"))->click();
        m_fixture->time->run();
        QVERIFY2(m_fixture->changes.patches.value(0).contains(QStringLiteral("2026-01-02T00:00:00Z")), qPrintable(m_fixture->changes.patches.join(QLatin1Char('\n'))));
        m_fixture->answerWrite(WorkloadFixture::deployment("i:1", rolledOut, 7));
        QCOMPARE(restarted.size(), 1);
        QCOMPARE(restarted[0][1].toLongLong(), 7);
        QTRY_VERIFY(!dialog);
    }

    void aRestartOfWhatHasBeenPausedSinceIsRefusedInKubectlsWords()
    {
        const auto dialog = restart();
        m_fixture->changes.objects["web"] = WorkloadFixture::deployment("i:1", rolledOut, 3, "'paused':true,");
        buttonOf(dialog, QStringLiteral("Restart"))->click();
        m_fixture->time->run();
        QVERIFY2(wordsOf(dialog).contains(QStringLiteral("can't restart paused deployment (run rollout resume first)")), qPrintable(wordsOf(dialog)));
        QVERIFY(m_fixture->changes.patches.isEmpty());
    }

    void theServersWordsAreSaidAndTheDialogStays()
    {
        const auto dialog = restart();
        buttonOf(dialog, QStringLiteral("Restart"))->click();
        m_fixture->time->run();
        m_fixture->refuseWrite(serverError(403, "Forbidden", QStringLiteral("patching is not for you")));
        QVERIFY2(wordsOf(dialog).contains(QStringLiteral("patching is not for you")), qPrintable(wordsOf(dialog)));
        QVERIFY(buttonOf(dialog, QStringLiteral("Restart"))->isEnabled());
    }

    void aWriteWithoutAnAnswerMayHaveBeenCarriedOut()
    {
        const auto dialog = restart();
        buttonOf(dialog, QStringLiteral("Restart"))->click();
        m_fixture->time->run();
        m_fixture->refuseWrite(kube::Error::transport(QStringLiteral("reset by peer")));
        QVERIFY2(wordsOf(dialog).contains(QStringLiteral("may have been carried out")), qPrintable(wordsOf(dialog)));
    }

    void eachContainerHasAFieldInitContainersFirst()
    {
        const auto dialog = images();
        const auto fields = dialog->findChildren<QLineEdit *>();
        QCOMPARE(fields.size(), 2);
        QCOMPARE(fields[0]->text(), QStringLiteral("s:1"));
        QCOMPARE(fields[0]->accessibleName(), QStringLiteral("Image of init container setup"));
        QCOMPARE(fields[1]->text(), QStringLiteral("i:1"));
        QVERIFY(!buttonOf(dialog, QStringLiteral("Set Image"))->isEnabled());
        QTRY_VERIFY(fields[1]->isVisible() && fields[1]->y() >= fields[0]->geometry().bottom() && fields[1]->height() >= fields[1]->sizeHint().height());
        QCOMPARE(unnamedWidgets(dialog).join(QLatin1Char('\n')), QString());
    }

    void onlyTheImageThatWasChangedIsWritten()
    {
        const auto dialog = images();
        QSignalSpy set(dialog, &ImageDialog::imagesSet);
        QLineEdit *field = dialog->findChildren<QLineEdit *>()[1];
        field->setText(QStringLiteral("i:2"));
        buttonOf(dialog, QStringLiteral("Set 1 Image(s)"))->click();
        m_fixture->time->run();
        QVERIFY(m_fixture->changes.patches.value(0).contains(QStringLiteral("i:2")));
        QVERIFY(!m_fixture->changes.patches.value(0).contains(QStringLiteral("s:1")));
        m_fixture->refuseWrite(serverError(422, "Invalid", QStringLiteral("no such image format")));
        QVERIFY(wordsOf(dialog).contains(QStringLiteral("no such image format")));
        QCOMPARE(field->text(), QStringLiteral("i:2")); // what was typed stays
        buttonOf(dialog, QStringLiteral("Set 1 Image(s)"))->click();
        m_fixture->time->run();
        m_fixture->answerWrite(WorkloadFixture::deployment("i:2", rolledOut, 3));
        QCOMPARE(set.size(), 1);
        QTRY_VERIFY(!dialog);
    }

    void anEmptyImageIsNotWritten()
    {
        const auto dialog = images();
        dialog->findChildren<QLineEdit *>()[1]->clear();
        QVERIFY(!buttonOf(dialog, QStringLiteral("Set 1 Image(s)"))->isEnabled());
    }

    void anAutoscalerIsNamedBeforehand()
    {
        m_fixture->changes.lists["horizontalpodautoscalers"] = {
            "{'metadata':{'name':'h','namespace':'shop'},'spec':{'minReplicas':2,'maxReplicas':10,'scaleTargetRef':{'apiVersion':'apps/v1','kind':'Deployment','name':'web'}}}"};
        const ReplicasOwners owners = ownersOf({}, kube::GroupVersionResource{"autoscaling", "v1", "horizontalpodautoscalers"});
        QCOMPARE(owners.tone, Tone::Pending);
        QCOMPARE(owners.sentences, QStringList{QStringLiteral("The HorizontalPodAutoscaler h keeps it between 2 and 10 and will set the number again.")});
    }

    void aToolAndTheLastManagerAreNamedBeforehand()
    {
        const ReplicasOwners owners = ownersOf(",'labels':{'argocd.argoproj.io/instance':'store'},'managedFields':[{'manager':'kubectl','operation':'Update','apiVersion':'apps/v1',"
                                               "'fieldsType':'FieldsV1','fieldsV1':{'f:spec':{'f:replicas':{}}}}]",
                                               std::nullopt);
        QCOMPARE(owners.tone, Tone::Pending);
        QVERIFY2(owners.sentences.value(0).startsWith(QStringLiteral("Argo CD (store) manages it")), qPrintable(owners.sentences.join(QLatin1Char('\n'))));
        QCOMPARE(owners.sentences.value(1), QStringLiteral("kubectl has set the number last."));
    }

    void autoscalersThatMayNotBeListedAreNotCalledNone()
    {
        m_fixture->changes.refused << QStringLiteral("horizontalpodautoscalers");
        const ReplicasOwners owners = ownersOf({}, kube::GroupVersionResource{"autoscaling", "v1", "horizontalpodautoscalers"});
        QVERIFY2(owners.sentences.value(0).contains(QStringLiteral("is not known: you may not list that")), qPrintable(owners.sentences.join(QLatin1Char('\n'))));
    }
};

ORRERY_TEST(RolloutDialogsTest)
} // namespace rollout_dialogs_test
#include "rollout_dialogs_test.moc"
