// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/object.h"
#include "core/rest/watch_decoder.h"

#include <functional>

namespace kube {

class Request;
class RestClient;

/// What to watch. Source: meta/v1 ListOptions.
struct WatchQuery {
    std::string labelSelector;
    std::string fieldSelector;
    std::string resourceVersion;     ///< of a list: changes after it. "": first what there is now, as Added
    std::int64_t timeoutSeconds = 0; ///< the server ends the watch after so long; 0: its own choice
    bool allowWatchBookmarks = false;

    void addTo(Request &request) const; ///< as parameters of a GET of a collection
};

/// What a watch tells, on the client's thread. Neither is called once the watch has been dropped, which either may do.
struct WatchHandler {
    /// Added, Modified or Deleted with the object as it is now (or was last).
    std::function<void(WatchFrame::Type type, ObjectPtr object)> event;
    /// A version to go on from later; with allowWatchBookmarks.
    std::function<void(const std::string &resourceVersion)> bookmark;
    /// Once, the last call. No error: the server closed it, as it does after some minutes. Errors: those of the answer
    /// (Gone: list again), of an ERROR event, Transport when the body was cut short, BadInput.
    std::function<void(std::optional<Error> error)> ended;
};

/// A watch under way; destroying it ends it without a further call. Lifetime: the RestClient outlives it.
/// Source: apimachinery watch.Interface.
class [[nodiscard]] ObjectWatch
{
public:
    ObjectWatch(); ///< of nothing, not running
    ObjectWatch(RestClient &client, Request request, WatchHandler handler); ///< begins at once; see DynamicClient::watch()
    ~ObjectWatch();
    ObjectWatch(ObjectWatch &&) noexcept; ///< the watch goes on in the new one
    ObjectWatch &operator=(ObjectWatch &&) noexcept; ///< stops its own watch and takes over the other

    void stop(); ///< nothing is called afterwards
    [[nodiscard]] bool isRunning() const; ///< has it neither ended nor been stopped?

private:
    class Run;
    std::unique_ptr<Run> m_run;
};

} // namespace kube
