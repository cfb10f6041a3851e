// SPDX-License-Identifier: Apache-2.0
#include "ui/views/controllers/suspects_panel.h"

#include "core/metrics/queue_kind.h"
#include "ui/base/error_text.h"
#include "ui/base/format.h"
#include "ui/views/controllers/suspect_model.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/tone_label.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace orrery {

namespace {

constexpr int kindCharacters = 24;

} // namespace

SuspectsPanel::SuspectsPanel(kube::SuspectPort *port, const kube::ExecutorPtr &gui, QWidget *parent)
    : QWidget(parent), m_port(port), m_kind(new QComboBox(this)), m_verdict(new ToneLabel(this)), m_again(new QPushButton(tr("Look &Again"), this)),
      m_go(new QPushButton(tr("Go to O&bject"), this)), m_progress(new ProgressLine(this)), m_stack(new QStackedWidget(this)), m_table(new TableView(this)),
      m_model(new SuspectModel(this)), m_empty(new EmptyState(this)), m_owner(gui)
{
    auto *label = new QLabel(tr("&Kind"), this);
    label->setBuddy(m_kind);
    m_kind->view()->setAccessibleName(tr("Kinds"));
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->setMinimumContentsLength(kindCharacters);
    m_verdict->setWordWrap(true);
    m_verdict->setTextFormat(Qt::PlainText);
    m_table->setAccessibleName(tr("Objects that may be stuck"));
    m_table->setModel(m_model);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(8, 8, 12, 4);
    line->setSpacing(8);
    line->addWidget(label);
    line->addWidget(m_kind);
    line->addWidget(m_verdict, 1);
    line->addWidget(m_again);
    line->addWidget(m_go);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_progress);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_kind);

    connect(m_kind, &QComboBox::activated, this, [this] {
        forget();
        look();
    });
    connect(m_again, &QPushButton::clicked, this, &SuspectsPanel::look);
    connect(m_go, &QPushButton::clicked, this, &SuspectsPanel::goThere);
    connect(m_table, &QTableView::activated, this, &SuspectsPanel::goThere);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { m_go->setEnabled(m_table->currentIndex().isValid()); });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { m_go->setEnabled(false); });
    m_go->setEnabled(false);
    fillKinds();
}

void SuspectsPanel::setCatalog(const kube::CatalogPtr &catalog)
{
    if (catalog == m_catalog)
        return;
    const kube::ResourceInfo *chosen = kind();
    const auto before = chosen ? std::optional(chosen->gvr.groupResource()) : std::nullopt;
    m_catalog = catalog;
    fillKinds();
    if (!before) {
        guessKind();
        return;
    }
    const auto same = std::find_if(m_kinds.begin(), m_kinds.end(), [&](const kube::ResourceInfo &one) { return one.gvr.groupResource() == *before; });
    m_kind->setCurrentIndex(same == m_kinds.end() ? 0 : static_cast<int>(same - m_kinds.begin()) + 1);
}

void SuspectsPanel::fillKinds()
{
    m_kinds.clear();
    m_kind->clear();
    m_kind->addItem(tr("Choose a kind"));
    if (!m_catalog)
        return;
    for (const kube::ResourceInfo &resource : m_catalog->resources) {
        if (resource.can("list"))
            m_kinds.push_back(resource);
    }
    std::sort(m_kinds.begin(), m_kinds.end(), [](const kube::ResourceInfo &one, const kube::ResourceInfo &other) { return std::tie(one.kind, one.gvr.group) < std::tie(other.kind, other.gvr.group); });
    for (const kube::ResourceInfo &resource : m_kinds) {
        const QString name = QString::fromStdString(resource.kind);
        m_kind->addItem(resource.gvr.group.empty() ? name : tr("%1 (%2)").arg(name, QString::fromStdString(resource.gvr.group)));
    }
}

void SuspectsPanel::guessKind()
{
    std::vector<kube::QueueKind> offered;
    for (const kube::ResourceInfo &resource : m_kinds)
        offered.push_back({resource.gvr.group, resource.gvr.resource, resource.kind});
    const auto found = kube::queueKindOf(m_queue.toStdString(), offered);
    m_kind->setCurrentIndex(found ? static_cast<int>(*found) + 1 : 0);
    if (isVisible())
        look();
}

void SuspectsPanel::setQueue(const QString &queue, const std::string &programNamespace, const std::vector<std::string> &leases)
{
    m_leases = leases;
    if (queue == m_queue && programNamespace == m_programNamespace)
        return;
    m_queue = queue;
    m_programNamespace = programNamespace;
    forget();
    guessKind();
}

