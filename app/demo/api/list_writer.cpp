// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/list_writer.h"

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 backlogLimit = 1 << 20;
constexpr qsizetype pieceSize = 64 * 1024;
constexpr qsizetype snapshotsKept = 32;

/// Writes items while the peer takes them.
struct Streaming : std::enable_shared_from_this<Streaming> {
    ReplyPtr reply;
    Representation form;
    std::shared_ptr<const void> owner;
    const std::vector<StoredPtr> *objects = nullptr;
    std::size_t position = 0;
    std::size_t end = 0;
    bool first = true;

    void pump()
    {
        while (position < end && reply->isOpen() && reply->backlog() < backlogLimit) {
            QByteArray piece;
            for (; position < end && piece.size() < pieceSize; ++position) {
                if (!std::exchange(first, false))
                    piece += ',';
                piece += form.item(*(*objects)[position]);
            }
            reply->write(piece);
        }
        if (position >= end || !reply->isOpen()) {
            const ReplyPtr done = reply;
            done->write(form.listTail());
            done->finish();
            done->onDrained = nullptr; // ends this: it held the last reference
        }
    }
};

} // namespace

QByteArray ListWriter::keep(std::shared_ptr<const Snapshot> snapshot, std::size_t position)
{
    const QByteArray id = QByteArray::number(static_cast<quint64>(snapshot->revision)) + '-'
        + QByteArray::number(reinterpret_cast<quintptr>(snapshot.get()), 16);
    if (!m_snapshots.contains(id)) {
        m_snapshots.insert(id, std::move(snapshot));
        m_order.append(id);
        while (m_order.size() > snapshotsKept)
            m_snapshots.remove(m_order.takeFirst());
    }
    return (id + ':' + QByteArray::number(static_cast<quint64>(position))).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

void ListWriter::answer(const ResourceType &type, const Call &call, const Selection &selection, const ReplyPtr &reply)
{
    std::shared_ptr<const Snapshot> snapshot;
    std::size_t position = 0;
    const QByteArray token = call.parameter(u"continue"_s).toUtf8();
    if (token.isEmpty()) {
        bool isNumber = true;
        const QString asked = call.parameter(u"resourceVersion"_s);
        const quint64 atLeast = asked.isEmpty() ? 0 : asked.toULongLong(&isNumber);
        if (!isNumber)
            return badRequest(u"resourceVersion: Invalid value: \"%1\": strconv.ParseUint: parsing \"%1\": invalid syntax"_s.arg(asked)).sendTo(reply);
        if (atLeast > m_store.revision()) {
            StatusReply late{504, u"Timeout"_s, u"Too large resource version: %1, current: %2"_s.arg(atLeast).arg(m_store.revision()), {}};
            late.details = {{"retryAfterSeconds"_L1, 1},
                            {"causes"_L1, QJsonArray{QJsonObject{{"reason"_L1, "ResourceVersionTooLarge"_L1},
                                                                 {"message"_L1, "Too large resource version"_L1}}}}};
            return late.sendTo(reply);
        }
        auto made = std::make_shared<Snapshot>();
        made->revision = m_store.revision();
        made->objects = m_store.list(type.groupResource(), selection.namespaceName());
        std::erase_if(made->objects, [&](const StoredPtr &object) { return !selection.matches(*object); });
        snapshot = std::move(made);
    } else {
        const QByteArray decoded = QByteArray::fromBase64(token, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        const qsizetype colon = decoded.indexOf(':');
        if (colon < 0)
            return badRequest(u"continue key is not valid"_s).sendTo(reply);
        snapshot = m_snapshots.value(decoded.left(colon));
        position = decoded.mid(colon + 1).toULongLong();
        if (!snapshot)
            return expired(u"The provided continue parameter is too old to display a consistent list result."_s).sendTo(reply);
    }

    // As an API server with a watch cache: limit is ignored for a list "at any revision".
    const qint64 limit = call.parameter(u"resourceVersion"_s) == "0"_L1 ? 0 : call.parameter(u"limit"_s).toLongLong();
    const std::size_t total = snapshot->objects.size();
    position = std::min(position, total);
    const std::size_t end = limit > 0 ? std::min(total, position + static_cast<std::size_t>(limit)) : total;
    const QByteArray next = end < total ? keep(snapshot, end) : QByteArray();

    auto streaming = std::make_shared<Streaming>();
    streaming->reply = reply;
    streaming->form = Representation::of(call, type);
    streaming->owner = snapshot;
    streaming->objects = &snapshot->objects;
    streaming->position = position;
    streaming->end = end;
    reply->begin(200, "application/json");
    reply->write(streaming->form.listHead(snapshot->revision, next, static_cast<qint64>(total - end)));
    reply->onDrained = [streaming] { streaming->pump(); };
    streaming->pump();
}

} // namespace orrery::demo
