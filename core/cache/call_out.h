// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/log.h"

#include <exception>

namespace kube {

/// Calls what a program has given, if it has: what that throws must end nobody's informer, and is logged.
template <typename Fn, typename... Args>
void callOut(const char *who, const Fn &handler, const Args &...args)
{
    if (!handler)
        return;
    try {
        handler(args...);
    } catch (const std::exception &exception) {
        qCWarning(logCache) << who << "threw:" << exception.what();
    } catch (...) {
        qCWarning(logCache) << who << "threw what is no std::exception";
    }
}

} // namespace kube
