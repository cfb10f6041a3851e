// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/dynamic/dynamic_client.h"
#include "core/manifest/manifest_state.h"
#include "core/restmapper/deferred_rest_mapper.h"

#include <deque>

namespace kube {

/// A set of documents, tried and applied as manifest_state says. Requests and waits are its own; what to do is told by calls here,
/// each of which does nothing while it makes no sense. Destroyed while a document is under way it forgets the answer, not the server.
/// Thread: the clients', which must outlive this, as the scheduler must.
class ManifestApplier
{
public:
    /// Whether one may do that with an object; with any of its resource in that namespace when the name is "".
    using MayI = std::function<Future<bool>(const std::string &verb, const GroupVersionResource &resource, const ObjectKey &key)>;

    /// discovery: what the kinds of the documents are looked up in. handler: called with each new state; it may call anything
    /// here, but not destroy this. mayI: empty: nobody can say.
    ManifestApplier(DynamicClient &client, CachedDiscovery &discovery, ExecutorPtr executor, Scheduler &scheduler, ManifestConfig config,
                    std::function<void(const ManifestState &)> handler, MayI mayI = {});
    ~ManifestApplier();
    ManifestApplier(const ManifestApplier &) = delete;
    ManifestApplier &operator=(const ManifestApplier &) = delete;

    void feed(ManifestInput input); ///< what the person wants
    [[nodiscard]] const ManifestState &state() const { return m_state; } ///< as it is now

    static constexpr Duration patience = std::chrono::seconds(60); ///< an answer that takes longer is a lost one

private:
    void carryOut(const manifest_effect::Resolve &effect);
    void carryOut(const manifest_effect::Fetch &effect);
    void carryOut(const manifest_effect::Ask &effect);
    void carryOut(const manifest_effect::Send &effect);
    void carryOut(const manifest_effect::SetTimer &effect);
    [[nodiscard]] std::stop_token limit();

    DynamicClient &m_client;
    CachedDiscovery &m_discovery;
    Scheduler &m_scheduler;
    DeferredRestMapper m_mapper;
    ManifestConfig m_config;
    std::function<void(const ManifestState &)> m_handler;
    MayI m_mayI;
    ManifestState m_state;
    std::deque<ManifestInput> m_inputs; ///< what happened while effects are being carried out
    bool m_isFeeding = false;
    Timer m_timer;
    Timer m_patienceTimer; ///< of the request under way
    std::stop_source m_stop;
    Owner m_owner;
};

} // namespace kube
