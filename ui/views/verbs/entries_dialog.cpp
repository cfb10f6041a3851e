// SPDX-License-Identifier: Apache-2.0
#include "ui/views/verbs/entries_dialog.h"

#include "core/base/gather.h"
#include "core/object/json.h"
#include "ui/base/error_text.h"
#include "ui/base/format.h"
#include "ui/base/theme.h"
#include "ui/views/verbs/entries_model.h"
#include "ui/views/verbs/entry_delegate.h"
#include "ui/views/verbs/removal_text.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/progress_line.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace orrery {

namespace {

QString objectsText(const kube::ResourceInfo &resource, const std::vector<kube::ObjectKey> &keys)
{
    return keys.size() == 1 ? QString::fromStdString(resource.kind + ' ' + keys.front().name) : countOfKind(static_cast<qint64>(keys.size()), resource.kind);
}

QString placeText(const QString &context, const std::vector<kube::ObjectKey> &keys)
{
    const QString space = QString::fromStdString(keys.front().namespaceName);
    return space.isEmpty() ? context : EntriesDialog::tr("%1 of %2").arg(space, context);
}

kube::Result<kube::JsonDocument> parsed(const kube::Result<kube::ObjectReply> &reply)
{
    if (!reply)
        return kube::fail(reply.error());
    return kube::JsonDocument::parse({reply->json.constData(), static_cast<std::size_t>(reply->json.size())});
}

} // namespace

EntriesDialog::EntriesDialog(kube::ChangePort &port, kube::ExecutorPtr gui, const QString &context, std::unique_ptr<EntriesKind> kind,
                             kube::ResourceInfo resource, std::vector<kube::ObjectKey> keys, QWidget *parent)
    : VerbDialog(tr("%1 of %2").arg(kind->title(), objectsText(resource, keys)), placeText(context, keys), {}, parent), m_port(port), m_kind(std::move(kind)),
      m_resource(std::move(resource)), m_keys(std::move(keys)), m_model(new EntriesModel(*m_kind, this)), m_table(new QTableView(this)),
      m_add(new QPushButton(tr("A&dd"), this)), m_remove(new QPushButton(tr("&Remove"), this)), m_owner(std::move(gui))
{
    build();
    connect(m_model, &EntriesModel::edited, this, &EntriesDialog::showState);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &EntriesDialog::showState);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &, const QModelIndex &previous) { m_model->leave(previous.row()); });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *from, QWidget *to) {
        // A cell's field is in the table; another window is not elsewhere.
        if (from && to && m_table->isAncestorOf(from) && isAncestorOf(to) && to != m_table && !m_table->isAncestorOf(to))
            m_model->leave(m_table->currentIndex().row());
    });
    connect(m_add, &QPushButton::clicked, this, &EntriesDialog::addEntry);
    connect(m_remove, &QPushButton::clicked, this, &EntriesDialog::removeEntries);
    connect(verb(), &QPushButton::clicked, this, &EntriesDialog::apply);
    verb()->setDefault(true);
    read();
}

EntriesDialog::~EntriesDialog()
{
    delete m_table; // before the kind, which its delegate and the model refer to
    delete m_model;
}

void EntriesDialog::build()
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new EntryDelegate(*m_kind, m_table));
    m_table->setAccessibleName(m_kind->title());
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setCornerButtonEnabled(false);
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setEditTriggers(QTableView::DoubleClicked | QTableView::EditKeyPressed | QTableView::AnyKeyPressed);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(static_cast<int>(Density::Roomy)); // a line that is edited stands in it
    m_table->setMinimumHeight(static_cast<int>(Density::Roomy) * 6);
    m_table->installEventFilter(this);
    QHeaderView *header = m_table->horizontalHeader();
    header->setAccessibleName(tr("Columns"));
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::Stretch);
    auto *framed = new QVBoxLayout;
    framed->setSpacing(0);
    framed->addWidget(new Hairline(Qt::Horizontal, this));
    framed->addWidget(m_table, 1);
    framed->addWidget(new Hairline(Qt::Horizontal, this));
    content()->addLayout(framed, 1);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(m_add);
    bar->addWidget(m_remove);
    bar->addStretch(1);
    content()->addLayout(bar);
    m_add->setAutoDefault(false);
    m_remove->setAutoDefault(false);
    resize(620, 380);
}

void EntriesDialog::read()
{
    std::vector<kube::Future<kube::ObjectReply>> answers;
    for (const kube::ObjectKey &key : m_keys)
        answers.push_back(m_port.get(m_resource.gvr, key));
    kube::then(kube::gather(std::move(answers), m_owner), m_owner, [this](const kube::Result<std::vector<kube::Result<kube::ObjectReply>>> &replies) {
        if (replies)
            takeRead(*replies);
    });
    showState();
}

void EntriesDialog::takeRead(const std::vector<kube::Result<kube::ObjectReply>> &replies)
{
    QList<QList<Entry>> seen;
    std::vector<kube::ObjectKey> there;
    for (std::size_t i = 0; i < replies.size(); ++i) {
        const auto document = parsed(replies[i]);
        if (!document) {
            m_failures << tr("%1: %2").arg(QString::fromStdString(m_keys[i].name), document.error().message);
            continue;
        }
        seen << m_kind->entries(document->root());
        there.push_back(m_keys[i]);
    }
    m_isRead = !there.empty();
    if (m_isRead) {
        m_keys = std::move(there);
        m_model->setSeen(seen);
    }
    showState();
    m_table->setFocus(Qt::OtherFocusReason);
}

