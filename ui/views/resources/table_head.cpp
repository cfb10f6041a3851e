// SPDX-License-Identifier: Apache-2.0
#include "ui/views/resources/table_head.h"

#include "ui/base/freshness_text.h"
#include "ui/base/icons.h"
#include "ui/base/theme.h"
#include "ui/views/resources/table_state_text.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/namespace_picker.h"
#include "ui/widgets/progress_line.h"
#include "ui/widgets/version_choice.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace orrery {

namespace {
constexpr int filterWidth = 300;
} // namespace

TableHead::TableHead(const QString &title, Warnings warnings, QWidget *parent)
    : QWidget(parent), m_title(new QLabel(title, this)), m_versions(new VersionChoice(this)), m_namespaces(new NamespacePicker(this)), m_warnings(new QToolButton(this)),
      m_filter(new FilterField(this)), m_count(new ElidedLabel(this)), m_badge(new Badge(this)), m_progress(new ProgressLine(this))
{
    m_title->setFont(titleFont(font()));
    m_warnings->setText(tr("Warnings only"));
    m_warnings->setIcon(icon(IconName::Warning));
    m_warnings->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_warnings->setCheckable(true);
    m_warnings->setAutoRaise(true);
    m_warnings->setFocusPolicy(Qt::TabFocus);
    m_warnings->setToolTip(tr("Leave out what is normal (Ctrl+Shift+W)"));
    m_warnings->setAccessibleName(m_warnings->text());
    m_warnings->setVisible(warnings == Warnings::Offered);
    m_filter->setMaximumWidth(filterWidth);
    m_filter->setHelp(tr("web\tany cell contains it\n!web\tno cell contains it\n\"two words\"\tkept together\nstatus:run\tthat column contains it\n"
                         "status=Running\tthat column is it\nstatus!=Running\tthat column is not it\nrestarts>5, age<1h\tmore, less; also >= and <=\n"
                         "Several, with spaces between, must all match. A column is named by its title or the beginning of it."));
    m_count->setFont(captionFont(font()));
    m_count->setForegroundRole(QPalette::PlaceholderText);

    auto *first = new QHBoxLayout;
    first->setContentsMargins(8, 8, 12, 0); // the edge of the cells' texts
    first->setSpacing(12);
    first->addWidget(m_title);
    first->addWidget(m_versions);
    first->addWidget(m_namespaces);
    first->addStretch(1);
    first->addWidget(m_warnings);
    first->addWidget(m_filter, 1);
    auto *second = new QHBoxLayout;
    second->setContentsMargins(8, 4, 12, 4);
    second->setSpacing(12);
    second->addWidget(m_count, 1);
    second->addWidget(m_badge);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(first);
    layout->addLayout(second);
    layout->addWidget(m_progress);
    layout->addWidget(new Hairline(Qt::Horizontal, this));

    connect(m_filter, &FilterField::filterChanged, this, &TableHead::filterChanged);
    connect(m_filter, &FilterField::left, this, &TableHead::left);
    connect(m_warnings, &QToolButton::toggled, this, &TableHead::filterChanged);
}

void TableHead::setFilterExample(const QString &example)
{
    m_filter->setPlaceholder(tr("Filter, such as %1").arg(example));
}

void TableHead::listenOn(QWidget *page)
{
    m_filter->listenOn(page);
}

void TableHead::focusFilter()
{
    m_filter->focusField();
}

QString TableHead::typed() const
{
    return m_filter->text();
}

void TableHead::setTyped(const QString &text)
{
    m_filter->setText(text);
}

bool TableHead::warningsOnly() const
{
    return m_warnings->isChecked();
}

void TableHead::setWarningsOnly(bool only)
{
    m_warnings->setChecked(only);
}

QString TableHead::filterText() const
{
    return warningsOnly() ? QStringLiteral("type=Warning ") + typed() : typed();
}

void TableHead::say(const TableStanding &standing)
{
    using State = kube::FreshnessState;
    const State state = standing.freshness.state;
    m_count->setText(countText(standing));
    m_filter->setProblem(filterProblemText(standing));
    kube::Freshness freshness = standing.freshness;
    if (isUnfilled(standing))
        freshness.asOf = {};
    m_badge->setText(orrery::describe(freshness));
    m_progress->setRunning((state == State::Connecting || state == State::Loading) && !standing.freshness.isHeld);
}

} // namespace orrery
