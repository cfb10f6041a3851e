// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/gvk.h"
#include "core/object/object_key.h"

#include <QString>

#include <optional>

namespace kube {

/// A place in a manifest, as an editor counts: both from 1, columns in UTF-16 units.
struct ManifestPlace {
    QString file; ///< as the person knows it; empty: no file
    int line = 1;
    int column = 1;

    /// "web.yaml:12", or "line 12" of no file.
    [[nodiscard]] QString toString() const;
    friend bool operator==(const ManifestPlace &, const ManifestPlace &) = default;
};

/// Why a document cannot be sent, or what is odd about it.
struct ManifestProblem {
    ManifestPlace place;
    QString message; ///< what is wrong, in plain words
    QString mend;    ///< what to write
};

/// One object of a manifest, or what stands in its place.
struct ManifestDocument {
    ManifestPlace place;      ///< where it begins
    std::string json;         ///< minified, without what the server keeps in metadata; "" when it cannot be read
    GroupVersionKind gvk;     ///< as far as it says
    ObjectKey key;            ///< likewise: the namespace may be left out
    std::string generateName; ///< of one without a name: it can only be created
    std::optional<ManifestProblem> problem; ///< it cannot be sent

    friend bool operator==(const ManifestDocument &left, const ManifestDocument &right) { return left.place == right.place && left.json == right.json; }
};

} // namespace kube
