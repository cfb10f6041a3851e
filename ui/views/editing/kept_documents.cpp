// SPDX-License-Identifier: Apache-2.0
#include "ui/views/editing/kept_documents.h"

#include "ui/widgets/text_replace.h"

#include <algorithm>

namespace orrery {

void KeptDocuments::keep(const QString &object, std::string base, std::unique_ptr<QTextDocument> document)
{
    std::erase_if(m_kept, [&](const Kept &one) { return one.object == object; });
    if (document->characterCount() > MostCharacters)
        return;
    m_kept.push_back({object, std::move(base), std::move(document)});
    if (m_kept.size() > Most)
        m_kept.pop_front();
}

std::unique_ptr<QTextDocument> KeptDocuments::take(const QString &object, const std::string &base, const QString &text)
{
    const auto found = std::find_if(m_kept.begin(), m_kept.end(), [&](const Kept &one) { return one.object == object; });
    if (found == m_kept.end())
        return nullptr;
    Kept kept = std::move(*found);
    m_kept.erase(found);
    return kept.base == base && textOf(*kept.document) == text ? std::move(kept.document) : nullptr;
}

} // namespace orrery
