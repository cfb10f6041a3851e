// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/base/subscription.h"
#include "core/object/object.h"
#include "core/session/ports/freshness.h"
#include "core/session/ports/paint_times.h"
#include "core/session/ports/resource_info.h"

namespace kube {

/// What is to be shown live.
struct FeedRequest {
    /// Table: the server's own columns; objects carry {metadata, cells}.
    enum class Form { Objects, Table };
    ResourceInfo resource;
    NamespaceScope scope;
    std::string labelSelector;
    std::string fieldSelector;
    Form form = Form::Objects;
};

/// A column of the server's Table.
struct TableColumn {
    std::string name;
    std::string type;
    std::string format;
    int priority = 0;
};

/// The session's side of one table: the informer's cache and its notifications. Several informers (one a namespace)
/// look like one. Thread: the session's. Lifetime: outlives the FeedWorker it was given to.
class FeedSource
{
public:
    /// Told on the feed's thread.
    struct Handler {
        /// One object changed, came or went: look it up. Called in the informer's order.
        std::function<void(const ObjectKey &key, bool isInInitialList)> changed;
        /// The columns, once known (Form::Table).
        std::function<void(const std::vector<TableColumn> &)> columns;
    };
    virtual ~FeedSource() = default;
    /// Starts telling: every object already cached first.
    virtual void start(Handler handler) = 0;
    /// Null when it is not in the cache.
    [[nodiscard]] virtual ObjectPtr get(const ObjectKey &key) const = 0;
    [[nodiscard]] virtual std::size_t size() const = 0; ///< objects in the cache
    [[nodiscard]] virtual const ExecutorPtr &executor() const = 0; ///< of the feed's thread
    [[nodiscard]] virtual Scheduler &scheduler() const = 0; ///< of the feed's thread

    /// For the clocks of whoever looks, as delivering() is; both cost nothing while nobody does. A key's row is in line with
    /// the cache; what it gives, if anything, goes with the row to whoever paints it.
    virtual std::optional<ChangeStamp> reconciled(const ObjectKey &) { return std::nullopt; }
    /// Rows are on their way to the GUI. What it gives, if anything, is called once they are there, on any thread.
    [[nodiscard]] virtual std::function<void()> delivering() { return {}; }
};

class FeedInspection;

/// What ui/models puts on the session thread: reconciles rows with the cache. Made, used and destroyed there.
class FeedWorker
{
public:
    virtual ~FeedWorker() = default;
    [[nodiscard]] virtual FeedInspection *inspection() { return nullptr; } ///< null: there is nothing to be seen
};
/// Called once, on the feed's thread.
using FeedWorkerMaker = std::function<std::unique_ptr<FeedWorker>(FeedSource &source)>;

/// Opens tables. Thread: any; make runs on the session's, freshness on the owner's. Dropping the Subscription
/// destroys the worker on the session thread and releases the informer.
class ResourceFeed
{
public:
    virtual ~ResourceFeed() = default;
    /// Dropping the subscription ends the feed; make is called on its thread.
    [[nodiscard]] virtual Subscription open(FeedRequest request, FeedWorkerMaker make, const Owner &owner,
                                            std::function<void(Freshness)> freshness) = 0;
};

} // namespace kube
