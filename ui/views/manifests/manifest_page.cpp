// SPDX-License-Identifier: Apache-2.0
#include "ui/views/manifests/manifest_page.h"

#include "ui/base/icons.h"
#include "ui/base/theme.h"
#include "ui/views/manifests/manifest_detail.h"
#include "ui/views/manifests/manifest_model.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/status_delegate.h"
#include "ui/widgets/tone_label.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace orrery {

namespace input = kube::manifest_input;

ManifestPage::ManifestPage(Target target, Parts parts, QWidget *parent)
    : Page(parent), m_target(std::move(target)), m_parts(std::move(parts)), m_title(new ElidedLabel(this)), m_summary(new ToneLabel(this)), m_method(new QComboBox(this)),
      m_namespace(new QLineEdit(m_target.namespaceName, this)), m_read(new QPushButton(tr("Read A&gain"), this)), m_dryRun(new QPushButton(tr("&Dry Run"), this)),
      m_retry(new QPushButton(this)), m_stop(new QPushButton(tr("St&op"), this)), m_apply(new QPushButton(this)), m_progress(new ProgressLine(this)),
      m_stack(new QStackedWidget(this)), m_empty(new EmptyState(this)), m_body(new QWidget(this)), m_model(new ManifestModel(this)), m_table(new QTableView(this)),
      m_detail(new ManifestDetail(m_parts.gui, m_parts.background, this)), m_owner(m_parts.gui)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_progress);
    buildHead(layout);
    layout->addWidget(new Hairline(Qt::Horizontal, this));
    buildTable();
    auto *splitter = new QSplitter(Qt::Vertical, m_body);
    splitter->setHandleWidth(1);
    splitter->addWidget(m_table);
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({200, 300}); // the difference has no height of its own before it is shown
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->addWidget(splitter);
    m_stack->addWidget(m_body);
    m_stack->addWidget(m_empty);
    layout->addWidget(m_stack, 1);
    setAccessibleName(tr("Manifests: %1").arg(m_target.title));
    connect(m_empty, &EmptyState::actionTriggered, this, &ManifestPage::readAgain);
    connect(m_detail, &ManifestDetail::forceRequested, this, [this] {
        if (m_table->currentIndex().isValid())
            feed(input::Force{static_cast<std::size_t>(m_table->currentIndex().row())});
    });
    readAgain();
}

ManifestPage::~ManifestPage() = default;

void ManifestPage::buildHead(QVBoxLayout *layout)
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 8, 12, 4);
    head->setSpacing(8);
    m_title->setFont(titleFont(font()));
    m_title->setText(m_target.title);
    head->addWidget(m_title, 1);
    for (QPushButton *button : {m_read, m_stop, m_retry, m_dryRun, m_apply}) {
        button->setAutoDefault(false);
        head->addWidget(button);
    }
    layout->addLayout(head);
    auto *how = new QHBoxLayout;
    how->setContentsMargins(12, 0, 12, 8);
    how->setSpacing(8);
    m_summary->setWordWrap(true);
    how->addWidget(m_summary, 1);
    m_method->addItem(tr("Create or change"), static_cast<int>(kube::ManifestConfig::Method::Apply));
    m_method->addItem(tr("Create, leave what is there"), static_cast<int>(kube::ManifestConfig::Method::Create));
    m_method->setAccessibleName(tr("What to do with the documents"));
    auto *method = new QLabel(tr("&Method"), this);
    method->setBuddy(m_method);
    how->addWidget(method);
    how->addWidget(m_method);
    auto *label = new QLabel(tr("&Namespace"), this);
    label->setBuddy(m_namespace);
    m_namespace->setToolTip(tr("Of documents that name none"));
    m_namespace->setMaximumWidth(fontMetrics().averageCharWidth() * 24);
    how->addWidget(label);
    how->addWidget(m_namespace);
    layout->addLayout(how);
    m_read->setToolTip(tr("Read the files again"));
    m_dryRun->setToolTip(tr("Ask the server what it would store, and store nothing"));
    m_stop->setToolTip(tr("Stop after the document that is under way"));
    connect(m_read, &QPushButton::clicked, this, &ManifestPage::readAgain);
    connect(m_dryRun, &QPushButton::clicked, this, [this] { feed(input::DryRun{}); });
    connect(m_retry, &QPushButton::clicked, this, [this] { feed(input::RetryRefused{}); });
    connect(m_stop, &QPushButton::clicked, this, [this] { feed(input::Stop{}); });
    connect(m_apply, &QPushButton::clicked, this, [this] { feed(input::Apply{}); });
    connect(m_method, &QComboBox::activated, this, &ManifestPage::restart);
    connect(m_namespace, &QLineEdit::editingFinished, this, [this] {
        if (m_namespace->text().trimmed() != std::exchange(m_target.namespaceName, m_namespace->text().trimmed()))
            restart();
    });
}

