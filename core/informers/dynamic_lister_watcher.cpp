// SPDX-License-Identifier: Apache-2.0
#include "core/informers/dynamic_lister_watcher.h"

#include "core/base/log.h"
#include "core/informers/lister_watcher_shared.h"
#include "core/object/json.h"

namespace kube {

namespace {

std::string joined(const std::string &left, const std::string &right)
{
    if (left == right) // what an informer's key says is said to the target and to its reflector
        return left;
    return left.empty() || right.empty() ? left + right : left + "," + right;
}

} // namespace

DynamicListerWatcher::DynamicListerWatcher(RestClient &client, Target target, ExecutorPtr executor, Columns columns)
{
    const GroupVersionKind kind{target.resource.group, target.resource.version, target.kind};
    m_shared.reset(new Shared{client, std::move(target), std::move(executor), std::move(columns), ObjectDecoder(kind), {}, "unknown"});
}

DynamicListerWatcher::~DynamicListerWatcher() = default;

std::unique_ptr<CacheOperation> DynamicListerWatcher::list(const ListOptions &options, ListSink &sink)
{
    ++m_shared->traffic.lists;
    return startList(*m_shared, options, sink);
}

std::unique_ptr<CacheOperation> DynamicListerWatcher::watch(const ListOptions &options, WatchSink &sink)
{
    ++m_shared->traffic.watches;
    return startWatch(*m_shared, options, sink);
}

std::unique_ptr<CacheOperation> DynamicListerWatcher::probe(std::function<void(std::optional<Error>)> done)
{
    return startProbe(*m_shared, std::move(done));
}

void DynamicListerWatcher::renew()
{
    m_shared->client.renew();
}

Subscription DynamicListerWatcher::onHold(std::function<void(bool isHeld)> hold)
{
    return m_shared->client.onHold(std::move(hold));
}

const DynamicListerWatcher::Target &DynamicListerWatcher::target() const
{
    return m_shared->target;
}

const ListerWatcherTraffic &DynamicListerWatcher::traffic() const
{
    return m_shared->traffic;
}

Request DynamicListerWatcher::Shared::collection(const ListOptions &options) const
{
    Request request = Request::get();
    request.resource(target.resource);
    if (!target.namespaceName.empty())
        request.inNamespace(target.namespaceName);
    const auto add = [&](const char *name, const std::string &value) {
        request.parameter(QString::fromLatin1(name), QString::fromStdString(value));
    };
    add("labelSelector", joined(target.labelSelector, options.labelSelector));
    add("fieldSelector", joined(target.fieldSelector, options.fieldSelector));
    add("resourceVersion", options.resourceVersion);
    add("resourceVersionMatch", options.resourceVersionMatch);
    if (target.form == Form::Table) {
        add("includeObject", "Metadata");
        request.accept(tableAccept());
    }
    return request;
}

void DynamicListerWatcher::Shared::tellColumns(const std::string &definitions)
{
    if (target.form != Form::Table || definitions == lastColumns)
        return;
    lastColumns = definitions;
    if (!columns)
        return;
    const auto document = JsonDocument::parse(definitions);
    columns(document ? decodeTableColumns(document->root()) : std::vector<TableColumnDefinition>());
}

ObjectPtr DynamicListerWatcher::Shared::decode(std::string_view json)
{
    auto object = decoder.decode(json);
    if (object)
        return std::move(*object);
    skip(object.error());
    return nullptr;
}

ObjectPtr DynamicListerWatcher::Shared::decodeRow(JsonValue row)
{
    const auto document = tableRowDocument(row, decoder.kind());
    if (document)
        return decode(*document);
    skip(Error::badInput(QStringLiteral("a row without an object")));
    return nullptr;
}

void DynamicListerWatcher::Shared::skip(const Error &error)
{
    ++traffic.skipped;
    qCInfo(logCache) << "skipped what is no" << target.kind.c_str() << error.toString();
}

std::optional<AnswerForm> answerForm(std::string_view beginning)
{
    // Whichever order the members are in, one of these names comes before the first item or row.
    constexpr std::size_t enough = 64 * 1024;
    const auto items = beginning.find("\"items\"");
    const auto table = std::min(beginning.find("\"columnDefinitions\""), beginning.find("\"rows\""));
    if (items == std::string_view::npos && table == std::string_view::npos)
        return beginning.size() < enough ? std::nullopt : std::optional(AnswerForm::Objects);
    return table < items ? AnswerForm::Table : AnswerForm::Objects;
}

} // namespace kube
