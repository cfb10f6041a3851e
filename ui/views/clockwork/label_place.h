// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

#include <functional>

namespace orrery {

/// Keeps a line of text where its words change several times a second: of those no layout hears, where a QLabel has all layouts
/// around it done anew for each.
class LabelPlace final : public QWidget
{
    Q_OBJECT
public:
    /// Takes the label over. resized: told when it has another width.
    LabelPlace(QLabel *label, std::function<void()> resized, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QLabel *m_label;
    std::function<void()> m_resized;
};

} // namespace orrery
