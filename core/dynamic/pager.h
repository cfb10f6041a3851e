// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/future.h"
#include "core/dynamic/list_page.h"

namespace kube {

/// Lists page by page and gives all items as one, at the resourceVersion of the first page. When the continue token
/// expires between two pages, one whole list at the version first asked for replaces them.
/// Source: client-go tools/pager. Thread: the executor's; what is under way ends as Canceled when this dies.
class Pager
{
public:
    using Fetch = std::function<Future<ListPage>(const ListQuery &)>; ///< asks for one page, as DynamicClient::list() does

    /// executor: of the thread that fetch is called on.
    Pager(Fetch fetch, ExecutorPtr executor) : m_fetch(std::move(fetch)), m_owner(std::move(executor)) {}

    /// query.limit is the size of a page. Errors: those of fetch; Gone only when the first page says so.
    [[nodiscard]] Future<ListPage> list(const ListQuery &query);

private:
    [[nodiscard]] Future<ListPage> next(ListQuery query, std::shared_ptr<ListPage> collected);

    Fetch m_fetch;
    Owner m_owner;
};

} // namespace kube
