// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/diff_view.h"

#include "ui/base/format.h"
#include "ui/base/icons.h"
#include "ui/base/theme.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/find_bar.h"
#include "ui/widgets/hairline.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace orrery {

DiffView::DiffView(QWidget *parent) : QWidget(parent), m_summary(new QLabel(this)), m_beside(new QWidget(this)), m_forms(new QStackedWidget(this))
{
    m_unified = makeColumn(DiffPane::Numbers::Both);
    m_left = makeColumn(DiffPane::Numbers::Left);
    m_right = makeColumn(DiffPane::Numbers::Right);

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(12, 4, 8, 4);
    bar->setSpacing(4);
    bar->addWidget(m_summary, 1);
    QToolButton *previous = makeButton(IconName::Up, tr("Previous change"), tr("Shift+F7"));
    QToolButton *next = makeButton(IconName::Down, tr("Next change"), tr("F7"));
    QToolButton *search = makeButton(IconName::Search, tr("Search in the difference"), tr("Ctrl+F"));
    m_sideBySide = makeButton(IconName::Columns, tr("Side by side"), {});
    m_sideBySide->setCheckable(true);
    m_sideBySide->setChecked(true);
    for (QToolButton *button : {previous, next, search, m_sideBySide})
        bar->addWidget(button);
    auto *columns = new QHBoxLayout(m_beside);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(m_left.box, 1);
    columns->addWidget(new Hairline(Qt::Vertical, m_beside));
    columns->addWidget(m_right.box, 1);
    // Neither form takes room from the other: a column that becomes wider or narrower lays out all its lines.
    m_forms->addWidget(m_beside);
    m_forms->addWidget(m_unified.box);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(new Hairline(Qt::Horizontal, this));
    layout->addWidget(m_forms, 1);

    scrollTogether(m_left.pane, m_right.pane);
    scrollTogether(m_right.pane, m_left.pane);
    connect(previous, &QToolButton::clicked, this, &DiffView::goToPreviousChange);
    connect(next, &QToolButton::clicked, this, &DiffView::goToNextChange);
    connect(search, &QToolButton::clicked, this, &DiffView::openFind);
    connect(m_sideBySide, &QToolButton::toggled, this, [this](bool on) { setForm(on ? Form::SideBySide : Form::Unified); });
    for (const auto &[key, forwards] : {std::pair(QKeySequence(Qt::Key_F7), true), std::pair(QKeySequence(Qt::SHIFT | Qt::Key_F7), false)}) {
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, ahead = forwards] { ahead ? goToNextChange() : goToPreviousChange(); });
    }
    setTexts({}, {});
    setFocusProxy(m_right.pane);
}

DiffView::Column DiffView::makeColumn(DiffPane::Numbers numbers)
{
    Column column;
    column.box = new QWidget(this);
    column.heading = new ElidedLabel(column.box);
    column.heading->setForegroundRole(QPalette::PlaceholderText);
    column.pane = new DiffPane(numbers, column.box);
    column.find = new FindBar(column.pane, column.box);
    auto *layout = new QVBoxLayout(column.box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 4, 12, 4);
    head->addWidget(column.heading, 1);
    layout->addLayout(head);
    layout->addWidget(column.pane, 1);
    layout->addWidget(column.find);
    return column;
}

QToolButton *DiffView::makeButton(IconName name, const QString &said, const QString &key)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(name));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(said);
    button->setToolTip(key.isEmpty() ? said : tr("%1 (%2)").arg(said, key));
    return button;
}

void DiffView::scrollTogether(DiffPane *one, DiffPane *other)
{
    connect(one->verticalScrollBar(), &QScrollBar::valueChanged, other->verticalScrollBar(), &QScrollBar::setValue);
    connect(one->horizontalScrollBar(), &QScrollBar::valueChanged, other->horizontalScrollBar(), &QScrollBar::setValue);
    connect(one->horizontalScrollBar(), &QScrollBar::rangeChanged, this, &DiffView::showBarsTogether);
    connect(one, &DiffPane::gapOpened, other, &DiffPane::openGap);
}

