// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json.h"
#include "core/requests/kubectl_command.h"
#include "core/requests/request_target.h"

#include <QUrlQuery>

namespace kube {

/// A command line in the making, with what it is made from. Its words are quoted as they are added.
class KubectlLine
{
public:
    KubectlLine(const RequestRecord &record, const CommandTarget &where);

    [[nodiscard]] const RequestRecord &record() const { return m_record; }
    [[nodiscard]] const RequestTarget &target() const { return m_target; }
    [[nodiscard]] const std::string &text() const { return m_line; }
    [[nodiscard]] std::string parameter(const char *name) const { return m_query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded).toStdString(); }
    [[nodiscard]] bool has(const char *name) const { return m_query.hasQueryItem(QLatin1String(name)); }
    [[nodiscard]] bool isSet(const char *name) const { return parameter(name) == "true" || parameter(name) == "1"; }
    [[nodiscard]] bool isOf(const char *subresource) const { return m_target.subresource == subresource; }
    [[nodiscard]] JsonValue body(); ///< absent when it is not kept, or no JSON
    [[nodiscard]] std::string_view bodyText() const { return {m_record.body.constData(), static_cast<std::size_t>(m_record.body.size())}; }

    void pipeBody(); ///< before begin(): "printf %s BODY |"
    void begin(std::string_view verb);
    void add(std::string_view written) { m_line += written; } ///< as it is
    void word(std::string_view text);
    void flag(std::string_view name, std::string_view value); ///< unless the value is empty
    void object();                                            ///< "pods web-1"
    void place();                                             ///< -n, or -A for a list of all
    void selectors();
    void dryRun();
    void manager() { flag("--field-manager", parameter("fieldManager")); }
    void fileOfBody() { m_line += m_record.isBodyKept ? " -f -" : " -f body.json"; }
    void identity(); ///< last: as whom, and whom to ask

private:
    const RequestRecord &m_record;
    const CommandTarget &m_where;
    RequestTarget m_target;
    QUrlQuery m_query;
    std::optional<JsonDocument> m_document;
    std::string m_line;
};

} // namespace kube
