// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace orrery {

class Actions;

/// Every shortcut of the window, as it is now. Does not block.
void showShortcuts(QWidget *parent, const Actions &actions);
/// What this is, its version and licence. Does not block.
void showAbout(QWidget *parent);

} // namespace orrery
