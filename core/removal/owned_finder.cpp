// SPDX-License-Identifier: Apache-2.0
#include "core/removal/owned_finder.h"

#include "core/object/json.h"
#include "core/rest/rest_client.h"

#include <set>

namespace kube {

namespace {

constexpr std::int64_t pageSize = 500;
const char metadataAlone[] = "application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io,application/json";
const char metadataList[] = "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io,application/json";

bool isNamespaceKind(const RemovalKind &kind)
{
    return kind.resource.group.empty() && kind.resource.resource == "namespaces";
}

bool isEventKind(const RemovalKind &kind)
{
    return kind.resource.resource == "events" && (kind.resource.group.empty() || kind.resource.group == "events.k8s.io");
}

} // namespace

OwnedFinder::OwnedFinder(RestClient &client, ExecutorPtr executor, std::vector<RemovalKind> kinds, std::vector<RemovalTarget> targets,
                         std::function<void(OwnedFindingsPtr)> told)
    : m_client(client), m_told(std::move(told)), m_owner(std::move(executor))
{
    for (RemovalTarget &target : targets)
        m_findings.targets.push_back({std::move(target)});
    m_findings.kinds = std::move(kinds);
    plan();
}

OwnedFinder::~OwnedFinder()
{
    m_stop.request_stop();
}

void OwnedFinder::plan()
{
    // What is in a namespace can own only what is in the same one; what is in none can own anything.
    std::set<std::string> counted;
    std::set<std::string> searched;
    bool everywhere = false;
    for (std::size_t i = 0; i < m_findings.targets.size(); ++i) {
        const RemovalTarget &target = m_findings.targets[i].target;
        m_waiting.push_back({i});
        if (isNamespaceKind(target.kind))
            counted.insert(target.key.name);
        else if (target.kind.namespaced)
            searched.insert(target.key.namespaceName);
        else
            everywhere = true;
    }
    const auto add = [this](std::size_t kind, const std::string &space, bool isCount) {
        m_waiting.push_back({std::nullopt, kind, space, isCount, false, {}, isCount ? 1 : pageSize});
    };
    for (std::size_t i = 0; i < m_findings.kinds.size(); ++i) {
        const RemovalKind &kind = m_findings.kinds[i];
        if (!isEventKind(kind)) {
            if (everywhere) {
                add(i, {}, false);
            } else if (kind.namespaced) {
                for (const std::string &space : searched)
                    add(i, space, false);
            }
        }
        if (kind.namespaced) {
            for (const std::string &space : counted)
                add(i, space, true);
        }
    }
    m_findings.questions = m_waiting.size();
}

void OwnedFinder::start()
{
    for (std::size_t i = 0; i < parallel; ++i)
        askMore();
    tell();
}

void OwnedFinder::askMore()
{
    if (m_waiting.empty() || m_asked == parallel)
        return;
    Question question = std::move(m_waiting.front());
    m_waiting.pop_front();
    ++m_asked;
    if (question.target)
        askForTarget(*question.target);
    else
        ask(std::move(question));
}

void OwnedFinder::askForTarget(std::size_t index)
{
    const RemovalTarget &target = m_findings.targets[index].target;
    Request request = Request::get();
    request.resource(target.kind.resource).name(target.key.name).accept(metadataAlone);
    if (!target.key.namespaceName.empty())
        request.inNamespace(target.key.namespaceName);
    then(m_client.send(std::move(request), m_stop.get_token()), m_owner, [this, index](const Result<Response> &answer) { takeTarget(index, answer); });
}

void OwnedFinder::takeTarget(std::size_t index, const Result<Response> &answer)
{
    SeenTarget &seen = m_findings.targets[index];
    const auto document = answer ? JsonDocument::parse({answer->body.constData(), static_cast<std::size_t>(answer->body.size())})
                                 : Result<JsonDocument>(fail(answer.error()));
    if (!document) {
        seen.error = document.error();
    } else {
        const OwnedObject object = OwnedObject::of(document->root(), 0);
        seen.isSeen = true;
        seen.isReplaced = !seen.target.uid.empty() && seen.target.uid != object.uid;
        if (seen.target.uid.empty())
            seen.target.uid = object.uid;
        seen.finalizers = object.finalizers;
        seen.deletionTimestamp = object.deletionTimestamp;
    }
    settle();
}

void OwnedFinder::ask(Question question)
{
    Request request = Request::get();
    request.resource(m_findings.kinds[question.kind].resource);
    if (!question.isWhole)
        request.accept(metadataList);
    if (!question.namespaceName.empty())
        request.inNamespace(question.namespaceName);
    ListQuery query;
    query.limit = question.limit;
    query.continueToken = question.continueToken;
    query.addTo(request);
    auto page = then(m_client.send(std::move(request), m_stop.get_token()), m_owner, [](Result<Response> answer) -> Result<ListPage> {
        if (!answer)
            return fail(answer.error());
        return ListPage::decode(answer->body);
    });
    then(std::move(page), m_owner, [this, question](const Result<ListPage> &got) { take(question, got); });
}

void OwnedFinder::take(Question question, const Result<ListPage> &page)
{
    if (!page) {
        if (page.error().is(ErrorKind::Gone) && !question.continueToken.empty()) {
            question.continueToken.clear(); // it took too long: the whole list at once, what is known is known by its uid
            question.limit = 0;
            ask(std::move(question));
            return;
        }
        // A kind that cannot be listed (405, 404) has nothing that could be deleted with it.
        if (!page.error().is(ErrorKind::NotFound) && !(page.error().status && page.error().status->code == 405))
            m_findings.unseen.push_back({question.kind, question.namespaceName, page.error()});
        settle();
        return;
    }
    m_findings.looked += page->items.size();
    if (question.isCount && !page->continueToken.empty() && !page->remainingItemCount && !question.isWhole) {
        question.isWhole = true; // servers of 1.20 leave it out of lists of metadata
        ask(std::move(question));
        return;
    }
    if (question.isCount) {
        const std::int64_t count = static_cast<std::int64_t>(page->items.size()) + page->remainingItemCount.value_or(0);
        if (count > 0)
            m_findings.counts.push_back({question.kind, question.namespaceName, count});
        settle();
        return;
    }
    for (const ObjectPtr &item : page->items)
        item->read([&](JsonValue root) { m_index.add(OwnedObject::of(root, question.kind)); });
    if (page->continueToken.empty()) {
        settle();
        return;
    }
    question.continueToken = page->continueToken;
    ask(std::move(question));
    tell();
}

void OwnedFinder::settle()
{
    --m_asked;
    ++m_findings.answered;
    askMore();
    tell();
}

void OwnedFinder::tell()
{
    std::vector<std::string> uids;
    for (const SeenTarget &seen : m_findings.targets)
        uids.push_back(seen.target.uid);
    m_findings.rows = m_index.below(uids);
    std::sort(m_findings.counts.begin(), m_findings.counts.end(), [](const KindCount &left, const KindCount &right) {
        return std::tie(left.namespaceName, right.count, left.kind) < std::tie(right.namespaceName, left.count, right.kind);
    });
    m_told(std::make_shared<const OwnedFindings>(m_findings));
}

} // namespace kube
