// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/cases.h"

#include <QJsonDocument>

namespace orrery::conformance {

using namespace Qt::Literals::StringLiterals;

class WatchCases : public Cases
{
    Q_OBJECT

public:
    using Cases::Cases;

private Q_SLOTS:
    void aWatchGoesOnFromAVersion();
    void aWatchLosesAndDoublesNothing();
    void aSelectorTurnsChangesIntoComingAndGoing();
    void aWatchFromNowhereBeginsWithWhatIsThere();
    void aWatchEndsWhenItsTimeIsUp();
    void aBookmarkTellsTheVersionBeforeTheEnd();
    void aVersionThatIsNoNumberIsRefused();

private:
    QString watching(const QString &more) const { return path(u"configmaps"_s) + u"?watch=true&"_s + more; }
    QString label(const QString &name) const { return u"labelSelector=case%3D"_s + name; }
    QJsonObject make(const QString &name, const QString &label)
    {
        return api().post(path(u"configmaps"_s), configMap(name, {{"n"_L1, "0"_L1}}, {{"case"_L1, label}})).body;
    }
    int merge(const QString &name, const QJsonObject &patch)
    {
        return api().patch(path(u"configmaps"_s, name), "application/merge-patch+json", QJsonDocument(patch).toJson(QJsonDocument::Compact)).code;
    }
    void set(const QString &name, const QString &n)
    {
        QCOMPARE(merge(name, {{"data"_L1, QJsonObject{{"n"_L1, n}}}}), 200);
    }
};

void WatchCases::aWatchGoesOnFromAVersion()
{
    const QString from = textAt(make(u"goes"_s, u"on"_s), u"metadata.resourceVersion"_s);
    set(u"goes"_s, u"1"_s);
    set(u"goes"_s, u"2"_s);
    QCOMPARE(api().remove(path(u"configmaps"_s, u"goes"_s)).code, 200);
    make(u"comes"_s, u"on"_s);

    Watch watch(api(), watching(label(u"on"_s) + u"&resourceVersion="_s + from));
    QVERIFY(watch.waitForEvents(4));
    QCOMPARE(watch.told(), (QStringList{u"MODIFIED goes"_s, u"MODIFIED goes"_s, u"DELETED goes"_s, u"ADDED comes"_s}));
    QCOMPARE(textAt(watch.events().at(0), u"object.data.n"_s), u"1"_s);
    QCOMPARE(textAt(watch.events().at(2), u"object.data.n"_s), u"2"_s);
    // What is deleted carries the version of its deletion.
    QVERIFY(textAt(watch.events().at(2), u"object.metadata.resourceVersion"_s).toULongLong() > textAt(watch.events().at(1), u"object.metadata.resourceVersion"_s).toULongLong());
    QCOMPARE(textAt(watch.events().at(0), u"object.kind"_s), u"ConfigMap"_s);

    Watch later(api(), watching(label(u"on"_s) + u"&resourceVersion="_s + textAt(watch.events().at(1), u"object.metadata.resourceVersion"_s)));
    QVERIFY(later.waitForEvents(2));
    QCOMPARE(later.told(), (QStringList{u"DELETED goes"_s, u"ADDED comes"_s}));
}

void WatchCases::aWatchLosesAndDoublesNothing()
{
    constexpr int changes = 40;
    QString from = textAt(make(u"busy"_s, u"busy"_s), u"metadata.resourceVersion"_s);
    QStringList seen;
    // The watch is cut after each few events and taken up again while the object goes on changing.
    for (int i = 1; i <= changes; ++i) {
        set(u"busy"_s, QString::number(i));
        if (i % 5 != 0)
            continue;
        Watch watch(api(), watching(label(u"busy"_s) + u"&resourceVersion="_s + from));
        QVERIFY(watch.waitForEvents(i - seen.size()));
        for (const QJsonObject &event : watch.events()) {
            seen.append(textAt(event, u"object.data.n"_s));
            from = textAt(event, u"object.metadata.resourceVersion"_s);
        }
    }
    QStringList all;
    for (int i = 1; i <= changes; ++i)
        all.append(QString::number(i));
    QCOMPARE(seen, all);
}

void WatchCases::aSelectorTurnsChangesIntoComingAndGoing()
{
    const QString from = textAt(make(u"mover"_s, u"away"_s), u"metadata.resourceVersion"_s);
    int step = 0;
    for (const char *value : {"here", "here", "away"}) {
        QCOMPARE(merge(u"mover"_s, {{"metadata"_L1, QJsonObject{{"labels"_L1, QJsonObject{{"case"_L1, QLatin1String(value)}}},
                                                                {"annotations"_L1, QJsonObject{{"step"_L1, QString::number(++step)}}}}}}), 200);
    }
    Watch watch(api(), watching(label(u"here"_s) + u"&resourceVersion="_s + from));
    QVERIFY(watch.waitForEvents(3));
    QCOMPARE(watch.told(), (QStringList{u"ADDED mover"_s, u"MODIFIED mover"_s, u"DELETED mover"_s}));
    // It is told as it was when it last matched.
    QCOMPARE(textAt(watch.events().at(2), u"object.metadata.labels.case"_s), u"here"_s);
}

void WatchCases::aWatchFromNowhereBeginsWithWhatIsThere()
{
    make(u"there"_s, u"there"_s);
    for (const QString &version : {QString(), u"&resourceVersion=0"_s}) {
        Watch watch(api(), watching(label(u"there"_s)) + version);
        QVERIFY(watch.waitForEvents(1));
        QCOMPARE(watch.told(), QStringList{u"ADDED there"_s});
    }
}

void WatchCases::aWatchEndsWhenItsTimeIsUp()
{
    Watch watch(api(), watching(label(u"nothing"_s) + u"&timeoutSeconds=1"_s));
    QVERIFY(watch.waitForEnd());
    QVERIFY(watch.events().isEmpty());
}

void WatchCases::aBookmarkTellsTheVersionBeforeTheEnd()
{
    const QString from = textAt(make(u"marked"_s, u"marked"_s), u"metadata.resourceVersion"_s);
    Watch watch(api(), watching(u"allowWatchBookmarks=true&timeoutSeconds=12&resourceVersion="_s + from + u'&' + label(u"marked"_s)));
    make(u"unseen"_s, u"unmarked"_s);
    set(u"marked"_s, u"1"_s);
    QVERIFY(watch.waitForEnd());
    QVERIFY2(watch.events().size() >= 2, qPrintable(watch.told().join(u'|')));
    QCOMPARE(textAt(watch.events().at(0), u"type"_s), u"MODIFIED"_s);
    const QJsonObject bookmark = watch.events().constLast();
    QCOMPARE(textAt(bookmark, u"type"_s), u"BOOKMARK"_s);
    QCOMPARE(textAt(bookmark, u"object.kind"_s), u"ConfigMap"_s);
    QCOMPARE(textAt(bookmark, u"object.apiVersion"_s), u"v1"_s);
    QVERIFY(textAt(bookmark, u"object.metadata.name"_s).isEmpty());
    QVERIFY(at(bookmark, u"object.metadata.annotations"_s).isUndefined());
    QVERIFY(textAt(bookmark, u"object.metadata.resourceVersion"_s).toULongLong() >= textAt(watch.events().at(0), u"object.metadata.resourceVersion"_s).toULongLong());
}

void WatchCases::aVersionThatIsNoNumberIsRefused()
{
    const Answer refused = api().get(watching(u"resourceVersion=soon"_s));
    QVERIFY2(refused.code >= 400, refused.bytes.constData());
    QCOMPARE(textAt(refused.body, u"kind"_s), u"Status"_s);
}

int runWatchCases(Server &server, const QStringList &args)
{
    WatchCases cases(server);
    return QTest::qExec(&cases, args);
}

} // namespace orrery::conformance

#include "watch_cases.moc"
