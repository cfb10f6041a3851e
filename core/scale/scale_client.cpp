// SPDX-License-Identifier: Apache-2.0
#include "core/scale/scale_client.h"

#include "core/dynamic/dynamic_client.h"

namespace kube {

namespace {

Result<Scale> decodeReply(Result<ObjectReply> reply)
{
    if (!reply)
        return fail(reply.error());
    return Scale::decode(reply->json);
}

WriteOptions ofScale(WriteOptions options)
{
    options.subresource = "scale";
    return options;
}

Future<Scale> refuseNegative()
{
    return Future<Scale>::ready(fail(Error::badInput(QStringLiteral("a number of replicas is not negative"))));
}

} // namespace

Future<Scale> ScaleClient::get(const GroupVersionResource &resource, const ObjectKey &key, std::stop_token stop)
{
    return then(m_client.get(resource, key, "scale", std::move(stop)), m_owner, decodeReply);
}

Future<Scale> ScaleClient::update(const GroupVersionResource &resource, const Scale &scale, const WriteOptions &options)
{
    if (scale.replicas < 0)
        return refuseNegative();
    return then(m_client.update(resource, scale.key, scale.toJson(), ofScale(options)), m_owner, decodeReply);
}

Future<Scale> ScaleClient::patch(const GroupVersionResource &resource, const ObjectKey &key, std::int64_t replicas,
                                 const WriteOptions &options)
{
    if (replicas < 0)
        return refuseNegative();
    const QByteArray body = R"({"spec":{"replicas":)" + QByteArray::number(static_cast<qlonglong>(replicas)) + "}}";
    return then(m_client.patch(resource, key, PatchType::Merge, body, ofScale(options)), m_owner, decodeReply);
}

} // namespace kube
