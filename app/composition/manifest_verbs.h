// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/composition/verb_group.h"

#include <QStringList>

namespace orrery {

/// Open Manifests, by menu or by files that are dropped on the window.
class ManifestVerbs final : public VerbGroup
{
    Q_DECLARE_TR_FUNCTIONS(orrery::ManifestVerbs)
public:
    explicit ManifestVerbs(VerbHost &host);
    ~ManifestVerbs() override;
    void offer(const Selection &selection) override;

    void openFiles(const QStringList &files);

private:
    class Drops;
    void ask();
    [[nodiscard]] QString whyNot() const;

    QString m_lastFolder;
    std::unique_ptr<Drops> m_drops;
};

} // namespace orrery
