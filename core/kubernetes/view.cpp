// SPDX-License-Identifier: Apache-2.0
#include "core/kubernetes/view.h"

#include "core/kubernetes/view_index.h"
#include "core/object/json_scratch.h"
#include "core/object/valid_utf8.h"

#include <atomic>

namespace kube {

/// The bytes. Those of an Object are taken from it when they are first needed: most objects of a list are looked at
/// for a name alone.
struct View::Document {
    ObjectPtr object;
    std::string json;
    std::uint64_t stamp = newStamp(); ///< another one for other bytes, in the whole program
    std::unique_ptr<ViewIndex> index; ///< of a large one that has been read since it last changed

    const std::string &bytes()
    {
        if (object)
            json = std::exchange(object, nullptr)->json();
        return json;
    }
    void become(std::string changed)
    {
        object.reset();
        json = std::move(changed);
        stamp = newStamp();
        index.reset();
    }
    [[nodiscard]] bool isLarge() { return bytes().size() > largestParsed; }
    /// Of a large document.
    [[nodiscard]] std::optional<std::string_view> find(const JsonPath &path)
    {
        if (!index)
            index = std::make_unique<ViewIndex>();
        return index->find(bytes(), path);
    }

    static constexpr std::size_t largestParsed = 256 * 1024; ///< as a whole: a parser takes some twenty times as much

    static std::uint64_t newStamp()
    {
        static std::atomic<std::uint64_t> last = 0;
        return ++last;
    }
};

namespace {

/// What this thread has parsed last: the fields of one document are mostly read one after the other.
struct LastParsed {
    JsonScratch scratch;
    JsonValue root;
    std::uint64_t stamp = 0; ///< of the bytes it was made of; 0: none
    int readers = 0;         ///< who look at it just now
};

/// Absent when json cannot be parsed: valid parts may have been put together too deep.
JsonValue parsed(JsonScratch &scratch, std::string_view json)
{
    simdjson::dom::element root;
    return scratch.parse(json, root) ? JsonValue() : JsonValue(root);
}

} // namespace

View::View() : m_document(documentOf(std::string("{}"))) {}

View::View(const View &parent, std::string member) : m_document(parent.m_document), m_path(parent.m_path)
{
    m_path.emplace_back(isValidUtf8(member) ? std::move(member) : validUtf8(member)); // as it will be written
}

View::View(const View &parent, std::size_t index) : m_document(parent.m_document), m_path(parent.m_path)
{
    m_path.emplace_back(index);
}

std::shared_ptr<View::Document> View::documentOf(std::string json)
{
    auto document = std::make_shared<Document>();
    document->json = std::move(json);
    return document;
}

std::shared_ptr<View::Document> View::documentOf(ObjectPtr object)
{
    auto document = std::make_shared<Document>();
    document->object = std::move(object);
    return document;
}

std::string View::json() const
{
    if (m_path.empty())
        return m_document->bytes();
    const auto found = m_document->isLarge() ? m_document->find(m_path) : findJson(m_document->bytes(), m_path);
    return std::string(found.value_or("null"));
}

void View::read(const std::function<void(JsonValue)> &look) const
{
    const auto lookAt = [&](JsonValue value) {
        for (const JsonStep &step : m_path) {
            if (const auto *const name = std::get_if<std::string>(&step))
                value = value[*name];
            else
                value = value.at(std::get<std::size_t>(step));
        }
        look(value);
    };
    thread_local LastParsed last;
    const auto document = m_document; // look may let go of this
    if (last.stamp != document->stamp) {
        if (document->isLarge()) {
            const auto bytes = document->find(m_path);
            JsonScratch scratch;
            look(bytes ? parsed(scratch, *bytes) : JsonValue());
            return;
        }
        if (last.readers > 0) {
            JsonScratch scratch;
            lookAt(parsed(scratch, document->bytes()));
            return;
        }
        last.root = parsed(last.scratch, document->bytes());
        last.stamp = document->stamp;
    }
    ++last.readers;
    lookAt(last.root);
    --last.readers;
}

bool View::exists() const
{
    if (m_document->isLarge()) {
        const auto bytes = m_document->find(m_path);
        return bytes && *bytes != "null";
    }
    bool exists = false;
    read([&](JsonValue value) { exists = !value.isNull(); });
    return exists;
}

void View::set(const View &other)
{
    if (other.exists())
        write(other.json());
    else
        remove();
}

void View::remove()
{
    m_document->become(m_path.empty() ? "{}" : withoutJson(m_document->bytes(), m_path));
}

void View::write(std::string_view json) const
{
    m_document->become(m_path.empty() ? std::string(json) : withJson(m_document->bytes(), m_path, json));
}

} // namespace kube
