// SPDX-License-Identifier: Apache-2.0
#include "core/base/protection_error.h"
#include "core/object/asked_resource.h"
#include "core/rest/rest_client.h"
#include "core/session/clockwork_keeper.h"
#include "core/session/informer_feed_source.h"
#include "core/session/ports/feed_inspection.h"

namespace kube {

namespace {

void apply(StageControl &stage, StageCommand command, std::size_t steps)
{
    switch (command) {
    case StageCommand::Pause: stage.pause(); break;
    case StageCommand::Step: stage.step(steps); break;
    case StageCommand::Resume: stage.resume(); break;
    }
}

} // namespace

void ClockworkKeeper::command(const InformerKey &informer, PipelineStage stage, StageCommand command, std::size_t steps)
{
    if (m_watchers.empty())
        return; // nobody would see what is held up
    carryOut(informer, stage, command, steps);
    tick();
}

void ClockworkKeeper::carryOut(const InformerKey &informer, PipelineStage stage, StageCommand command, std::size_t steps)
{
    if (stage == PipelineStage::Connection) {
        if (command == StageCommand::Step)
            m_client.stage()->stepFirst([resource = informer.resource](const QUrl &url) { return asksFor(url, resource); }, steps);
        else
            apply(*m_client.stage(), command, steps);
        return;
    }
    const auto found = m_feeds.factory().find(informer);
    if (!found)
        return;
    const InformerStages stages = found->stages();
    switch (stage) {
    case PipelineStage::Reflector: apply(stages.reflector, command, steps); break;
    case PipelineStage::Queue: apply(stages.queue, command, steps); break;
    case PipelineStage::Handlers: apply(stages.handlers, command, steps); break;
    case PipelineStage::Table: commandTables(informer, command, steps); break;
    case PipelineStage::Connection: break;
    }
}

void ClockworkKeeper::commandTables(const InformerKey &informer, StageCommand command, std::size_t steps)
{
    FeedRegistry::Pipeline &pipeline = m_feeds.pipeline(informer);
    if (command != StageCommand::Step)
        pipeline.tablesPaused = command == StageCommand::Pause;
    m_feeds.forEachTable(informer, [&](InformerFeedSource &source, FeedWorker &worker) {
        FeedInspection *const inspection = worker.inspection();
        if (!inspection)
            return;
        apply(inspection->stage(), command, steps);
        source.setHeld(inspection->stage().isPaused());
    });
}

void ClockworkKeeper::letEverythingGo()
{
    m_tableTimes.clear();
    if (m_client.stage()->isPaused())
        m_client.stage()->resume();
    for (const InformerKey &key : keys()) {
        const auto informer = m_feeds.factory().find(key);
        if (!informer)
            continue; // what was told by another's end may have ended it
        informer->setOnCached({});
        m_feeds.pipeline(key).trace->setOn(false);
        m_feeds.pipeline(key).faults->clear();
        if (m_feeds.pipeline(key).tablesPaused)
            commandTables(key, StageCommand::Resume, 0);
        const InformerStages stages = informer->stages();
        for (StageControl *stage : {&stages.reflector, &stages.queue, &stages.handlers}) {
            if (stage->isPaused())
                stage->resume();
        }
    }
}

void ClockworkKeeper::withTable(const InformerKey &informer, std::uint64_t table, const std::function<void(FeedInspection &)> &fn) const
{
    m_feeds.forEachTable(informer, [&](const InformerFeedSource &source, FeedWorker &worker) {
        if (source.id() == table && worker.inspection())
            fn(*worker.inspection());
    });
}

void ClockworkKeeper::forgetKey(const InformerKey &informer, std::uint64_t table, const ObjectKey &key)
{
    withTable(informer, table, [&key](FeedInspection &inspection) { inspection.forget(key); });
}

void ClockworkKeeper::retryKey(const InformerKey &informer, std::uint64_t table, const ObjectKey &key)
{
    withTable(informer, table, [&key](FeedInspection &inspection) { inspection.retry(key); });
}

Result<std::vector<ConnectionFault>> ClockworkKeeper::inject(const InformerKey &informer, const ConnectionFault &fault)
{
    if (m_isProtected()) {
        Error error;
        error.kind = ErrorKind::Forbidden;
        error.message = QStringLiteral("the context is protected: no fault is put on its connections");
        error.code = error_code::Protected;
        return fail(std::move(error));
    }
    if (m_watchers.empty())
        return fail(Error::badInput(QStringLiteral("nobody watches: the fault would not be seen")));
    if (const auto found = find(informer); !found)
        return fail(found.error());
    const auto faults = m_feeds.pipeline(informer).faults;
    faults->inject(fault);
    return faults->inForce();
}

} // namespace kube
