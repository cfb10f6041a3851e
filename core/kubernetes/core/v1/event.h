// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/core/v1/common.h"
#include "core/kubernetes/core/v1/object_reference.h"
#include "core/kubernetes/meta/v1/object_meta.h"
#include "core/kubernetes/typed_object.h"

namespace kube::core::v1 {

/// io.k8s.api.core.v1.EventSeries
struct EventSeries : View {
    using View::View;
    [[nodiscard]] field::Integer count() const { return {*this, "count"}; }
    [[nodiscard]] field::MicroTime lastObservedTime() const { return {*this, "lastObservedTime"}; }
};

/// io.k8s.api.core.v1.Event
struct Event : KindOf<Event> {
    static constexpr ApiKind api{"", "v1", "Event", "events", true, false, false, true};
    using KindOf::KindOf;
    [[nodiscard]] field::Text action() const { return {*this, "action"}; }
    [[nodiscard]] field::Integer count() const { return {*this, "count"}; }
    [[nodiscard]] field::MicroTime eventTime() const { return {*this, "eventTime"}; }
    [[nodiscard]] field::Time firstTimestamp() const { return {*this, "firstTimestamp"}; }
    [[nodiscard]] ObjectReference involvedObject() const { return {*this, "involvedObject"}; }
    [[nodiscard]] field::Time lastTimestamp() const { return {*this, "lastTimestamp"}; }
    [[nodiscard]] field::Text message() const { return {*this, "message"}; }
    [[nodiscard]] field::Text reason() const { return {*this, "reason"}; }
    [[nodiscard]] ObjectReference related() const { return {*this, "related"}; }
    [[nodiscard]] field::Text reportingComponent() const { return {*this, "reportingComponent"}; }
    [[nodiscard]] field::Text reportingInstance() const { return {*this, "reportingInstance"}; }
    [[nodiscard]] EventSeries series() const { return {*this, "series"}; }
    [[nodiscard]] EventSource source() const { return {*this, "source"}; }
    [[nodiscard]] field::Text type() const { return {*this, "type"}; }
};

} // namespace kube::core::v1
