// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/object.h"

namespace kube {

/// What an Object is made of. The views need to live only until the Object is made.
struct Object::Parts {
    ObjectKey key;
    std::string_view uid;
    std::string_view resourceVersion;
    std::string_view stored; ///< JSON, or the frame compressor made of it, which is shorter
    std::size_t documentSize = 0;
    std::shared_ptr<const ObjectCompressor> compressor;
};

} // namespace kube