void DiffView::showBarsTogether()
{
    // A bar in one column alone would leave it fewer lines, and the other could not be scrolled to its end.
    const bool wide = m_left.pane->horizontalScrollBar()->maximum() > 0 || m_right.pane->horizontalScrollBar()->maximum() > 0;
    for (DiffPane *pane : {m_left.pane, m_right.pane})
        pane->setHorizontalScrollBarPolicy(wide ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
}

void DiffView::setTexts(const DiffSide &left, const DiffSide &right)
{
    setRows(left.heading, right.heading, diffRows(left.text, right.text));
}

void DiffView::setRows(const QString &leftHeading, const QString &rightHeading, DiffRows rows)
{
    m_rows = std::move(rows);
    m_isFilledUnified = m_isFilledBeside = false;
    fill();
    m_left.heading->setText(tr("− %1").arg(leftHeading));
    m_right.heading->setText(tr("+ %1").arg(rightHeading));
    m_unified.heading->setText(tr("− %1   + %2").arg(leftHeading, rightHeading));
    m_left.pane->setAccessibleName(leftHeading.isEmpty() ? tr("Before") : leftHeading);
    m_right.pane->setAccessibleName(rightHeading.isEmpty() ? tr("After") : rightHeading);
    m_unified.pane->setAccessibleName(tr("Difference"));
    m_summary->setText(summary());
    m_summary->setAccessibleName(m_rows.changes == 0 ? summary()
                                                     : tr("%1: %2, %3").arg(tr("%n change(s)", nullptr, m_rows.changes), tr("%n line(s) added", nullptr, m_rows.added),
                                                                            tr("%n line(s) removed", nullptr, m_rows.removed)));
}

void DiffView::fill()
{
    const bool isUnified = m_form == Form::Unified;
    if (std::exchange(isUnified ? m_isFilledUnified : m_isFilledBeside, true))
        return;
    if (isUnified) {
        m_unified.pane->setRows(m_rows.unified);
    } else {
        m_left.pane->setRows(m_rows.left);
        m_right.pane->setRows(m_rows.right);
    }
}

QString DiffView::summary() const
{
    if (m_rows.changes == 0)
        return tr("No difference");
    return tr("%1: +%2 −%3").arg(tr("%n change(s)", nullptr, m_rows.changes), count(m_rows.added), count(m_rows.removed));
}

void DiffView::setForm(Form form)
{
    if (form == m_form)
        return;
    const bool hadFocus = currentPane()->hasFocus();
    m_form = form;
    const bool beside = form == Form::SideBySide;
    m_forms->setCurrentWidget(beside ? m_beside : m_unified.box);
    fill(); // when it has its width
    m_sideBySide->setChecked(beside);
    setFocusProxy(beside ? m_right.pane : m_unified.pane);
    if (hadFocus)
        setFocus(Qt::OtherFocusReason);
    Q_EMIT formChanged(form);
}

DiffPane *DiffView::currentPane() const
{
    if (m_form == Form::Unified)
        return m_unified.pane;
    return m_left.box->isAncestorOf(window()->focusWidget()) ? m_left.pane : m_right.pane;
}

QList<int> DiffView::changeRows() const
{
    const auto isChanged = [this](int row) {
        const auto changed = [](const DiffRow &one) { return one.kind != DiffRow::Kind::Same && one.kind != DiffRow::Kind::Gap; };
        return m_form == Form::Unified ? changed(m_rows.unified[row]) : changed(m_rows.left[row]);
    };
    const qsizetype count = m_form == Form::Unified ? m_rows.unified.size() : m_rows.left.size();
    QList<int> found;
    for (int row = 0; row < count; ++row) {
        if (isChanged(row) && (row == 0 || !isChanged(row - 1)))
            found << row;
    }
    return found;
}

void DiffView::goToChange(int row)
{
    DiffPane *pane = currentPane();
    if (m_form == Form::SideBySide)
        (pane == m_left.pane ? m_right.pane : m_left.pane)->goToRow(row);
    pane->goToRow(row);
}

void DiffView::goToNextChange()
{
    const QList<int> rows = changeRows();
    const auto next = std::upper_bound(rows.begin(), rows.end(), currentPane()->currentRow());
    if (!rows.isEmpty())
        goToChange(next == rows.end() ? rows.first() : *next);
}

void DiffView::goToPreviousChange()
{
    const QList<int> rows = changeRows();
    const auto here = std::lower_bound(rows.begin(), rows.end(), currentPane()->currentRow());
    if (!rows.isEmpty())
        goToChange(here == rows.begin() ? rows.last() : *std::prev(here));
}

void DiffView::openFind()
{
    for (const Column &column : {m_unified, m_left, m_right}) {
        if (column.pane == currentPane())
            column.find->open();
    }
}

bool DiffView::closeNearest()
{
    for (const Column &column : {m_unified, m_left, m_right}) {
        if (column.find->isOpen()) {
            column.find->close();
            return true;
        }
    }
    return false;
}

} // namespace orrery
