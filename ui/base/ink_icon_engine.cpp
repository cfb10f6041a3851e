// SPDX-License-Identifier: Apache-2.0
#include "ui/base/ink_icon_engine.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace orrery {

QColor InkIconEngine::ink(QIcon::Mode mode) const
{
    const QPalette palette = m_palette.value_or(QGuiApplication::palette());
    if (mode == QIcon::Disabled)
        return palette.color(QPalette::Disabled, QPalette::WindowText);
    if (mode == QIcon::Selected)
        return palette.color(QPalette::Active, QPalette::HighlightedText);
    QColor color = palette.color(QPalette::Active, QPalette::WindowText);
    // A drawing beside words says less than they do: it is a shade quieter.
    color.setAlphaF(mode == QIcon::Active ? 1.0F : 0.8F);
    return color;
}

QPixmap InkIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State)
{
    if (size.isEmpty() || m_svg.isEmpty())
        return {};
    const QColor color = ink(mode);
    const QString key = QStringLiteral("ink/%1/%2/%3x%4").arg(qHash(m_svg)).arg(color.rgba()).arg(size.width()).arg(size.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QByteArray drawing = m_svg;
    drawing.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(drawing);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(color.alphaF());
    renderer.render(&painter, QRectF(QPointF(), size));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void InkIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
    QPixmap drawn = pixmap(rect.size() * ratio, mode, state);
    drawn.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect.topLeft(), drawn);
}

QSize InkIconEngine::actualSize(const QSize &size, QIcon::Mode, QIcon::State)
{
    const int side = qMin(size.width(), size.height());
    return {side, side};
}

} // namespace orrery
