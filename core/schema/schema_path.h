// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kube {

/// The way from a document's root to a field.
struct SchemaPath {
    /// To a member of a map, or to an item of a list.
    struct Step {
        std::string key;     ///< a member's; of an item what tells it from the others, "name=web", where something does
        int index = -1;      ///< of an item, from 0; -1: a member, or an item told by its key alone
        bool isItem = false;
        friend bool operator==(const Step &, const Step &) = default;
    };
    std::vector<Step> steps;

    /// "spec.containers[0].image", "spec.containers[name=web]", "metadata.labels[app.kubernetes.io/name]"; whatever does not
    /// fit is taken as it stands. A number in brackets is an item.
    [[nodiscard]] static SchemaPath parse(std::string_view text);
    /// RFC 6901: "/spec/containers/0/image". Numbers are taken for items.
    [[nodiscard]] static SchemaPath parsePointer(std::string_view pointer);

    /// As the server writes paths in its errors, but that items with a name are told by it.
    [[nodiscard]] std::string toText() const;
    /// RFC 6901. Items without an index are "-".
    [[nodiscard]] std::string toPointer() const;

    friend bool operator==(const SchemaPath &, const SchemaPath &) = default;
};

} // namespace kube
