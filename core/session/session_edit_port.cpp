// SPDX-License-Identifier: Apache-2.0
#include "core/apply/save_driver.h"
#include "core/session/session_core.h"
#include "core/session/session_ports.h"

namespace kube {

namespace {

/// On the session's thread: the object's fetching, then its editor.
class Editor
{
public:
    Editor(SessionCore &core, SessionClients &clients, ObjectEditor::Config config, std::optional<std::string> began,
           std::function<void(Result<SaveStatePtr>)> emit)
        : m_core(core), m_config(config), m_emit(std::move(emit)), m_editor(*clients.dynamic, core.executor(), *core.scheduler(), systemRandom(), config), m_owner(core.executor())
    {
        if (began) {
            open(std::move(*began));
            return;
        }
        then(clients.dynamic->get(config.resource, config.key), m_owner, [this](Result<ObjectReply> reply) {
            if (!reply)
                m_emit(fail(reply.error()));
            else
                open(reply->json.toStdString());
        });
    }

    [[nodiscard]] ObjectEditor &editor() { return m_editor; }

private:
    void open(std::string object)
    {
        m_editor.open(std::move(object));
        m_states = m_editor.subscribe([this](const SaveState &state) {
            remember(state);
            m_emit(std::make_shared<const SaveState>(state));
        });
    }
    /// What a save changes is known here without another look: it was made from one version, and gives the next.
    void remember(const SaveState &state)
    {
        if (state.step == SaveState::Step::Saving)
            m_before = state.theirs;
        const bool isStored = state.step == SaveState::Step::Saved && (state.reason == SaveReason::Stored || state.reason == SaveReason::StoredAlready);
        if (!isStored || !m_before)
            return;
        const auto object = JsonDocument::parse(state.theirs);
        const ObjectKey key = object ? ObjectKey{std::string(object->root()["metadata"]["namespace"].string()), std::string(object->root()["metadata"]["name"].string())} : m_config.key;
        m_core.history().remember({m_config.resource.groupResource(), key, *std::exchange(m_before, std::nullopt), state.theirs, m_core.scheduler()->wallNow(), m_config.save.part});
    }

    SessionCore &m_core;
    ObjectEditor::Config m_config;
    std::optional<std::string> m_before; ///< of a save that is under way
    std::function<void(Result<SaveStatePtr>)> m_emit;
    ObjectEditor m_editor;
    Subscription m_states;
    Owner m_owner;
};

class RemoteEditing final : public Editing
{
public:
    RemoteEditing(SessionLinkPtr link, std::shared_ptr<std::weak_ptr<Editor>> editor, Subscription subscription)
        : m_link(std::move(link)), m_editor(std::move(editor)), m_subscription(std::move(subscription))
    {
    }

    void edit(std::string text, save_input::Onto onto) override
    {
        tell([text = std::move(text), onto](ObjectEditor &editor) { editor.edit(text, onto); });
    }
    void saveBy(SaveConfig::Method method) override
    {
        tell([method](ObjectEditor &editor) { editor.saveBy(method); });
    }
    void save() override { tell([](ObjectEditor &editor) { editor.save(); }); }
    void confirm() override { tell([](ObjectEditor &editor) { editor.confirm(); }); }
    void takeTheirs() override { tell([](ObjectEditor &editor) { editor.takeTheirs(); }); }
    void forceMine() override { tell([](ObjectEditor &editor) { editor.forceMine(); }); }
    void decide(std::vector<FieldPath> taken) override
    {
        tell([taken = std::move(taken)](ObjectEditor &editor) { editor.decide(taken); });
    }
    void createAnew() override { tell([](ObjectEditor &editor) { editor.createAnew(); }); }
    void cancel() override { tell([](ObjectEditor &editor) { editor.cancel(); }); }
    void retryNow() override { tell([](ObjectEditor &editor) { editor.retryNow(); }); }

private:
    template <typename Fn>
    void tell(Fn fn)
    {
        post(m_link, [editor = m_editor, fn = std::move(fn)](SessionCore &) {
            if (const auto alive = editor->lock())
                fn(alive->editor());
        });
    }

    SessionLinkPtr m_link;
    std::shared_ptr<std::weak_ptr<Editor>> m_editor; ///< what it points to is the session thread's
    Subscription m_subscription;
};

class SessionEditPort final : public EditPort
{
public:
    explicit SessionEditPort(SessionLinkPtr link) : m_link(std::move(link)) {}

    std::unique_ptr<Editing> open(const ResourceInfo &resource, const ObjectKey &key, const SaveConfig &config, std::optional<std::string> began,
                                  const Owner &owner, std::function<void(Result<SaveStatePtr>)> handler) override
    {
        const Outlet<Result<SaveStatePtr>> outlet(owner, std::move(handler));
        const std::uint64_t id = m_link->nextId++;
        auto place = std::make_shared<std::weak_ptr<Editor>>();
        post(m_link, [=, began = std::move(began), emit = outlet.emit, on = outlet.on](SessionCore &core) {
            core.whenOpen([=, &core](SessionClients &clients) {
                if (!*on)
                    return;
                const auto editor = std::make_shared<Editor>(core, clients, ObjectEditor::Config{resource.gvr, key, config}, began, emit);
                *place = editor;
                core.hold(id, editor);
            });
        });
        return std::make_unique<RemoteEditing>(m_link, std::move(place), outlet.subscription([link = m_link, id] {
            post(link, [id](SessionCore &core) { core.release(id); });
        }));
    }

    Future<OpenApiDocumentPtr> schemas(const GroupVersion &groupVersion, Age age) override
    {
        return ask<OpenApiDocumentPtr>(m_link, [groupVersion, age](SessionCore &core) -> Future<OpenApiDocumentPtr> {
            if (!core.clients())
                return Future<OpenApiDocumentPtr>::ready(fail(core.notOpen()));
            if (age == Age::Fresh)
                core.clients()->openApi->invalidate();
            return core.clients()->openApi->document(groupVersion);
        });
    }

    Future<std::vector<std::string>> names(const ResourceInfo &resource, const std::string &namespaceName) override
    {
        using Names = std::vector<std::string>;
        return ask<Names>(m_link, [resource, space = resource.namespaced ? namespaceName : std::string()](SessionCore &core) -> Future<Names> {
            if (!core.clients())
                return Future<Names>::ready(fail(core.notOpen()));
            ListQuery query;
            query.limit = 500;
            // As a table: a Secret's values stay where they are.
            return then(core.clients()->dynamic->listAsTable(resource.gvr, space, query), core.owner(), [](Result<Table> table) -> Result<Names> {
                if (!table)
                    return fail(table.error());
                Names names;
                for (const TableRow &row : table->rows) {
                    if (row.object)
                        names.push_back(row.object->key().name);
                }
                return names;
            });
        });
    }

private:
    SessionLinkPtr m_link;
};

} // namespace

std::unique_ptr<EditPort> makeEditPort(SessionLinkPtr link)
{
    return std::make_unique<SessionEditPort>(std::move(link));
}

} // namespace kube
