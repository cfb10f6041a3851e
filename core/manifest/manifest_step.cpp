// SPDX-License-Identifier: Apache-2.0
#include "core/apply/list_keys.h"
#include "core/manifest/manifest_reader.h"
#include "core/manifest/manifest_stepper.h"

#include <algorithm>

namespace kube {

namespace effect = manifest_effect;
namespace input = manifest_input;
using ManifestRun = ManifestState::Run;
using ManifestPhase = ManifestState::Phase;

namespace {

/// Servers before 1.21 refuse an apply whose ports do not say their protocol, which is a key of theirs: what they would take is said.
void sayProtocols(JsonNode &node, const ListKeys &keys, std::vector<std::string> &names)
{
    for (auto &[name, value] : node.members) {
        names.push_back(name);
        const ListShape shape = value.isArray() ? keys.of(names) : ListShape();
        const bool isKeyed = std::find(shape.keys.begin(), shape.keys.end(), "protocol") != shape.keys.end();
        for (JsonNode &item : value.items) {
            if (isKeyed && item.isObject() && !item.find("protocol")) {
                JsonNode protocol;
                protocol.kind = JsonNode::Kind::String;
                protocol.text = "TCP";
                item.set("protocol", std::move(protocol));
            }
            sayProtocols(item, keys, names);
        }
        sayProtocols(value, keys, names);
        names.pop_back();
    }
}

} // namespace

ManifestStep step(const ManifestConfig &config, ManifestState state, const ManifestInput &input)
{
    ManifestStep result{std::move(state), {}};
    ManifestStepper stepper{config, result.state, result.effects};
    std::visit([&stepper](const auto &what) { stepper.on(what); }, input);
    return result;
}

void ManifestStepper::on(const input::Begin &begin)
{
    s = ManifestState{.request = s.request + 1};
    for (const ManifestDocument &document : begin.documents) {
        ManifestItem item;
        item.document = document;
        item.key = document.key;
        s.items.push_back(std::move(item));
    }
    for (auto &[item, place] : repeatedDocuments(begin.documents, config.namespaceName))
        s.items[item].sameAs = place;
}

void ManifestStepper::on(const input::DryRun &)
{
    start(ManifestRun::DryRun, [](const ManifestItem &) { return true; });
}

void ManifestStepper::on(const input::Apply &)
{
    start(ManifestRun::Apply, [](const ManifestItem &item) { return !item.isApplied() && item.verdict != ManifestVerdict::NotAllowed; });
}

void ManifestStepper::on(const input::RetryRefused &)
{
    start(s.refusedInDryRun ? ManifestRun::DryRun : ManifestRun::Apply, [](const ManifestItem &item) { return item.isRefused(); });
}

void ManifestStepper::on(const input::Force &force)
{
    if (s.isRunning() || force.item >= s.items.size() || s.items[force.item].verdict != ManifestVerdict::Conflict)
        return;
    ManifestItem &forced = s.items[force.item];
    forced.isForced = true;
    start(s.refusedInDryRun ? ManifestRun::DryRun : ManifestRun::Apply, [&forced](const ManifestItem &item) { return &item == &forced; });
}

void ManifestStepper::on(const input::Stop &)
{
    s.isStopping = s.isRunning();
    if (s.phase != ManifestPhase::Pausing && s.phase != ManifestPhase::Establishing)
        return;
    // Nothing of it is under way but a wait: it ends here, and goes on when the set is applied again.
    const bool isUndone = !current().isApplied();
    settle(current().verdict);
    s.wasStopped = s.wasStopped || isUndone;
}

void ManifestStepper::start(ManifestRun run, const std::function<bool(const ManifestItem &)> &isWanted)
{
    if (s.isRunning())
        return;
    for (const std::size_t index : applyOrder(s.items)) {
        if (!s.items[index].document.problem && isWanted(s.items[index]))
            s.queue.push_back(index);
    }
    s.runSize = s.queue.size();
    s.isStopping = s.wasStopped = false;
    s.run = run;
    s.refusedInDryRun = run == ManifestRun::DryRun;
    for (const std::size_t index : s.queue) {
        ManifestItem &item = s.items[index];
        item.verdict = ManifestVerdict::None;
        item.notTried = ManifestNotTried::No;
        item.error.reset();
        item.missingVerb.clear();
        item.owners.clear();
        item.refusals.clear();
        item.dropped.clear();
        item.warnings.clear();
        // What the dry run has shown stays to be read until the answer is there.
        if (run == ManifestRun::DryRun)
            item.stored = item.result = {};
    }
    begin();
}

/// The next document, or the end.
void ManifestStepper::begin()
{
    s.looks = 0;
    if (s.queue.empty() || s.isStopping) {
        s.wasStopped = !s.queue.empty();
        s.queue.clear();
        s.isStopping = false;
        s.run = ManifestRun::None;
        s.phase = ManifestPhase::Idle;
        ++s.request;
        return;
    }
    resolve(false);
}

void ManifestStepper::next()
{
    s.queue.erase(s.queue.begin());
    begin();
}

void ManifestStepper::resolve(bool isFresh)
{
    s.phase = ManifestPhase::Resolving;
    effects.emplace_back(effect::Resolve{++s.request, current().document.gvk, isFresh});
}

void ManifestStepper::fetch()
{
    ManifestItem &item = current();
    item.isStoredKnown = false;
    if (item.key.name.empty()) {
        ask();
        return;
    }
    s.phase = ManifestPhase::Fetching;
    effects.emplace_back(effect::Fetch{++s.request, item.mapping->resource, item.key});
}

/// An apply that creates needs the right to create, too.
void ManifestStepper::ask()
{
    const ManifestItem &item = current();
    std::vector<std::string> verbs;
    if (config.method == ManifestConfig::Method::Apply)
        verbs.emplace_back("patch");
    if (verbs.empty() || (item.isStoredKnown && item.stored.empty()))
        verbs.emplace_back("create");
    s.phase = ManifestPhase::Asking;
    effects.emplace_back(effect::Ask{++s.request, std::move(verbs), item.mapping->resource, item.key});
}

void ManifestStepper::send()
{
    ManifestItem &item = current();
    auto document = JsonNode::parse(item.document.json, "document");
    if (JsonNode *const metadata = document ? document->find("metadata") : nullptr; metadata && item.isDefaulted) {
        JsonNode space;
        space.kind = JsonNode::Kind::String;
        space.text = item.key.namespaceName;
        metadata->set("namespace", std::move(space));
    }
    const bool isCreate = config.method == ManifestConfig::Method::Create;
    if (std::vector<std::string> names; document && !isCreate)
        sayProtocols(*document, *defaultListKeys(*document), names);
    s.phase = ManifestPhase::Sending;
    effects.emplace_back(effect::Send{++s.request, item.mapping->resource, item.key, document ? jsonText(*document) : item.document.json,
                                      isDryRun() ? DryRun::All : DryRun::No, isCreate, item.isForced && !isCreate});
}

void ManifestStepper::settle(ManifestVerdict verdict)
{
    current().verdict = verdict;
    next();
}

void ManifestStepper::refuse(ManifestVerdict verdict, Error error)
{
    current().error = std::move(error);
    settle(verdict);
}

bool ManifestStepper::lookAgain()
{
    if (isDryRun() || s.isStopping || ++s.looks > config.looks)
        return false;
    s.phase = ManifestPhase::Pausing;
    ++s.request;
    effects.emplace_back(effect::SetTimer{config.pause});
    return true;
}

void ManifestStepper::on(const input::Timer &)
{
    if (s.phase == ManifestPhase::Establishing)
        effects.emplace_back(effect::Fetch{++s.request, current().mapping->resource, current().key});
    else if (s.phase == ManifestPhase::Pausing)
        resolve(true);
}

} // namespace kube
