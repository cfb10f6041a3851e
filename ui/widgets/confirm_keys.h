// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>

class QAbstractButton;
class QWidget;

namespace orrery {

/// Ctrl+Return anywhere within presses the first of those buttons that is to be seen, if it can be pressed: whoever reads a
/// difference or a list there need not go to the button first.
void pressByCtrlReturn(QWidget *within, std::initializer_list<QAbstractButton *> buttons);

} // namespace orrery
