// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/object_meta.h"
#include "tests/gui/support/fake_ports.h"
#include "tests/support/manual_time.h"
#include "ui/views/rollouts/workload_follower.h"

#include <QLabel>
#include <QPushButton>
#include <QtTest>

#include <map>

namespace orrery::test {

/// Readings are answered at once from what the test has put there; writes when the test says so.
class FakeChanges final : public kube::ChangePort
{
public:
    [[nodiscard]] kube::Future<kube::ObjectReply> get(const kube::GroupVersionResource &, const kube::ObjectKey &key, const std::string &) override
    {
        ++readings;
        const auto found = objects.find(key.name);
        return kube::Future<kube::ObjectReply>::ready(found == objects.end() ? kube::Result<kube::ObjectReply>(kube::fail(serverError(404, "NotFound", QStringLiteral("not found"))))
                                                                             : kube::ObjectReply{QByteArray::fromStdString(jsonText(found->second)), {}, false});
    }
    [[nodiscard]] kube::Future<kube::ListPage> list(const kube::GroupVersionResource &resource, const std::string &, const kube::ListQuery &) override
    {
        asked << QString::fromStdString(resource.resource);
        if (refused.contains(QString::fromStdString(resource.resource)))
            return kube::Future<kube::ListPage>::ready(kube::fail(serverError(403, "Forbidden", QStringLiteral("you may not list that"))));
        kube::ListPage page;
        for (const std::string &json : lists[resource.resource])
            page.items.push_back(objectOf(json, "Item"));
        return kube::Future<kube::ListPage>::ready(std::move(page));
    }
    [[nodiscard]] kube::Future<kube::ObjectReply> patch(const kube::GroupVersionResource &, const kube::ObjectKey &key, kube::PatchType, const QByteArray &patch,
                                                        const kube::WriteOptions &options) override
    {
        patches << QString::fromStdString(key.name) + (options.dryRun == kube::DryRun::All ? QStringLiteral(" tried ") : QStringLiteral(" ")) + QString::fromUtf8(patch);
        return writes.ask();
    }
    [[nodiscard]] kube::Future<kube::ObjectReply> create(const kube::GroupVersionResource &, const kube::ObjectKey &, const QByteArray &, const kube::WriteOptions &) override
    {
        return kube::Future<kube::ObjectReply>::ready(kube::fail(kube::Error::canceled()));
    }
    [[nodiscard]] kube::Future<kube::ObjectReply> remove(const kube::GroupVersionResource &, const kube::ObjectKey &, const kube::DeleteOptions &) override
    {
        return kube::Future<kube::ObjectReply>::ready(kube::fail(kube::Error::canceled()));
    }

    std::map<std::string, std::string> objects;            ///< name: JSON with single quotes
    std::map<std::string, std::vector<std::string>> lists; ///< resource: likewise
    QStringList refused;                                   ///< resources that may not be listed
    QStringList asked;                                     ///< resources that were listed
    int readings = 0;
    QStringList patches; ///< "web {…}"; "web tried {…}": a dry run
    Answers<kube::ObjectReply> writes;
};

/// Ports whose time stands still, a workload named web, and its revisions.
struct WorkloadFixture {
    std::shared_ptr<kube::test::ManualTime> time = std::make_shared<kube::test::ManualTime>();
    FakeObjects objects;
    FakeChanges changes;
    FakeScale scale;
    kube::ResourceInfo deployments;

    WorkloadFixture()
    {
        deployments.gvr = {"apps", "v1", "deployments"};
        deployments.kind = "Deployment";
    }
    [[nodiscard]] WorkloadPorts ports() { return {&objects, &changes, &scale, time}; }
    [[nodiscard]] static kube::WallTime now() { return *kube::parseTime("2026-01-02T00:00:00Z"); }

    [[nodiscard]] static std::string podTemplate(const std::string &image, const std::string &labels = "'app':'web'")
    {
        return "'template':{'metadata':{'labels':{" + labels + "}},'spec':{'initContainers':[{'name':'setup','image':'s:1'}],'containers':[{'name':'c','image':'" + image + "'}]}}";
    }
    [[nodiscard]] static std::string deployment(const std::string &image, const std::string &status, int generation = 2, const std::string &spec = {})
    {
        return "{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'web','namespace':'shop','uid':'u-1','resourceVersion':'9','generation':" + std::to_string(generation)
            + ",'annotations':{'deployment.kubernetes.io/revision':'2'}},'spec':{'replicas':3,'selector':{'matchLabels':{'app':'web'}}," + spec + podTemplate(image)
            + "},'status':{" + status + "}}";
    }
    [[nodiscard]] static std::string replicaSet(int number, const std::string &image)
    {
        const std::string n = std::to_string(number);
        return "{'metadata':{'name':'web-" + n + "','namespace':'shop','uid':'r-" + n + "','creationTimestamp':'2026-01-01T0" + n
            + ":00:00Z','annotations':{'deployment.kubernetes.io/revision':'" + n + "','kubernetes.io/change-cause':'cause " + n
            + "'},'ownerReferences':[{'kind':'Deployment','name':'web','uid':'u-1','controller':true}]},'spec':{" + podTemplate(image, "'app':'web','pod-template-hash':'h" + n + "'")
            + "},'status':{'replicas':" + n + "}}";
    }
    [[nodiscard]] static std::string waitingPod()
    {
        return "{'metadata':{'name':'web-x','namespace':'shop','uid':'p-1'},'status':{'phase':'Pending','containerStatuses':[{'state':{'waiting':{'reason':'ImagePullBackOff','message':'no such image'}}}]}}";
    }
    /// As the server answers a write.
    void answerWrite(const std::string &json)
    {
        changes.writes.give(kube::ObjectReply{QByteArray::fromStdString(jsonText(json)), {}, false});
        time->run();
    }
    void refuseWrite(const kube::Error &error)
    {
        changes.writes.give(kube::fail(error));
        time->run();
    }
};

inline const std::string rolledOut = "'observedGeneration':2,'replicas':3,'updatedReplicas':3,'availableReplicas':3,'readyReplicas':3";
inline const std::string underWay = "'observedGeneration':2,'replicas':4,'updatedReplicas':1,'availableReplicas':3,'readyReplicas':3";

/// Everything that is said in it.
[[nodiscard]] inline QString wordsOf(const QWidget *widget)
{
    QStringList texts;
    for (const QLabel *label : widget->findChildren<QLabel *>()) {
        if (label->isVisible())
            texts << label->text();
    }
    return texts.join(QLatin1Char('\n'));
}

[[nodiscard]] inline QPushButton *buttonOf(const QWidget *widget, const QString &begins)
{
    for (QPushButton *one : widget->findChildren<QPushButton *>()) {
        if (one->text().remove(QLatin1Char('&')).startsWith(begins) && one->isVisible())
            return one;
    }
    return nullptr;
}

} // namespace orrery::test
