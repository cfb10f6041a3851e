// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

class QWidget;

namespace orrery {

/// What the Tab key stops at within these, in their order and in each in the order its parts were made; what is not shown
/// or not enabled is left out. Qt's own chain is in the order in which widgets came into the window: pages come last.
[[nodiscard]] QList<QWidget *> tabStops(const QList<QWidget *> &regions);

} // namespace orrery
