// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/object/gvk.h"
#include "core/object/object_key.h"

#include <QByteArray>

#include <cstdint>

namespace kube {

/// autoscaling/v1 Scale, also made from the older extensions/v1beta1 and apps/v1beta1, v1beta2 forms.
struct Scale {
    ObjectKey key;
    std::string uid;
    std::string resourceVersion; ///< of the object that is scaled
    std::int64_t replicas = 0;   ///< spec.replicas: wanted
    std::int64_t current = 0;    ///< status.replicas
    std::string selector;        ///< of the pods, as a label selector; may be empty
    GroupVersionKind kind{"autoscaling", "v1", "Scale"}; ///< the form the server uses, which a PUT must have too

    /// Errors: BadInput when it is no Scale.
    [[nodiscard]] static Result<Scale> decode(const QByteArray &json);
    /// What a PUT carries: identity, resourceVersion and spec.replicas.
    [[nodiscard]] QByteArray toJson() const;
};

} // namespace kube
