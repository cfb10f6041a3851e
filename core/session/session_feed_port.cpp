// SPDX-License-Identifier: Apache-2.0
#include "core/session/informer_feed_source.h"
#include "core/session/once_feed_source.h"
#include "core/session/session_core.h"
#include "core/session/session_ports.h"

namespace kube {

namespace {

/// One open table. The worker goes first: it uses the source until its end.
struct OpenFeed {
    std::shared_ptr<FeedSource> source;
    std::shared_ptr<FeedWorker> worker;
};

class SessionFeedPort final : public ResourceFeed
{
public:
    explicit SessionFeedPort(SessionLinkPtr link) : m_link(std::move(link)) {}

    Subscription open(FeedRequest request, FeedWorkerMaker make, const Owner &owner, std::function<void(Freshness)> freshness) override
    {
        const Outlet<Freshness> outlet(owner, std::move(freshness));
        const std::uint64_t id = m_link->nextId++;
        post(m_link, [id, request = std::move(request), make = std::move(make), emit = outlet.emit, on = outlet.on](SessionCore &core) {
            const bool watched = request.resource.verbs.empty() || request.resource.can("watch");
            core.whenOpen([=, &core](SessionClients &clients) {
                if (!*on)
                    return;
                auto opened = std::make_shared<OpenFeed>();
                SessionCore::TrustHandler onTrust;
                std::shared_ptr<InformerFeedSource> followed;
                if (watched) {
                    followed = clients.feeds->open(request, emit);
                    opened->source = followed;
                } else {
                    auto source = std::make_shared<OnceFeedSource>(*clients.rest, request, core.executor(), *core.scheduler(), emit);
                    onTrust = [source = source.get()](SessionCore::Trust trust, const std::optional<Error> &) {
                        if (trust == SessionCore::Trust::Renewed)
                            source->readNow();
                    };
                    opened->source = std::move(source);
                }
                opened->worker = make(*opened->source);
                if (followed)
                    clients.feeds->attach(followed, opened->worker);
                core.hold(id, std::move(opened), std::move(onTrust));
                clients.feeds->start();
            });
            if (!core.clients()) {
                Freshness waiting;
                waiting.state = FreshnessState::Connecting;
                if (const auto &health = core.health().last(); health && health->state == HealthState::Failed) {
                    waiting.state = FreshnessState::Failed;
                    waiting.reason = health->reason;
                    waiting.since = health->since;
                }
                emit(waiting);
            }
        });
        return outlet.subscription([link = m_link, id] { post(link, [id](SessionCore &core) { core.release(id); }); });
    }

private:
    SessionLinkPtr m_link;
};

} // namespace

std::unique_ptr<ResourceFeed> makeFeedPort(SessionLinkPtr link)
{
    return std::make_unique<SessionFeedPort>(std::move(link));
}

} // namespace kube
