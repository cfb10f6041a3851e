// SPDX-License-Identifier: Apache-2.0
#include "app/composition/kept_drafts.h"

#include "core/object/json.h"

namespace orrery {

namespace {

std::string uidOf(const std::string &json)
{
    const auto object = kube::JsonDocument::parse(json);
    return object ? std::string(object->root()["metadata"]["uid"].string()) : std::string();
}

} // namespace

kube::Future<std::optional<KeptDraft>> KeptDrafts::find()
{
    auto promise = std::make_shared<kube::Promise<std::optional<KeptDraft>>>();
    auto future = promise->future();
    m_background->post([store = m_store, key = m_key, shown = m_shown, promise] {
        auto drafts = store->draftsOf(key);
        std::optional<KeptDraft> newest;
        if (!drafts.empty()) {
            newest = KeptDraft{drafts.front().base, drafts.front().text, drafts.front().time};
            *shown = std::move(drafts.front());
        }
        promise->finish(std::move(newest));
    });
    return future;
}

kube::Future<bool> KeptDrafts::keep(const KeptDraft &draft)
{
    auto promise = std::make_shared<kube::Promise<bool>>();
    auto future = promise->future();
    m_background->post([store = m_store, key = m_key, draft, promise]() mutable {
        key.uid = uidOf(draft.base);
        const auto kept = store->keep({key, draft.base, draft.text, draft.time, {}});
        promise->finish(kept ? kube::Result<bool>(true) : kube::fail(kept.error()));
    });
    return future;
}

void KeptDrafts::drop()
{
    // Another process' draft of the object is another text: it stays where it is, unless it was the one shown here.
    m_background->post([store = m_store, key = m_key, shown = m_shown] {
        for (const kube::Draft &draft : store->draftsOf(key)) {
            if (store->isOwn(draft))
                store->drop(draft);
        }
        if (*shown)
            store->drop(**shown);
        shown->reset();
    });
}

} // namespace orrery
