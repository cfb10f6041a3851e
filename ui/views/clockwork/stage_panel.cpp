// SPDX-License-Identifier: Apache-2.0
#include "ui/views/clockwork/stage_panel.h"

#include "ui/base/error_text.h"
#include "ui/base/format.h"
#include "ui/base/theme.h"
#include "ui/views/clockwork/clockwork_words.h"
#include "ui/views/clockwork/fault_dialog.h"
#include "ui/views/clockwork/stage_body.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/table_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace orrery {

StagePanel::StagePanel(QString contextName, kube::ClockworkPort &port, kube::ExecutorPtr gui, QWidget *parent)
    : QWidget(parent), m_port(port), m_contextName(std::move(contextName)), m_gui(gui), m_title(new QLabel(this)), m_purpose(new ElidedLabel(this)), m_choiceLabel(new QLabel(tr("&Show"), this)), m_choice(new QComboBox(this)),
      m_search(new QLineEdit(this)), m_back(new QPushButton(tr("&Back to values"), this)), m_relist(new QPushButton(tr("Relist &now"), this)), m_cut(new QPushButton(tr("C&ut watch"), this)), m_inject(new QPushButton(tr("&Inject…"), this)),
      m_retry(new QPushButton(tr("Retr&y key"), this)), m_forget(new QPushButton(tr("Forget f&ailures"), this)), m_facts(new KeyValueList(this)),
      m_model(new ContentsModel(this)), m_stack(new QStackedWidget(this)), m_table(new TableView(this)), m_empty(new EmptyState(this)), m_more(new QLabel(this)), m_body(new StageBody(m_facts, m_stack, m_more, this)), m_owner(std::move(gui))
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_purpose->setFont(captionFont(font()));
    m_purpose->setForegroundRole(QPalette::PlaceholderText);
    m_choiceLabel->setBuddy(m_choice);
    makeSearchField(m_search, IconName::Search, tr("Search keys"));
    m_search->setPlaceholderText(tr("Part of a key"));
    m_search->setFixedWidth(180);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 8, 12, 8);
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addWidget(m_purpose, 1);
    for (QWidget *widget : {static_cast<QWidget *>(m_choiceLabel), static_cast<QWidget *>(m_choice), static_cast<QWidget *>(m_back), static_cast<QWidget *>(m_search), static_cast<QWidget *>(m_relist), static_cast<QWidget *>(m_cut),
                            static_cast<QWidget *>(m_inject), static_cast<QWidget *>(m_retry), static_cast<QWidget *>(m_forget)})
        head->addWidget(widget);

    m_facts->setKeyWidth(100);
    m_table->setModel(m_model);
    m_table->setSortingEnabled(false);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_more->setFont(captionFont(font()));
    m_more->setForegroundRole(QPalette::PlaceholderText);
    m_more->setContentsMargins(8, 4, 12, 4);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(new Hairline(Qt::Horizontal, this));
    layout->addWidget(m_body, 1);
    makeButtons();
    setStage(m_stage);
}

void StagePanel::makeButtons()
{
    m_back->setToolTip(tr("From the keys of one value back to all values of the index"));
    m_relist->setToolTip(tr("Lists everything again now, from the server's store, and watches from there. The cluster is not changed, but a long list is work for it"));
    m_cut->setToolTip(tr("Ends the watch as though the server had; it is opened again from where it stood. The cluster is not changed"));
    m_retry->setToolTip(tr("Puts the key into this program's queue at once: its row is made anew. The cluster is not changed"));
    m_forget->setToolTip(tr("Forgets the key's failures in this program's queue: its next failure is its first. The cluster is not changed"));
    connect(m_relist, &QPushButton::clicked, this, [this] {
        // Once a list: each begins anew what the server is sending already.
        const kube::PipelineSnapshot *now = pipeline();
        if (!now || now->informer.reflector.asked == kube::ReflectorStatus::Step::List || std::exchange(m_relistedAt, m_snapshot->takenAt) == m_snapshot->takenAt)
            return;
        m_port.relist(m_informer);
    });
    connect(m_cut, &QPushButton::clicked, this, [this] { m_port.cutWatch(m_informer); });
    connect(m_inject, &QPushButton::clicked, this, &StagePanel::openFaultDialog);
    connect(m_retry, &QPushButton::clicked, this, [this] {
        if (const auto key = chosenKey(); key && chosenTable())
            m_port.retryKey(m_informer, *chosenTable(), *key);
    });
    connect(m_forget, &QPushButton::clicked, this, [this] {
        if (const auto key = chosenKey(); key && chosenTable())
            m_port.forgetKey(m_informer, *chosenTable(), *key);
    });
    connect(m_body, &StageBody::turned, this, &StagePanel::fitColumns);
    const auto askAnew = [this] {
        ++m_question;
        m_isAsking = false;
        m_askedVersion.reset();
        ask();
    };
    connect(m_search, &QLineEdit::textChanged, this, askAnew);
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this, askAnew] {
        const QSignalBlocker quiet(m_search); // what was looked for among keys is no value
        m_search->clear();
        m_bucket.reset();
        m_isSized = false;
        askAnew();
    });
    const auto showBucket = [this, askAnew](const std::optional<std::string> &value) {
        const QSignalBlocker quiet(m_search);
        m_search->clear();
        m_bucket = value;
        m_isSized = false;
        askAnew();
        offer();
    };
    connect(m_table, &TableView::activated, this, [this, showBucket](const QModelIndex &at) {
        if (m_stage == Stage::Indexer && !m_choice->currentData().isNull() && !m_bucket)
            showBucket(m_model->at(at.row()).identity.toStdString());
    });
    connect(m_back, &QPushButton::clicked, this, [showBucket] { showBucket(std::nullopt); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        offer();
        askCachedObject();
        m_body->forgetHeight();
    });
}

