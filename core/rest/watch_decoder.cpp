// SPDX-License-Identifier: Apache-2.0
#include "core/rest/watch_decoder.h"

#include "core/object/json.h"
#include "core/rest/status_decoder.h"

#include <cstring>

namespace kube {

namespace {

constexpr std::size_t quoted = 64; // of bytes shown in an error

/// One past the JSON value that begins at from; null when there is none whole.
const char *skipValue(const char *from, const char *end, int depth)
{
    if (from == end)
        return nullptr;
    if (*from == '{' || *from == '[') {
        JsonScanner scanner(depth);
        const auto [outcome, at] = scanner.scan(from, end);
        return outcome == JsonScanner::Outcome::Ended ? at : nullptr;
    }
    if (*from == '"') {
        for (const char *at = from + 1; at < end; ++at) {
            if (*at == '\\')
                ++at;
            else if (*at == '"')
                return at + 1;
        }
        return nullptr;
    }
    const char *at = from;
    while (at != end && !std::strchr(",}] \n\r\t", *at))
        ++at;
    return at == from ? nullptr : at;
}

/// The raw bytes of two members of an object.
struct Members {
    std::string_view type;
    std::string_view object;
};

/// One past the only object or array among the members of a frame, when it is the last member, as servers write it: it need
/// not be scanned again then. Null: it is not so.
const char *endOfOnlyInner(std::string_view frame, int inner)
{
    if (inner != 1)
        return nullptr;
    const char *at = frame.data() + frame.size() - 1;
    while (at > frame.data() && skipSpace(at - 1, at) == at)
        --at;
    return at > frame.data() && at[-1] == '}' ? at : nullptr;
}

/// Walks the members of one whole object that has so many inner ones; false when they are not as JSON has them.
bool readMembers(std::string_view frame, int depth, int inner, Members &members)
{
    const char *const onlyInnerEnd = endOfOnlyInner(frame, inner);
    const char *at = frame.data() + 1;
    const char *const end = frame.data() + frame.size();
    at = skipSpace(at, end);
    if (at != end && *at == '}')
        return at + 1 == end;
    for (;;) {
        at = skipSpace(at, end);
        if (at == end || *at != '"')
            return false;
        const char *keyEnd = skipValue(at, end, depth);
        if (!keyEnd)
            return false;
        const std::string_view key(at + 1, static_cast<std::size_t>(keyEnd - at - 2));
        at = skipSpace(keyEnd, end);
        if (at == end || *at != ':')
            return false;
        at = skipSpace(at + 1, end);
        const char *valueEnd = onlyInnerEnd && *at == '{' ? onlyInnerEnd : skipValue(at, end, depth);
        if (!valueEnd)
            return false;
        const std::string_view value(at, static_cast<std::size_t>(valueEnd - at));
        if (key == "type")
            members.type = value;
        else if (key == "object")
            members.object = value;
        at = skipSpace(valueEnd, end);
        if (at != end && *at == '}')
            return at + 1 == end;
        if (at == end || *at != ',')
            return false;
        ++at;
    }
}

std::optional<WatchFrame::Type> typeOf(std::string_view raw)
{
    if (raw == "\"ADDED\"")
        return WatchFrame::Type::Added;
    if (raw == "\"MODIFIED\"")
        return WatchFrame::Type::Modified;
    if (raw == "\"DELETED\"")
        return WatchFrame::Type::Deleted;
    if (raw == "\"BOOKMARK\"")
        return WatchFrame::Type::Bookmark;
    if (raw == "\"ERROR\"")
        return WatchFrame::Type::Error;
    return std::nullopt;
}

QString shown(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(std::min(bytes.size(), quoted)));
}

} // namespace

void WatchDecoder::feed(std::string_view bytes)
{
    m_at = bytes.data();
    m_end = bytes.data() + bytes.size();
    if (m_partialGiven) {
        m_partial.clear();
        m_partialGiven = false;
    }
}

