// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/rest/json_scanner.h"

#include <optional>
#include <string>
#include <string_view>

namespace kube {

/// One event of a watch, its object still as bytes. Source: apimachinery meta/v1 WatchEvent.
struct WatchFrame {
    /// As the API names it, in capitals.
    enum class Type { Added, Modified, Deleted, Bookmark, Error };
    Type type = Type::Added;
    std::string_view object;       ///< JSON; valid until the next call of next() or feed()
    std::string resourceVersion;   ///< Bookmark
    bool initialEventsEnd = false; ///< Bookmark annotated k8s.io/initial-events-end: "true"
    std::optional<Error> error;    ///< Error: the Status it carries; never empty then
};

/// Cuts a watch's body into events as bytes arrive, in pieces of any size: JSON objects one after another by grammar,
/// not by line. Used as ListSplitter is. Thread: one.
class WatchDecoder
{
public:
    /// Beyond them a stream is refused.
    struct Limits {
        std::size_t frameBytes = 16 * 1024 * 1024;
        int depth = 512;
    };
    explicit WatchDecoder(Limits limits) : m_limits(limits), m_scanner(limits.depth) {} ///< waits for the first byte
    WatchDecoder() : WatchDecoder(Limits{}) {}

    /// Gives the next bytes: they must stay valid until next() has given nothing (or failed).
    void feed(std::string_view bytes);
    /// The next event; nothing: feed more. A Status in place of an event is an Error event.
    /// Errors: BadInput, which sticks: no JSON object, an unknown type, above a limit.
    [[nodiscard]] Result<std::optional<WatchFrame>> next();
    /// The body has ended. Errors: Transport when it stopped inside an event (the event is lost: watch again from the
    /// last resourceVersion).
    [[nodiscard]] std::optional<Error> finish() const;

private:
    [[nodiscard]] Unexpected failWith(QString message);
    [[nodiscard]] Result<WatchFrame> decode(std::string_view frame) const;

    Limits m_limits;
    JsonScanner m_scanner;
    bool m_inFrame = false;
    std::string m_partial; ///< of a frame that began in an earlier piece
    bool m_partialGiven = false;
    const char *m_at = nullptr;
    const char *m_end = nullptr;
    std::optional<Error> m_error;
};

} // namespace kube
