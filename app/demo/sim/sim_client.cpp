// SPDX-License-Identifier: Apache-2.0
#include "app/demo/sim/sim_client.h"

#include "app/demo/api/object_json.h"
#include "app/demo/sim/loopback_transport.h"
#include "core/informers/dynamic_lister_watcher.h"

#include <QDateTime>
#include <QJsonDocument>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;
using kube::Future;
using kube::GroupVersionResource;
using kube::ObjectKey;
using kube::Result;

namespace {

const GroupVersionResource eventResource{"", "v1", "events"};

std::vector<std::string> controllerUid(const kube::Object &object)
{
    std::vector<std::string> uids;
    object.read([&](kube::JsonValue root) {
        root["metadata"]["ownerReferences"].forEachItem([&](kube::JsonValue owner) {
            if (owner["controller"].boolean())
                uids.emplace_back(owner["uid"].string());
        });
    });
    return uids;
}

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QJsonObject documentOf(const kube::Object &object)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(object.json())).object();
}

Future<bool> done()
{
    return Future<bool>::ready(true);
}

SimClient::SimClient(ApiServer &server, kube::ExecutorPtr executor, std::shared_ptr<kube::Scheduler> scheduler, std::shared_ptr<ToldMetrics> told, const Program &program)
    : m_scheduler(std::move(scheduler)), m_told(std::move(told)), m_owner(executor)
{
    kube::RestConfig config;
    config.host = QUrl(u"http://demo.invalid"_s);
    config.qps = 1000; // no controller here is held up by it, but a limiter there is
    config.burst = 2000;
    config.rememberedRequests = 5000; // of which the limiter's waits are told
    config.disableCompression = true;
    config.userAgent = program.agent;
    auto loopback = std::make_shared<LoopbackTransport>(
        server, Identity{program.user, {u"system:authenticated"_s}, Identity::Rights::Admin}, executor);
    auto transport = std::make_shared<kube::MeasuredTransport>(std::move(loopback), m_told, [time = m_scheduler] { return time->now(); });
    m_rest = std::make_unique<kube::RestClient>(config, kube::RestClient::Parts{std::move(transport), m_scheduler, executor, kube::systemRandom()});
    m_told->follow(*m_rest);
    m_dynamic = std::make_unique<kube::DynamicClient>(*m_rest, executor);
    kube::SharedInformerFactory::Config factoryConfig;
    factoryConfig.informer = [](const kube::InformerKey &key) {
        kube::SharedIndexInformer::Config informer;
        informer.name = key.toString();
        informer.indexers = {{"owner", controllerUid}};
        return informer;
    };
    m_factory = std::make_unique<kube::SharedInformerFactory>(
        [this, executor](const kube::InformerKey &key) {
            return std::make_unique<kube::DynamicListerWatcher>(
                *m_rest, kube::DynamicListerWatcher::Target{key.resource, m_kinds[key.resource], {}, {}, {}, {}}, executor);
        },
        executor, *m_scheduler, kube::systemRandom(), std::move(factoryConfig));
}

SimClient::~SimClient()
{
    m_told->forgetInformers();
}

kube::SharedIndexInformer &SimClient::informer(const GroupVersionResource &resource, const std::string &kind)
{
    m_kinds[resource] = kind;
    auto &handle = m_informers[resource];
    if (!handle) {
        handle = m_factory->informerFor({resource, {}, {}, {}, kube::InformerKey::Form::Objects});
        m_told->follow(resource, handle.informer());
    }
    return handle.informer();
}

Future<bool> SimClient::create(const GroupVersionResource &resource, const QJsonObject &object)
{
    const QJsonObject metadata = object.value("metadata"_L1).toObject();
    const ObjectKey key{metadata.value("namespace"_L1).toString().toStdString(), metadata.value("name"_L1).toString().toStdString()};
    return kube::then(m_dynamic->create(resource, key, bytesOf(object)), m_owner, [](Result<kube::ObjectReply> reply) -> Result<bool> {
        if (!reply && !reply.error().is(kube::ErrorKind::AlreadyExists))
            return kube::fail(reply.error());
        return true;
    });
}

Future<bool> SimClient::mergePatch(const GroupVersionResource &resource, const ObjectKey &key, const QJsonObject &patch, const std::string &subresource)
{
    kube::WriteOptions options;
    options.fieldManager = "orrery-demo";
    options.subresource = subresource;
    return kube::then(m_dynamic->patch(resource, key, kube::PatchType::Merge, bytesOf(patch), options), m_owner,
                      [](Result<kube::ObjectReply> reply) -> Result<bool> {
                          if (!reply && !reply.error().is(kube::ErrorKind::NotFound))
                              return kube::fail(reply.error());
                          return true;
                      });
}

Future<bool> SimClient::remove(const GroupVersionResource &resource, const ObjectKey &key, bool now)
{
    kube::DeleteOptions options;
    if (now)
        options.gracePeriodSeconds = 0;
    return kube::then(m_dynamic->remove(resource, key, options), m_owner, [](Result<kube::ObjectReply> reply) -> Result<bool> {
        if (!reply && !reply.error().is(kube::ErrorKind::NotFound))
            return kube::fail(reply.error());
        return true;
    });
}

void SimClient::record(const QJsonObject &about, const QString &type, const QString &reason, const QString &message, const QString &component)
{
    const QJsonObject metadata = about.value("metadata"_L1).toObject();
    const QString name = metadata.value("name"_L1).toString();
    const QString what = metadata.value("uid"_L1).toString() + reason + message;
    const auto known = m_events.find(what);
    if (known != m_events.end()) {
        const QJsonObject patch{{"count"_L1, ++known->second.second}, {"lastTimestamp"_L1, nowText()}};
        kube::then(mergePatch(eventResource, known->second.first, patch), m_owner, [](const Result<bool> &) {});
        return;
    }
    if (m_events.size() > 5000)
        m_events.clear();
    const QString space = metadata.value("namespace"_L1).toString(u"default"_s);
    const QString eventName = u"%1.%2"_s.arg(name, QString::number(QDateTime::currentMSecsSinceEpoch() * 1000 + static_cast<qint64>(m_events.size() % 1000), 16));
    m_events[what] = {{space.toStdString(), eventName.toStdString()}, 1};
    const QJsonObject involved{{"apiVersion"_L1, about.value("apiVersion"_L1)}, {"kind"_L1, about.value("kind"_L1)}, {"name"_L1, name},
                               {"namespace"_L1, space}, {"uid"_L1, metadata.value("uid"_L1)}, {"resourceVersion"_L1, metadata.value("resourceVersion"_L1)}};
    const QJsonObject event{{"apiVersion"_L1, "v1"_L1}, {"kind"_L1, "Event"_L1}, {"metadata"_L1, QJsonObject{{"name"_L1, eventName}, {"namespace"_L1, space}}},
                            {"involvedObject"_L1, involved}, {"type"_L1, type}, {"reason"_L1, reason}, {"message"_L1, message},
                            {"source"_L1, QJsonObject{{"component"_L1, component}}}, {"reportingComponent"_L1, component}, {"reportingInstance"_L1, QString()},
                            {"firstTimestamp"_L1, nowText()}, {"lastTimestamp"_L1, nowText()}, {"count"_L1, 1}};
    kube::then(create(eventResource, event), m_owner, [](const Result<bool> &) {});
}

} // namespace orrery::demo
