// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>
#include <QPalette>

namespace orrery {

enum class ThemeChoice { System, Light, Dark };

/// Our own palettes (LOOK: a calm instrument). ui/widgets/apply_theme.h puts them on the application.
[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();

[[nodiscard]] QFont titleFont(const QFont &base);   ///< 1.25×
[[nodiscard]] QFont captionFont(const QFont &base); ///< 0.92×
[[nodiscard]] QFont monospaceFont(const QFont &base);
/// The base font where its figures are all of one width, else the nearest family whose are.
[[nodiscard]] QFont tabularFont(const QFont &base);

/// Rows of tables, in device-independent pixels.
enum class Density { Compact = 20, Normal = 24, Roomy = 28 };

} // namespace orrery
