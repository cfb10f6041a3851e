// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/object.h"

#include <QByteArray>
#include <QStringList>

namespace kube {

/// The server's answer to a call about one object: the document as sent, managedFields included.
struct ObjectReply {
    QByteArray json;
    QStringList warnings; ///< what the server had to say besides (Warning: 299)
    bool created = false; ///< HTTP 201

    /// Errors: BadInput when the answer is no object (a Status of a deletion has no name).
    [[nodiscard]] Result<ObjectPtr> object() const;
};

} // namespace kube
