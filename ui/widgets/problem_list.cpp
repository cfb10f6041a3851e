// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/problem_list.h"

#include "ui/base/theme.h"
#include "ui/widgets/problem_model.h"
#include "ui/widgets/tone_label.h"

#include <QListView>
#include <QVBoxLayout>

namespace orrery {

ProblemList::ProblemList(QWidget *parent) : QWidget(parent), m_model(new ProblemModel(this)), m_summary(new ToneLabel(this)), m_view(new QListView(this))
{
    m_summary->setContentsMargins(12, 4, 12, 4);
    m_summary->setWordWrap(true);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ProblemDelegate(m_view));
    m_view->setAccessibleName(tr("Problems"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformItemSizes(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setTabKeyNavigation(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_summary);
    layout->addWidget(m_view);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    const auto go = [this](const QModelIndex &index) { Q_EMIT chosen(m_model->at(index.row()).line, m_model->at(index.row()).column); };
    connect(m_view, &QListView::activated, this, go); // Return
    connect(m_view, &QListView::clicked, this, go);
    setProblems({});
}

void ProblemList::setProblems(const QList<TextMark> &problems)
{
    const QModelIndex before = m_view->currentIndex();
    m_model->setProblems(problems);
    // Whoever goes through them keeps the place while they become fewer.
    if (before.isValid() && !problems.isEmpty())
        m_view->setCurrentIndex(m_model->index(std::min(before.row(), m_model->rowCount() - 1), 0));
    const Tone tone = m_model->count(Tone::Failing) > 0 ? Tone::Failing : problems.isEmpty() ? Tone::Completed : Tone::Pending;
    m_summary->setTone(tone);
    m_summary->setText(problems.isEmpty() ? summary() : QString(toneGlyph(tone)) + QLatin1Char(' ') + summary());
    m_summary->setAccessibleName(summary());
    fit();
}

void ProblemList::setUnchecked(const QString &why)
{
    m_model->setProblems({});
    m_summary->setTone(Tone::Pending);
    m_summary->setText(QString(toneGlyph(Tone::Pending)) + QLatin1Char(' ') + why);
    m_summary->setAccessibleName(why);
    fit();
}

QString ProblemList::summary() const
{
    const int failing = m_model->count(Tone::Failing);
    const int others = m_model->rowCount() - failing;
    if (failing == 0 && others == 0)
        return tr("No problems");
    const QString problems = tr("%n problem(s)", nullptr, failing);
    const QString warnings = tr("%n warning(s)", nullptr, others);
    return others == 0 ? problems : failing == 0 ? warnings : tr("%1, %2").arg(problems, warnings);
}

void ProblemList::fit()
{
    m_view->setFixedHeight(std::min(RowsShown, m_model->rowCount()) * static_cast<int>(Density::Normal));
    m_view->setVisible(m_model->rowCount() > 0);
}

} // namespace orrery
