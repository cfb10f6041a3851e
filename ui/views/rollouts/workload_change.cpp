// SPDX-License-Identifier: Apache-2.0
#include "ui/views/rollouts/workload_change.h"

namespace orrery {

kube::Result<kube::JsonNode> nodeOf(const kube::Result<kube::ObjectReply> &reply)
{
    if (!reply)
        return kube::fail(reply.error());
    return kube::JsonNode::parse({reply->json.constData(), static_cast<std::size_t>(reply->json.size())}, "object");
}

std::int64_t generationOf(const kube::JsonNode &object)
{
    const kube::JsonNode *const metadata = object.find("metadata");
    const kube::JsonNode *const generation = metadata ? metadata->find("generation") : nullptr;
    return generation ? QByteArray::fromStdString(generation->text).toLongLong() : 0;
}

void changeWorkload(kube::ChangePort &port, const kube::Owner &owner, const kube::GroupVersionResource &resource, const kube::ObjectKey &key, PatchMaker make,
                    std::function<void(WorkloadChange)> done)
{
    kube::then(port.get(resource, key), owner, [&port, &owner, resource, key, make = std::move(make), done = std::move(done)](const kube::Result<kube::ObjectReply> &reply) {
        WorkloadChange change;
        const auto object = nodeOf(reply);
        const auto patch = object ? make(*object) : kube::Result<kube::ObjectPatch>(kube::fail(object.error()));
        if (!patch) {
            change.error = patch.error();
            done(std::move(change));
            return;
        }
        kube::WriteOptions options;
        options.fieldManager = kube::ownFieldManager;
        kube::then(port.patch(resource, key, patch->type, QByteArray::fromStdString(patch->body), options), owner, [done](const kube::Result<kube::ObjectReply> &written) {
            WorkloadChange sent;
            sent.wasSent = true;
            if (written) {
                sent.warnings = written->warnings;
                sent.object = nodeOf(written).value_or(kube::JsonNode());
            } else {
                sent.error = written.error();
            }
            done(std::move(sent));
        });
    });
}

} // namespace orrery
