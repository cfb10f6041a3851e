// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/server.h"

#include <QUuid>

namespace orrery::conformance {

using namespace Qt::Literals::StringLiterals;

Server::Server()
{
    QString kubeconfig = qEnvironmentVariable("ORRERY_TEST_KUBECONFIG");
    const QStringList demo = qEnvironmentVariable("ORRERY_CONFORMANCE_DEMO").split(u' ', Qt::SkipEmptyParts);
    if (!demo.isEmpty()) {
        m_demo.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_demo.start(demo.first(), demo.mid(1) + QStringList{u"--end-with-input"_s});
        while (m_demo.state() != QProcess::NotRunning && !m_demo.canReadLine() && m_demo.waitForReadyRead(60'000)) { }
        kubeconfig = QString::fromLocal8Bit(m_demo.readLine()).trimmed();
    }
    if (kubeconfig.isEmpty())
        qFatal("neither ORRERY_TEST_KUBECONFIG nor ORRERY_CONFORMANCE_DEMO names a server: run this test by ctest");
    m_api = std::make_unique<Api>(kubeconfig);
}

Server::~Server()
{
    m_demo.closeWriteChannel();
    m_demo.waitForFinished(60'000);
}

Space::Space(Api &api) : m_api(api), m_name(u"conformance-"_s + QUuid::createUuid().toString(QUuid::Id128).left(10))
{
    const Answer made = api.post(u"/api/v1/namespaces"_s, {{"metadata"_L1, QJsonObject{{"name"_L1, m_name}}}});
    if (made.code != 201)
        qWarning("no namespace: %d %s", made.code, made.bytes.constData());
}

Space::~Space()
{
    m_api.remove(u"/api/v1/namespaces/"_s + m_name);
}

QString Space::path(const QString &resource, const QString &object) const
{
    const qsizetype slash = resource.lastIndexOf(u'/');
    const QString root = slash < 0 ? u"/api/v1"_s : u"/apis/"_s + resource.left(slash);
    const QString collection = root + u"/namespaces/"_s + m_name + u'/' + resource.mid(slash + 1);
    return object.isEmpty() ? collection : collection + u'/' + object;
}

QJsonObject configMap(const QString &name, const QJsonObject &data, const QJsonObject &labels)
{
    QJsonObject metadata{{"name"_L1, name}};
    if (!labels.isEmpty())
        metadata["labels"_L1] = labels;
    return {{"apiVersion"_L1, "v1"_L1}, {"kind"_L1, "ConfigMap"_L1}, {"metadata"_L1, metadata}, {"data"_L1, data}};
}

QJsonObject deployment(const QString &name, int replicas, const QString &image)
{
    const QJsonObject labels{{"app"_L1, name}};
    const QJsonArray containers{QJsonObject{{"name"_L1, "app"_L1}, {"image"_L1, image}}, QJsonObject{{"name"_L1, "side"_L1}, {"image"_L1, image}}};
    return {{"apiVersion"_L1, "apps/v1"_L1}, {"kind"_L1, "Deployment"_L1}, {"metadata"_L1, QJsonObject{{"name"_L1, name}}},
            {"spec"_L1, QJsonObject{{"replicas"_L1, replicas}, {"selector"_L1, QJsonObject{{"matchLabels"_L1, labels}}},
                                    {"template"_L1, QJsonObject{{"metadata"_L1, QJsonObject{{"labels"_L1, labels}}},
                                                                {"spec"_L1, QJsonObject{{"terminationGracePeriodSeconds"_L1, 1}, {"containers"_L1, containers}}}}}}}};
}

QJsonObject await(Api &api, const QString &collection, const QString &name, const std::function<bool(const QJsonObject &)> &wanted)
{
    const QString one = u"fieldSelector=metadata.name%3D"_s + name;
    const Answer now = api.get(collection + u'?' + one);
    const QJsonObject object = at(now.body, u"items.0"_s).toObject();
    if (!object.isEmpty() && wanted(object))
        return object;
    Watch watch(api, collection + u"?watch=true&resourceVersion="_s + textAt(now.body, u"metadata.resourceVersion"_s) + u'&' + one);
    QJsonObject found;
    qsizetype seen = 0;
    const bool came = watch.waitFor([&](const Watch &so) {
        for (; found.isEmpty() && seen < so.events().size(); ++seen) {
            const QJsonObject &event = so.events().at(seen);
            if (textAt(event, u"type"_s) != "DELETED"_L1 && wanted(at(event, u"object"_s).toObject()))
                found = at(event, u"object"_s).toObject();
        }
        return !found.isEmpty();
    });
    return came ? found : QJsonObject();
}

bool awaitEnd(Api &api, const QString &collection, const QString &name)
{
    const QString one = u"fieldSelector=metadata.name%3D"_s + name;
    const Answer now = api.get(collection + u'?' + one);
    if (at(now.body, u"items"_s).toArray().isEmpty())
        return true;
    Watch watch(api, collection + u"?watch=true&resourceVersion="_s + textAt(now.body, u"metadata.resourceVersion"_s) + u'&' + one);
    return watch.waitFor([](const Watch &so) { return !so.events().isEmpty() && textAt(so.events().constLast(), u"type"_s) == "DELETED"_L1; });
}

} // namespace orrery::conformance
