// SPDX-License-Identifier: Apache-2.0
#include "app/composition/chosen_versions.h"

#include "ui/frame/session_store.h"

namespace orrery {

namespace {

QString versionKey(const kube::ResourceInfo &resource)
{
    return QStringLiteral("versions/") + QString::fromStdString(resource.gvr.toString());
}

} // namespace

kube::ResourceInfo inChosenVersion(const SessionStore &store, const kube::ResourceInfo &resource)
{
    const std::string chosen = store.value(versionKey(resource)).toString().toStdString();
    return std::find(resource.versions.begin(), resource.versions.end(), chosen) != resource.versions.end() ? resource.in(chosen) : resource;
}

void keepChosenVersion(SessionStore &store, const kube::ResourceInfo &resource)
{
    store.setValue(versionKey(resource), QString::fromStdString(resource.gvr.version));
}

} // namespace orrery
