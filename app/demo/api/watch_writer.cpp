// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/watch_writer.h"

#include "app/demo/api/meter.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTimer>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 slowWatcherBacklog = 64 << 20;
constexpr int bookmarkMilliseconds = 60'000;

class Watch : public QObject
{
public:
    Watch(ApiStore &store, const ResourceTypePtr &type, const Call &call, Selection selection, ReplyPtr reply, QObject &owner)
        : QObject(&owner), m_store(store), m_resource(type->storedResource()), m_form(Representation::of(call, type)),
          m_selection(std::move(selection)), m_reply(std::move(reply))
    {
        m_reply->onClosed = [this] { deleteLater(); };
        m_reply->begin(200, "application/json");
        setObjectName(QString::fromUtf8(metricName(m_resource))); // by which they are counted
    }
    ~Watch() override { m_reply->onClosed = nullptr; }

    void start(const Call &call, bool initialEvents)
    {
        const QString asked = call.parameter(u"resourceVersion"_s);
        m_bookmarks = call.flag(u"allowWatchBookmarks"_s);
        const quint64 from = asked.toULongLong();
        if (initialEvents && from > m_store.revision()) {
            error(tooLarge(from, m_store.revision()));
            return;
        }
        if (initialEvents || from == 0) {
            for (const StoredPtr &object : m_store.list(m_resource, m_selection.namespaceName())) {
                if (m_selection.matches(*object))
                    frame("ADDED", *object);
            }
            if (initialEvents)
                bookmark(true);
        } else {
            const auto missed = m_store.since(m_resource, from);
            if (!missed) {
                error(expired(missed.error().message));
                return;
            }
            for (const StoreEvent &event : *missed)
                tell(event);
        }
        m_subscription = m_store.subscribe(m_resource, [this](const StoreEvent &event) { tell(event); });
        if (m_bookmarks) {
            m_bookmarkTimer.callOnTimeout(this, [this] { bookmark(false); });
            m_bookmarkTimer.start(bookmarkMilliseconds);
        }
        const qint64 seconds = call.parameter(u"timeoutSeconds"_s).toLongLong();
        const qint64 life = seconds > 0 ? seconds : 1800 + QRandomGenerator::global()->bounded(1800);
        // As the API server's watch cache: the last bookmark comes shortly before the end.
        if (m_bookmarks && life > 2)
            QTimer::singleShot(std::chrono::seconds(life - 2), this, [this] { bookmark(false); });
        QTimer::singleShot(std::chrono::seconds(life), this, [this] { end(); });
    }

private:
    void tell(const StoreEvent &event)
    {
        if (event.type == StoreEvent::Type::Ended) {
            // What comes under the same name later is another resource's. The end itself is not for the store's loop.
            m_subscription.reset();
            QTimer::singleShot(0, this, [this] { end(); });
            return;
        }
        const bool is = event.type != StoreEvent::Type::Deleted && m_selection.matches(*event.object);
        const bool was = event.previous && m_selection.matches(*event.previous);
        if (is)
            frame(was ? "MODIFIED" : "ADDED", *event.object);
        else if (was)
            frame("DELETED", event.type == StoreEvent::Type::Deleted ? *event.object : *left(event));
    }

    /// What a selector no longer finds is told as it was when it last did, with the version of the change.
    static StoredPtr left(const StoreEvent &event)
    {
        auto last = std::make_shared<StoredObject>(*event.previous);
        last->revision = event.revision;
        last->json = withResourceVersion(std::move(last->json), event.revision);
        return last;
    }
    void frame(const char *type, const StoredObject &object)
    {
        push("{\"type\":\"" + QByteArray(type) + "\",\"object\":" + m_form.eventObject(object, std::exchange(m_first, false)) + "}\n");
    }
    void bookmark(bool initialEventsEnd)
    {
        push("{\"type\":\"BOOKMARK\",\"object\":" + m_form.bookmark(m_store.revision(), initialEventsEnd, std::exchange(m_first, false)) + "}\n");
    }
    void error(const StatusReply &status)
    {
        push("{\"type\":\"ERROR\",\"object\":" + QJsonDocument(status.toJson()).toJson(QJsonDocument::Compact) + "}\n");
        end();
    }

    // Events of one turn go out together.
    void push(const QByteArray &bytes)
    {
        if (m_pending.isEmpty())
            QTimer::singleShot(0, this, [this] { flush(); });
        m_pending += bytes;
        if (m_pending.size() > (1 << 20))
            flush();
    }
    void flush()
    {
        if (!m_pending.isEmpty())
            m_reply->write(std::exchange(m_pending, {}));
        if (m_reply->backlog() > slowWatcherBacklog)
            end();
    }
    void end()
    {
        m_subscription.reset();
        m_reply->write(std::exchange(m_pending, {}));
        m_reply->onClosed = nullptr;
        m_reply->finish();
        deleteLater();
    }

    ApiStore &m_store;
    kube::GroupResource m_resource;
    Representation m_form;
    Selection m_selection;
    ReplyPtr m_reply;
    kube::Subscription m_subscription;
    QTimer m_bookmarkTimer;
    QByteArray m_pending;
    bool m_bookmarks = false;
    bool m_first = true;
};

} // namespace

void answerWatch(ApiStore &store, const ResourceTypePtr &type, const Call &call, Selection selection, bool initialEvents,
                 const ReplyPtr &reply, QObject &owner)
{
    // Deletes itself when its peer goes or its time is up.
    auto *watch = new Watch(store, type, call, std::move(selection), reply, owner);
    watch->start(call, initialEvents);
}

} // namespace orrery::demo
