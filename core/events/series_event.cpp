// SPDX-License-Identifier: Apache-2.0
#include "core/events/series_event.h"

#include "core/events/json_fields.h"
#include "core/object/object_meta.h"

namespace kube {

namespace {

/// The server refuses a longer note.
constexpr std::size_t longestNote = 1024;

std::string shortened(const std::string &note)
{
    if (note.size() <= longestNote)
        return note;
    static constexpr std::string_view ellipsis = "…";
    std::size_t end = longestNote - ellipsis.size();
    while (end > 0 && (static_cast<unsigned char>(note[end]) & 0xC0U) == 0x80U)
        --end; // not within a character
    return note.substr(0, end).append(ellipsis);
}

std::string seriesJson(const SeriesEvent::Series &series)
{
    JsonFields fields;
    fields.raw("count", std::to_string(series.count));
    fields.text("lastObservedTime", formatMicroTime(series.lastObservedTime));
    return fields.json();
}

} // namespace

QByteArray SeriesEvent::toJson() const
{
    JsonFields metadata;
    metadata.text("name", key.name);
    metadata.text("namespace", key.namespaceName);
    metadata.texts("annotations", details.annotations);
    JsonFields fields;
    fields.text("apiVersion", "events.k8s.io/v1");
    fields.text("kind", "Event");
    fields.raw("metadata", metadata.json());
    fields.text("eventTime", formatMicroTime(eventTime));
    if (series)
        fields.raw("series", seriesJson(*series));
    fields.text("reportingController", reportingController);
    fields.text("reportingInstance", reportingInstance);
    fields.text("action", details.action.empty() ? details.reason : details.action); // the server insists on one
    fields.text("reason", details.reason);
    fields.raw("regarding", details.regarding.toJson());
    if (details.related)
        fields.raw("related", details.related->toJson());
    fields.text("note", shortened(details.note));
    fields.text("type", eventTypeName(details.type));
    return QByteArray::fromStdString(fields.json());
}

QByteArray SeriesEvent::seriesPatch() const
{
    JsonFields fields;
    if (series)
        fields.raw("series", seriesJson(*series));
    return QByteArray::fromStdString(fields.json());
}

} // namespace kube
