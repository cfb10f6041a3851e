// SPDX-License-Identifier: Apache-2.0
#include "core/dynamic/object_reply.h"

#include "core/object/object_decoder.h"

namespace kube {

Result<ObjectPtr> ObjectReply::object() const
{
    return decodeObject({json.constData(), static_cast<std::size_t>(json.size())});
}

} // namespace kube
