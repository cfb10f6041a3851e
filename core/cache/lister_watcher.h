// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"
#include "core/base/result.h"
#include "core/base/subscription.h"
#include "core/object/object.h"

#include <optional>

namespace kube {

/// metav1.ListOptions, the part a reflector uses.
struct ListOptions {
    std::string resourceVersion;      ///< "": most recent; "0": any
    std::string resourceVersionMatch; ///< "", "NotOlderThan" or "Exact"
    std::string continueToken;
    std::int64_t limit = 0;           ///< 0: no paging
    std::string labelSelector;
    std::string fieldSelector;
    std::int64_t timeoutSeconds = 0;  ///< watch: the server ends it after so long; 0: its own choice
    bool allowWatchBookmarks = false;
    bool sendInitialEvents = false;   ///< WatchList (KEP-3157)
};

/// metav1.ListMeta
struct ListMeta {
    std::string resourceVersion;
    std::string continueToken;
    std::optional<std::int64_t> remainingItemCount;
};

/// As the API names them, in capitals.
enum class WatchEventType { Added, Modified, Deleted, Bookmark, Error };

/// What a watch tells of one object.
struct WatchEvent {
    WatchEventType type = WatchEventType::Added;
    ObjectPtr object;             ///< Added, Modified, Deleted
    std::string resourceVersion;  ///< of the object, or the bookmark's
    bool initialEventsEnd = false; ///< a bookmark annotated k8s.io/initial-events-end: "true"
    std::optional<Error> error;   ///< Error: the Status it carried
};

/// What a list tells as its bytes arrive: items, then one end. Nothing after end or after the operation is destroyed.
class ListSink
{
public:
    virtual ~ListSink() = default;
    virtual void item(ObjectPtr object) = 0; ///< the next object of the list
    /// Once, with the page's metadata; Transport when the body was cut short, whatever HTTP said.
    virtual void end(Result<ListMeta> result) = 0;
};

/// What a watch tells: opened when the server accepted it, events, one end (no error: closed by the server).
class WatchSink
{
public:
    virtual ~WatchSink() = default;
    virtual void opened() {} ///< the server has accepted the watch
    virtual void event(WatchEvent event) = 0; ///< in the server's order
    virtual void end(std::optional<Error> error) = 0; ///< no error: the server closed the watch
};

/// A list or watch under way; destroying it, within a call of its sink too, cancels without a further call.
class CacheOperation
{
public:
    virtual ~CacheOperation() = default;
    virtual void pause() {}  ///< back-pressure while the queue is long
    virtual void resume() {} ///< goes on after pause()
    virtual void endFor(const Error &) {} ///< it is about to be destroyed, for that reason: for whoever keeps a log
};

/// Where a Reflector gets its objects from: one resource in one scope. Never calls a sink from within list() or
/// watch(). Thread: the reflector's. Source: client-go cache.ListerWatcher, made to stream.
class ListerWatcher
{
public:
    virtual ~ListerWatcher() = default;
    /// Begins a list; sink outlives what is returned.
    [[nodiscard]] virtual std::unique_ptr<CacheOperation> list(const ListOptions &options, ListSink &sink) = 0;
    /// Begins a watch; sink outlives what is returned.
    [[nodiscard]] virtual std::unique_ptr<CacheOperation> watch(const ListOptions &options, WatchSink &sink) = 0;
    /// Is the server alive on this path? (asked while a list or watch is silent) done gets nothing when it answered.
    [[nodiscard]] virtual std::unique_ptr<CacheOperation> probe(std::function<void(std::optional<Error>)> done) = 0;
    /// A probe was not answered: every connection to the server, others' too, is to be left for new ones.
    virtual void renew() {}
    /// Told when whoever asks and reads for it is held up, and when no longer; at once if it is so already. Meanwhile no
    /// silence is the server's.
    [[nodiscard]] virtual Subscription onHold(std::function<void(bool isHeld)>) { return {}; }
    /// Of bodies read so far; nothing: not counted.
    [[nodiscard]] virtual std::optional<std::uint64_t> bytesRead() const { return std::nullopt; }
};

} // namespace kube
