// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/core/v1/common.h"
#include "core/kubernetes/core/v1/object_reference.h"
#include "core/kubernetes/meta/v1/object_meta.h"
#include "core/kubernetes/typed_object.h"

namespace kube::events::v1 {

/// io.k8s.api.events.v1.EventSeries
struct EventSeries : View {
    using View::View;
    [[nodiscard]] field::Integer count() const { return {*this, "count"}; }
    [[nodiscard]] field::MicroTime lastObservedTime() const { return {*this, "lastObservedTime"}; }
};

/// io.k8s.api.events.v1.Event
struct Event : KindOf<Event> {
    static constexpr ApiKind api{"events.k8s.io", "v1", "Event", "events", true, false, false, true};
    using KindOf::KindOf;
    [[nodiscard]] field::Text action() const { return {*this, "action"}; }
    [[nodiscard]] field::Integer deprecatedCount() const { return {*this, "deprecatedCount"}; }
    [[nodiscard]] field::Time deprecatedFirstTimestamp() const { return {*this, "deprecatedFirstTimestamp"}; }
    [[nodiscard]] field::Time deprecatedLastTimestamp() const { return {*this, "deprecatedLastTimestamp"}; }
    [[nodiscard]] core::v1::EventSource deprecatedSource() const { return {*this, "deprecatedSource"}; }
    [[nodiscard]] field::MicroTime eventTime() const { return {*this, "eventTime"}; }
    [[nodiscard]] field::Text note() const { return {*this, "note"}; }
    [[nodiscard]] field::Text reason() const { return {*this, "reason"}; }
    [[nodiscard]] core::v1::ObjectReference regarding() const { return {*this, "regarding"}; }
    [[nodiscard]] core::v1::ObjectReference related() const { return {*this, "related"}; }
    [[nodiscard]] field::Text reportingController() const { return {*this, "reportingController"}; }
    [[nodiscard]] field::Text reportingInstance() const { return {*this, "reportingInstance"}; }
    [[nodiscard]] EventSeries series() const { return {*this, "series"}; }
    [[nodiscard]] field::Text type() const { return {*this, "type"}; }
};

} // namespace kube::events::v1
