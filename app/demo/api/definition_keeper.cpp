// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/definition_keeper.h"

#include "app/demo/api/object_json.h"

#include <QJsonArray>

#include <set>
#include <utility>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

const kube::GroupResource definitionResource{"apiextensions.k8s.io", "customresourcedefinitions"};

QJsonObject condition(const char *type, const char *reason, const char *message)
{
    return {{"type"_L1, QLatin1String(type)}, {"status"_L1, "True"_L1}, {"lastTransitionTime"_L1, nowText()},
            {"reason"_L1, QLatin1String(reason)}, {"message"_L1, QLatin1String(message)}};
}

bool isEstablished(const QJsonObject &definition)
{
    for (const QJsonValue &value : definition.value("status"_L1).toObject().value("conditions"_L1).toArray()) {
        if (value.toObject().value("type"_L1).toString() == "Established"_L1)
            return value.toObject().value("status"_L1).toString() == "True"_L1;
    }
    return false;
}

} // namespace

DefinitionKeeper::DefinitionKeeper(ApiStore &store, ResourceTypes &types)
    : m_store(store), m_types(types), m_subscription(store.subscribe(definitionResource, [this](const StoreEvent &) { m_changed = true; }))
{
}

void DefinitionKeeper::settle()
{
    while (std::exchange(m_changed, false)) // establishing one is a change too
        reconcile();
}

void DefinitionKeeper::establish(const StoredPtr &stored, QJsonObject definition)
{
    const QJsonObject spec = definition.value("spec"_L1).toObject();
    QJsonObject names = spec.value("names"_L1).toObject();
    if (!names.contains("listKind"_L1))
        names["listKind"_L1] = QString(names.value("kind"_L1).toString() + u"List"_s);
    QJsonArray versions;
    for (const QJsonValue &version : spec.value("versions"_L1).toArray()) {
        if (version.toObject().value("storage"_L1).toBool())
            versions.append(version.toObject().value("name"_L1));
    }
    definition["status"_L1] = QJsonObject{{"conditions"_L1, QJsonArray{condition("NamesAccepted", "NoConflicts", "no conflicts found"),
                                                                       condition("Established", "InitialNamesAccepted", "the initial names have been accepted")}},
                                          {"acceptedNames"_L1, names}, {"storedVersions"_L1, versions}};
    (void)m_store.update(definitionResource, stored->key, toJson(definition));
}

void DefinitionKeeper::reconcile()
{
    std::set<std::string> present;
    for (const StoredPtr &stored : m_store.list(definitionResource, {})) {
        present.insert(stored->uid);
        const QJsonObject definition = parseObject(stored->json);
        const QJsonObject spec = definition.value("spec"_L1).toObject();
        auto &[servedSpec, resource] = m_served[stored->uid];
        if (servedSpec != spec) {
            servedSpec = spec;
            resource = {spec.value("group"_L1).toString().toStdString(),
                        spec.value("names"_L1).toObject().value("plural"_L1).toString().toStdString()};
            m_types.setDefinition(definition);
            m_store.open(resource);
        }
        if (!isEstablished(definition))
            establish(stored, definition);
    }
    for (auto it = m_served.begin(); it != m_served.end();) {
        if (present.contains(it->first)) {
            ++it;
            continue;
        }
        m_types.removeGroupResource(it->second.second);
        m_store.drop(it->second.second);
        it = m_served.erase(it);
    }
}

} // namespace orrery::demo
