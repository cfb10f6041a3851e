// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/future.h"
#include "core/dynamic/write_options.h"
#include "core/scale/scale.h"

#include <stop_token>

namespace kube {

class DynamicClient;

/// The scale subresource of any resource that has one. Nothing is tried again: a Conflict is the caller's to show.
/// Errors: NotFound when the resource has no such subresource, too; Conflict, Forbidden, Invalid …; BadInput for a
/// negative number, before anything is sent. Source: client-go scale.
/// Thread: any, as the DynamicClient, which must outlive this; made and destroyed on its thread. Futures end as Canceled when this dies.
class ScaleClient
{
public:
    /// executor: of the client's thread, which is this one.
    ScaleClient(DynamicClient &client, ExecutorPtr executor) : m_client(client), m_owner(std::move(executor)) {}

    /// The scale as it is now.
    [[nodiscard]] Future<Scale> get(const GroupVersionResource &resource, const ObjectKey &key, std::stop_token stop = {});
    /// Writes scale.replicas, provided the object is still at scale.resourceVersion (when one is set) and has
    /// scale.uid (likewise). Errors: Conflict otherwise.
    [[nodiscard]] Future<Scale> update(const GroupVersionResource &resource, const Scale &scale, const WriteOptions &options = {});
    /// Writes the number whatever the object's version is.
    [[nodiscard]] Future<Scale> patch(const GroupVersionResource &resource, const ObjectKey &key, std::int64_t replicas,
                                      const WriteOptions &options = {});

private:
    DynamicClient &m_client;
    Owner m_owner;
};

} // namespace kube
