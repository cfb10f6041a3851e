// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/page.h"
