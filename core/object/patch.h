// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json.h"

namespace kube {

/// RFC 7386. Both are JSON documents; the result is minified. Errors: BadInput.
[[nodiscard]] Result<std::string> applyMergePatch(std::string_view target, std::string_view patch);
/// The smallest RFC 7386 patch that turns from into to. Such a patch cannot make a member null: one that is null in
/// to is taken as absent.
[[nodiscard]] Result<std::string> makeMergePatch(std::string_view from, std::string_view to);
/// RFC 6902, all operations, one after the other. Errors: BadInput naming the operation's index and path; Invalid for a failed test.
[[nodiscard]] Result<std::string> applyJsonPatch(std::string_view target, std::string_view patch);

} // namespace kube
