// SPDX-License-Identifier: Apache-2.0
#include "core/kubernetes/view.h"

#include "core/object/json.h"

namespace kube {

/// The bytes, and what they were last parsed to. Those of an Object are taken from it when they are first needed: most
/// objects of a list are looked at for a name alone.
struct View::Document {
    ObjectPtr object;
    std::string json;
    std::optional<JsonDocument> parsed;

    const std::string &bytes()
    {
        if (object)
            json = std::exchange(object, nullptr)->json();
        return json;
    }
    JsonValue root()
    {
        if (!parsed) {
            auto document = JsonDocument::parse(bytes());
            Q_ASSERT(document); // whoever made this Document had it parsed before
            parsed.emplace(std::move(*document));
        }
        return parsed->root();
    }
    void become(std::string changed)
    {
        json = std::move(changed);
        parsed.reset();
    }
};

View::View() : m_document(documentOf(std::string("{}"))) {}

View::View(const View &parent, std::string member) : m_document(parent.m_document), m_path(parent.m_path)
{
    m_path.emplace_back(std::move(member));
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
    return std::string(findJson(m_document->bytes(), m_path).value_or("null"));
}

JsonValue View::read() const
{
    JsonValue value = m_document->root();
    for (const JsonStep &step : m_path) {
        if (const auto *const name = std::get_if<std::string>(&step))
            value = value[*name];
        else
            value = value.at(std::get<std::size_t>(step));
    }
    return value;
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
