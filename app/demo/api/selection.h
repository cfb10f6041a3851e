// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/resource_types.h"
#include "app/demo/api/status.h"
#include "app/demo/store/api_store.h"
#include "core/object/selector.h"

#include <variant>

namespace orrery::demo {

/// labelSelector and fieldSelector of a request, and its namespace.
class Selection
{
public:
    /// Errors: BadInput in the server's words.
    [[nodiscard]] static kube::Result<Selection> of(const Call &call, const ResourceType &type, const std::string &namespaceName);

    [[nodiscard]] bool matches(const StoredObject &object) const;
    [[nodiscard]] bool isEverything() const { return m_labels.isEmpty() && m_fields.empty(); }
    [[nodiscard]] const std::string &namespaceName() const { return m_namespace; }

private:
    struct FieldTerm {
        std::vector<std::string> path;
        std::string value;
        bool equal = true;
    };
    std::string m_namespace;
    kube::LabelSelector m_labels;
    std::vector<FieldTerm> m_fields;
};

} // namespace orrery::demo
