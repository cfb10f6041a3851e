// SPDX-License-Identifier: Apache-2.0
#include "core/dynamic/object_watch.h"

#include "core/object/object_decoder.h"
#include "core/rest/rest_client.h"

namespace kube {

void WatchQuery::addTo(Request &request) const
{
    const auto add = [&](const char *name, const std::string &value) {
        request.parameter(QString::fromLatin1(name), QString::fromStdString(value));
    };
    add("watch", "true");
    add("labelSelector", labelSelector);
    add("fieldSelector", fieldSelector);
    add("resourceVersion", resourceVersion);
    add("timeoutSeconds", timeoutSeconds > 0 ? std::to_string(timeoutSeconds) : std::string());
    add("allowWatchBookmarks", allowWatchBookmarks ? "true" : "");
}

class ObjectWatch::Run final : private StreamSink
{
public:
    Run(RestClient &client, Request request, WatchHandler handler) : m_handler(std::move(handler))
    {
        request.lane(HttpRequest::Lane::Stream);
        m_stream = client.stream(std::move(request), *this);
    }

    [[nodiscard]] bool isRunning() const { return m_stream != nullptr; }

private:
    void data(QByteArrayView bytes) override
    {
        const std::weak_ptr<const char> alive = m_alive;
        m_decoder.feed({bytes.data(), static_cast<std::size_t>(bytes.size())});
        for (;;) {
            auto frame = m_decoder.next();
            if (!frame)
                return finish(std::move(frame.error()));
            if (!*frame)
                return;
            if ((*frame)->type == WatchFrame::Type::Error)
                return finish(std::move((*frame)->error));
            if (auto error = give(**frame))
                return finish(std::move(error));
            if (alive.expired())
                return;
        }
    }

    /// The handler may destroy this: a copy of what it is called by lives as long as the call.
    [[nodiscard]] std::optional<Error> give(const WatchFrame &frame)
    {
        if (frame.type == WatchFrame::Type::Bookmark) {
            const std::string version = frame.resourceVersion;
            if (const auto tell = m_handler.bookmark)
                tell(version);
            return std::nullopt;
        }
        const auto object = decodeObject(frame.object);
        if (!object)
            return object.error();
        if (const auto tell = m_handler.event)
            tell(frame.type, *object);
        return std::nullopt;
    }

    void end(std::optional<Error> error) override { finish(error ? std::move(error) : m_decoder.finish()); }

    void finish(std::optional<Error> error)
    {
        m_stream.reset();
        if (const auto tell = std::exchange(m_handler.ended, nullptr))
            tell(std::move(error));
    }

    WatchHandler m_handler;
    WatchDecoder m_decoder;
    std::shared_ptr<const char> m_alive = std::make_shared<const char>('\0');
    std::unique_ptr<ClientStream> m_stream;
};

ObjectWatch::ObjectWatch(RestClient &client, Request request, WatchHandler handler)
    : m_run(std::make_unique<Run>(client, std::move(request), std::move(handler)))
{
}

ObjectWatch::ObjectWatch() = default;
ObjectWatch::~ObjectWatch() = default;
ObjectWatch::ObjectWatch(ObjectWatch &&) noexcept = default;
ObjectWatch &ObjectWatch::operator=(ObjectWatch &&) noexcept = default;

void ObjectWatch::stop()
{
    m_run.reset();
}

bool ObjectWatch::isRunning() const
{
    return m_run && m_run->isRunning();
}

} // namespace kube
