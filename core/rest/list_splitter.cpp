// SPDX-License-Identifier: Apache-2.0
#include "core/rest/list_splitter.h"

#include "core/object/json.h"
#include "core/rest/status_decoder.h"

namespace kube {

namespace {

bool isSpace(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

} // namespace

void ListSplitter::feed(std::string_view bytes)
{
    m_at = bytes.data();
    m_end = bytes.data() + bytes.size();
    // An item given from m_partial is over now.
    if (m_partialGiven) {
        m_partial.clear();
        m_partialGiven = false;
    }
}

Result<std::optional<std::string_view>> ListSplitter::failWith(QString message)
{
    m_state = State::Failed;
    m_error = Error::badInput(std::move(message));
    m_partial = {};
    return fail(m_error);
}

void ListSplitter::keepShell(const char *from, const char *to)
{
    m_shell.append(from, to);
}

bool ListSplitter::isItemsKey() const
{
    return m_key == (m_form == Form::Table ? "rows" : "items");
}

bool ListSplitter::stepRoot(char byte)
{
    switch (m_state) {
    case State::BeforeRoot:
        m_state = State::BeforeKey;
        m_separatorSeen = false;
        return byte == '{';
    case State::BeforeKey:
        if (byte == '"') {
            m_key.clear();
            m_escaped = false;
            m_state = State::InKey;
            return true;
        }
        m_state = State::AfterRoot;
        return byte == '}' && !m_separatorSeen;
    case State::BeforeColon:
        m_state = State::BeforeValue;
        return byte == ':';
    case State::BeforeValue:
        if (byte == '"') {
            m_escaped = false;
            m_state = State::InString;
            return true;
        }
        m_itemsSeen = m_itemsSeen || (byte == 'n' && isItemsKey()); // Go writes an empty slice as null
        m_state = State::InScalar;
        return byte != ',' && byte != '}' && byte != ']' && byte != ':';
    case State::AfterValue:
        if (byte == ',') {
            m_separatorSeen = true;
            m_state = State::BeforeKey;
            return true;
        }
        m_state = State::AfterRoot;
        return byte == '}';
    default:
        return false;
    }
}

Result<std::optional<std::string_view>> ListSplitter::next()
{
    if (m_state == State::Failed)
        return fail(m_error);
    if (m_partialGiven) {
        m_partial.clear();
        m_partialGiven = false;
    }
    while (m_at != m_end) {
        switch (m_state) {
        case State::InItem: {
            const char *from = m_at;
            const auto [outcome, at] = m_scanner.scan(from, m_end);
            const auto length = static_cast<std::size_t>(at - from);
            m_at = at;
            if (outcome == JsonScanner::Outcome::TooDeep)
                return failWith(QStringLiteral("an item of the list is nested too deeply"));
            if (m_partial.size() + length > m_limits.itemBytes)
                return failWith(QStringLiteral("an item of the list is larger than %1 bytes").arg(m_limits.itemBytes));
            if (outcome == JsonScanner::Outcome::NeedsMore) {
                m_partial.append(from, length);
                break;
            }
            m_state = State::AfterItem;
            ++m_itemCount;
            if (m_partial.empty())
                return std::string_view(from, length);
            m_partial.append(from, length);
            m_partialGiven = true;
            return std::string_view(m_partial);
        }
        case State::BeforeItem:
        case State::AfterItem: {
            m_at = skipSpace(m_at, m_end);
            if (m_at == m_end)
                break;
            if (m_state == State::AfterItem && *m_at == ',') {
                m_separatorSeen = true;
                m_state = State::BeforeItem;
                ++m_at;
            } else if (m_state == State::BeforeItem && *m_at == '{') {
                m_state = State::InItem;
            } else if (*m_at == ']' && (m_state == State::AfterItem || !m_separatorSeen)) {
                m_shell.push_back(']');
                m_state = State::AfterValue;
                ++m_at;
            } else {
                return failWith(QStringLiteral("the list is not valid JSON, or holds an item that is no object"));
            }
            break;
        }
        case State::InNested: {
            const auto [outcome, at] = m_scanner.scan(m_at, m_end);
            if (outcome == JsonScanner::Outcome::TooDeep)
                return failWith(QStringLiteral("the list is nested too deeply"));
            keepShell(m_at, at);
            m_at = at;
            if (outcome == JsonScanner::Outcome::Ended)
                m_state = State::AfterValue;
            break;
        }
        case State::InKey:
        case State::InString: {
            const char byte = *m_at++;
            m_shell.push_back(byte);
            if (m_escaped)
                m_escaped = false;
            else if (byte == '\\')
                m_escaped = true;
            else if (byte == '"') {
                m_state = m_state == State::InKey ? State::BeforeColon : State::AfterValue;
                break;
            }
            if (m_state == State::InKey)
                m_key.push_back(byte);
            break;
        }
        case State::InScalar:
            if (isSpace(*m_at) || *m_at == ',' || *m_at == '}')
                m_state = State::AfterValue; // and look at this byte again
            else
                m_shell.push_back(*m_at++);
            break;
        case State::AfterRoot:
            m_at = skipSpace(m_at, m_end);
            if (m_at != m_end)
                return failWith(QStringLiteral("bytes follow the end of the list"));
            break;
        default:
            m_at = skipSpace(m_at, m_end);
            if (m_at == m_end)
                break;
            if (m_state == State::BeforeValue && (*m_at == '{' || *m_at == '[')) {
                if (*m_at == '[' && isItemsKey()) {
                    m_itemsSeen = true;
                    m_shell.push_back(*m_at++);
                    m_separatorSeen = false;
                    m_state = State::BeforeItem;
                } else {
                    m_state = State::InNested;
                }
                break;
            }
            if (!stepRoot(*m_at))
                return failWith(QStringLiteral("the answer is not a list: no valid JSON object"));
            m_shell.push_back(*m_at++);
        }
        if (m_shell.size() > m_limits.headBytes)
            return failWith(QStringLiteral("the list's metadata is larger than %1 bytes").arg(m_limits.headBytes));
    }
    return std::nullopt;
}

Result<ListHead> ListSplitter::headOf(const std::string &shell) const
{
    auto document = JsonDocument::parse(shell);
    if (!document)
        return fail(std::move(document.error()));
    const JsonValue root = document->root();
    if (auto status = failureStatus(root))
        return fail(Error::fromStatus(std::move(*status)));
    ListHead head;
    head.apiVersion = root["apiVersion"].string();
    head.kind = root["kind"].string();
    const JsonValue metadata = root["metadata"];
    head.resourceVersion = metadata["resourceVersion"].string();
    head.continueToken = metadata["continue"].string();
    head.remainingItemCount = metadata["remainingItemCount"].integer();
    if (const JsonValue columns = root["columnDefinitions"]; columns.isArray())
        head.columnDefinitions = columns.toJson();
    return head;
}

Result<ListHead> ListSplitter::headSoFar() const
{
    switch (m_state) {
    case State::Failed: return fail(m_error);
    case State::BeforeItem:
    case State::InItem:
    case State::AfterItem: return headOf(m_shell + "]}");
    case State::AfterRoot: return headOf(m_shell);
    default: return ListHead{};
    }
}

Result<ListHead> ListSplitter::finish() const
{
    if (m_state == State::Failed)
        return fail(m_error);
    if (m_state != State::AfterRoot)
        return fail(Error::transport(QStringLiteral("the list was cut short after %1 items").arg(m_itemCount)));
    auto head = headOf(m_shell);
    // Without this an answer that is no list at all would read as an empty one, and empty a cache.
    if (head && !m_itemsSeen)
        return fail(Error::badInput(QStringLiteral("the answer is not a list but: %1").arg(QString::fromStdString(head->kind))));
    return head;
}

} // namespace kube
