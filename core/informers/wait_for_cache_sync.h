// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/informers/shared_informer_factory.h"

#include <initializer_list>
#include <stop_token>

namespace kube {

/// Waits until each of these has its first list in its cache; false when stop was requested before, or one of them is null
/// or was stopped before. Never within a task of this thread's loop, where it would wait for itself: false. Looks ten times a
/// second, turning the event loop of the thread it is called on meanwhile; SharedIndexInformer::onSynced() is for who
/// does not want to wait. Thread: the informers', or another while they live. Source: client-go cache.WaitForCacheSync.
[[nodiscard]] bool waitForCacheSync(const std::stop_token &stop, std::initializer_list<const SharedIndexInformer *> informers);

/// Of all that the factory runs now. Thread: the factory's. Source: client-go SharedInformerFactory.WaitForCacheSync.
[[nodiscard]] bool waitForCacheSync(const std::stop_token &stop, const SharedInformerFactory &factory);

} // namespace kube
