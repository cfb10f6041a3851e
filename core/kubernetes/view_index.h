// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json_edit.h"

#include <unordered_map>

namespace kube {

/// Where the values of a large document stand, so that one field is read without parsing all the others. An object or
/// array is walked through once, when something in it is first asked for; what is kept is as large as the names of those.
/// Thread: one at a time. Lifetime: for one document, which must be valid JSON and is handed in at each question.
class ViewIndex
{
public:
    /// The bytes of the value at path; nothing when there is none: findJson()'s answer.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view json, const JsonPath &path);
    /// Objects and arrays walked through so far.
    [[nodiscard]] std::size_t walked() const { return m_containers.size(); }

private:
    struct Place {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    struct Container {
        std::unordered_map<std::string, Place> members; ///< of an object
        std::vector<Place> items;                       ///< of an array
    };
    [[nodiscard]] const Container &containerAt(std::string_view json, std::size_t begin);

    std::unordered_map<std::size_t, Container> m_containers; ///< by where they begin
    std::optional<Place> m_root;
};

} // namespace kube