void StagePanel::setStage(Stage stage)
{
    m_stage = stage;
    ++m_question;
    m_isAsking = false;
    m_isSized = false;
    m_askedVersion.reset();
    m_object.reset();
    m_title->setText(stageTitle(stage));
    m_table->setAccessibleName(tr("Inside the %1").arg(stageTitle(stage)));
    {
        const QSignalBlocker quiet(m_search);
        m_search->clear();
    }
    m_bucket.reset();
    m_search->setVisible(stage == Stage::Queue || stage == Stage::Indexer);
    m_relist->setVisible(stage == Stage::Reflector);
    m_cut->setVisible(stage == Stage::Reflector);
    m_inject->setVisible(stage == Stage::Connection);
    m_retry->setVisible(stage == Stage::WorkQueue);
    m_forget->setVisible(stage == Stage::WorkQueue);
    {
        const QSignalBlocker quiet(m_choice);
        m_choice->clear();
    }
    m_model->setColumns({});
    fillChoice();
    offer();
    showFacts();
    m_body->forgetHeight();
    ask();
}

void StagePanel::setWhyNoFaults(const QString &why)
{
    m_whyNoFaults = why;
    if (m_faultDialog)
        m_faultDialog->setRefused(why);
    offer();
}

void StagePanel::show(kube::ClockworkSnapshotPtr snapshot, const kube::InformerKey &informer, const PipelineFlow &flow)
{
    const bool isOther = informer != m_informer;
    m_snapshot = std::move(snapshot);
    m_informer = informer;
    m_flow = flow;
    if (isOther) {
        setStage(m_stage);
        return;
    }
    fillChoice();
    offer();
    showFacts();
    ask();
}

const kube::PipelineSnapshot *StagePanel::pipeline() const
{
    if (!m_snapshot)
        return nullptr;
    const auto found = std::find_if(m_snapshot->pipelines.begin(), m_snapshot->pipelines.end(), [this](const kube::PipelineSnapshot &one) { return one.key == m_informer; });
    return found == m_snapshot->pipelines.end() ? nullptr : &*found;
}

void StagePanel::fillChoice()
{
    QList<std::pair<QString, QVariant>> wanted;
    const kube::PipelineSnapshot *now = pipeline();
    if (now && m_stage == Stage::Indexer) {
        wanted << std::pair(tr("Keys"), QVariant());
        for (const kube::IndexerSnapshot::Index &index : now->informer.indexer.indices)
            wanted << std::pair(tr("Index %1").arg(QString::fromStdString(index.name)), QVariant(QString::fromStdString(index.name)));
    } else if (now && m_stage == Stage::WorkQueue && now->tables.size() > 1) {
        for (const kube::TableSnapshot &table : now->tables)
            wanted << std::pair(QStringLiteral("%1 #%2").arg(QString::fromStdString(table.queue.name)).arg(table.id), QVariant::fromValue<quint64>(table.id));
    }
    bool same = wanted.size() == m_choice->count();
    for (int i = 0; same && i < m_choice->count(); ++i)
        same = m_choice->itemText(i) == wanted.at(i).first;
    if (!same) {
        const QSignalBlocker quiet(m_choice);
        const QString before = m_choice->currentText();
        m_choice->clear();
        for (const auto &[text, id] : wanted)
            m_choice->addItem(text, id);
        m_choice->setCurrentIndex(std::max(0, m_choice->findText(before)));
    }
    m_choice->setVisible(!wanted.isEmpty());
    m_choiceLabel->setVisible(!wanted.isEmpty());
}

void StagePanel::offer()
{
    const kube::PipelineSnapshot *now = pipeline();
    m_relist->setEnabled(now);
    m_cut->setEnabled(now && now->informer.reflector.phase == kube::ReflectorPhase::Live);
    m_inject->setEnabled(now && m_whyNoFaults.isEmpty());
    m_inject->setToolTip(m_whyNoFaults.isEmpty() ? tr("Makes the connection of this kind fail in this program alone, to see what happens: no server notices") : m_whyNoFaults);
    m_inject->setAccessibleDescription(m_inject->toolTip());
    const bool isRefused = m_stage == Stage::Connection && !m_whyNoFaults.isEmpty();
    m_purpose->setText(isRefused ? m_whyNoFaults : stagePurpose(m_stage));
    m_back->setVisible(m_stage == Stage::Indexer && m_bucket);
    const bool hasKey = chosenKey() && chosenTable();
    m_retry->setEnabled(hasKey);
    m_forget->setEnabled(hasKey);
}

void StagePanel::focusContent()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void StagePanel::focusSearch()
{
    if (m_search->isVisible())
        m_search->setFocus(Qt::ShortcutFocusReason);
}

bool StagePanel::closeNearest()
{
    if (m_search->isVisible() && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    if (!m_back->isVisible())
        return false;
    m_back->click();
    return true;
}

} // namespace orrery
