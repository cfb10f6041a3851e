// SPDX-License-Identifier: Apache-2.0
#include "ui/views/apiserver/figure_strip.h"

#include "ui/base/theme.h"
#include "ui/widgets/elided_label.h"

#include <QGridLayout>

namespace orrery {

FigureStrip::FigureStrip(QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(0);
}

void FigureStrip::setFigures(const QList<ServerFigure> &figures)
{
    auto *grid = static_cast<QGridLayout *>(layout());
    while (m_parts.size() < figures.size()) {
        const int column = static_cast<int>(m_parts.size());
        const Part part{new ElidedLabel(this), new QLabel(this)};
        part.caption->setFont(captionFont(font()));
        part.caption->setForegroundRole(QPalette::PlaceholderText);
        part.value->setFont(titleFont(tabularFont(font())));
        part.value->setTextFormat(Qt::PlainText);
        grid->addWidget(part.caption, 0, column);
        grid->addWidget(part.value, 1, column);
        grid->setColumnStretch(column, 1);
        m_parts.append(part);
    }
    for (qsizetype i = 0; i < figures.size(); ++i) {
        const ServerFigure &figure = figures[i];
        const QString value = figure.value.isEmpty() ? QStringLiteral("–") : figure.value;
        m_parts[i].caption->setText(figure.caption);
        m_parts[i].value->setText(value);
        m_parts[i].value->setToolTip(figure.toolTip);
        m_parts[i].value->setAccessibleName(figure.caption + QLatin1Char(' ') + value);
    }
}

} // namespace orrery
