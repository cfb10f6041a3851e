// SPDX-License-Identifier: Apache-2.0
// A text that an EditTab begins with in place of the object's own, and an object that is created from it.
#include "ui/base/format.h"
#include "ui/views/editing/edit_tab.h"
#include "ui/widgets/code_edit.h"

#include <QTextDocument>
#include <QTimer>

namespace orrery {

namespace {

kube::ObjectKey createdKey(const std::string &json)
{
    const auto object = kube::JsonDocument::parse(json);
    if (!object)
        return {};
    const kube::JsonValue metadata = object->root()["metadata"];
    return {std::string(metadata["namespace"].string()), std::string(metadata["name"].string())};
}

} // namespace

void EditTab::begunWith(const QString &text)
{
    if (m_draft) {
        m_page->setNotice(Tone::Informative, tr("What you wrote until %1 and did not save. Discard goes back to the version it began from.").arg(clockTime(m_draft->time)));
    } else if (m_parts.proposal) {
        if (m_parts.proposal->text != text)
            m_page->edit()->replaceText(m_parts.proposal->text);
        m_page->setNotice(Tone::Informative, m_parts.proposal->notice);
    }
}

void EditTab::onCreated()
{
    m_document->setModified(false);
    m_keep->stop(); // which that has started
    if (m_parts.drafts)
        m_parts.drafts->drop();
    Q_EMIT created(createdKey(m_state->theirs));
}

QString EditTab::name() const
{
    return QString::fromStdString(isNew() ? m_target.resource.kind : m_target.key.name);
}

} // namespace orrery
