// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/base/icons.h"

class QLineEdit;

namespace orrery {

/// Makes edit a field to search with: its name for screen readers, an icon before the text that leads into the field, and a
/// button after it that empties it.
void makeSearchField(QLineEdit *edit, IconName lead, const QString &name);

} // namespace orrery
