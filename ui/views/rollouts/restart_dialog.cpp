// SPDX-License-Identifier: Apache-2.0
#include "ui/views/rollouts/restart_dialog.h"

#include "core/rollout/rollout_change.h"
#include "ui/base/format.h"
#include "ui/views/rollouts/workload_change.h"

#include <QLabel>
#include <QVBoxLayout>

namespace orrery {

namespace {

/// How the controller will go about it, as far as the object says.
QString manner(const kube::ObjectPtr &object)
{
    QString text;
    if (!object)
        return text;
    object->read([&text](kube::JsonValue root) {
        const bool isDeployment = root["spec"]["strategy"].exists();
        const kube::JsonValue strategy = root["spec"][isDeployment ? "strategy" : "updateStrategy"];
        const kube::JsonValue rolling = strategy["rollingUpdate"];
        const std::string_view type = strategy["type"].string();
        QStringList parts;
        if (type == "Recreate")
            parts << RestartDialog::tr("The strategy is Recreate: all Pods end before new ones are made.");
        else if (type == "OnDelete")
            parts << RestartDialog::tr("The strategy is OnDelete: a Pod is replaced when somebody deletes it, and not before.");
        else if (rolling["partition"].integer(0) > 0)
            parts << RestartDialog::tr("The partition is %1: Pods with a lower number keep what they have.").arg(count(rolling["partition"].integer(0)));
        else if (!rolling["maxUnavailable"].isNull())
            parts << RestartDialog::tr("As many as %1 of them may be unavailable at a time.").arg(QString::fromStdString(rolling["maxUnavailable"].toText()));
        text = parts.join(QLatin1Char(' '));
    });
    return text;
}

QString pods(const kube::ObjectPtr &object)
{
    std::optional<std::int64_t> number;
    if (object) {
        object->read([&number](kube::JsonValue root) {
            number = root["spec"]["replicas"].integer();
            if (!number)
                number = root["status"]["desiredNumberScheduled"].integer();
        });
    }
    return number ? RestartDialog::tr("Its %n Pod(s) will be replaced by new ones of the same template.", nullptr, static_cast<int>(*number))
                  : RestartDialog::tr("Its Pods will be replaced by new ones of the same template.");
}

} // namespace

QString aboutObject(const kube::ResourceInfo &resource, const kube::ObjectKey &key)
{
    const QString kind = QString::fromStdString(resource.kind);
    return key.namespaceName.empty() ? kind : RestartDialog::tr("%1 in %2").arg(kind, QString::fromStdString(key.namespaceName));
}

RestartDialog::RestartDialog(WorkloadPorts ports, kube::ResourceInfo resource, kube::ObjectKey key, const kube::ObjectPtr &object, std::function<kube::WallTime()> now,
                             QWidget *parent)
    : WriteDialog(tr("Restart %1 %2").arg(QString::fromStdString(resource.kind), QString::fromStdString(key.name)), aboutObject(resource, key), tr("&Restart"), parent),
      m_ports(std::move(ports)), m_resource(std::move(resource)), m_key(std::move(key)), m_now(std::move(now)), m_owner(m_ports.gui)
{
    QStringList sentences{pods(object)};
    if (const QString how = manner(object); !how.isEmpty())
        sentences << how;
    auto *facts = new QLabel(sentences.join(QLatin1Char('\n')), this);
    facts->setWordWrap(true);
    content()->addWidget(facts);
    fit();
}

void RestartDialog::write()
{
    sayNothing();
    setBusy(true);
    changeWorkload(*m_ports.changes, m_owner, m_resource.gvr, m_key, [now = m_now](const kube::JsonNode &object) { return kube::restartPatch(object, now()); },
                   [this](const WorkloadChange &change) {
                       setBusy(false);
                       if (change.error) {
                           sayError(*change.error, change.wasSent);
                           return;
                       }
                       Q_EMIT restarted(QString::fromStdString(m_key.name), generationOf(change.object));
                       accept();
                   });
}

} // namespace orrery