void ManifestPage::buildTable()
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new StatusDelegate(m_table));
    m_table->setAccessibleName(tr("Documents"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setCornerButtonEnabled(false);
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setSelectionMode(QTableView::SingleSelection);
    m_table->setEditTriggers(QTableView::NoEditTriggers);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setMinimumSectionSize(static_cast<int>(Density::Compact)); // the style's own is higher than a row
    m_table->verticalHeader()->setDefaultSectionSize(static_cast<int>(Density::Normal));
    QHeaderView *header = m_table->horizontalHeader();
    header->setAccessibleName(tr("Columns"));
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(ManifestModel::Name, QHeaderView::Stretch);
    const int letter = fontMetrics().averageCharWidth();
    header->resizeSection(ManifestModel::Place, 22 * letter);
    header->resizeSection(ManifestModel::Kind, 26 * letter);
    header->resizeSection(ManifestModel::Namespace, 20 * letter);
    header->resizeSection(ManifestModel::State, 42 * letter);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ManifestPage::showDocument);
}

kube::ManifestConfig ManifestPage::config() const
{
    kube::ManifestConfig config;
    config.method = static_cast<kube::ManifestConfig::Method>(m_method->currentData().toInt());
    if (!m_target.namespaceName.isEmpty())
        config.namespaceName = m_target.namespaceName.toStdString();
    return config;
}

void ManifestPage::readAgain()
{
    if (m_isReading || (m_state && m_state->isRunning()))
        return;
    m_isReading = true;
    m_progress->setRunning(true);
    showState();
    m_parts.background->post([load = m_parts.load, deliver = m_owner.bind([this](const std::vector<kube::ManifestDocument> &documents) { begin(documents); })] { deliver(load()); });
}

void ManifestPage::begin(std::vector<kube::ManifestDocument> documents)
{
    m_isReading = false;
    m_documents = std::move(documents);
    restart();
}

void ManifestPage::restart()
{
    // Tried at once: what a person opens a file for is what it would do.
    m_isTriedAtOnce = true;
    m_run = m_parts.port->open(config(), m_documents, m_owner, [this](const kube::ManifestStatePtr &state) { take(state); });
}

void ManifestPage::take(const kube::ManifestStatePtr &state)
{
    const bool wasApplying = m_state && m_state->run == kube::ManifestState::Run::Apply;
    m_state = state;
    const bool hadRow = m_table->currentIndex().isValid();
    m_model->setState(state);
    if (!hadRow && m_model->rowCount() > 0)
        m_table->selectionModel()->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (std::exchange(m_isTriedAtOnce, false))
        feed(input::DryRun{});
    showState();
    showDocument();
    if (wasApplying && !state->isRunning())
        Q_EMIT applied(appliedCount(*state), refusedCount(*state));
}

void ManifestPage::feed(kube::ManifestInput what)
{
    if (m_run)
        m_run->feed(std::move(what));
}

void ManifestPage::showState()
{
    const bool isRunning = m_state && m_state->isRunning();
    const bool isIdle = m_state && !isRunning && !m_isReading;
    m_progress->setRunning(m_isReading || isRunning);
    const int open = m_state ? toApply(*m_state) : 0;
    const int refused = m_state ? refusedCount(*m_state) : 0;
    if (m_method->currentIndex() == 0)
        m_apply->setText(open > 0 ? tr("&Apply %n document(s)", nullptr, open) : tr("&Apply"));
    else
        m_apply->setText(open > 0 ? tr("&Create %n object(s)", nullptr, open) : tr("&Create"));
    m_apply->setEnabled(isIdle && open > 0);
    m_apply->setToolTip(open == 0 && refused > 0 ? tr("There is no document that may be applied") : QString());
    m_dryRun->setEnabled(isIdle && !m_documents.empty());
    m_retry->setText(tr("&Retry %n refused", nullptr, refused));
    m_retry->setVisible(refused > 0);
    m_retry->setEnabled(isIdle);
    m_stop->setVisible(isRunning);
    m_stop->setEnabled(isRunning && !m_state->isStopping);
    m_read->setEnabled(!isRunning && !m_isReading);
    m_method->setEnabled(isIdle);
    m_namespace->setEnabled(isIdle);
    if (!m_state) {
        m_summary->setText(tr("Reading…"));
        return;
    }
    const Tone tone = refused > 0 ? Tone::Failing : Tone::Neutral;
    m_summary->setTone(tone);
    const QString words = manifestSummary(*m_state);
    m_summary->setText(tone == Tone::Neutral ? words : QString(toneGlyph(tone)) + QLatin1Char(' ') + words);
    m_summary->setAccessibleName(words);
    if (m_state->items.empty())
        m_empty->setText({IconName::Yaml, tr("There are no documents in it"), m_target.title, tr("Comments alone are no documents."), tr("&Read Again")});
    m_stack->setCurrentWidget(m_state->items.empty() ? static_cast<QWidget *>(m_empty) : m_body);
}

void ManifestPage::showDocument()
{
    const QModelIndex current = m_table->currentIndex();
    if (!m_state || !current.isValid())
        m_detail->clear();
    else
        m_detail->show(m_state, static_cast<std::size_t>(current.row()), m_model->text(current.row()));
}

QIcon ManifestPage::icon() const
{
    return orrery::icon(IconName::Yaml);
}

void ManifestPage::focusContent()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

bool ManifestPage::closeNearest()
{
    return m_detail->closeNearest();
}

} // namespace orrery
