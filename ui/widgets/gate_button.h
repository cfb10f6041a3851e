// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolButton>

namespace orrery {

/// A small button that holds something up, lets one through or lets it go, drawn as on any player.
class GateButton final : public QToolButton
{
    Q_OBJECT
public:
    enum class Sign { Pause, Step, Resume };

    explicit GateButton(Sign sign, QWidget *parent = nullptr);

    void setSign(Sign sign);
    [[nodiscard]] Sign sign() const { return m_sign; }
    [[nodiscard]] QSize sizeHint() const override { return {28, 24}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Sign m_sign;
};

} // namespace orrery
