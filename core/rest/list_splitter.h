// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/rest/json_scanner.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kube {

/// What a list says besides its items. Source: apimachinery meta/v1 ListMeta and Table.
struct ListHead {
    std::string apiVersion;
    std::string kind;
    std::string resourceVersion;
    std::string continueToken;
    std::optional<std::int64_t> remainingItemCount;
    std::string columnDefinitions; ///< of a Table: the JSON array; empty when there is none
};

/// Cuts a list into its items as its bytes arrive, in pieces of any size, and keeps the rest (ListHead).
///
///   splitter.feed(bytes);
///   for (;;) {
///       auto item = splitter.next();
///       if (!item) …error…
///       if (!*item) break;      // needs more bytes
///       decoder.decode(**item); // stopping here and going on later is fine
///   }
///
/// Items are found by structure alone: decoding them is what proves them valid JSON. Thread: one.
class ListSplitter
{
public:
    /// How the list is shaped.
    enum class Form {
        List,  ///< root "items"
        Table, ///< root "rows"
    };
    /// Beyond them a list is refused.
    struct Limits {
        std::size_t itemBytes = 16 * 1024 * 1024; ///< of one item
        std::size_t headBytes = 4 * 1024 * 1024;  ///< of everything that is no item
        int depth = 512;
    };
    /// Waits for the first byte.
    explicit ListSplitter(Form form, Limits limits) : m_form(form), m_limits(limits), m_scanner(limits.depth) {}
    explicit ListSplitter(Form form = Form::List) : ListSplitter(form, Limits{}) {} ///< with the usual limits

    /// Gives the next bytes of the body: they must stay valid until next() has given nothing (or failed).
    void feed(std::string_view bytes);
    /// The next whole item, valid until the next call of next() or feed(); nothing: feed more.
    /// Errors: BadInput, which sticks: no list, malformed, above a limit.
    [[nodiscard]] Result<std::optional<std::string_view>> next();

    /// What is known before the list has ended: for a Table its columns, which stand before the rows.
    /// Errors: BadInput.
    [[nodiscard]] Result<ListHead> headSoFar() const;
    /// The body has ended. Errors: Transport when the root object was not closed, whatever HTTP said of the length;
    /// BadInput; the server's own when the document is a Status of failure.
    [[nodiscard]] Result<ListHead> finish() const;

    [[nodiscard]] std::size_t itemCount() const { return m_itemCount; } ///< items found so far

private:
    enum class State { BeforeRoot, BeforeKey, InKey, BeforeColon, BeforeValue, InString, InScalar, InNested, AfterValue,
                       BeforeItem, InItem, AfterItem, AfterRoot, Failed };

    [[nodiscard]] Result<std::optional<std::string_view>> failWith(QString message);
    [[nodiscard]] bool isItemsKey() const;
    /// Takes one byte outside items; false when it does not fit there.
    [[nodiscard]] bool stepRoot(char byte);
    void keepShell(const char *from, const char *to);
    [[nodiscard]] Result<ListHead> headOf(const std::string &shell) const;

    Form m_form;
    Limits m_limits;
    JsonScanner m_scanner;
    State m_state = State::BeforeRoot;
    bool m_escaped = false;        ///< the last byte of a root string was a backslash that escapes
    bool m_separatorSeen = false;  ///< a comma stands before the next key or item
    bool m_itemsSeen = false;
    std::string m_key;
    std::string m_shell;           ///< the document with its items left out
    std::string m_partial;         ///< of an item that began in an earlier piece
    bool m_partialGiven = false;
    const char *m_at = nullptr;
    const char *m_end = nullptr;
    std::size_t m_itemCount = 0;
    Error m_error;
};

} // namespace kube
