// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/alias.h"
#include "app/demo/api/text.h"

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

QJsonObject asServed(const ResourceType &type, QJsonObject stored)
{
    // Versions of a custom resource differ in nothing else: the conversion strategy None.
    if (type.custom)
        stored["apiVersion"_L1] = text(type.groupVersion().apiVersion());
    if (!type.alias)
        return stored;
    for (const auto &[served, storedName] : type.alias->members) {
        const QJsonValue value = stored.take(text(storedName));
        // What the stored form must have, if empty, the served one leaves out.
        if (!value.isUndefined() && value != QJsonValue(QString()))
            stored[text(served)] = value;
    }
    stored["apiVersion"_L1] = text(type.groupVersion().apiVersion());
    return stored;
}

QJsonObject asStored(const ResourceType &type, QJsonObject served)
{
    if (!type.alias)
        return served;
    for (const auto &[servedName, stored] : type.alias->members) {
        const QJsonValue value = served.take(text(servedName));
        if (!value.isUndefined())
            served[text(stored)] = value;
    }
    served["apiVersion"_L1] = text(type.storedApiVersion());
    return served;
}

std::string storedMember(const ResourceType &type, const std::string &served)
{
    if (type.alias) {
        for (const auto &[name, stored] : type.alias->members) {
            if (name == served)
                return stored;
        }
    }
    return served;
}

} // namespace orrery::demo
