// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/list_writer.h"

#include "app/demo/api/continue_token.h"

#include <algorithm>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 backlogLimit = 1 << 20;
constexpr qsizetype pieceSize = 64 * 1024;
constexpr qsizetype snapshotsKept = 8;

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

StatusReply tooOldToContinue(const ContinueToken &token)
{
    StatusReply status = expired(u"The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, "
                                 "or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an "
                                 "inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list."_s);
    status.metadata["continue"_L1] = QString::fromLatin1(ContinueToken{-1, token.last}.encoded());
    return status;
}

} // namespace

kube::Result<ListWriter::SnapshotPtr> ListWriter::snapshot(const ResourceType &type, const Call &call, const Selection &selection, std::uint64_t revision)
{
    const kube::GroupResource resource = type.storedResource();
    const QString what = QStringList{QString::number(revision), QString::fromStdString(resource.group), QString::fromStdString(resource.resource),
                                     QString::fromStdString(selection.namespaceName()), call.parameter(u"labelSelector"_s), call.parameter(u"fieldSelector"_s)}.join(u'\n');
    for (const auto &[known, list] : m_recent) {
        if (known == what)
            return list;
    }
    auto objects = m_store.listAt(resource, selection.namespaceName(), revision);
    if (!objects)
        return kube::fail(objects.error());
    std::erase_if(*objects, [&](const StoredPtr &object) { return !selection.matches(*object); });
    auto made = std::make_shared<const Snapshot>(Snapshot{revision, std::move(*objects)});
    // Only a list that comes in pages is asked for again.
    if (call.parameter(u"limit"_s).toLongLong() > 0) {
        m_recent.append({what, made});
        if (m_recent.size() > snapshotsKept)
            m_recent.removeFirst();
    }
    return made;
}

void ListWriter::answer(const ResourceTypePtr &type, const Call &call, const Selection &selection, const ReplyPtr &reply)
{
    std::uint64_t revision = m_store.revision();
    std::optional<ContinueToken> token;
    const QString asked = call.parameter(u"resourceVersion"_s);
    const QString match = call.parameter(u"resourceVersionMatch"_s);
    if (!match.isEmpty() && asked.isEmpty()) {
        return invalid(u"meta.k8s.io"_s, u"ListOptions"_s, {},
                       {{u"FieldValueForbidden"_s, u"Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided"_s, u"resourceVersionMatch"_s}})
            .sendTo(reply);
    }
    if (const QByteArray text = call.parameter(u"continue"_s).toUtf8(); !text.isEmpty()) {
        const auto decoded = ContinueToken::decode(text);
        if (!decoded)
            return badRequest(decoded.error().message).sendTo(reply);
        token = *decoded;
        if (token->revision > 0)
            revision = static_cast<std::uint64_t>(token->revision);
    } else if (!asked.isEmpty()) {
        bool isNumber = true;
        const quint64 version = asked.toULongLong(&isNumber);
        if (!isNumber)
            return badRequest(u"resourceVersion: Invalid value: \"%1\": strconv.ParseUint: parsing \"%1\": invalid syntax"_s.arg(asked)).sendTo(reply);
        if (version > revision)
            return tooLarge(version, revision).sendTo(reply);
        if (match == "Exact"_L1)
            revision = version;
    }
    const auto found = snapshot(*type, call, selection, revision);
    if (!found)
        return (token ? tooOldToContinue(*token) : expired(u"The resourceVersion for the provided list is too old."_s)).sendTo(reply);
    const SnapshotPtr &list = *found;

    // As an API server with a watch cache: limit is ignored for a list "at any revision".
    const qint64 limit = asked == "0"_L1 ? 0 : call.parameter(u"limit"_s).toLongLong();
    const std::size_t total = list->objects.size();
    const auto begin = !token ? list->objects.begin() : std::upper_bound(list->objects.begin(), list->objects.end(), token->last, [](const kube::ObjectKey &key, const StoredPtr &object) {
        return key < object->key;
    });
    const std::size_t position = static_cast<std::size_t>(begin - list->objects.begin());
    const std::size_t end = limit > 0 ? std::min(total, position + static_cast<std::size_t>(limit)) : total;
    const QByteArray next = end < total ? ContinueToken{static_cast<qint64>(revision), list->objects[end - 1]->key}.encoded() : QByteArray();

    auto streaming = std::make_shared<Streaming>();
    streaming->reply = reply;
    streaming->form = Representation::of(call, type);
    streaming->owner = list;
    streaming->objects = &list->objects;
    streaming->position = position;
    streaming->end = end;
    reply->begin(200, "application/json");
    reply->write(streaming->form.listHead(revision, next, selection.isEverything() ? static_cast<qint64>(total - end) : 0));
    reply->onDrained = [streaming] { streaming->pump(); };
    streaming->pump();
}

} // namespace orrery::demo
