// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/object.h"

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <vector>

namespace kube {

class Request;

/// What to list. Source: meta/v1 ListOptions.
struct ListQuery {
    std::string labelSelector;
    std::string fieldSelector;
    std::int64_t limit = 0;           ///< objects a page; 0: all at once
    std::string continueToken;        ///< of the page before; the server refuses a resourceVersion beside it
    std::string resourceVersion;      ///< "": most recent; "0": any
    std::string resourceVersionMatch; ///< "", "NotOlderThan" or "Exact"

    void addTo(Request &request) const; ///< as parameters of a GET of a collection
};

/// One page of a list.
struct ListPage {
    GroupVersionKind kind; ///< of the items
    std::vector<ObjectPtr> items;
    std::string resourceVersion;
    std::string continueToken; ///< empty: the last page
    std::optional<std::int64_t> remainingItemCount; ///< estimated, and only without selectors
    QStringList warnings;

    /// Errors: BadInput when it is no list, or an item is no object; a Status' own.
    [[nodiscard]] static Result<ListPage> decode(const QByteArray &json);
};

} // namespace kube
