// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace orrery {

/// Keeps a line of text where its words change several times a second: of those no layout hears, where a QLabel has all layouts
/// around it done anew for each.
class LabelPlace final : public QWidget
{
    Q_OBJECT
public:
    LabelPlace(QLabel *label, QWidget *parent); ///< takes the label over

    void show(const QStringList &wordings); ///< the first that has room; the last is cut

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void choose();

    QLabel *m_label;
    QStringList m_wordings;
};

} // namespace orrery
