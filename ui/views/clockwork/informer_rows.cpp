// SPDX-License-Identifier: Apache-2.0
#include "ui/views/clockwork/informer_rows.h"

#include "ui/base/format.h"
#include "ui/base/measure_text.h"
#include "ui/views/clockwork/clockwork_words.h"

#include <QCoreApplication>

#include <tuple>

namespace orrery {

namespace {

struct InformerWords {
    Q_DECLARE_TR_FUNCTIONS(Informers)
};

ContentsCell stateCell(const kube::ClockworkSnapshot &snapshot, const kube::PipelineSnapshot &pipeline, const PipelineFlow &flow)
{
    if (!pipeline.paused.empty())
        return {InformerWords::tr("paused"), Tone::Informative, {}};
    if (!pipeline.faults.empty())
        return {InformerWords::tr("faulty"), Tone::Failing, {}};
    const StageReading reading = readStage(Stage::Reflector, {snapshot, pipeline, flow});
    return {reading.state, reading.tone, reading.why};
}

} // namespace

QString informerId(const kube::InformerKey &key)
{
    const std::string id = key.resource.toString() + '|' + key.namespaceName + '|' + key.labelSelector + '|' + key.fieldSelector + '|' + std::to_string(static_cast<int>(key.form));
    return QString::fromStdString(id);
}

QList<ContentsColumn> informerColumns()
{
    return {{InformerWords::tr("Kind"), QStringLiteral("kind"), false, true, 9}, {InformerWords::tr("State"), QStringLiteral("state"), false, false, 12}, {InformerWords::tr("ev/s"), QStringLiteral("events"), true, false, 5},
            {InformerWords::tr("Objects"), QStringLiteral("objects"), true}, {InformerWords::tr("Memory"), QStringLiteral("memory"), true}};
}

QList<ContentsRow> informerRows(const kube::ClockworkSnapshot &snapshot, const FlowMeter &meter)
{
    QList<ContentsRow> rows;
    for (const kube::PipelineSnapshot &pipeline : snapshot.pipelines) {
        const PipelineFlow flow = meter.flowOf(pipeline.key);
        QString kind = QString::fromStdString(pipeline.kind);
        if (!pipeline.key.namespaceName.empty())
            kind += QStringLiteral(" · ") + QString::fromStdString(pipeline.key.namespaceName);
        const kube::IndexerSnapshot &indexer = pipeline.informer.indexer;
        rows << ContentsRow{informerId(pipeline.key),
                            {{kind, Tone::Neutral, informerCaption(pipeline)}, stateCell(snapshot, pipeline, flow), {rateText(flow.rate(Stage::Connection))}, {count(static_cast<qint64>(indexer.objects))},
                             {bytes(static_cast<qint64>(indexer.bytes))}}};
    }
    return rows;
}

std::optional<kube::InformerKey> mostTelling(const kube::ClockworkSnapshot &snapshot)
{
    const auto rank = [](const kube::PipelineSnapshot &one) { return std::tuple(!one.tables.empty(), one.informer.indexer.objects); };
    const auto best = std::max_element(snapshot.pipelines.begin(), snapshot.pipelines.end(),
                                       [&](const kube::PipelineSnapshot &one, const kube::PipelineSnapshot &other) { return rank(one) < rank(other); });
    return best == snapshot.pipelines.end() ? std::nullopt : std::optional(best->key);
}

QString informerCaption(const kube::PipelineSnapshot &pipeline)
{
    QStringList parts{QString::fromStdString(pipeline.key.resource.toString()), scopeText(pipeline.key)};
    switch (pipeline.key.form) {
    case kube::InformerKey::Form::Objects: parts << InformerWords::tr("whole objects"); break;
    case kube::InformerKey::Form::Table: parts << InformerWords::tr("the server's columns"); break;
    case kube::InformerKey::Form::Metadata: parts << InformerWords::tr("metadata alone"); break;
    }
    if (pipeline.users > 1)
        parts << InformerWords::tr("shared by %1").arg(count(static_cast<qint64>(pipeline.users)));
    return parts.join(QStringLiteral(" · "));
}

} // namespace orrery
