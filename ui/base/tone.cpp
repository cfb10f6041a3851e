// SPDX-License-Identifier: Apache-2.0
#include "ui/base/tone.h"

namespace orrery {

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

QColor toneColor(Tone tone, const QPalette &palette)
{
    const bool dark = isDark(palette);
    const auto pick = [dark](QRgb onLight, QRgb onDark) { return QColor(dark ? onDark : onLight); };
    switch (tone) {
    case Tone::Neutral: break;
    case Tone::Ready: return pick(0xff1a6b33, 0xff6ccb86);
    case Tone::Pending: return pick(0xff96480a, 0xfff0a04b);
    case Tone::Failing: return pick(0xffb3261e, 0xffff8a80);
    case Tone::Terminating: return pick(0xff6b3fa0, 0xffc9a3f5);
    case Tone::Completed: return pick(0xff5f5a52, 0xffb0aaa0);
    case Tone::Informative: return pick(0xff1b5fa8, 0xff7db8f5);
    }
    return palette.color(QPalette::Text);
}

QChar toneGlyph(Tone tone)
{
    switch (tone) {
    case Tone::Neutral: return {};
    case Tone::Ready: return QChar(0x25cf);
    case Tone::Pending: return QChar(0x25d0);
    case Tone::Failing: return QChar(0x2716);
    case Tone::Terminating: return QChar(0x25cc);
    case Tone::Completed: return QChar(0x25cb);
    case Tone::Informative: return QChar(0x25c6);
    }
    return {};
}

QColor accentColor(const QPalette &palette)
{
    return QColor(isDark(palette) ? 0xffd9a94a : 0xff8a6414);
}

QColor hairlineColor(const QPalette &palette)
{
    return QColor(isDark(palette) ? 0xff35322d : 0xffdcd7ce);
}

} // namespace orrery
