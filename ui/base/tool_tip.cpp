// SPDX-License-Identifier: Apache-2.0
#include "ui/base/tool_tip.h"

#include <QTextDocument>

namespace orrery {

QString plainToolTip(const QString &text)
{
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal) : text;
}

} // namespace orrery