const kube::ResourceInfo *SuspectsPanel::kind() const
{
    const int index = m_kind->currentIndex() - 1;
    return index >= 0 && index < static_cast<int>(m_kinds.size()) ? &m_kinds[static_cast<std::size_t>(index)] : nullptr;
}

void SuspectsPanel::forget()
{
    m_reading.reset();
    m_report.reset();
    m_model->setSuspects({}, {});
}

void SuspectsPanel::look()
{
    const kube::ResourceInfo *resource = kind();
    m_again->setEnabled(resource && m_port);
    if (!m_report)
        m_verdict->clear();
    if (!m_port || !resource) {
        m_progress->setRunning(false);
        say(m_catalog ? tr("Which objects is “%1” about?").arg(m_queue) : tr("The server's kinds are not known yet"),
            m_catalog ? tr("The queue's name does not tell the kind of its keys.") : QString(), m_catalog ? tr("Choose a kind above to see which of its objects do not get on.") : QString());
        return;
    }
    m_progress->setRunning(true);
    if (!m_report)
        say(tr("Looking through %1").arg(QString::fromStdString(resource->gvr.resource)), {}, {});
    m_reading = m_port->find({*resource, m_programNamespace, m_leases}, m_owner, [this](kube::SuspectReportPtr report) {
        if (m_report && m_report->isComplete && !report->isComplete)
            return; // what is there is more than the beginning of the next
        m_report = std::move(report);
        showReport();
    });
}

QString SuspectsPanel::leaseText(Tone &tone) const
{
    for (const kube::LeaseReading &lease : m_report->leases) {
        if (lease.isHeld(m_report->takenAt))
            continue;
        tone = Tone::Failing;
        const QString name = QString::fromStdString(lease.key.name);
        return lease.holder.empty() || !lease.renewed
            ? tr("Nobody leads: nobody holds the Lease %1.").arg(name)
            : tr("Nobody leads: %1 has not renewed the Lease %2 for %3.").arg(QString::fromStdString(lease.holder), name, humanDuration(m_report->takenAt - *lease.renewed));
    }
    return {};
}

void SuspectsPanel::showReport()
{
    m_progress->setRunning(!m_report->isComplete);
    m_model->setSuspects(m_report->suspects, m_report->takenAt);
    Tone tone = m_report->suspects.empty() ? Tone::Ready : Tone::Pending;
    QStringList sentences;
    if (const QString lease = leaseText(tone); !lease.isEmpty())
        sentences << lease;
    const QString looked = m_report->isCut ? tr("the first %1").arg(count(static_cast<qint64>(m_report->looked))) : count(static_cast<qint64>(m_report->looked));
    const QString kindName = kind() ? QString::fromStdString(kind()->gvr.resource) : QString();
    sentences << tr("%1 of %2 %3 stand out, as of %4.").arg(count(static_cast<qint64>(m_report->suspects.size())), looked, kindName, clockTime(m_report->takenAt));
    for (const kube::Error &gap : m_report->gaps) {
        tone = tone == Tone::Ready ? Tone::Pending : tone;
        sentences << tr("Not everything could be read: %1").arg(gap.message);
    }
    m_verdict->setTone(tone);
    m_verdict->setText(toneGlyph(tone) + QLatin1Char(' ') + sentences.join(QLatin1Char(' ')));
    if (!m_report->suspects.empty()) {
        m_stack->setCurrentWidget(m_table);
    } else if (m_report->isComplete && m_report->looked == 0 && !m_report->gaps.empty()) {
        const ErrorText error = describe(m_report->gaps.front());
        say(error.headline, error.detail, error.mend);
    } else if (m_report->isComplete) {
        say(tr("None of them stands out"), tr("Every generation is observed, no condition and no warning of the last hour complains."),
            tr("If the queue does not get on, its program may be busy or held back: see its client under Program."));
    }
}

void SuspectsPanel::say(const QString &headline, const QString &detail, const QString &mend)
{
    m_empty->setText({IconName::Search, headline, detail, mend, {}});
    m_stack->setCurrentWidget(m_empty);
}

void SuspectsPanel::goThere()
{
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid() && kind())
        Q_EMIT objectActivated(*kind(), m_model->at(current.row()).key);
}

void SuspectsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_queue.isEmpty()) // what it was before says little of now
        look();
}

void SuspectsPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_reading.reset();
    if (m_report && !m_report->isComplete)
        m_report.reset();
    m_progress->setRunning(false);
}

} // namespace orrery
