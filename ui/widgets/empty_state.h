// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/base/icons.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace orrery {

class IconLabel;

struct EmptyStateText {
    IconName icon = IconName::Generic;
    QString headline; ///< what is empty, forbidden, failed or loading
    QString detail;   ///< the server's words, a count
    QString mend;     ///< what to do
    QString action;   ///< a verb for the button; empty: no button
};

/// In place of a table that has nothing to show: says why and offers the next step.
class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);
    void setText(const EmptyStateText &text);
    [[nodiscard]] QPushButton *button() const { return m_button; }

Q_SIGNALS:
    void actionTriggered();

private:
    IconLabel *m_icon;
    QLabel *m_headline;
    QLabel *m_detail;
    QLabel *m_mend;
    QPushButton *m_button;
};

} // namespace orrery
