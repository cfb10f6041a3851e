// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json.h"

#include <map>

namespace kube {

/// A JSON object in the making; a text that is empty is left out, as Go's omitempty does.
class JsonFields
{
public:
    void raw(std::string_view name, std::string_view json)
    {
        if (m_json.size() > 1)
            m_json += ',';
        appendJsonString(m_json, name);
        m_json += ':';
        m_json += json;
    }
    void text(std::string_view name, std::string_view value)
    {
        if (value.empty())
            return;
        std::string quoted;
        appendJsonString(quoted, value);
        raw(name, quoted);
    }
    void texts(std::string_view name, const std::map<std::string, std::string> &values)
    {
        if (values.empty())
            return;
        JsonFields fields;
        for (const auto &[key, value] : values) {
            std::string quoted;
            appendJsonString(quoted, value);
            fields.raw(key, quoted);
        }
        raw(name, fields.json());
    }
    [[nodiscard]] std::string json() const { return m_json + '}'; }

private:
    std::string m_json = "{";
};

} // namespace kube
