// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/base/freshness_text.h"

#include <QWidget>

class QLabel;

namespace orrery {

class ToneLabel;

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
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    BadgeText m_text;
    ToneLabel *m_word;
    QLabel *m_since;
};

} // namespace orrery
