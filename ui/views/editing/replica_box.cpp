// SPDX-License-Identifier: Apache-2.0
#include "ui/views/editing/replica_box.h"

#include <QKeyEvent>
#include <QLineEdit>

#include <limits>

namespace orrery {

ReplicaBox::ReplicaBox(QWidget *parent) : QSpinBox(parent)
{
    setRange(0, std::numeric_limits<int>::max());
    setGroupSeparatorShown(true);
    setAccelerated(true);
    m_told = lineEdit()->text();
    connect(lineEdit(), &QLineEdit::textChanged, this, &ReplicaBox::tell);
    connect(this, &QSpinBox::valueChanged, this, &ReplicaBox::tell); // its own text it writes without telling of it
}

void ReplicaBox::tell()
{
    if (const QString now = lineEdit()->text(); std::exchange(m_told, now) != now)
        Q_EMIT edited();
}

std::optional<int> ReplicaBox::typed() const
{
    return numberOf(lineEdit()->text());
}

std::optional<int> ReplicaBox::numberOf(QString text) const
{
    // Wherever they stand: one figure more or less leaves them in the wrong places.
    text = text.trimmed().remove(locale().groupSeparator());
    bool isNumber = false;
    const int number = locale().toInt(text, &isNumber);
    return isNumber && number >= 0 && !text.startsWith(locale().negativeSign()) ? std::optional(number) : std::nullopt;
}

QValidator::State ReplicaBox::validate(QString &text, int &) const
{
    return numberOf(text) ? QValidator::Acceptable : QValidator::Intermediate;
}

int ReplicaBox::valueFromText(const QString &text) const
{
    return numberOf(text).value_or(value());
}

void ReplicaBox::fixup(QString &) const {}

void ReplicaBox::keyPressEvent(QKeyEvent *event)
{
    // Return and leaving make the box show its last good value again, which nobody asked for.
    if (!typed() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        event->ignore();
        return;
    }
    QSpinBox::keyPressEvent(event);
}

void ReplicaBox::focusOutEvent(QFocusEvent *event)
{
    if (typed()) {
        QSpinBox::focusOutEvent(event);
        return;
    }
    lineEdit()->event(event);
    QWidget::focusOutEvent(event);
    update();
}

} // namespace orrery
