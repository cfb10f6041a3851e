// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/composition/verb_group.h"
#include "ui/views/editing/edit_tab.h"

namespace orrery {

/// What an editor of objects of that resource is lent; its drafts are whoever's opens it. The context must be open.
[[nodiscard]] EditTab::Parts editParts(const VerbHost &host, const QString &context, const kube::ResourceInfo &resource);
/// What an editor of such an object edits, but for a status that has a subresource.
[[nodiscard]] kube::EditPart editedPart(const kube::ResourceInfo &resource);
/// Drafts of an object; null for Secrets, and where none are kept. The resource may be a part of one, as "foos/status".
[[nodiscard]] std::unique_ptr<EditDrafts> editDrafts(const VerbHost &host, const QString &context, const kube::GroupVersionResource &resource, const kube::ObjectKey &key);

} // namespace orrery
