// SPDX-License-Identifier: Apache-2.0
#include "core/informers/lister_watcher_shared.h"

#include "core/object/json.h"
#include "core/rest/watch_decoder.h"

namespace kube {

namespace {

WatchEventType typeOf(WatchFrame::Type type)
{
    switch (type) {
    case WatchFrame::Type::Added: return WatchEventType::Added;
    case WatchFrame::Type::Modified: return WatchEventType::Modified;
    case WatchFrame::Type::Deleted: return WatchEventType::Deleted;
    case WatchFrame::Type::Bookmark: return WatchEventType::Bookmark;
    case WatchFrame::Type::Error: break;
    }
    return WatchEventType::Error;
}

class WatchOperation final : public CacheOperation, private StreamSink
{
public:
    WatchOperation(DynamicListerWatcher::Shared &shared, WatchSink &sink) : m_shared(shared), m_sink(sink) {}

    void start(Request request) { m_stream = m_shared.client.stream(std::move(request), *this); }
    void pause() override
    {
        if (m_stream) // none once it has failed
            m_stream->pause();
    }
    void resume() override
    {
        if (m_stream)
            m_stream->resume();
    }
    void endFor(const Error &why) override
    {
        if (m_stream)
            m_stream->endFor(why);
    }

private:
    void opened(const HttpHead &) override { m_sink.opened(); }

    void data(QByteArrayView bytes) override
    {
        m_shared.traffic.bytes += static_cast<std::uint64_t>(bytes.size());
        const std::weak_ptr<const char> alive = m_alive;
        m_decoder.feed({bytes.data(), static_cast<std::size_t>(bytes.size())});
        for (;;) {
            auto frame = m_decoder.next();
            if (!frame) {
                m_ended = true;
                m_stream.reset();
                m_sink.end(std::move(frame.error()));
                return;
            }
            if (!*frame)
                return;
            take(**frame);
            if (alive.expired())
                return;
        }
    }

    void take(WatchFrame &frame)
    {
        ++m_shared.traffic.events;
        const bool asTable = m_shared.target.form == DynamicListerWatcher::Form::Table && frame.type != WatchFrame::Type::Error;
        if (asTable) {
            const auto document = JsonDocument::parse(frame.object);
            if (!document) {
                m_shared.skip(document.error());
                return;
            }
            if (document->root()["kind"].string() == "Table") {
                takeTable(frame, document->root());
                return;
            }
            m_shared.tellColumns({});
        }
        switch (frame.type) {
        case WatchFrame::Type::Error:
            m_sink.event({WatchEventType::Error, nullptr, {}, false, std::move(frame.error)});
            return;
        case WatchFrame::Type::Bookmark:
            m_sink.event({WatchEventType::Bookmark, nullptr, std::move(frame.resourceVersion), frame.initialEventsEnd, std::nullopt});
            return;
        default:
            give(frame.type, m_shared.decode(frame.object));
        }
    }

    void takeTable(WatchFrame &frame, JsonValue table)
    {
        if (table["columnDefinitions"].size() > 0)
            m_shared.tellColumns(table["columnDefinitions"].toJson());
        if (frame.type == WatchFrame::Type::Bookmark) {
            // A bookmark as a Table carries its annotations in a row of zero values.
            const JsonValue metadata = table["rows"].at(0)["object"]["metadata"];
            const bool end = frame.initialEventsEnd
                || metadata["annotations"]["k8s.io/initial-events-end"].string() == "true";
            if (frame.resourceVersion.empty())
                frame.resourceVersion = metadata["resourceVersion"].string();
            m_sink.event({WatchEventType::Bookmark, nullptr, std::move(frame.resourceVersion), end, std::nullopt});
            return;
        }
        std::vector<ObjectPtr> objects; // the table's document must not be needed once the sink is called
        table["rows"].forEachItem([&](JsonValue row) { objects.push_back(m_shared.decodeRow(row)); });
        const std::weak_ptr<const char> alive = m_alive;
        for (ObjectPtr &object : objects) {
            give(frame.type, std::move(object));
            if (alive.expired())
                return;
        }
    }

    void give(WatchFrame::Type type, ObjectPtr object)
    {
        if (!object)
            return;
        std::string version(object->resourceVersion());
        m_sink.event({typeOf(type), std::move(object), std::move(version), false, std::nullopt});
    }

    void end(std::optional<Error> error) override
    {
        if (std::exchange(m_ended, true))
            return;
        if (!error)
            error = m_decoder.finish();
        m_sink.end(std::move(error));
    }

    DynamicListerWatcher::Shared &m_shared;
    WatchSink &m_sink;
    WatchDecoder m_decoder;
    bool m_ended = false;
    std::shared_ptr<const char> m_alive = std::make_shared<const char>('\0');
    std::unique_ptr<ClientStream> m_stream;
};

} // namespace

std::unique_ptr<CacheOperation> startWatch(DynamicListerWatcher::Shared &shared, const ListOptions &options, WatchSink &sink)
{
    ListOptions asked = options;
    // Servers refuse initial events without it (422).
    if (options.sendInitialEvents && options.resourceVersionMatch.empty())
        asked.resourceVersionMatch = "NotOlderThan";
    Request request = shared.collection(asked);
    const auto yes = QStringLiteral("true");
    request.parameter(QStringLiteral("watch"), yes);
    if (options.allowWatchBookmarks)
        request.parameter(QStringLiteral("allowWatchBookmarks"), yes);
    if (options.sendInitialEvents)
        request.parameter(QStringLiteral("sendInitialEvents"), yes);
    if (options.timeoutSeconds > 0)
        request.parameter(QStringLiteral("timeoutSeconds"), QString::number(options.timeoutSeconds));
    if (shared.target.form == DynamicListerWatcher::Form::Metadata)
        request.accept("application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io,application/json");
    request.lane(HttpRequest::Lane::Stream);
    auto operation = std::make_unique<WatchOperation>(shared, sink);
    operation->start(std::move(request));
    return operation;
}

} // namespace kube
