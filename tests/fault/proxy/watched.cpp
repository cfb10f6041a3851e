// SPDX-License-Identifier: Apache-2.0
#include "tests/fault/proxy/watched.h"

namespace kube::test {

const GroupVersionResource configMaps{"", "v1", "configmaps"};

Watched::Watched(const QString &context, const Change &change, DynamicListerWatcher::Form form)
    : path(
        context,
        [this, change](RestConfig &config) {
            config.host.setPort(proxy.port());
            if (change)
                change(config, *time);
        },
        time)
{
    DynamicListerWatcher::Target target{configMaps, "ConfigMap", name(), {}, {}, form};
    informer = std::make_unique<SharedIndexInformer>(std::make_unique<DynamicListerWatcher>(*path.rest, std::move(target), path.executor),
                                                     path.executor, *time, systemRandom(), SharedIndexInformer::Config{});
    registration = *informer->addEventHandler(log.handlers());
    m_paced = informer->onStatus([this](const ReflectorStatus &status) { pace(status); });
}

bool Watched::put(const std::string &object, const std::string &value)
{
    return put(configMaps, object,
               QByteArray::fromStdString(R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":")" + object + R"("},"data":{"key":")" + value + R"("}})"));
}

bool Watched::put(const GroupVersionResource &resource, const std::string &object, const QByteArray &json)
{
    const QuickTime::AtWallSpeed waiting(*time);
    WriteOptions options;
    options.fieldManager = "fault-test";
    options.force = true;
    const auto reply = admin.answer(objects.apply(resource, {name(), object}, json, options));
    if (!reply)
        qWarning("%s: %s", object.c_str(), qPrintable(reply.error().toString()));
    return reply.has_value();
}

bool Watched::remove(const std::string &object)
{
    return remove(configMaps, object);
}

bool Watched::remove(const GroupVersionResource &resource, const std::string &object)
{
    const QuickTime::AtWallSpeed waiting(*time);
    return admin.answer(objects.remove(resource, {name(), object})).has_value();
}

QStringList Watched::served()
{
    const QuickTime::AtWallSpeed waiting(*time);
    const auto page = admin.answer(objects.list(configMaps, name(), {}));
    return page ? setOf(page->items) : QStringList{page.error().toString()};
}

void Watched::giveTheServerTime(int speed)
{
    m_speedOfAnswers = speed;
    pace(informer->status());
}

void Watched::pace(const ReflectorStatus &status)
{
    const bool mayBeAsking = status.phase != ReflectorPhase::Idle && status.phase != ReflectorPhase::Live && status.phase != ReflectorPhase::Stopped;
    time->setSpeed(mayBeAsking && !status.nextTry ? m_speedOfAnswers : QuickTime::usual);
}

void Watched::pass(Duration duration) const
{
    const SteadyTime end = time->now() + duration;
    while (time->now() < end)
        QTest::qWait(5);
}

QStringList Watched::setOf(const std::vector<ObjectPtr> &objects)
{
    QStringList set;
    for (const ObjectPtr &object : objects) {
        const std::string line = object->key().name + ' ' + std::string(object->uid()) + ' ' + std::string(object->resourceVersion());
        set.append(QString::fromStdString(line));
    }
    set.sort();
    return set;
}

} // namespace kube::test
