// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/fault/sim/api_server.h"

namespace kube::sim {

/// What a request asks for.
struct ApiServer::Asked {
    bool version = false; ///< /version, else the collection
    bool watch = false;
    std::string namespaceName;
    std::string resourceVersion;
    std::string continueToken;
    std::uint64_t limit = 0;
    std::int64_t timeoutSeconds = 0;
    bool bookmarks = false;
    bool initialEvents = false;
    WireForm form = WireForm::Objects;

    [[nodiscard]] static Asked of(const HttpRequest &request);
    [[nodiscard]] std::uint64_t from() const { return resourceVersion.empty() ? 0 : std::stoull(resourceVersion); }
    [[nodiscard]] bool covers(const std::string &name) const
    {
        return namespaceName.empty() || name.compare(0, namespaceName.size() + 1, namespaceName + "/") == 0;
    }
};

/// A watch under way, until its client goes.
struct ApiServer::Watch {
    ExchangePtr exchange;
    Asked asked;
    std::uint64_t from = 0; ///< events above this are sent
    bool isFirst = true;    ///< no event yet
    Timer bookmarkTimer;
    Timer timeoutTimer;
};

} // namespace kube::sim
