// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/events/event_details.h"

#include <QByteArray>

namespace kube {

/// An events.k8s.io/v1 Event as a recorder writes it: the same again makes it a series.
struct SeriesEvent {
    /// How often it came, and when last.
    struct Series {
        std::int64_t count = 0;
        WallTime lastObservedTime{};
        friend bool operator==(const Series &, const Series &) = default;
    };

    ObjectKey key;
    EventDetails details;
    std::string reportingController; ///< "kubernetes.io/kubelet"
    std::string reportingInstance;   ///< which of them: "kubelet-xyzf"
    WallTime eventTime{};            ///< of the first
    std::optional<Series> series;    ///< none: it happened once

    [[nodiscard]] QByteArray toJson() const; ///< as it is written to the server
    /// The strategic merge patch that brings an earlier one up to this series.
    [[nodiscard]] QByteArray seriesPatch() const;
};

} // namespace kube
