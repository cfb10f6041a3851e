// SPDX-License-Identifier: Apache-2.0
#include "core/apply/save_refusal.h"

namespace kube {

namespace {

/// unknown field "a.b", duplicate field "c": each of them, from the words of a strict decoder.
void addStrictFields(const std::string &message, const JsonNode &document, std::vector<RefusedField> &found)
{
    for (const auto &[words, reason] : {std::pair("unknown field \"", "Unknown"), std::pair("duplicate field \"", "Duplicate")}) {
        const std::string_view lead(words);
        for (std::size_t at = message.find(lead); at != std::string::npos; at = message.find(lead, at + 1)) {
            const std::size_t begin = at + lead.size();
            const std::size_t end = message.find('"', begin);
            if (end == std::string::npos)
                break;
            const std::string field = message.substr(begin, end - begin);
            found.push_back({parseFieldPath(field, &document), field, reason, message.substr(at, end + 1 - at)});
        }
    }
}

bool isNothing(const JsonNode &value)
{
    const bool isEmptyText = value.isString() && value.text.empty();
    const bool isEmptyCollection = (value.isObject() && value.members.empty()) || (value.isArray() && value.items.empty());
    const bool isZero = value.kind == JsonNode::Kind::Bool && !value.truth;
    return value.isNull() || isEmptyText || isEmptyCollection || isZero || (value.kind == JsonNode::Kind::Number && value.text == "0");
}

void compareKept(const JsonNode &wanted, const JsonNode *stored, FieldPath &path, KeptFields &kept)
{
    if (!stored) {
        // What is nothing is left out by servers without a loss.
        if (!isNothing(wanted))
            kept.dropped.push_back(path);
        return;
    }
    if (wanted.equals(*stored))
        return;
    if (wanted.isObject() && stored->isObject()) {
        for (const auto &[name, value] : wanted.members) {
            path.push_back(FieldStep::name(name));
            compareKept(value, stored->find(name), path, kept);
            path.pop_back();
        }
    } else if (wanted.isArray() && stored->isArray() && wanted.items.size() == stored->items.size()) {
        for (std::size_t i = 0; i < wanted.items.size(); ++i) {
            path.push_back(FieldStep::at(i));
            compareKept(wanted.items[i], &stored->items[i], path, kept);
            path.pop_back();
        }
    } else {
        kept.altered.push_back(path);
    }
}

} // namespace

std::vector<RefusedField> refusedFields(const Error &error, const JsonNode &document)
{
    std::vector<RefusedField> found;
    if (!error.status)
        return found;
    for (const StatusCause &cause : error.status->causes) {
        const std::string field = cause.field.toStdString();
        found.push_back({parseFieldPath(field == "<nil>" ? std::string() : field, &document), field, cause.reason.toStdString(), cause.message.toStdString()});
    }
    if (found.empty())
        addStrictFields(error.status->message.toStdString(), document, found);
    return found;
}

KeptFields keptFields(const JsonNode &wanted, const JsonNode &stored, const std::vector<FieldPath> &changes)
{
    KeptFields kept;
    for (const FieldPath &change : changes) {
        const JsonNode *const is = findField(stored, change);
        const JsonNode *const was = findField(wanted, change);
        FieldPath path = change;
        if (was)
            compareKept(*was, is, path, kept);
        else if (is)
            kept.altered.push_back(path); // taken away, and there again
    }
    return kept;
}

} // namespace kube
