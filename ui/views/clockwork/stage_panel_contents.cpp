// SPDX-License-Identifier: Apache-2.0
#include "core/object/object_key.h"
#include "ui/base/error_text.h"
#include "ui/base/format.h"
#include "ui/views/clockwork/clockwork_words.h"
#include "ui/views/clockwork/fault_dialog.h"
#include "ui/views/clockwork/stage_body.h"
#include "ui/views/clockwork/stage_panel.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/table_columns.h"
#include "ui/widgets/table_view.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>

namespace orrery {

void StagePanel::showFacts()
{
    const kube::PipelineSnapshot *now = pipeline();
    if (!now) {
        m_facts->setRows({});
        return;
    }
    QList<KeyValue> facts = stageFacts(m_stage, {*m_snapshot, *now, m_flow});
    if (m_stage == Stage::Indexer && m_object) {
        KeyValue name{tr("Object"), QString::fromStdString(m_object->key.toString())};
        name.monospace = true;
        facts << name << KeyValue{tr("Its version"), QString::fromStdString(m_object->resourceVersion)} << KeyValue{tr("Its bytes"), count(static_cast<qint64>(m_object->bytes)), tr("that the cache holds of it, compressed")};
        KeyValue uid{tr("Its uid"), QString::fromStdString(m_object->uid)};
        uid.monospace = true;
        facts << uid;
        for (const auto &[index, values] : m_object->indexed) {
            QStringList texts;
            for (const std::string &value : values)
                texts << (value.empty() ? QStringLiteral("–") : QString::fromStdString(value));
            facts << KeyValue{tr("In %1").arg(QString::fromStdString(index)), texts.join(QStringLiteral(", "))};
        }
    }
    if (const auto key = tellsRow() ? chosenKey() : std::nullopt) {
        // All of its row, which is what was asked about, and first what the table is too narrow for: an error or a chain.
        const int row = m_model->rowOf(QString::fromStdString(key->toString()));
        QList<KeyValue> chosen, whole;
        for (int column = 0; column < m_model->columnCount(); ++column) {
            const QModelIndex cell = m_model->index(row, column);
            if (const QString text = cell.data().toString(); !text.isEmpty())
                (m_model->columns().at(column).stretches ? whole : chosen) << KeyValue{m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), text, cell.data(Qt::ToolTipRole).toString(), m_model->at(row).cells.at(column).tone};
        }
        facts = whole + chosen + facts;
    }
    m_facts->setRows(facts);
}

template <typename Answer, typename Make>
void StagePanel::take(kube::Future<Answer> answer, Make make)
{
    m_isAsking = true;
    kube::then(std::move(answer), m_owner, [this, make, question = m_question](const kube::Result<Answer> &result) {
        if (question != m_question)
            return;
        m_isAsking = false;
        if (result) {
            fill(make(*result));
        } else {
            StageContents nothing;
            nothing.whenEmpty = describe(result.error()).headline;
            fill(nothing);
        }
    });
}

void StagePanel::ask()
{
    const kube::PipelineSnapshot *now = pipeline();
    if (!now || m_isAsking)
        return;
    const kube::ContentsFilter filter{m_search->text().trimmed().toStdString(), Shown};
    switch (m_stage) {
    case Stage::Queue:
        take(m_port.queueContents(m_informer, filter), waitingChanges);
        return;
    case Stage::Indexer: {
        // Sorting all keys costs the cache some milliseconds: once for each change of it is enough.
        if (m_askedVersion == now->informer.indexer.transactions)
            return;
        m_askedVersion = now->informer.indexer.transactions;
        const QString index = m_choice->currentData().toString();
        if (index.isEmpty())
            take(m_port.cacheKeys(m_informer, filter), cachedKeys);
        else if (m_bucket)
            take(m_port.bucketKeys(m_informer, index.toStdString(), *m_bucket, filter), cachedKeys);
        else
            take(m_port.indexContents(m_informer, index.toStdString(), filter), indexValues);
        return;
    }
    case Stage::WorkQueue:
        if (const auto table = chosenTable())
            take(m_port.tableQueue(m_informer, *table, Shown), [now = m_snapshot->takenAt](const kube::WorkQueueSnapshot &queue) { return queuedKeys(queue, now); });
        else
            fill({{}, {}, tr("No table of this kind is open."), false});
        return;
    default: fill(toldContents(m_stage, {*m_snapshot, *now, m_flow}));
    }
}

void StagePanel::fill(const StageContents &contents)
{
    if (!contents.columns.isEmpty() && contents.columns != m_model->columns()) {
        m_model->setColumns(contents.columns);
        fitColumns();
    }
    m_model->setRows(contents.rows);
    if (!contents.rows.isEmpty() && !std::exchange(m_isSized, true))
        m_table->columns()->sizeToSample();
    m_empty->setText({IconName::Pipeline, contents.whenEmpty, {}, {}, {}});
    m_stack->setCurrentWidget(contents.rows.isEmpty() ? static_cast<QWidget *>(m_empty) : m_table);
    m_more->setVisible(contents.more);
    m_more->setText(tr("The first %1 are shown.").arg(count(contents.rows.size())));
    if (tellsRow())
        showFacts();
    offer();
}

void StagePanel::fitColumns()
{
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_table->setColumnHidden(column, m_model->columns().at(column).yields && !m_body->isBeside());
    m_table->columns()->stretch();
}

void StagePanel::askCachedObject()
{
    const auto key = m_stage == Stage::Indexer && (m_choice->currentData().isNull() || m_bucket) ? chosenKey() : std::nullopt;
    if (!key) {
        if (std::exchange(m_object, std::nullopt) || tellsRow())
            showFacts();
        return;
    }
    kube::then(m_port.cachedObject(m_informer, *key), m_owner, [this, key](const kube::Result<kube::CachedObject> &object) {
        if (m_stage != Stage::Indexer || chosenKey() != key)
            return;
        m_object = object ? std::optional(*object) : std::nullopt;
        showFacts();
    });
}

std::optional<kube::ObjectKey> StagePanel::chosenKey() const
{
    const QModelIndexList rows = m_table->selectionModel() ? m_table->selectionModel()->selectedRows() : QModelIndexList();
    if (rows.isEmpty() || m_stack->currentWidget() != m_table)
        return std::nullopt;
    const auto key = kube::ObjectKey::parse(m_model->at(rows.first().row()).identity.toStdString());
    return key ? std::optional(*key) : std::nullopt;
}

std::optional<std::uint64_t> StagePanel::chosenTable() const
{
    if (m_stage != Stage::WorkQueue)
        return std::nullopt;
    if (m_choice->count() > 0)
        return m_choice->currentData().toULongLong();
    const kube::PipelineSnapshot *now = pipeline();
    return now && !now->tables.empty() ? std::optional(now->tables.front().id) : std::nullopt;
}

QString StagePanel::about() const
{
    const kube::PipelineSnapshot *now = pipeline();
    return tr("Connection of %1 in %2, %3").arg(now ? QString::fromStdString(now->kind) : QString(), m_contextName, scopeText(m_informer));
}

void StagePanel::openFaultDialog()
{
    const bool isOpen = m_faultDialog && m_faultDialog->isVisible();
    if (isOpen && m_faultDialog->informer() == m_informer) {
        m_faultDialog->raise();
        m_faultDialog->activateWindow();
        return;
    }
    if (isOpen)
        m_faultDialog->reject(); // it is about another kind
    m_faultDialog = new FaultDialog(m_port, m_informer, about(), m_gui, this);
    m_faultDialog->setModal(false);
    m_faultDialog->show(); // beside the window: the pipeline is watched meanwhile
}

} // namespace orrery
