// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/manifest/manifest_document.h"

#include <string_view>
#include <vector>

namespace kube {

/// Beyond them a manifest is refused.
struct ManifestLimits {
    std::size_t bytes = 32 * 1024 * 1024;        ///< of one text
    std::size_t documents = 5000;                ///< of one text; lists count by their items
    std::size_t documentBytes = 3 * 1024 * 1024; ///< of one document as JSON: what an API server takes
};

/// The objects of a text, in its order: YAML documents, JSON values that follow one another, and the items of lists. What cannot be
/// read stands in its place with a problem, and keeps none of the others from being read. Documents of comments alone are left out.
/// file: for the places. Source: kubectl's resource.Builder. Thread: any.
[[nodiscard]] std::vector<ManifestDocument> readManifest(std::string_view text, const QString &file, const ManifestLimits &limits = {});

/// Those that name the object of another before them, with its place: written twice, the later says otherwise or the same.
/// namespaceName: of those that name none.
[[nodiscard]] std::vector<std::pair<std::size_t, ManifestPlace>> repeatedDocuments(const std::vector<ManifestDocument> &documents, const std::string &namespaceName);

} // namespace kube
