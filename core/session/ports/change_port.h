// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/future.h"
#include "core/dynamic/field_manager.h"
#include "core/dynamic/list_page.h"
#include "core/dynamic/object_reply.h"
#include "core/dynamic/write_options.h"
#include "core/session/ports/resource_info.h"

namespace kube {

/// Single writes, and the readings that they are made from, for verbs that are more than an edit: a restart, a cordon,
/// a deletion. Nothing is retried but what the server asked to be; a write that ends as Transport or Timeout may have been
/// carried out. Documents of Secrets are whole: whoever asks masks them. The options' stop is left alone.
/// Errors: the server's, and Canceled when the session ends. Thread: any.
class ChangePort
{
public:
    virtual ~ChangePort() = default;
    /// The object as the server has it now, managedFields included. Errors: NotFound.
    [[nodiscard]] virtual Future<ObjectReply> get(const GroupVersionResource &resource, const ObjectKey &key, const std::string &subresource = {}) = 0;
    /// All that the selectors of query choose in the namespace, or everywhere when it is "": page by page, as one.
    [[nodiscard]] virtual Future<ListPage> list(const GroupVersionResource &resource, const std::string &namespaceName, const ListQuery &query) = 0;
    /// patch is a document of that type; PatchType::Apply needs options.fieldManager.
    [[nodiscard]] virtual Future<ObjectReply> patch(const GroupVersionResource &resource, const ObjectKey &key, PatchType type, const QByteArray &patch,
                                                    const WriteOptions &options) = 0;
    /// key.name may be empty (the document names the object) unless options name a subresource, as "eviction".
    [[nodiscard]] virtual Future<ObjectReply> create(const GroupVersionResource &resource, const ObjectKey &key, const QByteArray &json,
                                                     const WriteOptions &options) = 0;
    /// Gives a Status, or the object when it lives on until its finalizers are done.
    [[nodiscard]] virtual Future<ObjectReply> remove(const GroupVersionResource &resource, const ObjectKey &key, const DeleteOptions &options) = 0;
};

} // namespace kube
