// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/informers/dynamic_lister_watcher.h"
#include "core/rest/rest_client.h"

namespace kube {

/// Thread and lifetime: the DynamicListerWatcher's.
struct DynamicListerWatcher::Shared {
    RestClient &client;
    Target target;
    ExecutorPtr executor;
    Columns columns;
    ObjectDecoder decoder;
    ListerWatcherTraffic traffic;
    std::string lastColumns; ///< JSON, so that the same columns are told once

    /// A GET of the collection, with selectors and the Accept of the form.
    [[nodiscard]] Request collection(const ListOptions &options) const;
    /// Tells columns when they are new. definitions is the JSON array; "" means that there are none.
    void tellColumns(const std::string &definitions);
    /// Null (and counted, and logged) when it is no object of this kind.
    [[nodiscard]] ObjectPtr decode(std::string_view json);
    [[nodiscard]] ObjectPtr decodeRow(JsonValue row);
    void skip(const Error &error);
};

/// In which form an answer to Form::Table comes, by what stands at its beginning; nothing: more bytes are needed.
/// Servers say so nowhere else: the Content-Type is application/json in both cases.
enum class AnswerForm { Objects, Table };
[[nodiscard]] std::optional<AnswerForm> answerForm(std::string_view beginning);

[[nodiscard]] std::unique_ptr<CacheOperation> startList(DynamicListerWatcher::Shared &shared, const ListOptions &options, ListSink &sink);
[[nodiscard]] std::unique_ptr<CacheOperation> startWatch(DynamicListerWatcher::Shared &shared, const ListOptions &options, WatchSink &sink);
[[nodiscard]] std::unique_ptr<CacheOperation> startProbe(DynamicListerWatcher::Shared &shared, std::function<void(std::optional<Error>)> done);

} // namespace kube
