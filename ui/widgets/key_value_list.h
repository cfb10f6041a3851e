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

Q_SIGNALS:
    void linkActivated(const QString &link);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Line {
        ElidedLabel *key;
        ToneLabel *value;
    };
    void fill(const Line &line, const KeyValue &row);

    QGridLayout *m_layout;
    int m_keyWidth = 0;
    QList<KeyValue> m_rows; ///< as the lines show them
    QList<Line> m_lines;
};

} // namespace orrery
