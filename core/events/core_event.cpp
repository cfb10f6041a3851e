// SPDX-License-Identifier: Apache-2.0
#include "core/events/core_event.h"

#include "core/events/json_fields.h"
#include "core/object/object_meta.h"

namespace kube {

QByteArray CoreEvent::toJson() const
{
    JsonFields metadata;
    metadata.text("name", key.name);
    metadata.text("namespace", key.namespaceName);
    metadata.texts("annotations", details.annotations);
    JsonFields from;
    from.text("component", source.component);
    from.text("host", source.host);
    JsonFields fields;
    fields.text("apiVersion", "v1");
    fields.text("kind", "Event");
    fields.raw("metadata", metadata.json());
    fields.raw("involvedObject", details.regarding.toJson());
    fields.text("type", eventTypeName(details.type));
    fields.text("reason", details.reason);
    fields.text("message", details.note);
    fields.raw("source", from.json());
    fields.text("firstTimestamp", formatTime(firstTimestamp));
    fields.text("lastTimestamp", formatTime(lastTimestamp));
    fields.raw("count", std::to_string(count));
    fields.text("reportingComponent", source.component);
    fields.text("reportingInstance", source.host);
    return QByteArray::fromStdString(fields.json());
}

QByteArray CoreEvent::countPatch() const
{
    JsonFields fields;
    fields.raw("count", std::to_string(count));
    fields.text("lastTimestamp", formatTime(lastTimestamp));
    fields.text("message", details.note);
    return QByteArray::fromStdString(fields.json());
}

} // namespace kube
