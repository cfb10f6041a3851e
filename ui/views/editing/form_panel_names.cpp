// SPDX-License-Identifier: Apache-2.0
// Names of live objects, for the fields of a form that refer to them.
#include "ui/views/editing/form_panel.h"
#include "ui/views/editing/form_row_widget.h"
#include "ui/views/editing/schema_guide.h"

namespace orrery {

void FormPanel::setFindNames(FindNames find)
{
    m_findNames = std::move(find);
}

bool FormPanel::refersToObject(const kube::FormRow &row) const
{
    return m_findNames && row.kind == kube::FormRow::Kind::Text && !kube::referenceWantedAt(m_schema->kind(), row.path).kind.empty();
}

void FormPanel::wantNames(FormRowWidget *row)
{
    if (!m_findNames)
        return;
    const kube::ObjectReferenceWanted wanted = kube::referenceWantedAt(m_schema->kind(), row->row().path);
    // Names are a help: who may not list them writes on.
    kube::then(m_findNames(wanted, namespaceNamed(*m_outline, wanted)), m_owner, [asked = QPointer(row)](const kube::Result<QStringList> &names) {
        if (asked)
            asked->offerNames(names.value_or(QStringList()));
    });
}

} // namespace orrery
