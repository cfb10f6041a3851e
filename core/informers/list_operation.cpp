// SPDX-License-Identifier: Apache-2.0
#include "core/informers/lister_watcher_shared.h"

#include "core/object/json.h"
#include "core/rest/list_splitter.h"

namespace kube {

namespace {

constexpr auto listIdleTimeout = std::chrono::seconds(60); // the server gives up a list after as long

class ListOperation final : public CacheOperation, private StreamSink
{
public:
    ListOperation(DynamicListerWatcher::Shared &shared, ListSink &sink) : m_shared(shared), m_sink(sink)
    {
        // A Table may come or not: its beginning tells.
        if (shared.target.form != DynamicListerWatcher::Form::Table)
            m_splitter.emplace(ListSplitter::Form::List);
    }

    void start(Request request)
    {
        if (const Duration timeout = m_shared.client.config().timeout; timeout > Duration::zero())
            request.timeout(timeout);
        m_stream = m_shared.client.stream(std::move(request), *this);
    }
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
    void data(QByteArrayView bytes) override
    {
        m_shared.traffic.bytes += static_cast<std::uint64_t>(bytes.size());
        const std::string_view piece(bytes.data(), static_cast<std::size_t>(bytes.size()));
        if (m_splitter) {
            takeItems(piece);
            return;
        }
        m_beginning += piece;
        if (const auto form = answerForm(m_beginning))
            beginAs(*form);
    }

    void beginAs(AnswerForm form)
    {
        m_splitter.emplace(form == AnswerForm::Table ? ListSplitter::Form::Table : ListSplitter::Form::List);
        m_asTable = form == AnswerForm::Table;
        const std::weak_ptr<const char> alive = m_alive;
        const std::string beginning = std::move(m_beginning);
        if (!m_asTable)
            m_shared.tellColumns({});
        if (!alive.expired())
            takeItems(beginning);
    }

    void takeItems(std::string_view piece)
    {
        const std::weak_ptr<const char> alive = m_alive;
        m_splitter->feed(piece);
        for (;;) {
            const auto item = m_splitter->next();
            if (!item) {
                fails(item.error());
                return;
            }
            if (!*item)
                return;
            if (ObjectPtr object = m_asTable ? decodeRow(**item) : m_shared.decode(**item)) {
                m_sink.item(std::move(object));
                if (alive.expired())
                    return;
            }
        }
    }

    ObjectPtr decodeRow(std::string_view row)
    {
        if (!m_columnsTold) {
            if (const auto head = m_splitter->headSoFar()) {
                m_columnsTold = true;
                m_shared.tellColumns(head->columnDefinitions);
            }
        }
        const auto document = JsonDocument::parse(row);
        if (document)
            return m_shared.decodeRow(document->root());
        m_shared.skip(document.error());
        return nullptr;
    }

    void end(std::optional<Error> error) override
    {
        const std::weak_ptr<const char> alive = m_alive;
        if (!m_splitter && !error) {
            beginAs(AnswerForm::Objects); // so short that it named neither items nor rows
            if (alive.expired())
                return;
        }
        if (m_ended)
            return;
        if (error) {
            fails(std::move(*error));
            return;
        }
        const auto head = m_splitter->finish();
        if (!head) {
            fails(head.error());
            return;
        }
        if (m_asTable && !head->columnDefinitions.empty())
            m_shared.tellColumns(head->columnDefinitions);
        m_ended = true;
        m_sink.end(ListMeta{head->resourceVersion, head->continueToken, head->remainingItemCount});
    }

    void fails(Error error)
    {
        if (std::exchange(m_ended, true))
            return;
        // A body that is no list is not worth reading on.
        m_stream.reset();
        m_sink.end(fail(std::move(error)));
    }

    DynamicListerWatcher::Shared &m_shared;
    ListSink &m_sink;
    std::optional<ListSplitter> m_splitter; ///< none until it is known in which form the answer comes
    std::string m_beginning;
    bool m_asTable = false;
    bool m_columnsTold = false;
    bool m_ended = false;
    std::shared_ptr<const char> m_alive = std::make_shared<const char>('\0');
    std::unique_ptr<ClientStream> m_stream;
};

} // namespace

std::unique_ptr<CacheOperation> startList(DynamicListerWatcher::Shared &shared, const ListOptions &options, ListSink &sink)
{
    Request request = shared.collection(options);
    if (options.limit > 0)
        request.parameter(QStringLiteral("limit"), QString::number(options.limit));
    request.parameter(QStringLiteral("continue"), QString::fromStdString(options.continueToken));
    if (shared.target.form == DynamicListerWatcher::Form::Metadata)
        request.accept("application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io,application/json");
    request.idleTimeout(listIdleTimeout);
    auto operation = std::make_unique<ListOperation>(shared, sink);
    operation->start(std::move(request));
    return operation;
}

} // namespace kube
