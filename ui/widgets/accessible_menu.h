// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace orrery {

/// Has screen readers told of each menu entry what its tooltip says, as its description: why it is grey; and of the menu of a button
/// that it is below that button. Qt's own accessible menu has no descriptions, and one that is not in a menu bar stands nowhere in
/// the tree. Once, before the first menu is shown.
void describeMenuEntries();

} // namespace orrery
