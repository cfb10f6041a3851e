// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

namespace orrery {

/// Fusion made quiet: hairlines for frames, one radius, the accent for focus, slim scroll bars, flat headers and
/// tabs. Nothing moves by itself; SH_Widget_Animation_Duration is 0 when the desktop wants less motion.
class OrreryStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    OrreryStyle();

    void setReducedMotion(bool reduced) { m_reducedMotion = reduced; }

    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
    void polish(QWidget *widget) override;
    void unpolish(QWidget *widget) override;
    /// Return presses the button that has the focus, as Space does, in pages too; tick boxes leave it to their dialog.
    bool eventFilter(QObject *watched, QEvent *event) override;

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returned) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const override;

private:
    bool m_reducedMotion = false;
};

} // namespace orrery
