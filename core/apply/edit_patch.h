// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/apply/field_owners.h"
#include "core/apply/list_keys.h"
#include "core/dynamic/write_options.h"

namespace kube {

/// What is sent to turn the server's version of an object into the wanted one.
struct EditPatch {
    PatchType type = PatchType::Merge; ///< Merge, Json where a merge patch cannot say it (null), or Apply
    std::string body;
    bool isEmpty = true;            ///< there is nothing to change
    std::vector<FieldPath> changes; ///< the fields it sets or takes away: leaves, whole lists, or items of keyed lists
    std::vector<FieldPath> unsaid;  ///< of an apply: what it cannot take away, since others own it too, or nobody
};

/// What of an object is edited: all that is the user's, or its status, which the subresource of that name stores and nothing else, or
/// the whole: where the kind has no such subresource, status is the user's too.
enum class EditPart { Object, Status, Whole };

/// Takes out what the server keeps by itself: status (not of Whole), and in metadata managedFields, resourceVersion, uid, generation,
/// creationTimestamp, selfLink and the deletion's fields. What is left is the user's to edit. Of Status: leaves that, and
/// what names the object.
[[nodiscard]] JsonNode editablePart(JsonNode object, EditPart part = EditPart::Object);
/// The opposite: wanted with what the server keeps as the server has it. Of Status: the server's, with the wanted status.
[[nodiscard]] JsonNode withServersPart(JsonNode wanted, const JsonNode &server, EditPart part = EditPart::Object);
/// What wanted has otherwise than began in the part that editablePart() takes out: edits that no patch will send.
/// What is not there in wanted counts as untouched.
[[nodiscard]] std::vector<FieldPath> editsOfServersPart(const JsonNode &began, const JsonNode &wanted, EditPart part = EditPart::Object);

/// The smallest RFC 7386 patch from the server's object to wanted, on condition that the object still has the server's
/// uid and resourceVersion; else the server answers 409. Lists are sent whole; what wanted does not change is not sent.
[[nodiscard]] EditPatch makeEditPatch(const JsonNode &server, const JsonNode &wanted, EditPart part = EditPart::Object);

/// The same intent as a server-side apply document of that field manager: what differs from the server's object and what
/// the manager had applied before, under the same conditions.
[[nodiscard]] EditPatch makeApplyDocument(const JsonNode &server, const JsonNode &wanted, const ListKeys &keys,
                                          std::string_view fieldManager, EditPart part = EditPart::Object);

/// A document for creating the object anew: wanted without what the server keeps.
[[nodiscard]] std::string makeCreateDocument(const JsonNode &wanted, EditPart part = EditPart::Object);

/// Where two documents differ: leaves, whole lists, or items of keyed lists and below.
[[nodiscard]] std::vector<FieldPath> changedFields(const JsonNode &from, const JsonNode &to, const ListKeys &keys);

} // namespace kube
