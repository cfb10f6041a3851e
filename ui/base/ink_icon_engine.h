// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIconEngine>
#include <QPalette>

#include <optional>

namespace orrery {

/// Draws an SVG whose ink is "currentColor" in the palette's text colour of the mode asked for.
/// Without a palette of its own it asks the application's each time.
class InkIconEngine final : public QIconEngine
{
public:
    InkIconEngine(QByteArray svg, std::optional<QPalette> palette) : m_svg(std::move(svg)), m_palette(std::move(palette)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QSize actualSize(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QIconEngine *clone() const override { return new InkIconEngine(*this); }
    [[nodiscard]] bool isNull() override { return m_svg.isEmpty(); }

private:
    [[nodiscard]] QColor ink(QIcon::Mode mode) const;

    QByteArray m_svg;
    std::optional<QPalette> m_palette;
};

} // namespace orrery
