// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/base/freshness_text.h"

#include <QWidget>

class QLabel;

namespace orrery {

/// Glyph, word and since: how true what is shown is. Real labels, so that a screen reader and a test can read them.
class Badge final : public QWidget
{
    Q_OBJECT
public:
    explicit Badge(QWidget *parent = nullptr);

    void setText(const BadgeText &text);
    [[nodiscard]] const BadgeText &text() const { return m_text; }

Q_SIGNALS:
    void clicked();

protected:
    void changeEvent(QEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void colour();

    BadgeText m_text;
    QLabel *m_word;
    QLabel *m_since;
};

} // namespace orrery
