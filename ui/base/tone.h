// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QChar>
#include <QColor>
#include <QPalette>

namespace orrery {

/// What a status means, for its colour and glyph. The word beside it is the server's.
enum class Tone : unsigned char {
    Neutral,
    Ready,       ///< green, ●
    Pending,     ///< amber, ◐: pending or degraded
    Failing,     ///< red, ✖
    Terminating, ///< violet, ◌
    Completed,   ///< grey, ○: completed or unknown
    Informative, ///< blue, ◆
};

/// Text colour of a tone: at least 4.5:1 on the palette's Base, light or dark. Neutral is the palette's own text.
[[nodiscard]] QColor toneColor(Tone tone, const QPalette &palette);
/// Null for Neutral.
[[nodiscard]] QChar toneGlyph(Tone tone);
[[nodiscard]] bool isDark(const QPalette &palette);
/// The one accent: brass.
[[nodiscard]] QColor accentColor(const QPalette &palette);
/// Hairlines between regions.
[[nodiscard]] QColor hairlineColor(const QPalette &palette);

} // namespace orrery
