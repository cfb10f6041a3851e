// SPDX-License-Identifier: Apache-2.0
#include "core/leaderelection/lease_lock.h"

#include "core/dynamic/dynamic_client.h"

namespace kube {

namespace {

const GroupVersionResource leases{"coordination.k8s.io", "v1", "leases"};

JsonNode &member(JsonNode &node, std::string_view name)
{
    JsonNode *found = node.find(name);
    if (!found || !found->isObject()) {
        node.set(name, JsonNode::object());
        found = node.find(name);
    }
    return *found;
}

void setText(JsonNode &node, std::string_view name, const std::string &value)
{
    JsonNode text;
    text.kind = JsonNode::Kind::String;
    text.text = value;
    node.set(name, std::move(text));
}

} // namespace

LeaseLock::LeaseLock(DynamicClient &client, ExecutorPtr executor, Config config)
    : m_client(client), m_config(std::move(config)), m_owner(std::move(executor))
{
}

Result<void> LeaseLock::validate() const
{
    if (m_config.lease.name.empty() || m_config.lease.namespaceName.empty())
        return fail(Error::badInput(QStringLiteral("a Lease needs a name and a namespace")));
    return {};
}

Future<ElectionRecord> LeaseLock::take(Future<ObjectReply> answer, std::stop_token stop)
{
    return then(std::move(answer), m_owner, [this, stop = std::move(stop)](Result<ObjectReply> reply) -> Result<ElectionRecord> {
        // Who gave up waiting has not seen this version, and must not overwrite it unseen.
        if (stop.stop_requested())
            return fail(Error::canceled());
        if (!reply)
            return fail(reply.error());
        return keep(reply->json);
    });
}

Result<ElectionRecord> LeaseLock::keep(const QByteArray &json)
{
    const std::string_view text(json.constData(), static_cast<std::size_t>(json.size()));
    const auto document = JsonDocument::parse(text);
    if (!document)
        return fail(document.error());
    if (document->root()["kind"].string() != "Lease")
        return fail(Error::badInput(QStringLiteral("the answer is not a Lease")));
    auto tree = JsonNode::parse(text, "Lease");
    if (!tree)
        return fail(tree.error());
    m_lease = std::move(*tree);
    return ElectionRecord::of(document->root()["spec"]);
}

QByteArray LeaseLock::leaseWith(const ElectionRecord &record, JsonNode lease) const
{
    if (!m_config.labels.empty()) {
        JsonNode &labels = member(member(lease, "metadata"), "labels");
        for (const auto &[name, value] : m_config.labels)
            setText(labels, name, value);
    }
    record.writeTo(member(lease, "spec"));
    std::string json;
    lease.write(json);
    return QByteArray::fromStdString(json);
}

Future<ElectionRecord> LeaseLock::get(std::stop_token stop)
{
    return take(m_client.get(leases, m_config.lease, {}, stop), stop);
}

Future<ElectionRecord> LeaseLock::create(const ElectionRecord &record, std::stop_token stop)
{
    JsonNode lease = JsonNode::object();
    setText(lease, "apiVersion", "coordination.k8s.io/v1");
    setText(lease, "kind", "Lease");
    JsonNode &metadata = member(lease, "metadata");
    setText(metadata, "name", m_config.lease.name);
    setText(metadata, "namespace", m_config.lease.namespaceName);
    WriteOptions options;
    options.stop = stop;
    return take(m_client.create(leases, m_config.lease, leaseWith(record, std::move(lease)), options), stop);
}

Future<ElectionRecord> LeaseLock::update(const ElectionRecord &record, std::stop_token stop)
{
    if (!m_lease)
        return Future<ElectionRecord>::ready(fail(Error::badInput(QStringLiteral("the Lease has not been read yet"))));
    WriteOptions options;
    options.stop = stop;
    return take(m_client.update(leases, m_config.lease, leaseWith(record, *m_lease), options), stop);
}

} // namespace kube
