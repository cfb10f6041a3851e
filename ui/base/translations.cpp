// SPDX-License-Identifier: Apache-2.0
#include "ui/base/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace orrery {

void installTranslations(QCoreApplication &application, const QLocale &locale)
{
    const auto install = [&application](QTranslator *translator, bool loaded) {
        translator->setParent(&application);
        if (loaded)
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    };
    auto *qt = new QTranslator;
    install(qt, qt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)));
    // Where a language has no file of ours, English at least counts right.
    auto *english = new QTranslator;
    install(english, english->load(QStringLiteral(":/i18n/orrery_en.qm")));
    auto *own = new QTranslator;
    install(own, own->load(locale, QStringLiteral("orrery"), QStringLiteral("_"), QStringLiteral(":/i18n")));
}

} // namespace orrery
