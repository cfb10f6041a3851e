// SPDX-License-Identifier: Apache-2.0
#include "core/dynamic/list_page.h"

#include "core/object/object_decoder.h"
#include "core/rest/list_splitter.h"
#include "core/rest/request.h"

namespace kube {

namespace {

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// fn(item) for each; gives the rest of the document.
template <typename Fn>
Result<ListHead> split(const QByteArray &json, Fn fn)
{
    ListSplitter splitter;
    splitter.feed(view(json));
    for (;;) {
        const auto item = splitter.next();
        if (!item)
            return fail(item.error());
        if (!*item)
            return splitter.finish();
        if (const std::optional<Error> error = fn(**item))
            return fail(*error);
    }
}

GroupVersionKind itemKind(const ListHead &head)
{
    const auto groupVersion = GroupVersion::parse(head.apiVersion);
    constexpr std::string_view suffix = "List";
    if (!groupVersion || !head.kind.ends_with(suffix))
        return {};
    return {groupVersion->group, groupVersion->version, head.kind.substr(0, head.kind.size() - suffix.size())};
}

} // namespace

void ListQuery::addTo(Request &request) const
{
    const auto add = [&](const char *name, const std::string &value) {
        request.parameter(QString::fromLatin1(name), QString::fromStdString(value));
    };
    add("labelSelector", labelSelector);
    add("fieldSelector", fieldSelector);
    add("limit", limit > 0 ? std::to_string(limit) : std::string());
    add("continue", continueToken);
    add("resourceVersion", resourceVersion);
    add("resourceVersionMatch", resourceVersionMatch);
}

Result<ListPage> ListPage::decode(const QByteArray &json)
{
    // The list's kind, which its items come without, may stand behind them: so the document is cut twice.
    std::size_t count = 0;
    const auto head = split(json, [&](std::string_view) -> std::optional<Error> {
        ++count;
        return std::nullopt;
    });
    if (!head)
        return fail(head.error());
    ListPage page{itemKind(*head), {}, head->resourceVersion, head->continueToken, head->remainingItemCount, {}};
    if (page.kind.kind.empty())
        return fail(Error::badInput(QStringLiteral("the answer is not a list of objects")));
    page.items.reserve(count);
    ObjectDecoder decoder(page.kind, {.trainAfter = 0});
    const auto again = split(json, [&](std::string_view item) -> std::optional<Error> {
        auto object = decoder.decode(item);
        if (!object)
            return object.error();
        page.items.push_back(std::move(*object));
        return std::nullopt;
    });
    if (!again)
        return fail(again.error());
    return page;
}

} // namespace kube
