// SPDX-License-Identifier: Apache-2.0
#include "core/manifest/manifest_driver.h"

namespace kube {

namespace effect = manifest_effect;
namespace input = manifest_input;

namespace {

Error answered(Error error)
{
    return error.is(ErrorKind::Canceled) ? Error::transport(QStringLiteral("no answer in time")) : error;
}

} // namespace

ManifestApplier::ManifestApplier(DynamicClient &client, CachedDiscovery &discovery, ExecutorPtr executor, Scheduler &scheduler, ManifestConfig config,
                                 std::function<void(const ManifestState &)> handler, MayI mayI)
    : m_client(client), m_discovery(discovery), m_scheduler(scheduler), m_mapper(discovery, executor), m_config(std::move(config)),
      m_handler(std::move(handler)), m_mayI(std::move(mayI)), m_owner(std::move(executor))
{
}

ManifestApplier::~ManifestApplier() = default;

void ManifestApplier::feed(ManifestInput what)
{
    m_inputs.push_back(std::move(what));
    if (m_isFeeding)
        return;
    m_isFeeding = true;
    while (!m_inputs.empty()) {
        const ManifestInput next = std::move(m_inputs.front());
        m_inputs.pop_front();
        const std::uint64_t request = m_state.request;
        auto result = kube::step(m_config, std::move(m_state), next);
        m_state = std::move(result.state);
        if (m_state.request != request) {
            m_patienceTimer.reset();
            m_timer.reset();
        }
        for (const ManifestEffect &one : result.effects)
            std::visit([this](const auto &toDo) { carryOut(toDo); }, one);
        m_handler(m_state);
    }
    m_isFeeding = false;
}

std::stop_token ManifestApplier::limit()
{
    m_stop = std::stop_source();
    m_patienceTimer = m_scheduler.after(patience, [stop = m_stop]() mutable { stop.request_stop(); });
    return m_stop.get_token();
}

void ManifestApplier::carryOut(const effect::Resolve &resolve)
{
    if (resolve.isFresh)
        m_discovery.invalidate();
    then(m_mapper.mappingFor(resolve.kind), m_owner,
         [this, request = resolve.request](Result<RestMapping> mapping) { feed(input::Resolved{request, std::move(mapping)}); });
}

void ManifestApplier::carryOut(const effect::Fetch &fetch)
{
    then(m_client.get(fetch.resource, fetch.key, {}, limit()), m_owner, [this, request = fetch.request](Result<ObjectReply> reply) {
        if (reply)
            feed(input::Fetched{request, reply->json.toStdString()});
        else
            feed(input::Fetched{request, fail(answered(std::move(reply.error())))});
    });
}

/// One verb after another. A right to all of a kind is one question for many documents: the name is asked about only without it.
void ManifestApplier::carryOut(const effect::Ask &ask)
{
    if (!m_mayI || ask.verbs.empty()) {
        feed(input::Allowed{ask.request, {}});
        return;
    }
    const std::string verb = ask.verbs.front();
    const auto next = [this, ask] {
        effect::Ask rest = ask;
        rest.verbs.erase(rest.verbs.begin());
        carryOut(rest);
    };
    then(m_mayI(verb, ask.resource, {ask.key.namespaceName, {}}), m_owner, [this, ask, verb, next](const Result<bool> &may) {
        if (!may || *may) {
            next();
            return;
        }
        then(m_mayI(verb, ask.resource, ask.key), m_owner, [this, ask, verb, next](const Result<bool> &mayThis) {
            if (!mayThis || *mayThis)
                next();
            else
                feed(input::Allowed{ask.request, verb});
        });
    });
}

void ManifestApplier::carryOut(const effect::Send &send)
{
    WriteOptions options;
    options.fieldManager = m_config.fieldManager;
    options.fieldValidation = "Strict";
    options.dryRun = send.dryRun;
    options.force = send.force;
    options.stop = limit();
    const QByteArray body = QByteArray::fromStdString(send.body);
    auto answer = send.isCreate ? m_client.create(send.resource, {send.key.namespaceName, {}}, body, options) : m_client.apply(send.resource, send.key, body, options);
    then(std::move(answer), m_owner, [this, request = send.request](Result<ObjectReply> reply) {
        if (reply)
            feed(input::Answered{request, input::Answer{reply->json.toStdString(), reply->created, reply->warnings}});
        else
            feed(input::Answered{request, fail(answered(std::move(reply.error())))});
    });
}

void ManifestApplier::carryOut(const effect::SetTimer &timer)
{
    m_timer = m_scheduler.after(timer.delay, [this] { feed(input::Timer{}); });
}

} // namespace kube
