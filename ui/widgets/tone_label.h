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
    /// Layouts ask for it several times for each change of any label beside this one, and QLabel lays its text out each time.
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    struct Measured {
        int width = -1;
        QString text;
        Qt::TextFormat format = Qt::PlainText;
        int height = 0;
    };
    void colour();

    Tone m_tone;
    mutable Measured m_measured; ///< what was last asked for; a width below 0: nothing
};

} // namespace orrery