void EntriesDialog::apply()
{
    m_failures.clear();
    m_model->leaveAll();
    if (!m_model->problem().isEmpty()) {
        showState();
        return;
    }
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < m_keys.size(); ++i) {
        if (!m_model->changesOf(static_cast<qsizetype>(i)).isEmpty())
            changed.push_back(i);
    }
    m_writing = changed.size();
    for (const std::size_t i : changed)
        applyTo(i, 0);
    showState();
    if (changed.empty())
        accept();
}

void EntriesDialog::applyTo(std::size_t object, int tries)
{
    const QList<EntryChange> changes = m_model->changesOf(static_cast<qsizetype>(object));
    kube::then(m_port.get(m_resource.gvr, m_keys[object]), m_owner, [this, object, tries, changes](const kube::Result<kube::ObjectReply> &reply) {
        const auto document = parsed(reply);
        if (!document) {
            settle(object, document.error().message);
            return;
        }
        if (const QList<EntryChange> moved = m_kind->moved(document->root(), changes); !moved.isEmpty()) {
            const EntryChange &first = moved.front();
            settle(object, first.before.isEmpty() ? tr("%1 has been taken away meanwhile").arg(m_kind->toText(first.after))
                                                  : tr("it has %1 by now").arg(m_kind->toText(first.before)));
            return;
        }
        kube::WriteOptions options;
        options.fieldManager = kube::ownFieldManager;
        kube::then(m_port.patch(m_resource.gvr, m_keys[object], kube::PatchType::Merge, m_kind->patch(document->root(), changes), options), m_owner,
                   [this, object, tries](const kube::Result<kube::ObjectReply> &done) {
                       if (!done && done.error().is(kube::ErrorKind::Conflict) && tries + 1 < Tries)
                           applyTo(object, tries + 1); // something else of it has changed: that is looked at and left in peace
                       else
                           settle(object, done ? QString() : done.error().message);
                   });
    });
}

void EntriesDialog::settle(std::size_t object, const QString &failure)
{
    if (!failure.isEmpty())
        m_failures << tr("%1: %2").arg(QString::fromStdString(m_keys[object].name), failure);
    if (--m_writing > 0)
        return;
    if (m_failures.isEmpty()) {
        Q_EMIT applied(what());
        accept();
        return;
    }
    read(); // what was carried out is no change any more; the rest stays as it was typed
}

void EntriesDialog::addEntry()
{
    const int row = m_model->add();
    m_table->setCurrentIndex(m_model->index(row, 0));
    m_table->setFocus(Qt::OtherFocusReason);
    m_table->edit(m_model->index(row, 0));
}

void EntriesDialog::removeEntries()
{
    m_model->toggleRemoved(selectedRows());
    m_table->setFocus(Qt::OtherFocusReason);
}

QList<int> EntriesDialog::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows << index.row();
    return rows;
}

bool EntriesDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && watched == m_table) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Delete && m_remove->isEnabled()) {
            removeEntries();
            return true;
        }
        if (key->key() == Qt::Key_Insert && m_add->isEnabled()) {
            addEntry();
            return true;
        }
    }
    return VerbDialog::eventFilter(watched, event);
}

QString EntriesDialog::what() const
{
    return tr("%1 of %2").arg(m_kind->title(), objectsText(m_resource, m_keys));
}

void EntriesDialog::showState()
{
    const bool isBusy = m_writing > 0;
    const QList<int> rows = selectedRows();
    const bool allRemoved = !rows.isEmpty() && std::all_of(rows.begin(), rows.end(), [this](int row) { return m_model->isRemoved(row); });
    const QString problem = m_model->problem();
    const int changes = m_model->changedRows();
    progress()->setRunning(isBusy || (!m_isRead && m_failures.isEmpty()));
    m_table->setEnabled(m_isRead && !isBusy);
    m_add->setEnabled(m_isRead && !isBusy);
    m_remove->setEnabled(m_isRead && !isBusy && !rows.isEmpty());
    m_remove->setText(allRemoved ? tr("&Keep") : tr("&Remove"));
    verb()->setText(changes > 0 ? tr("&Apply %n change(s)", nullptr, changes) : tr("&Apply"));
    verb()->setEnabled(m_isRead && !isBusy && changes > 0 && problem.isEmpty());
    constexpr qsizetype most = 5;
    QStringList lines = m_failures.first(std::min(most, m_failures.size()));
    if (m_failures.size() > most)
        lines << tr("… and %1 more").arg(count(m_failures.size() - most));
    if (!lines.isEmpty() && m_isRead)
        lines << tr("Nothing of these was overwritten. What you typed stays.");
    if (!problem.isEmpty())
        lines.prepend(problem);
    say(Tone::Failing, isBusy ? QStringList() : lines);
}

} // namespace orrery
