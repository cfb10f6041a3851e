// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/object_key.h"

#include <QByteArray>

namespace orrery::demo {

/// Where a paged list goes on: opaque to clients. Source: kubernetes apiserver/pkg/storage/continue.go.
struct ContinueToken {
    qint64 revision = 0; ///< the list is as it was then; -1: as it is now (after the first has expired)
    kube::ObjectKey last; ///< of the page before

    [[nodiscard]] QByteArray encoded() const;
    /// Errors: BadInput in the server's words.
    [[nodiscard]] static kube::Result<ContinueToken> decode(const QByteArray &text);
};

} // namespace orrery::demo
