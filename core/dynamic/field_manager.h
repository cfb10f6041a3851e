// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace kube {

/// The field manager that a server notes as the writer of what Orrery's window and its ports write, and as the owner of what they
/// apply. Other programs name themselves: no client has it by default.
inline constexpr char ownFieldManager[] = "orrery";

} // namespace kube
