// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>

class QLabel;

namespace orrery {

struct FieldHelp;

/// Explains the field that the cursor of an editor is in.
class FieldHelpPanel final : public QScrollArea
{
    Q_OBJECT
public:
    explicit FieldHelpPanel(QWidget *parent = nullptr);
    void setHelp(const FieldHelp &help);

private:
    QLabel *m_path;
    QLabel *m_type;
    QLabel *m_notes;
    QLabel *m_description;
    QLabel *m_fields;
};

} // namespace orrery
