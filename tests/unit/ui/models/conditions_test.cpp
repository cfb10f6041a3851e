// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_program.h"
#include "ui/models/conditions.h"

#include "core/object/json.h"
#include "tests/support/warnings.h"

namespace conditions_test {

using namespace orrery;

class ConditionsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void theLoudestConditionIsSaid_data()
    {
        QTest::addColumn<QByteArray>("object");
        QTest::addColumn<QString>("text");
        QTest::addColumn<Tone>("tone");
        const auto row = [](const char *name, const QByteArray &object, const char *text, Tone tone) {
            QByteArray json = object;
            QTest::newRow(name) << json.replace('\'', '"') << QString::fromLatin1(text) << tone;
        };
        row("none", "{'status':{}}", "", Tone::Neutral);
        row("ready", "{'status':{'conditions':[{'type':'Synced','status':'True'},{'type':'Ready','status':'True'}]}}", "Ready", Tone::Ready);
        row("not ready", "{'status':{'conditions':[{'type':'Ready','status':'False','reason':'NoQuota'}]}}", "Not Ready: NoQuota", Tone::Failing);
        row("unknown", "{'status':{'conditions':[{'type':'Ready','status':'Unknown'}]}}", "Ready unknown", Tone::Completed);
        row("not available", "{'status':{'conditions':[{'type':'Available','status':'False'}]}}", "Not Available", Tone::Pending);
        row("stalled", "{'status':{'conditions':[{'type':'Ready','status':'True'},{'type':'Stalled','status':'True','reason':'Quota'}]}}", "Stalled: Quota", Tone::Failing);
        row("not stalled", "{'status':{'conditions':[{'type':'Stalled','status':'False'},{'type':'Ready','status':'True'}]}}", "Ready", Tone::Ready);
        row("no fault alone", "{'status':{'conditions':[{'type':'Degraded','status':'False'}]}}", "No Degraded", Tone::Ready);
        row("reconciling", "{'status':{'conditions':[{'type':'Ready','status':'True'},{'type':'Reconciling','status':'True','reason':'NewSpec'}]}}", "Reconciling: NewSpec", Tone::Pending);
        row("on its way", "{'status':{'conditions':[{'type':'Ready','status':'False'},{'type':'Progressing','status':'True'}]}}", "Not Ready", Tone::Pending);
        row("there", "{'status':{'conditions':[{'type':'Available','status':'True'},{'type':'Progressing','status':'True'}]}}", "Available", Tone::Ready);
        row("progress alone", "{'status':{'conditions':[{'type':'Progressing','status':'True'}]}}", "Progressing", Tone::Pending);
        row("behind", "{'metadata':{'generation':3},'status':{'observedGeneration':2,'conditions':[{'type':'Ready','status':'True'}]}}", "Reconciling", Tone::Pending);
        row("observed", "{'metadata':{'generation':3},'status':{'observedGeneration':3,'conditions':[{'type':'Ready','status':'True'}]}}", "Ready", Tone::Ready);
        row("its own word", "{'status':{'conditions':[{'type':'Painted','status':'True'}]}}", "Painted", Tone::Ready);
        row("its own word, not yet", "{'status':{'conditions':[{'type':'Painted','status':'False','reason':'Wet'}]}}", "Not Painted: Wet", Tone::Pending);
        row("going", "{'metadata':{'deletionTimestamp':'2026-01-01T00:00:00Z'},'status':{'conditions':[{'type':'Ready','status':'True'}]}}", "Terminating", Tone::Terminating);
    }
    void theLoudestConditionIsSaid()
    {
        QFETCH(QByteArray, object);
        QFETCH(QString, text);
        QFETCH(Tone, tone);
        const auto document = kube::JsonDocument::parse(object.toStdString());
        QVERIFY(document);
        const ConditionSummary summary = conditionSummary(document->root());
        QCOMPARE(QString::fromStdString(summary.text), text);
        QCOMPARE(summary.tone, tone);
    }

    void aConditionByItselfHasItsSense()
    {
        QCOMPARE(conditionTone("Ready", "True"), Tone::Ready);
        QCOMPARE(conditionTone("Ready", "False"), Tone::Failing);
        QCOMPARE(conditionTone("Ready", "Unknown"), Tone::Completed);
        QCOMPARE(conditionTone("MemoryPressure", "False"), Tone::Ready);
        QCOMPARE(conditionTone("NetworkUnavailable", "True"), Tone::Failing);
        QCOMPARE(conditionTone("Reconciling", "True"), Tone::Pending);
        QCOMPARE(conditionTone("Painted", "False"), Tone::Pending);
    }
};

ORRERY_GUILESS_TEST(ConditionsTest)
} // namespace conditions_test
#include "conditions_test.moc"
