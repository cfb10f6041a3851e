// SPDX-License-Identifier: Apache-2.0
#include "ui/base/version_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace orrery {

namespace {

struct VersionWords {
    Q_DECLARE_TR_FUNCTIONS(VersionText)
public:
    static QString of(const kube::DefinedVersion &version, bool isPreferred)
    {
        QStringList words;
        if (!version.isServed)
            words << tr("not served");
        else if (isPreferred)
            words << tr("preferred");
        if (version.isStored)
            words << tr("stored");
        if (version.isDeprecated)
            words << tr("deprecated");
        return words.join(QStringLiteral(", "));
    }
};

} // namespace

QList<VersionText> versionTexts(const kube::Definition &definition, const std::string &preferred)
{
    QList<VersionText> texts;
    for (const kube::DefinedVersion &version : definition.versions)
        texts << VersionText{QString::fromStdString(version.name), VersionWords::of(version, version.name == preferred), version.isServed};
    return texts;
}

} // namespace orrery
