// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/filter_field.h"

#include "ui/base/format.h"
#include "ui/base/theme.h"
#include "ui/widgets/search_field.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>

namespace orrery {

FilterField::FilterField(QWidget *parent) : QWidget(parent), m_edit(new QLineEdit(this)), m_counts(new QLabel(this))
{
    makeSearchField(m_edit, IconName::Filter, tr("Filter"));
    showTip();
    setPlaceholder(tr("Filter"));
    m_edit->setMinimumWidth(160);
    m_edit->installEventFilter(this);
    setFocusProxy(m_edit);

    m_counts->setFont(captionFont(font()));
    m_counts->setForegroundRole(QPalette::PlaceholderText);
    m_counts->hide();

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_counts);
    layout->addWidget(m_edit, 1);

    m_pause.setSingleShot(true);
    m_pause.setInterval(80);
    connect(&m_pause, &QTimer::timeout, this, &FilterField::announce);
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &typed) {
        showCounts();
        if (typed.isEmpty())
            announce();
        else
            m_pause.start();
    });
    connect(m_edit, &QLineEdit::returnPressed, this, [this] {
        announce();
        Q_EMIT left();
    });
}

QString FilterField::text() const
{
    return m_edit->text();
}

void FilterField::setText(const QString &text)
{
    m_edit->setText(text);
    announce();
}

void FilterField::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text + QStringLiteral("   /"));
}

void FilterField::setProblem(const QString &problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    showTip();
}

void FilterField::setHelp(const QString &lines)
{
    m_help = lines;
    showTip();
}

void FilterField::showTip()
{
    const QString tip = m_problem.isEmpty() ? tr("Show only rows that contain this (/)") : m_problem;
    m_edit->setAccessibleDescription(tip); // not the tool tip's markup
    QString rows;
    QString below;
    for (const QString &line : m_help.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QString said = line.toHtmlEscaped();
        if (const qsizetype tab = said.indexOf(QLatin1Char('\t')); tab >= 0)
            rows += QStringLiteral("<tr><td style='white-space:nowrap'><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>").arg(said.left(tab), said.mid(tab + 1));
        else
            below += QStringLiteral("<p>%1</p>").arg(said);
    }
    m_edit->setToolTip(QStringLiteral("<p>%1</p>").arg(tip.toHtmlEscaped()) + (rows.isEmpty() ? QString() : QStringLiteral("<table>%1</table>").arg(rows)) + below);
}

void FilterField::setCounts(qint64 shown, qint64 all)
{
    m_shown = shown;
    m_all = all;
    showCounts();
}

void FilterField::showCounts()
{
    const bool visible = m_shown >= 0 && !m_edit->text().isEmpty();
    if (visible)
        m_counts->setText(tr("%1 of %2").arg(count(m_shown), count(m_all)));
    m_counts->setVisible(visible);
}

void FilterField::listenOn(QWidget *page)
{
    auto *shortcut = new QShortcut(QKeySequence(Qt::Key_Slash), page);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, &FilterField::focusField);
}

void FilterField::focusField()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void FilterField::announce()
{
    m_pause.stop();
    if (m_announced == m_edit->text())
        return;
    m_announced = m_edit->text();
    Q_EMIT filterChanged(m_announced);
}

bool FilterField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape && key->modifiers() == Qt::NoModifier) {
            if (event->type() == QEvent::ShortcutOverride) {
                event->accept(); // the window's Escape is for what is outside this field
                return true;
            }
            if (m_edit->text().isEmpty())
                Q_EMIT left();
            else
                m_edit->clear();
            return true;
        }
        if (key->key() == Qt::Key_Down && event->type() == QEvent::KeyPress) {
            announce();
            Q_EMIT left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace orrery
