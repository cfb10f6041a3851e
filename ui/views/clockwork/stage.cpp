// SPDX-License-Identifier: Apache-2.0
#include "ui/views/clockwork/stage.h"

#include <QCoreApplication>

namespace orrery {

namespace {

struct StageWords {
    Q_DECLARE_TR_FUNCTIONS(Stage)
};

} // namespace

QString stageTitle(Stage stage)
{
    switch (stage) {
    case Stage::Connection: return StageWords::tr("Connection");
    case Stage::Reflector: return StageWords::tr("Reflector");
    case Stage::Queue: return StageWords::tr("DeltaFIFO");
    case Stage::Indexer: return StageWords::tr("Indexer");
    case Stage::Handlers: return StageWords::tr("Handlers");
    case Stage::WorkQueue: return StageWords::tr("Work queue");
    case Stage::Table: return StageWords::tr("Table");
    }
    return {};
}

QString stagePurpose(Stage stage)
{
    switch (stage) {
    case Stage::Connection: return StageWords::tr("Carries every request of this cluster's session.");
    case Stage::Reflector: return StageWords::tr("Lists the objects once, then watches for what changes.");
    case Stage::Queue: return StageWords::tr("Keeps for each object the changes nobody has taken yet.");
    case Stage::Indexer: return StageWords::tr("The cache: every object as it is now, found by its key or an index.");
    case Stage::Handlers: return StageWords::tr("Are told of each change of the cache, each at its own pace.");
    case Stage::WorkQueue: return StageWords::tr("Keeps the keys of rows to be made anew, each once however often it changed.");
    case Stage::Table: return StageWords::tr("Shows a row for each object.");
    }
    return {};
}

QString stepMeaning(Stage stage)
{
    switch (stage) {
    case Stage::Connection: return StageWords::tr("Step: one request that waits, or what has come next of a watch; this kind's first");
    case Stage::Reflector: return StageWords::tr("Step: one event of the watch, or one object of a list");
    case Stage::Queue: return StageWords::tr("Step: one key with all its deltas");
    case Stage::Handlers: return StageWords::tr("Step: each handler is told one thing");
    case Stage::WorkQueue: return StageWords::tr("Step: one key of each table");
    case Stage::Indexer:
    case Stage::Table: break;
    }
    return {};
}

std::optional<kube::PipelineStage> gateOf(Stage stage)
{
    switch (stage) {
    case Stage::Connection: return kube::PipelineStage::Connection;
    case Stage::Reflector: return kube::PipelineStage::Reflector;
    case Stage::Queue: return kube::PipelineStage::Queue;
    case Stage::Handlers: return kube::PipelineStage::Handlers;
    case Stage::WorkQueue: return kube::PipelineStage::Table;
    case Stage::Indexer:
    case Stage::Table: break;
    }
    return std::nullopt;
}

} // namespace orrery
