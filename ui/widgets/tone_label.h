// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/base/tone.h"

#include <QLabel>

namespace orrery {

/// A label whose text has a tone's colour, on whatever ground it stands and in whatever theme. The glyph is the
/// text's own matter: colour never says something alone.
class ToneLabel final : public QLabel
{
    Q_OBJECT
public:
    explicit ToneLabel(QWidget *parent = nullptr, Tone tone = Tone::Neutral);

    [[nodiscard]] Tone tone() const { return m_tone; }
    void setTone(Tone tone);

protected:
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void colour();
    Tone m_tone;
};

} // namespace orrery
