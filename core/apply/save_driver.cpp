// SPDX-License-Identifier: Apache-2.0
#include "core/apply/save_driver.h"

#include "core/apply/save_stepper.h"
#include "core/object/yaml.h"

namespace kube {

namespace input = save_input;
namespace effect = save_effect;

namespace {

Result<std::string> documentOf(const std::string &text)
{
    auto json = yamlToJson(text);
    if (!json)
        return json;
    const auto document = JsonNode::parse(*json, "text");
    if (!document)
        return fail(document.error());
    if (!document->isObject())
        return fail(Error::badInput(QStringLiteral("the text is no object"), QStringLiteral("line 1, column 1")));
    return json;
}

} // namespace

ObjectEditor::ObjectEditor(DynamicClient &client, ExecutorPtr executor, Scheduler &scheduler, Random random, Config config)
    : m_client(client), m_scheduler(scheduler), m_random(std::move(random)), m_config(std::move(config)), m_owner(std::move(executor))
{
}

ObjectEditor::~ObjectEditor() = default;

void ObjectEditor::open(std::string object)
{
    feed(input::Open{std::move(object)});
}

void ObjectEditor::edit(std::string text, input::Onto onto)
{
    auto json = documentOf(text);
    feed(input::Edit{std::move(text), std::move(json), onto});
}

void ObjectEditor::saveBy(SaveConfig::Method method)
{
    m_config.save.method = method;
}

void ObjectEditor::save()
{
    feed(input::Save{});
}

void ObjectEditor::confirm()
{
    feed(input::Confirm{});
}

void ObjectEditor::takeTheirs()
{
    feed(input::TakeTheirs{});
}

void ObjectEditor::forceMine()
{
    feed(input::ForceMine{});
}

void ObjectEditor::decide(std::vector<FieldPath> taken)
{
    feed(input::Decide{std::move(taken)});
}

void ObjectEditor::createAnew()
{
    feed(input::CreateAnew{});
}

void ObjectEditor::cancel()
{
    feed(input::Cancel{});
}

void ObjectEditor::retryNow()
{
    feed(input::RetryNow{});
}

Subscription ObjectEditor::subscribe(std::function<void(const SaveState &)> handler)
{
    const std::uint64_t id = ++m_subscribers->counter;
    const auto kept = std::make_shared<const std::function<void(const SaveState &)>>(std::move(handler));
    m_subscribers->handlers.emplace(id, kept);
    (*kept)(m_state);
    return Subscription([subscribers = m_subscribers, id] { subscribers->handlers.erase(id); });
}

void ObjectEditor::feed(What what)
{
    m_inputs.push_back(std::move(what));
    if (m_isFeeding)
        return;
    m_isFeeding = true;
    while (!m_inputs.empty()) {
        const SaveInput next{std::move(m_inputs.front()), m_scheduler.now(), m_random()};
        m_inputs.pop_front();
        const std::uint64_t request = m_state.request;
        auto result = kube::step(m_config.save, std::move(m_state), next);
        m_state = std::move(result.state);
        if (m_state.request != request) {
            // The request before this one is answered or not waited for any more; a save is not taken back by that.
            m_patienceTimer.reset();
            m_history.stop();
            if (!std::holds_alternative<input::Reply>(next.what))
                m_stop.request_stop();
        }
        for (const SaveEffect &one : result.effects)
            std::visit([this](const auto &toDo) { carryOut(toDo); }, one);
        publish();
    }
    m_isFeeding = false;
}

void ObjectEditor::publish()
{
    const auto handlers = m_subscribers->handlers;
    for (const auto &[id, handler] : handlers) {
        if (m_subscribers->handlers.contains(id))
            (*handler)(m_state);
    }
}

std::stop_token ObjectEditor::limit()
{
    m_stop = std::stop_source();
    m_patienceTimer = m_scheduler.after(m_config.patience, [stop = m_stop]() mutable { stop.request_stop(); });
    return m_stop.get_token();
}

ObjectKey ObjectEditor::key() const
{
    if (!m_config.key.name.empty())
        return m_config.key;
    ObjectKey named{m_config.key.namespaceName, metadataText(m_state.merged, "name")};
    if (const std::string space = metadataText(m_state.merged, "namespace"); !space.empty() && !named.namespaceName.empty())
        named.namespaceName = space;
    return named;
}

void ObjectEditor::take(std::uint64_t request, Future<ObjectReply> answer)
{
    then(std::move(answer), m_owner, [this, request](Result<ObjectReply> reply) {
        if (reply)
            feed(input::Reply{request, reply->json.toStdString()});
        else if (reply.error().is(ErrorKind::Canceled))
            feed(input::Reply{request, fail(Error::transport(QStringLiteral("no answer in time")))});
        else
            feed(input::Reply{request, fail(std::move(reply.error()))});
    });
}

void ObjectEditor::carryOut(const effect::Send &send)
{
    WriteOptions options;
    options.fieldManager = m_config.save.fieldManager;
    options.fieldValidation = "Strict";
    options.dryRun = send.dryRun;
    options.force = send.force;
    options.stop = limit();
    const QByteArray body = QByteArray::fromStdString(send.body);
    if (send.isCreate) {
        take(send.request, m_client.create(m_config.resource, {key().namespaceName, {}}, body, options));
    } else {
        // A status is another writing of the same object; what it is read from, and made anew with, is the whole.
        if (m_config.save.part == EditPart::Status)
            options.subresource = "status";
        take(send.request, m_client.patch(m_config.resource, key(), send.type, body, options));
    }
}

void ObjectEditor::carryOut(const effect::Fetch &fetch)
{
    take(fetch.request, m_client.get(m_config.resource, key(), {}, limit()));
}

void ObjectEditor::carryOut(const effect::AskFirstChange &ask)
{
    const auto told = [this, request = ask.request](Result<std::optional<std::string>> object) {
        feed(input::FirstChange{request, std::move(object)});
    };
    WatchHandler handler;
    handler.event = [told](WatchFrame::Type type, const ObjectPtr &object) {
        told(type == WatchFrame::Type::Deleted ? std::optional<std::string>() : std::optional(object->json()));
    };
    handler.bookmark = [](const std::string &) {};
    handler.ended = [told](std::optional<Error> error) {
        told(fail(error.value_or(Error::transport(QStringLiteral("no change was told")))));
    };
    WatchQuery query;
    query.fieldSelector = "metadata.name=" + key().name;
    query.resourceVersion = ask.resourceVersion;
    query.timeoutSeconds = 10;
    m_history = m_client.watch(m_config.resource, key().namespaceName, query, std::move(handler));
    m_patienceTimer = m_scheduler.after(m_config.patience, [told] { told(fail(Error::transport(QStringLiteral("no change was told in time")))); });
}

void ObjectEditor::carryOut(const effect::SetTimer &timer)
{
    m_retryTimer = m_scheduler.after(timer.delay, [this] { feed(input::Timer{}); });
}

void ObjectEditor::carryOut(const effect::ClearTimer &)
{
    m_retryTimer.reset();
}

} // namespace kube
