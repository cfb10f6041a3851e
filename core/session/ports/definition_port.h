// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/base/result.h"
#include "core/base/subscription.h"
#include "core/session/ports/resource_info.h"

namespace kube {

/// One version of a CustomResourceDefinition.
struct DefinedVersion {
    std::string name;
    bool isServed = false;
    bool isStored = false;       ///< objects are written to disk in it
    bool isDeprecated = false;
    bool hasStatus = false;      ///< status is a subresource: other writes leave it as it is
    bool hasConditions = false;  ///< its schema knows status.conditions
    std::vector<PrinterColumn> columns;
};

/// What a CustomResourceDefinition says of its kind. Immutable; shared between threads.
struct Definition {
    std::string name;            ///< "planets.example.com"
    std::string uid;
    std::int64_t generation = 0; ///< grows with every change of what it says
    std::vector<DefinedVersion> versions; ///< in its own order
    /// Null when there is none.
    [[nodiscard]] const DefinedVersion *version(const std::string &versionName) const
    {
        for (const DefinedVersion &one : versions) {
            if (one.name == versionName)
                return &one;
        }
        return nullptr;
    }
};
using DefinitionPtr = std::shared_ptr<const Definition>; ///< never null where it is told

/// CustomResourceDefinitions as they are now. Thread: any; handlers run on the owner's.
class DefinitionPort
{
public:
    virtual ~DefinitionPort() = default;
    /// At once with what it says, then whenever it says something else. Errors: NotFound when there is none, or no more;
    /// Forbidden …; better may follow each of them.
    [[nodiscard]] virtual Subscription observe(const GroupResource &resource, const Owner &owner,
                                               std::function<void(Result<DefinitionPtr>)> handler) = 0;
};

} // namespace kube
