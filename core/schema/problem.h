// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/schema/text_lines.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace kube {

/// Something wrong with a text, at its place, with what to write instead.
struct Problem {
    /// How bad it is.
    enum class Severity {
        Error,   ///< it cannot be read, or the server would refuse it or drop a field
        Warning, ///< it may be meant so
    };
    Severity severity = Severity::Error;
    int line = 1;   ///< from 1
    int column = 1; ///< from 1, in UTF-16 units
    int length = 0; ///< on that line, in UTF-16 units; 0: a place
    TextRange range; ///< the same in bytes of the text; it may go on over lines
    std::string path; ///< "spec.containers[name=web].image"; empty: of the text
    QString message;  ///< what is wrong, in plain words
    QString mend;     ///< what to write
    std::optional<std::string> replacement; ///< for range, where that alone mends it
};

} // namespace kube
