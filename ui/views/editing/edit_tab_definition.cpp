// SPDX-License-Identifier: Apache-2.0
// What an editor makes of its kind's definition: the text stays, whatever becomes of that.
#include "ui/views/editing/edit_tab.h"

#include "ui/widgets/version_choice.h"

#include <QTextDocument>

namespace orrery {

void EditTab::takeDefinition(const kube::Result<kube::DefinitionPtr> &told)
{
    if (!told) {
        m_isUndefined = m_isUndefined || (m_definition && told.error().is(kube::ErrorKind::NotFound));
        showDefinition();
        return;
    }
    const bool wasUndefined = std::exchange(m_isUndefined, false);
    if (std::exchange(m_definition, *told))
        m_guide.renew();
    if (wasUndefined && m_page)
        m_page->setNotice(Tone::Neutral, {});
    showDefinition();
}

void EditTab::offerStatus(const QString &why)
{
    m_noStatus = why;
    showDefinition();
}

void EditTab::showDefinition()
{
    if (!m_page)
        return;
    const kube::ResourceInfo &resource = m_target.resource;
    const std::string preferred = resource.versions.empty() ? std::string() : resource.versions.front();
    VersionChoice *versions = m_page->versions();
    versions->setVersions(m_definition ? versionTexts(*m_definition, preferred) : QList<VersionText>(), QString::fromStdString(resource.gvr.version));
    versions->setUnavailable(m_document->isModified() ? tr("In another version it is read anew: save or discard your changes first") : QString());
    if (m_noStatus)
        m_page->offerStatus(*m_noStatus);
    if (m_isUndefined)
        m_page->setNotice(Tone::Pending, tr("The definition of %1 was deleted, and its objects with it. Your text is whole.").arg(QString::fromStdString(resource.gvr.toString())));
}

} // namespace orrery
