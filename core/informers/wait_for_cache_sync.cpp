// SPDX-License-Identifier: Apache-2.0
#include "core/informers/wait_for_cache_sync.h"

#include "core/base/await.h"

namespace kube {

namespace {

bool waitForAll(const std::stop_token &stop, const std::vector<const SharedIndexInformer *> &informers)
{
    const auto allSynced = [&] {
        return std::all_of(informers.begin(), informers.end(), [](const auto *informer) { return informer->hasSynced(); });
    };
    const auto isHopeless = [](const auto *informer) { return !informer->hasSynced() && informer->isStopped(); };
    if (std::find(informers.begin(), informers.end(), nullptr) != informers.end())
        return false;
    while (!allSynced()) {
        if (detail::isWithinTask() || std::any_of(informers.begin(), informers.end(), isHopeless) || !sleepFor(std::chrono::milliseconds(100), stop))
            return false;
    }
    return true;
}

} // namespace

bool waitForCacheSync(const std::stop_token &stop, std::initializer_list<const SharedIndexInformer *> informers)
{
    return waitForAll(stop, informers);
}

bool waitForCacheSync(const std::stop_token &stop, const SharedInformerFactory &factory)
{
    std::vector<std::shared_ptr<const SharedIndexInformer>> kept; // a share may be given up meanwhile
    std::vector<const SharedIndexInformer *> informers;
    factory.forEach([&](const InformerKey &key, const SharedIndexInformer &informer, std::size_t) {
        if (informer.isRunning()) {
            kept.push_back(factory.find(key));
            informers.push_back(&informer);
        }
    });
    return waitForAll(stop, informers);
}

} // namespace kube
