// SPDX-License-Identifier: Apache-2.0
#include "tests/cluster/apply/planned_edit.h"

#include <QByteArray>

namespace kube::test {

namespace {

JsonNode textNode(std::string text)
{
    JsonNode node;
    node.kind = JsonNode::Kind::String;
    node.text = std::move(text);
    return node;
}

JsonNode &made(JsonNode &node, std::string_view name, JsonNode::Kind kind = JsonNode::Kind::Object)
{
    if (!node.find(name)) {
        JsonNode value;
        value.kind = kind;
        node.set(name, std::move(value));
    }
    return *node.find(name);
}

JsonNode &containerOf(JsonNode &object)
{
    return object.find("spec")->find("template")->find("spec")->find("containers")->items.front();
}

bool isMark(const std::string &name)
{
    return name.size() > 1 && (name.front() == 'a' || name.front() == 'b') && name.find_first_not_of("0123456789", 1) == std::string::npos;
}

std::vector<std::string> words(const std::string &text)
{
    std::vector<std::string> found;
    for (const QByteArray &word : QByteArray::fromStdString(text).split(' ')) {
        if (!word.isEmpty())
            found.push_back(word.toStdString());
    }
    return found;
}

void append(JsonNode &notes, const std::string &name, const std::string &word)
{
    JsonNode *const text = notes.find(name);
    notes.set(name, textNode((text ? text->text + " " : std::string()) + word));
}

} // namespace

std::string PlannedEdit::doneTo(const std::string &object) const
{
    JsonNode document = JsonNode::parse(object, "object").value();
    JsonNode &notes = isDeployment ? made(made(document, "metadata"), "annotations") : made(document, "data");
    const std::string other = editor == "a" ? "b" : "a";
    if (isDeployment) {
        JsonNode &env = made(containerOf(document), "env", JsonNode::Kind::Array);
        if (removesOthers) {
            const auto mark = std::find_if(env.items.begin(), env.items.end(), [&](const JsonNode &one) { return one.find("name")->text.substr(0, 1) == other; });
            if (mark != env.items.end())
                env.items.erase(mark);
        }
        JsonNode variable = JsonNode::object();
        variable.set("name", textNode(id()));
        variable.set("value", textNode("1"));
        env.items.push_back(std::move(variable));
        if (appends)
            made(containerOf(document), "args", JsonNode::Kind::Array).items.push_back(textNode(id()));
    } else {
        if (removesOthers) {
            const auto mark = std::find_if(notes.members.begin(), notes.members.end(), [&](const JsonNode::Member &one) { return isMark(one.first) && one.first.substr(0, 1) == other; });
            if (mark != notes.members.end())
                notes.members.erase(mark);
        }
        notes.set(id(), textNode("1"));
        if (appends)
            append(notes, "list", id());
    }
    append(notes, "log-" + editor, id());
    const JsonNode *const count = notes.find("count-" + editor);
    notes.set("count-" + editor, textNode(std::to_string(count ? std::stoi(count->text) + 1 : 1)));
    if (setsShared)
        notes.set("shared", textNode(id()));
    std::string text;
    document.write(text);
    return text;
}

EditedObject::EditedObject(const std::string &object)
{
    JsonNode document = JsonNode::parse(object, "object").value();
    if (document.find("spec")) {
        m_notes = made(made(document, "metadata"), "annotations");
        JsonNode &container = containerOf(document);
        for (const JsonNode &variable : made(container, "env", JsonNode::Kind::Array).items)
            marks.push_back(variable.find("name")->text);
        for (const JsonNode &item : made(container, "args", JsonNode::Kind::Array).items)
            list.push_back(item.text);
    } else {
        m_notes = made(document, "data");
        for (const auto &[name, value] : m_notes.members) {
            if (isMark(name))
                marks.push_back(name);
        }
        list = words(note("list"));
    }
}

std::string EditedObject::note(const std::string &name) const
{
    const JsonNode *const text = m_notes.find(name);
    return text ? text->text : std::string();
}

std::vector<std::string> EditedObject::logOf(const std::string &editor) const
{
    return words(note("log-" + editor));
}

int EditedObject::countOf(const std::string &editor) const
{
    const std::string count = note("count-" + editor);
    return count.empty() ? 0 : std::stoi(count);
}

} // namespace kube::test
