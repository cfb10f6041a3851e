// SPDX-License-Identifier: Apache-2.0
#include "ui/views/clockwork/clipped_label.h"

#include <QPainter>
#include <QTextLayout>

namespace orrery {

namespace {

constexpr int mostLines = 5; ///< what a column has room for

} // namespace

ClippedLabel::ClippedLabel(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ClippedLabel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setToolTip(text);
    setAccessibleName(text);
    updateGeometry();
    update();
}

QStringList ClippedLabel::wrapped(int width, int most) const
{
    QStringList lines;
    QTextLayout layout(m_text, font());
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(1, width));
        if (lines.size() + 1 == most) {
            lines << fontMetrics().elidedText(m_text.mid(line.textStart()), Qt::ElideRight, width);
            break;
        }
        lines << m_text.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

QStringList ClippedLabel::lines() const
{
    return wrapped(width(), std::max(1, height() / fontMetrics().height()));
}

int ClippedLabel::heightForWidth(int width) const
{
    return static_cast<int>(wrapped(width, mostLines).size()) * fontMetrics().height();
}

QSize ClippedLabel::sizeHint() const
{
    return {80, heightForWidth(std::max(80, width()))};
}

QSize ClippedLabel::minimumSizeHint() const
{
    return {40, fontMetrics().height()};
}

void ClippedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const int lineHeight = fontMetrics().height();
    int y = 0;
    for (const QString &line : lines()) {
        painter.drawText(QRect(0, y, width(), lineHeight), static_cast<int>(Qt::AlignHCenter | Qt::AlignTop) | static_cast<int>(Qt::TextSingleLine), line);
        y += lineHeight;
    }
}

} // namespace orrery
