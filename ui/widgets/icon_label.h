// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/base/icons.h"

#include <QLabel>

#include <optional>

namespace orrery {

/// One of our drawings, in the ink of the theme there is. Says nothing: the words beside it do.
class IconLabel final : public QLabel
{
    Q_OBJECT
public:
    /// side: px, of a square.
    explicit IconLabel(int side, QWidget *parent = nullptr, QIcon::Mode mode = QIcon::Normal);
    void setIcon(std::optional<IconName> name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void draw();

    int m_side;
    QIcon::Mode m_mode;
    std::optional<IconName> m_name;
};

} // namespace orrery
