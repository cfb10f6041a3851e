// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace orrery {

/// Has screen readers told of each menu entry what its tooltip says, as its description: why it is grey. Qt's own
/// accessible menu has no descriptions. Once, before the first menu is shown.
void describeMenuEntries();

} // namespace orrery
