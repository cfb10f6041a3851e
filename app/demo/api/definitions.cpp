// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/resource_types.h"

#include <QJsonArray>
#include <QJsonObject>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

std::vector<std::string> textsOf(const QJsonValue &array)
{
    std::vector<std::string> texts;
    for (const QJsonValue &value : array.toArray())
        texts.push_back(value.toString().toStdString());
    return texts;
}

std::vector<ResourceType::Column> columnsOf(const QJsonArray &definitions)
{
    std::vector<ResourceType::Column> columns;
    for (const QJsonValue &value : definitions) {
        const QJsonObject column = value.toObject();
        columns.push_back({column.value("name"_L1).toString().toStdString(), column.value("type"_L1).toString().toStdString(),
                           column.value("format"_L1).toString().toStdString(), column.value("jsonPath"_L1).toString().toStdString(),
                           column.value("priority"_L1).toInt()});
    }
    if (columns.empty())
        columns.push_back({"Age", "date", {}, ".metadata.creationTimestamp"});
    return columns;
}

} // namespace

void ResourceTypes::setDefinition(const QJsonObject &definition)
{
    const QJsonObject spec = definition.value("spec"_L1).toObject();
    const QJsonObject names = spec.value("names"_L1).toObject();
    removeGroupResource({spec.value("group"_L1).toString().toStdString(), names.value("plural"_L1).toString().toStdString()});
    for (const QJsonValue &value : spec.value("versions"_L1).toArray()) {
        const QJsonObject version = value.toObject();
        if (!version.value("served"_L1).toBool())
            continue;
        ResourceType type;
        type.group = spec.value("group"_L1).toString().toStdString();
        type.version = version.value("name"_L1).toString().toStdString();
        type.plural = names.value("plural"_L1).toString().toStdString();
        type.singular = names.value("singular"_L1).toString(names.value("kind"_L1).toString().toLower()).toStdString();
        type.kind = names.value("kind"_L1).toString().toStdString();
        type.namespaced = spec.value("scope"_L1).toString() == "Namespaced"_L1;
        type.shortNames = textsOf(names.value("shortNames"_L1));
        type.categories = textsOf(names.value("categories"_L1));
        const QJsonObject subresources = version.value("subresources"_L1).toObject();
        type.status = subresources.contains("status"_L1);
        type.scale = subresources.contains("scale"_L1);
        type.custom = true;
        const QJsonObject scale = subresources.value("scale"_L1).toObject();
        type.specReplicasPath = scale.value("specReplicasPath"_L1).toString().toStdString();
        type.statusReplicasPath = scale.value("statusReplicasPath"_L1).toString().toStdString();
        type.labelSelectorPath = scale.value("labelSelectorPath"_L1).toString().toStdString();
        type.columns = columnsOf(version.value("additionalPrinterColumns"_L1).toArray());
        add(std::move(type));
    }
}

} // namespace orrery::demo
