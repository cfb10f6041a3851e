// SPDX-License-Identifier: Apache-2.0
#include "ui/base/instrument_ink.h"

#include "ui/base/tone.h"

namespace orrery {

QColor mixed(const QColor &first, const QColor &second, qreal share)
{
    const auto between = [share](int a, int b) { return qRound(a + (b - a) * share); };
    return {between(first.red(), second.red()), between(first.green(), second.green()), between(first.blue(), second.blue()),
            between(first.alpha(), second.alpha())};
}

InstrumentInk instrumentInk(const QPalette &palette)
{
    const bool dark = isDark(palette);
    const QColor brass = accentColor(palette);
    const QColor base = palette.color(QPalette::Base);
    InstrumentInk ink;
    ink.brass = brass;
    ink.fill = mixed(base, brass, dark ? 0.34 : 0.3);
    ink.faceTop = dark ? QColor(0xff25221e) : QColor(0xffffffff);
    ink.faceEnd = dark ? QColor(0xff131210) : QColor(0xfff6f2ea);
    ink.rim = dark ? QColor(0xff46413a) : QColor(0xffcdc5b6);
    ink.mark = dark ? QColor(0xff4b463e) : QColor(0xffcbc3b4);
    ink.text = palette.color(QPalette::Text);
    ink.quiet = palette.color(QPalette::PlaceholderText);
    return ink;
}

QColor troubleColor(const QPalette &palette)
{
    return QColor(isDark(palette) ? 0xffff7043 : 0xffb93a0b);
}

} // namespace orrery
