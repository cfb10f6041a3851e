// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/apply/save_state.h"
#include "core/base/executor.h"
#include "core/base/future.h"
#include "core/discovery/openapi_document.h"
#include "core/object/object_key.h"
#include "core/session/ports/resource_info.h"

#include <memory>

namespace kube {

using SaveStatePtr = std::shared_ptr<const SaveState>; ///< never null where it is told

/// One editor of one object, by remote control; see ObjectEditor, whose calls these are. Dropping it drops the editor: what
/// was sent is not taken back. Thread: any.
class Editing
{
public:
    virtual ~Editing() = default;
    virtual void edit(std::string text, save_input::Onto onto) = 0; ///< the whole text as it is now
    virtual void saveBy(SaveConfig::Method method) = 0; ///< from the next save on
    virtual void save() = 0;       ///< dry run first
    virtual void confirm() = 0;    ///< a Review: yes
    virtual void takeTheirs() = 0; ///< of a TheirsMoved or FieldConflict
    virtual void forceMine() = 0;  ///< likewise
    virtual void decide(std::vector<FieldPath> taken) = 0; ///< of a FieldConflict: theirs in these fields, mine by force in the others
    virtual void createAnew() = 0; ///< of a Gone
    virtual void cancel() = 0;     ///< back to editing, unless a save may have been sent
    virtual void retryNow() = 0;   ///< cuts a wait short
};

/// What an editor of an object asks of its cluster. Thread: any; handlers run on the owner's.
class EditPort
{
public:
    virtual ~EditPort() = default;
    /// Fetches the object, managedFields included, and begins from it, or from "began" (JSON, as it was fetched once) when
    /// that is given: a draft goes on. The handler is told each state; an error: the object could not be fetched, and
    /// nothing follows. Errors: NotFound, Forbidden, Transport …
    [[nodiscard]] virtual std::unique_ptr<Editing> open(const ResourceInfo &resource, const ObjectKey &key, const SaveConfig &config,
                                                        std::optional<std::string> began, const Owner &owner,
                                                        std::function<void(Result<SaveStatePtr>)> handler) = 0;
    /// Fresh: the server is asked whether it publishes something else now.
    enum class Age { Kept, Fresh };
    /// What the server publishes of the kinds of a group version. Errors: NotFound when that is nothing.
    [[nodiscard]] virtual Future<OpenApiDocumentPtr> schemas(const GroupVersion &groupVersion, Age age) = 0;
    /// Names of objects to choose from, 500 at most; nothing but names is asked for. namespaceName is ignored for resources
    /// that are in none. Errors: Forbidden …
    [[nodiscard]] virtual Future<std::vector<std::string>> names(const ResourceInfo &resource, const std::string &namespaceName) = 0;
};

} // namespace kube
