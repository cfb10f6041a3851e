// SPDX-License-Identifier: Apache-2.0
#pragma once

class QCoreApplication;
class QLocale;

namespace orrery {

/// Loads our texts and Qt's own in the locale's language; English has plurals of its own. Call before the first
/// window. The translators live as long as the application.
void installTranslations(QCoreApplication &application, const QLocale &locale);

} // namespace orrery
