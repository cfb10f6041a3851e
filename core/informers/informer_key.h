// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/gvk.h"

namespace kube {

/// What an informer is of: two who ask for the same share it.
struct InformerKey {
    /// What of the objects is cached.
    enum class Form {
        Objects,  ///< whole objects
        Table,    ///< the server's columns: objects carry {metadata, cells}
        Metadata, ///< PartialObjectMetadata
    };
    GroupVersionResource resource;
    std::string namespaceName; ///< "": all
    std::string labelSelector;
    std::string fieldSelector;
    Form form = Form::Objects;

    /// "pods.v1 in web (app=a)", for logs.
    [[nodiscard]] std::string toString() const;
    friend bool operator==(const InformerKey &, const InformerKey &) = default;
    friend auto operator<=>(const InformerKey &, const InformerKey &) = default;
};

} // namespace kube
