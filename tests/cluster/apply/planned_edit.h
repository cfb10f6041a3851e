// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json_tree.h"

#include <string>

namespace kube::test {

/// One edit of one editor ("a17"), which can be done again on a newer version.
struct PlannedEdit {
    std::string editor; ///< "a"
    int number = 0;
    bool isDeployment = false;
    bool setsShared = false;   ///< the field that both set
    bool appends = false;      ///< to the list that both append to
    bool removesOthers = false; ///< takes away a mark of the other's

    [[nodiscard]] std::string id() const { return editor + std::to_string(number); }
    /// Always: a mark of its own, its name at the end of the editor's log, and the editor's counter.
    [[nodiscard]] std::string doneTo(const std::string &object) const;
};

/// The marks, log, counter and list of a version.
struct EditedObject {
    explicit EditedObject(const std::string &object);
    std::vector<std::string> marks;
    std::vector<std::string> list;
    [[nodiscard]] std::vector<std::string> logOf(const std::string &editor) const;
    [[nodiscard]] int countOf(const std::string &editor) const;

private:
    [[nodiscard]] std::string note(const std::string &name) const;
    JsonNode m_notes;
};

} // namespace kube::test
