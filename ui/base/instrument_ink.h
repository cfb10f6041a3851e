// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPalette>

namespace orrery {

/// Colours of what is drawn as an instrument, light or dark, from the palette there is.
struct InstrumentInk {
    QColor brass;   ///< what flows and what is filled: the accent
    QColor fill;    ///< of a face, under text: pale brass
    QColor faceTop; ///< a face shades from here …
    QColor faceEnd; ///< … to here
    QColor rim;     ///< around a face
    QColor mark;    ///< graduations that are not reached, tracks
    QColor text;
    QColor quiet;   ///< words beside figures
};
[[nodiscard]] InstrumentInk instrumentInk(const QPalette &palette);
/// Orange-red, for an instrument in trouble: it cannot be taken for brass beside it. At least 4.5:1 on Window and Base.
[[nodiscard]] QColor troubleColor(const QPalette &palette);
/// Between two colours; share of the second, 0 to 1.
[[nodiscard]] QColor mixed(const QColor &first, const QColor &second, qreal share);

} // namespace orrery
