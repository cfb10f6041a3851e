// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>
#include <QPalette>

class QApplication;

namespace orrery {

enum class ThemeChoice { System, Light, Dark };

/// Fusion with our own palettes, the grid of 4 px and the tabular figures (LOOK: a calm instrument). System follows
/// the desktop's colour scheme (portal, else the platform palette) and changes with it.
void applyTheme(QApplication &application, ThemeChoice choice);
[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();

[[nodiscard]] QFont titleFont(const QFont &base);   ///< 1.25×
[[nodiscard]] QFont captionFont(const QFont &base); ///< 0.92×
[[nodiscard]] QFont monospaceFont(const QFont &base);
[[nodiscard]] QFont tabularFont(const QFont &base); ///< whose figures are of one width

/// Rows of tables, in device-independent pixels.
enum class Density { Compact = 20, Normal = 24, Roomy = 28 };

} // namespace orrery
