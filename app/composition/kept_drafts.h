// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/apply/draft_store.h"
#include "core/base/executor.h"
#include "ui/views/editing/edit_drafts.h"

namespace orrery {

/// The drafts of one object in a DraftStore, which background alone uses. Thread: GUI.
class KeptDrafts final : public EditDrafts
{
public:
    KeptDrafts(std::shared_ptr<kube::DraftStore> store, kube::DraftKey key, kube::ExecutorPtr background)
        : m_store(std::move(store)), m_key(std::move(key)), m_background(std::move(background))
    {
    }

    [[nodiscard]] kube::Future<std::optional<KeptDraft>> find() override;
    [[nodiscard]] kube::Future<bool> keep(const KeptDraft &draft) override;
    void drop() override;

private:
    std::shared_ptr<kube::DraftStore> m_store;
    kube::DraftKey m_key;
    std::shared_ptr<std::optional<kube::Draft>> m_shown = std::make_shared<std::optional<kube::Draft>>(); ///< as it was found; background's alone
    kube::ExecutorPtr m_background;
};

} // namespace orrery
