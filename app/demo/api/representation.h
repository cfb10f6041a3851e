// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/resource_types.h"
#include "app/demo/server/exchange.h"
#include "app/demo/store/api_store.h"

#include <QJsonArray>

namespace orrery::demo {

/// The form in which a client wants objects: whole, metadata only, or the server's Table.
class Representation
{
public:
    enum class Form { Object, PartialMetadata, Table };
    enum class IncludeObject { None, Metadata, Object };

    [[nodiscard]] static Representation of(const Call &call, ResourceTypePtr type);

    [[nodiscard]] Form form() const { return m_form; }
    /// kind and apiVersion of a list in this form, as the beginning of its JSON, up to the opening of the items:
    /// {"kind":…,"apiVersion":…,"metadata":{…},"items":[
    [[nodiscard]] QByteArray listHead(std::uint64_t revision, const QByteArray &continueToken, qint64 remaining) const;
    [[nodiscard]] QByteArray listTail() const { return "]}\n"; }
    /// One item of a list, or the object of a watch event. first: a Table's columns are sent once.
    [[nodiscard]] QByteArray item(const StoredObject &object) const;
    [[nodiscard]] QByteArray eventObject(const StoredObject &object, bool first) const;
    /// The object of a BOOKMARK event.
    [[nodiscard]] QByteArray bookmark(std::uint64_t revision, bool initialEventsEnd, bool first) const;

private:
    [[nodiscard]] QByteArray row(const StoredObject &object) const;
    [[nodiscard]] QByteArray partial(const StoredObject &object) const;
    ResourceTypePtr m_type;
    Form m_form = Form::Object;
    IncludeObject m_include = IncludeObject::Metadata;
};

/// Columns and cells of the server's Table. Source: kubernetes pkg/printers/internalversion.
[[nodiscard]] QJsonArray tableColumns(const ResourceType &type);
[[nodiscard]] QJsonArray tableCells(const ResourceType &type, const StoredObject &object);

} // namespace orrery::demo
