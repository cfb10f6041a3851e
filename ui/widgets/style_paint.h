// SPDX-License-Identifier: Apache-2.0
#pragma once

class QPainter;
class QStyleOption;
class QStyleOptionHeader;
class QStyleOptionSlider;
class QRect;

#include <QRect>
#include <QStyle>

/// The strokes OrreryStyle is made of.
namespace orrery::paint {

constexpr int Radius = 4;

/// A rounded face with a border; focused: the border is the accent and twice as strong.
void field(QPainter *painter, const QStyleOption *option, const QRect &rect);
void fieldEdge(QPainter *painter, const QStyleOption *option); ///< of what Qt fills
void button(QPainter *painter, const QStyleOption *option, bool isDefault);
void toolButton(QPainter *painter, const QStyleOption *option);
void focusRing(QPainter *painter, const QStyleOption *option);
void frame(QPainter *painter, const QStyleOption *option);
/// A box of 14 pixels in the middle of the option's rectangle, filled with the accent when checked.
void checkBox(QPainter *painter, const QStyleOption *option);
/// A header whose columns can be sorted keeps room for the mark of the one that is.
[[nodiscard]] bool isSorted(const QWidget *header);
/// Where a header has its text, or the mark of the sorted column: after the text, before it where the text is at the end.
[[nodiscard]] QRect headerPart(const QStyleOptionHeader *option, bool arrow, int margin, int arrowWidth);
/// A chevron in the middle of the option's rectangle.
void chevron(QPainter *painter, const QStyleOption *option, Qt::ArrowType direction, int size);
/// The selection of an item view's row, with the brass mark at its start when the row begins here.
void row(QPainter *painter, const QStyleOption *option, bool withMark);
void tab(QPainter *painter, const QStyleOption *option);
void scrollBar(QPainter *painter, const QStyleOptionSlider *option, const QRect &slider);
[[nodiscard]] QRect scrollBarPart(const QStyleOptionSlider *option, QStyle::SubControl part, int minimum);

} // namespace orrery::paint
