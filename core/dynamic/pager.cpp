// SPDX-License-Identifier: Apache-2.0
#include "core/dynamic/pager.h"

#include <iterator>

namespace kube {

Future<ListPage> Pager::list(const ListQuery &query)
{
    return then(m_fetch(query), m_owner, [this, query](Result<ListPage> first) -> Future<ListPage> {
        if (!first || first->continueToken.empty())
            return Future<ListPage>::ready(std::move(first));
        return next(query, std::make_shared<ListPage>(std::move(*first)));
    });
}

Future<ListPage> Pager::next(ListQuery query, std::shared_ptr<ListPage> collected)
{
    ListQuery page = query;
    page.continueToken = collected->continueToken;
    page.resourceVersion.clear(); // the token carries it, and servers refuse both
    page.resourceVersionMatch.clear();
    return then(m_fetch(page), m_owner, [this, query, collected](Result<ListPage> answer) -> Future<ListPage> {
        if (!answer) {
            if (!answer.error().is(ErrorKind::Gone))
                return Future<ListPage>::ready(std::move(answer));
            ListQuery whole = query;
            whole.limit = 0;
            whole.continueToken.clear();
            return m_fetch(whole);
        }
        std::move(answer->items.begin(), answer->items.end(), std::back_inserter(collected->items));
        collected->continueToken = answer->continueToken;
        if (collected->continueToken.empty()) {
            collected->remainingItemCount.reset();
            return Future<ListPage>::ready(std::move(*collected));
        }
        return next(query, collected);
    });
}

} // namespace kube
