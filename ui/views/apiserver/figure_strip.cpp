// SPDX-License-Identifier: Apache-2.0
#include "ui/views/apiserver/figure_strip.h"

#include "ui/base/theme.h"
#include "ui/widgets/elided_label.h"

#include <QGridLayout>

#include <algorithm>
#include <utility>

namespace orrery {

namespace {

constexpr int leastWidth = 80; ///< of a figure

} // namespace

FigureStrip::FigureStrip(QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(0);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a line more is better than a window that cannot be narrower
}

void FigureStrip::setFigures(const QList<ServerFigure> &figures)
{
    while (m_parts.size() < figures.size()) {
        const Part part{new ElidedLabel(this), new QLabel(this)};
        part.caption->setFont(captionFont(font()));
        part.caption->setForegroundRole(QPalette::PlaceholderText);
        part.value->setFont(titleFont(tabularFont(font())));
        part.value->setTextFormat(Qt::PlainText);
        m_parts.append(part);
        m_columns = 0;
    }
    arrange();
    for (qsizetype i = 0; i < figures.size(); ++i) {
        const ServerFigure &figure = figures[i];
        const QString value = figure.value.isEmpty() ? QStringLiteral("–") : figure.value;
        m_parts[i].caption->setText(figure.caption);
        m_parts[i].value->setText(value);
        m_parts[i].value->setToolTip(figure.toolTip);
        m_parts[i].value->setAccessibleName(figure.caption + QLatin1Char(' ') + value);
    }
}

void FigureStrip::arrange()
{
    const int all = static_cast<int>(m_parts.size());
    if (all == 0)
        return;
    const int fitting = std::clamp(width() / leastWidth, 1, all);
    const int lines = (all + fitting - 1) / fitting;
    const int columns = (all + lines - 1) / lines;
    if (std::exchange(m_columns, columns) == columns)
        return;
    auto *grid = static_cast<QGridLayout *>(layout());
    for (int i = 0; i < all; ++i) {
        const Part &part = m_parts[i];
        for (auto [label, row] : {std::pair(part.caption, i / columns * 2), std::pair(part.value, i / columns * 2 + 1)}) {
            grid->removeWidget(label);
            grid->addWidget(label, row, i % columns);
        }
        grid->setColumnStretch(i, i < columns ? 1 : 0);
    }
}

void FigureStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace orrery
