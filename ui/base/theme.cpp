// SPDX-License-Identifier: Apache-2.0
#include "ui/base/theme.h"

#include <QFontDatabase>
#include <QFontMetricsF>

namespace orrery {

namespace {

struct Neutrals {
    QRgb window, base, alternate, text, muted, disabled, button, light, midlight, mid, dark, shadow, highlight,
        highlightText, tip, link;
};

QPalette paletteOf(const Neutrals &n)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, QRgb rgb) { palette.setColor(role, QColor(rgb)); };
    set(QPalette::Window, n.window);
    set(QPalette::WindowText, n.text);
    set(QPalette::Base, n.base);
    set(QPalette::AlternateBase, n.alternate);
    set(QPalette::Text, n.text);
    set(QPalette::PlaceholderText, n.muted);
    set(QPalette::Button, n.button);
    set(QPalette::ButtonText, n.text);
    set(QPalette::BrightText, n.highlightText);
    set(QPalette::Light, n.light);
    set(QPalette::Midlight, n.midlight);
    set(QPalette::Mid, n.mid);
    set(QPalette::Dark, n.dark);
    set(QPalette::Shadow, n.shadow);
    set(QPalette::Highlight, n.highlight);
    set(QPalette::HighlightedText, n.highlightText);
    set(QPalette::ToolTipBase, n.tip);
    set(QPalette::ToolTipText, n.text);
    set(QPalette::Link, n.link);
    set(QPalette::LinkVisited, n.link);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                                           QPalette::HighlightedText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, QColor(n.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Base, QColor(n.window));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(n.midlight));
    return palette;
}

bool figuresAreTabular(const QFont &font)
{
    const QFontMetricsF metrics(font);
    const qreal width = metrics.horizontalAdvance(QLatin1Char('0'));
    for (char figure = '1'; figure <= '9'; ++figure) {
        if (qAbs(metrics.horizontalAdvance(QLatin1Char(figure)) - width) > 0.01)
            return false;
    }
    return true;
}

QFont scaled(QFont font, qreal factor)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qMax(1, qRound(font.pixelSize() * factor)));
    return font;
}

} // namespace

// The selection is a pale (light) or deep (dark) brass under the ordinary text, so that tones stay readable on it.
QPalette lightPalette()
{
    return paletteOf({.window = 0xfff4f2ee, .base = 0xffffffff, .alternate = 0xfffaf8f5, .text = 0xff1f1d1a,
                      .muted = 0xff6a655c, .disabled = 0xff8f897f, .button = 0xffefece6, .light = 0xffffffff,
                      .midlight = 0xffe7e3db, .mid = 0xffd3cdc3, .dark = 0xffa69f93, .shadow = 0xff6e685e,
                      .highlight = 0xfff2e6cc, .highlightText = 0xff1f1d1a, .tip = 0xfffffdf8, .link = 0xff1b5fa8});
}

QPalette darkPalette()
{
    return paletteOf({.window = 0xff211f1d, .base = 0xff181715, .alternate = 0xff1d1c1a, .text = 0xffe9e5dd,
                      .muted = 0xffa19b90, .disabled = 0xff79746b, .button = 0xff2c2a27, .light = 0xff3d3a35,
                      .midlight = 0xff34312d, .mid = 0xff3d3a35, .dark = 0xff131211, .shadow = 0xff000000,
                      .highlight = 0xff40341c, .highlightText = 0xfff6f1e7, .tip = 0xff2c2a27, .link = 0xff7db8f5});
}

QFont titleFont(const QFont &base)
{
    QFont font = scaled(base, 1.25);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont captionFont(const QFont &base)
{
    return scaled(base, 0.92);
}

QFont monospaceFont(const QFont &base)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF());
    else
        font.setPixelSize(base.pixelSize());
    font.setStyleHint(QFont::Monospace);
    return font;
}

QFont tabularFont(const QFont &base)
{
    // Qt 6.4 cannot ask a font for its tnum feature.
    if (figuresAreTabular(base))
        return base;
    const QStringList families = QFontDatabase::families();
    for (const char *family : {"Noto Sans", "DejaVu Sans", "Liberation Sans", "Arial"}) {
        QFont font = base;
        font.setFamilies({QLatin1String(family)});
        if (families.contains(QLatin1String(family)) && figuresAreTabular(font))
            return font;
    }
    return monospaceFont(base);
}

} // namespace orrery
