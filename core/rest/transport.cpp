// SPDX-License-Identifier: Apache-2.0
#include "core/rest/transport.h"

namespace kube {

QByteArray HttpHead::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace kube
