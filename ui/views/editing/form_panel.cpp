// SPDX-License-Identifier: Apache-2.0
#include "ui/views/editing/form_panel.h"

#include "core/schema/yaml_cursor.h"
#include "ui/views/editing/form_row_widget.h"
#include "ui/views/editing/schema_guide.h"
#include "ui/widgets/text_replace.h"

#include <QApplication>
#include <QScopedValueRollback>
#include <QTextDocument>
#include <QTimer>
#include <QVBoxLayout>

namespace orrery {

namespace {

using RowKind = kube::FormRow::Kind;

std::string keyOf(const kube::FormRow &row)
{
    return std::to_string(static_cast<int>(row.kind)) + (row.isReadOnly ? "!" : "") + (row.isEntry ? "=" : "") + row.pointer;
}

QTimer *pauseOf(QObject *parent, int msecs)
{
    auto *timer = new QTimer(parent);
    timer->setSingleShot(true);
    timer->setInterval(msecs);
    return timer;
}

} // namespace

FormPanel::FormPanel(QTextDocument &document, kube::ObjectSchemaPtr schema, kube::ExecutorPtr gui, kube::ExecutorPtr background, QWidget *parent)
    : QScrollArea(parent), m_document(document), m_schema(std::move(schema)), m_content(new QWidget), m_layout(new QVBoxLayout(m_content)),
      m_typingPause(pauseOf(this, TypingMsecs)), m_readPause(pauseOf(this, ReadMsecs)), m_more(pauseOf(this, 0)), m_reveal(pauseOf(this, 0)), m_background(std::move(background)),
      m_owner(std::move(gui))
{
    setAccessibleName(tr("Form"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setMinimumWidth(320);
    m_layout->setContentsMargins(0, 8, 0, 12);
    m_layout->setSpacing(0);
    m_layout->addStretch(1);
    setWidget(m_content);
    connect(m_typingPause, &QTimer::timeout, this, [this] {
        if (m_typing && !m_typing->isEmptied())
            m_typing->commit();
    });
    connect(m_readPause, &QTimer::timeout, this, &FormPanel::read);
    connect(m_more, &QTimer::timeout, this, &FormPanel::build);
    connect(m_reveal, &QTimer::timeout, this, [this] {
        if (FormRowWidget *row = rowAt(m_revealed))
            ensureWidgetVisible(row, 0, 24);
    });
    connect(&m_document, &QTextDocument::contentsChanged, this, &FormPanel::textChanged);
}

FormPanel::~FormPanel()
{
    m_isRetiring = true;
    for (FormRowWidget *widget : m_widgets)
        widget->retire();
    for (const auto &[key, widget] : m_old)
        widget->retire();
}

void FormPanel::setSchema(kube::ObjectSchemaPtr schema)
{
    m_schema = std::move(schema);
    if (m_hasRead)
        refresh();
}

void FormPanel::setPart(kube::EditPart part)
{
    m_shown.isOfStatus = part == kube::EditPart::Status;
    m_shown.isStatusPlain = part == kube::EditPart::Whole;
}

void FormPanel::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    if (m_document.revision() != m_revision)
        read();
}

void FormPanel::textChanged()
{
    if (!m_isApplying && isVisible() && m_document.revision() != m_revision)
        m_readPause->start();
}

/// Elsewhere: reading a large object takes longer than a frame.
void FormPanel::read()
{
    if (std::exchange(m_isReading, true))
        return;
    m_background->post([text = textOf(m_document).toStdString(), revision = m_document.revision(),
                        deliver = m_owner.bind([this](int made, const std::shared_ptr<const kube::YamlOutline> &outline) {
                            m_isReading = false;
                            if (made != m_document.revision()) {
                                m_readPause->start();
                                return;
                            }
                            m_outline = outline;
                            m_revision = made;
                            refresh();
                        })]() mutable { deliver(revision, std::make_shared<const kube::YamlOutline>(kube::YamlOutline::of(std::move(text)))); });
}

/// Before it is changed from here, the text must be known as it is.
void FormPanel::readNow()
{
    if (m_document.revision() == m_revision)
        return;
    m_outline = std::make_shared<const kube::YamlOutline>(kube::YamlOutline::of(textOf(m_document).toStdString()));
    m_revision = m_document.revision();
}

void FormPanel::refresh()
{
    if (!std::exchange(m_hasRead, true)) {
        const kube::FormShown told = m_shown;
        m_shown = told.isOfStatus ? kube::FormShown() : kube::FormShown::of(*m_outline);
        m_shown.isOfStatus = told.isOfStatus;
        m_shown.isStatusPlain = told.isStatusPlain;
        if (told.isOfStatus)
            m_shown.open.insert("/status");
    }
    for (FormRowWidget *widget : m_widgets)
        m_old.insert_or_assign(keyOf(widget->row()), widget);
    m_rows = kube::formRows(*m_outline, *m_schema, m_shown);
    m_widgets.clear();
    build();
}

void FormPanel::build()
{
    const QWidget *focus = m_content->isAncestorOf(QApplication::focusWidget()) ? QApplication::focusWidget() : nullptr;
    std::size_t made = 0;
    setUpdatesEnabled(false);
    while (m_widgets.size() < m_rows.size() && made < RowsATurn) {
        const kube::FormRow &row = m_rows[m_widgets.size()];
        const auto known = m_old.find(keyOf(row));
        if (known == m_old.end()) {
            ++made;
            m_widgets.push_back(new FormRowWidget(*this, row, formWords(*m_schema, row), m_content));
            continue;
        }
        known->second->update(row, formWords(*m_schema, row));
        m_widgets.push_back(known->second);
        m_old.erase(known);
    }
    if (m_widgets.size() < m_rows.size()) {
        m_more->start();
    } else {
        // The focus of what goes passes through what is next, which nobody has chosen.
        const QScopedValueRollback retiring(m_isRetiring, true);
        for (const auto &[key, widget] : m_old) {
            // Who wrote there goes on where the field is now.
            if (focus && widget->isAncestorOf(focus) && m_wanted.empty())
                m_wanted = widget->row().pointer;
            widget->retire();
            widget->deleteLater();
        }
        m_old.clear();
    }
    arrange();
    setUpdatesEnabled(true);
    showProblems();
    showMark();
    if (m_wanted.empty())
        return;
    if (FormRowWidget *row = rowAt(m_wanted)) {
        row->focusField();
        reveal(m_wanted);
        m_wanted.clear();
    } else if (m_widgets.size() == m_rows.size()) {
        m_wanted.clear();
    }
}

void FormPanel::arrange()
{
    bool isSame = m_layout->count() == static_cast<int>(m_widgets.size()) + 1;
    for (std::size_t i = 0; isSame && i < m_widgets.size(); ++i)
        isSame = m_layout->itemAt(static_cast<int>(i))->widget() == m_widgets[i];
    if (isSame)
        return;
    while (QLayoutItem *item = m_layout->takeAt(0))
        delete item;
    QWidget *last = nullptr;
    for (FormRowWidget *widget : m_widgets) {
        m_layout->addWidget(widget);
        widget->show();
        widget->raise(); // the window's Tab goes through children in their order
        for (QWidget *stop : widget->stops()) {
            if (last)
                setTabOrder(last, stop);
            last = stop;
        }
    }
    for (const auto &[key, widget] : m_old)
        m_layout->addWidget(widget); // until its turn comes
    m_layout->addStretch(1);
}

FormRowWidget *FormPanel::rowAt(const std::string &pointer) const
{
    for (FormRowWidget *widget : m_widgets) {
        if (widget->row().pointer == pointer && widget->row().kind < RowKind::AddField)
            return widget;
    }
    return nullptr;
}

/// The nearest that has a row.
std::string FormPanel::shownAbove(std::string pointer) const
{
    while (!pointer.empty() && !rowAt(pointer))
        pointer.resize(pointer.rfind('/'));
    return pointer;
}

void FormPanel::setProblems(const QList<TextMark> &problems)
{
    m_problems = problems;
    showProblems();
}

void FormPanel::showProblems()
{
    std::map<std::string, std::pair<Tone, QStringList>> said;
    const kube::TextLines lines(m_outline->text());
    for (const TextMark &mark : m_problems) {
        const auto node = kube::cursorAt(*m_outline, lines.offset({mark.line, mark.column})).node;
        if (node == kube::YamlOutline::none)
            continue;
        const std::string pointer = shownAbove(m_outline->path(node).toPointer());
        auto &[tone, words] = said.try_emplace(pointer, mark.tone, QStringList()).first->second;
        if (mark.tone == Tone::Failing)
            tone = mark.tone;
        words << (mark.mend.isEmpty() ? mark.message : tr("%1: %2").arg(mark.message, mark.mend));
    }
    for (FormRowWidget *widget : m_widgets) {
        const auto found = widget->row().kind < RowKind::AddField ? said.find(widget->row().pointer) : said.end();
        widget->setProblem(found == said.end() ? Tone::Neutral : found->second.first, found == said.end() ? QString() : found->second.second.join(QLatin1Char('\n')));
    }
}

void FormPanel::showPlace(int line, int column)
{
    if (!isVisible() || m_document.revision() != m_revision)
        return;
    const auto node = kube::cursorAt(*m_outline, kube::TextLines(m_outline->text()).offset({line, column})).node;
    m_current = node == kube::YamlOutline::none ? std::string() : m_outline->path(node).toPointer();
    showMark();
    reveal(shownAbove(m_current));
}

/// Rows that have been made in this turn have no places yet.
void FormPanel::reveal(const std::string &pointer)
{
    m_revealed = pointer;
    m_reveal->start();
}

void FormPanel::showMark()
{
    const std::string shown = shownAbove(m_current);
    for (FormRowWidget *widget : m_widgets)
        widget->setCurrent(!shown.empty() && widget->row().pointer == shown && widget->row().kind < RowKind::AddField);
}

QString FormPanel::help(const kube::FormRow &row) const
{
    const FieldHelp known = fieldHelp(*m_schema, row.path);
    return (QStringList(known.notes) << known.description).join(QLatin1Char('\n')).trimmed();
}

QStringList FormPanel::addable(const kube::FormRow &object) const
{
    QStringList names;
    for (const std::string &name : kube::addableFields(*m_outline, *m_schema, m_shown, object.path))
        names << QString::fromStdString(name);
    return names;
}

} // namespace orrery