Unexpected WatchDecoder::failWith(QString message)
{
    m_error = Error::badInput(std::move(message));
    m_partial = {};
    return fail(*m_error);
}

Result<std::optional<WatchFrame>> WatchDecoder::next()
{
    if (m_error)
        return fail(*m_error);
    if (m_partialGiven) {
        m_partial.clear();
        m_partialGiven = false;
    }
    if (!m_inFrame) {
        m_at = skipSpace(m_at, m_end);
        if (m_at == m_end)
            return std::nullopt;
        if (*m_at != '{')
            return failWith(QStringLiteral("the watch sent no event but: ")
                            + shown({m_at, static_cast<std::size_t>(m_end - m_at)}));
        m_inFrame = true;
        m_scanner.reset();
    }
    const char *from = m_at;
    const auto [outcome, at] = m_scanner.scan(from, m_end);
    const auto length = static_cast<std::size_t>(at - from);
    m_at = at;
    if (outcome == JsonScanner::Outcome::TooDeep)
        return failWith(QStringLiteral("an event of the watch is nested too deeply"));
    if (m_partial.size() + length > m_limits.frameBytes)
        return failWith(QStringLiteral("an event of the watch is larger than %1 bytes").arg(m_limits.frameBytes));
    if (outcome == JsonScanner::Outcome::NeedsMore) {
        m_partial.append(from, length);
        return std::nullopt;
    }
    m_inFrame = false;
    std::string_view frame(from, length);
    if (!m_partial.empty()) {
        m_partial.append(from, length);
        m_partialGiven = true;
        frame = m_partial;
    }
    auto decoded = decode(frame);
    if (!decoded)
        m_error = decoded.error();
    return decoded;
}

Result<WatchFrame> WatchDecoder::decode(std::string_view frame) const
{
    Members members;
    if (!readMembers(frame, m_limits.depth, m_scanner.inner(), members))
        return fail(Error::badInput(QStringLiteral("an event of the watch is not valid JSON: ") + shown(frame)));
    WatchFrame result;
    if (members.type.empty()) {
        // A server may answer a watch with the bare Status of a failure, HTTP 200 and all.
        if (auto status = failureStatus(frame)) {
            result.type = WatchFrame::Type::Error;
            result.object = frame;
            result.error = Error::fromStatus(std::move(*status));
            return result;
        }
        return fail(Error::badInput(QStringLiteral("an event of the watch has no type: ") + shown(frame)));
    }
    const auto type = typeOf(members.type);
    if (!type)
        return fail(Error::badInput(QStringLiteral("an event of the watch has an unknown type: ") + shown(members.type)));
    if (members.object.empty() || members.object.front() != '{')
        return fail(Error::badInput(QStringLiteral("an event of the watch has no object: ") + shown(frame)));
    result.type = *type;
    result.object = members.object;
    if (*type != WatchFrame::Type::Bookmark && *type != WatchFrame::Type::Error)
        return result;

    auto document = JsonDocument::parse(members.object);
    if (!document)
        return fail(std::move(document.error()));
    const JsonValue root = document->root();
    if (*type == WatchFrame::Type::Bookmark) {
        const JsonValue metadata = root["metadata"];
        result.resourceVersion = metadata["resourceVersion"].string();
        result.initialEventsEnd = metadata["annotations"]["k8s.io/initial-events-end"].string() == "true";
        return result;
    }
    if (auto status = failureStatus(root))
        result.error = Error::fromStatus(std::move(*status));
    else
        result.error = Error{ErrorKind::Server, QStringLiteral("the watch failed without a reason: ") + shown(members.object),
                             {}, std::nullopt};
    return result;
}

std::optional<Error> WatchDecoder::finish() const
{
    if (m_error)
        return m_error;
    if (m_inFrame)
        return Error::transport(QStringLiteral("the watch was cut short within an event"));
    return std::nullopt;
}

} // namespace kube
