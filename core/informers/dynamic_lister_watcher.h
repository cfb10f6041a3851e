// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/cache/lister_watcher.h"
#include "core/dynamic/table.h"
#include "core/object/gvk.h"
#include "core/object/object_decoder.h"

#include <cstdint>

namespace kube {

class RestClient;

/// What a lister-watcher has moved so far.
struct ListerWatcherTraffic {
    std::uint64_t bytes = 0;    ///< of bodies, inflated
    std::uint64_t lists = 0;    ///< begun
    std::uint64_t watches = 0;  ///< begun
    std::uint64_t events = 0;   ///< of watches, bookmarks included
    std::uint64_t skipped = 0;  ///< items and events that were no objects of this kind
};

/// Lists and watches one resource of a server, in one namespace or all, as Objects. Bytes are split and decoded as
/// they arrive; nothing is held whole. pause() stops the reading: what has arrived (64 KiB) is still delivered.
/// Thread: the RestClient's, which must outlive this; operations must not outlive it either.
/// Source: client-go dynamicinformer and metadatainformer; server-side printing for Form::Table.
class DynamicListerWatcher final : public ListerWatcher
{
public:
    /// What of the objects is asked for.
    enum class Form {
        Objects,
        /// Objects made of the server's table rows: {apiVersion, kind, metadata, cells}. Where the server has no
        /// table of this resource its objects come whole, and the columns are none.
        Table,
        Metadata, ///< PartialObjectMetadata: no spec, no status
    };
    /// What is listed and watched.
    struct Target {
        GroupVersionResource resource;
        std::string kind;          ///< of its objects
        std::string namespaceName; ///< "": all, or cluster-scoped
        std::string labelSelector;
        std::string fieldSelector;
        Form form = Form::Objects;
    };
    /// Told when the server names its columns.
    using Columns = std::function<void(const std::vector<TableColumnDefinition> &)>;

    /// columns: called when the columns are first known and when they change (Form::Table).
    DynamicListerWatcher(RestClient &client, Target target, ExecutorPtr executor, Columns columns = {});
    ~DynamicListerWatcher() override;

    /// Page by page, or as one stream.
    [[nodiscard]] std::unique_ptr<CacheOperation> list(const ListOptions &options, ListSink &sink) override;
    /// By one long request.
    [[nodiscard]] std::unique_ptr<CacheOperation> watch(const ListOptions &options, WatchSink &sink) override;
    /// GET /version, with 10 s to answer.
    [[nodiscard]] std::unique_ptr<CacheOperation> probe(std::function<void(std::optional<Error>)> done) override;
    void renew() override;
    [[nodiscard]] Subscription onHold(std::function<void(bool isHeld)> hold) override; ///< the RestClient's stage is paused
    [[nodiscard]] std::optional<std::uint64_t> bytesRead() const override { return traffic().bytes; }

    [[nodiscard]] const Target &target() const; ///< what it was made for
    [[nodiscard]] const ListerWatcherTraffic &traffic() const; ///< so far

    struct Shared; ///< what this and its operations work on

private:
    std::unique_ptr<Shared> m_shared;
};

} // namespace kube
