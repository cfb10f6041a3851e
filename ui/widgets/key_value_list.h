// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/base/tone.h"

#include <QWidget>

class QGridLayout;

namespace orrery {

class ElidedLabel;
class ToneLabel;

struct KeyValue {
    QString key;
    QString value;            ///< plain text; several lines allowed
    QString toolTip;          ///< the absolute time of an age, and the like
    Tone tone = Tone::Neutral; ///< glyph and colour of the value
    QString link;             ///< not empty: the value is a link, and this is what linkActivated says
    bool monospace = false;   ///< names and digests one copies
    QString linkText;         ///< not empty: the value is text, and this after it is the link

    friend bool operator==(const KeyValue &, const KeyValue &) = default;
};

/// Two columns on one alignment edge each: quiet keys, values that can be selected and copied. Setting the same
/// keys again changes the texts in place, so a selection and the focus survive a live update.
class KeyValueList final : public QWidget
{
    Q_OBJECT
public:
    explicit KeyValueList(QWidget *parent = nullptr);

    void setRows(const QList<KeyValue> &rows);
    [[nodiscard]] const QList<KeyValue> &rows() const { return m_rows; }
    /// Keys of several lists in one panel share an edge; longer ones are cut in the middle.
    void setKeyWidth(int pixels);
    /// Two lines beside each other, in the same order down the one half and then down the other. A line that needs the whole
    /// width has it: before those in halves if it is the first, otherwise after them, and for as long as its key is the same.
    /// The lines of a value are one paragraph then.
    void setInHalves(bool inHalves);

Q_SIGNALS:
    void linkActivated(const QString &link);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Place {
        int row = -1;
        int column = -1; ///< the key's
        int span = 1;    ///< the value's columns

        friend bool operator==(const Place &, const Place &) = default;
    };
    struct Line {
        ElidedLabel *key;
        ToneLabel *value;
        bool isWide = false; ///< it was too long for half of the width
        Place place;
    };
    void fill(const Line &line, const KeyValue &row);
    void measure(Line &line) const;
    void measureAll();
    void arrange();
    void put(Line &line, const Place &place);

    QGridLayout *m_layout;
    int m_keyWidth = 0;
    bool m_inHalves = false;
    QList<KeyValue> m_rows; ///< as the lines show them
    QList<Line> m_lines;
};

} // namespace orrery
