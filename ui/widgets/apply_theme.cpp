// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/apply_theme.h"

#include "ui/base/tone.h"
#include "ui/widgets/desktop_settings.h"
#include "ui/widgets/orrery_style.h"

#include <QApplication>
#include <QToolTip>

namespace orrery {

ThemeController::ThemeController(QApplication &application, ThemeChoice choice)
    : m_application(application), m_choice(choice),
      // Asked before ours hides it: what the platform's own theme is.
      m_platformIsDark(isDark(QApplication::palette())), m_desktop(new DesktopSettings(this)), m_style(new OrreryStyle)
{
    QApplication::setStyle(m_style);
    connect(m_desktop, &DesktopSettings::changed, this, &ThemeController::apply);
    apply();
    m_desktop->start();
}

void ThemeController::setChoice(ThemeChoice choice)
{
    m_choice = choice;
    apply();
}

void ThemeController::apply()
{
    const bool dark = m_choice == ThemeChoice::Dark
        || (m_choice == ThemeChoice::System && m_desktop->prefersDark().value_or(m_platformIsDark));
    m_style->setReducedMotion(m_desktop->prefersLessMotion());
    const QPalette palette = dark ? darkPalette() : lightPalette();
    m_application.setPalette(palette);
    QToolTip::setPalette(palette);
}

} // namespace orrery
