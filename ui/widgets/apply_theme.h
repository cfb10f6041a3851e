// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/base/theme.h"

#include <QObject>

class QApplication;

namespace orrery {

class DesktopSettings;
class OrreryStyle;

/// Puts our style and palette on an application, and changes them with the choice and with the desktop's wish.
/// One an application, made before its first window; lives as long as it.
class ThemeController final : public QObject
{
    Q_OBJECT
public:
    explicit ThemeController(QApplication &application, ThemeChoice choice = ThemeChoice::System);

    [[nodiscard]] ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice);
    [[nodiscard]] DesktopSettings *desktop() const { return m_desktop; }

private:
    void apply();

    QApplication &m_application;
    ThemeChoice m_choice;
    bool m_platformIsDark;
    DesktopSettings *m_desktop;
    OrreryStyle *m_style; ///< the application's
};

} // namespace orrery
