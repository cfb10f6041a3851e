// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace kube {

/// A YAML text made fit for the parser: valid UTF-8 without control characters, no byte order mark, line ends as
/// "\n", of the last line too where that says something. Offsets are bytes into text().
class YamlSource
{
public:
    /// Errors: BadInput with the place.
    [[nodiscard]] static Result<YamlSource> check(std::string_view yaml, std::size_t mostBytes);

    [[nodiscard]] const std::string &text() const { return m_text; }
    /// An error at that place: "line L, column C", both from 1, columns in characters.
    [[nodiscard]] Error refused(const QString &why, std::size_t offset) const;
    /// Where the content of the node that begins here is, past its anchor and tag.
    [[nodiscard]] std::size_t contentAt(std::size_t offset) const;
    /// Just past the closing quote of the scalar whose opening quote is here; npos when there is none.
    [[nodiscard]] std::size_t endOfQuoted(std::size_t offset) const;
    /// Whether the scalar that begins here is a map's key by the ":" after it or the "?" before it, on its own line.
    [[nodiscard]] bool isKeyComplete(std::size_t offset) const;
    /// Whether nothing but blanks stands before this on its line.
    [[nodiscard]] bool isFirstOnLine(std::size_t offset) const;
    /// Whether a document may begin here: at "---", below "...", or where nothing stands before it.
    [[nodiscard]] bool isDocumentBegin(std::size_t offset) const;

private:
    std::string m_text;
};

} // namespace kube
