// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/orrery_style.h"

#include "ui/base/tone.h"
#include "ui/widgets/style_paint.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTreeView>

namespace orrery {

namespace {

void underline(QPainter *painter, const QStyleOption *option)
{
    painter->fillRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1, hairlineColor(option->palette));
}

/// What a scroll area's content stands on.
QPalette::ColorRole groundOf(const QWidget *widget)
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(widget);
    return area ? area->viewport()->backgroundRole() : QPalette::Base;
}

constexpr int comboInset = 3;   ///< of the text of what is chosen, beyond Qt's
constexpr int headerArrow = 16; ///< what the mark of the sorted column takes

} // namespace

OrreryStyle::OrreryStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
    setObjectName(QStringLiteral("orrery"));
}

int OrreryStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SplitterWidth: return 1;
    case PM_ScrollBarExtent: return 12;
    case PM_ScrollBarSliderMin: return 32;
    case PM_ScrollView_ScrollBarSpacing: return 0;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin: return 12;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return 8;
    case PM_HeaderMargin: return 8;
    case PM_HeaderMarkSize: return 8;
    case PM_HeaderGripMargin: return 4;
    case PM_TabBarTabHSpace: return 24;
    case PM_TabBarTabVSpace: return 12;
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabOverlap:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_MenuBarPanelWidth:
    case PM_MenuBarVMargin: return 0;
    case PM_MenuBarHMargin: return 4;
    case PM_MenuPanelWidth: return 1;
    case PM_TreeViewIndentation: return 16;
    case PM_SmallIconSize:
    case PM_ListViewIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_TabBarIconSize: return 16;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int OrreryStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_Widget_Animate: return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    case SH_Widget_Animation_Duration: return m_reducedMotion ? 0 : 200;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ScrollBar_Transient: return 0;
    case SH_ItemView_ActivateItemOnSingleClick: return 0;
    case SH_Menu_AllowActiveAndDisabled: return 1; // the keys reach what is grey: it says why
    case SH_TabBar_ElideMode: return Qt::ElideRight;
    case SH_TabBar_CloseButtonPosition: return 1; // QTabBar::RightSide
    case SH_MessageBox_CenterButtons: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize OrreryStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_LineEdit:
    case CT_ComboBox: result = {result.width() + comboInset, std::max(28, size.height() + 8)}; break;
    case CT_SpinBox: result.setHeight(std::max(28, size.height())); break; // of a line edit's height already
    case CT_PushButton:
        result.setHeight(std::max(28, size.height() + 8));
        result.setWidth(std::max(72, size.width() + 24));
        break;
    case CT_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            result.setWidth(header->fontMetrics.horizontalAdvance(header->text) + 2 * pixelMetric(PM_HeaderMargin, option, widget) + (paint::isSorted(widget) ? headerArrow : 0));
        result.setHeight(28);
        break;
    case CT_TabBarTab: result.setHeight(32); break;
    case CT_MenuBarItem: result.setHeight(28); break;
    case CT_MenuItem:
        if (result.height() > 12) // not a separator
            result.setHeight(std::max(26, result.height()));
        break;
    default: break;
    }
    return result;
}

QRect OrreryStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return paint::scrollBarPart(slider, part, pixelMetric(PM_ScrollBarSliderMin, option, widget));
    }
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    // Its text stands where that of the fields above and below it does.
    if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option); control == CC_ComboBox && part == SC_ComboBoxEditField && box && !box->editable)
        return option->direction == Qt::RightToLeft ? rect.adjusted(0, 0, -comboInset, 0) : rect.adjusted(comboInset, 0, 0, 0);
    return rect;
}

QRect OrreryStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents)
        return option->rect.adjusted(6, 2, -6, -2);
    return QProxyStyle::subElementRect(element, option, widget);
}

void OrreryStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        if (const auto *panel = qstyleoption_cast<const QStyleOptionFrame *>(option); panel && panel->lineWidth > 0)
            paint::field(painter, option, option->rect);
        else
            painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
        return;
    case PE_FrameLineEdit: paint::field(painter, option, option->rect); return;
    case PE_PanelButtonCommand: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (button && button->features & QStyleOptionButton::Flat)
            paint::toolButton(painter, option);
        else
            paint::button(painter, option, button && button->features & QStyleOptionButton::DefaultButton);
        return;
    }
    case PE_PanelButtonTool: paint::toolButton(painter, option); return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: paint::checkBox(painter, option); return;
    case PE_PanelScrollAreaCorner: painter->fillRect(option->rect, option->palette.brush(groundOf(widget))); return;
    case PE_FrameDefaultButton:
    case PE_FrameStatusBarItem:
    case PE_FrameTabWidget: return;
    case PE_FrameFocusRect:
        // Buttons and item rows carry their own ring.
        if (qobject_cast<const QAbstractItemView *>(widget) == nullptr)
            paint::focusRing(painter, option);
        return;
    case PE_Frame:
    case PE_FrameMenu: paint::frame(painter, option); return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
        paint::frame(painter, option);
        return;
    case PE_PanelStatusBar: {
        painter->fillRect(option->rect, option->palette.brush(QPalette::Window));
        painter->fillRect(option->rect.left(), option->rect.top(), option->rect.width(), 1, hairlineColor(option->palette));
        return;
    }
    case PE_FrameTabBarBase: underline(painter, option); return;
    case PE_PanelItemViewRow:
        // Trees paint their rows here, branches and all; tables leave it to their delegate.
        if (qobject_cast<const QTreeView *>(widget))
            paint::row(painter, option, true);
        return;
    case PE_PanelItemViewItem:
        if (!qobject_cast<const QTreeView *>(widget))
            paint::row(painter, option, false);
        return;
    case PE_IndicatorBranch:
        if (option->state & State_Children) {
            const bool mirrored = option->direction == Qt::RightToLeft;
            paint::chevron(painter, option, option->state & State_Open ? Qt::DownArrow : mirrored ? Qt::LeftArrow : Qt::RightArrow, 7);
        }
        return;
    case PE_IndicatorHeaderArrow: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        if (header && header->sortIndicator != QStyleOptionHeader::None)
            paint::chevron(painter, option, header->sortIndicator == QStyleOptionHeader::SortDown ? Qt::UpArrow : Qt::DownArrow, 6);
        return;
    }
    case PE_IndicatorArrowDown: paint::chevron(painter, option, Qt::DownArrow, 7); return;
    case PE_IndicatorArrowUp: paint::chevron(painter, option, Qt::UpArrow, 7); return;
    case PE_IndicatorArrowLeft: paint::chevron(painter, option, Qt::LeftArrow, 7); return;
    case PE_IndicatorArrowRight: paint::chevron(painter, option, Qt::RightArrow, 7); return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void OrreryStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_Header:
        // Whole, for Qt places label and mark past a proxy.
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeader part(*header);
            const int margin = pixelMetric(PM_HeaderMargin, option, widget);
            drawControl(CE_HeaderSection, header, painter, widget);
            part.rect = paint::headerPart(header, false, margin, headerArrow);
            drawControl(CE_HeaderLabel, &part, painter, widget);
            if (header->sortIndicator != QStyleOptionHeader::None) {
                part.rect = paint::headerPart(header, true, margin, headerArrow);
                drawPrimitive(PE_IndicatorHeaderArrow, &part, painter, widget);
            }
        }
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, option->palette.brush(option->state & State_MouseOver && element == CE_HeaderSection
                                                                  ? QPalette::AlternateBase : QPalette::Base));
        underline(painter, option);
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeader quiet(*header);
            quiet.palette.setColor(QPalette::ButtonText, option->palette.color(QPalette::PlaceholderText));
            quiet.state &= ~State_On; // no bold for the column of the current cell
            QProxyStyle::drawControl(element, &quiet, painter, widget);
        }
        return;
    case CE_Splitter: painter->fillRect(option->rect, hairlineColor(option->palette)); return;
    case CE_TabBarTabShape: paint::tab(painter, option); return;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            QStyleOptionTab quiet(*tab);
            quiet.state &= ~State_HasFocus; // the shape has drawn the ring
            if (!(tab->state & State_Selected))
                quiet.palette.setColor(QPalette::WindowText, option->palette.color(QPalette::PlaceholderText));
            QProxyStyle::drawControl(element, &quiet, painter, widget);
        }
        return;
    case CE_MenuBarEmptyArea: painter->fillRect(option->rect, option->palette.brush(QPalette::Window)); return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            painter->fillRect(option->rect, option->palette.brush(QPalette::Window));
            if (option->state & State_Selected) {
                QStyleOption ground(*option);
                ground.rect.adjust(1, 2, -1, -2);
                ground.state = State_Enabled | State_MouseOver;
                paint::toolButton(painter, &ground);
            }
            const int mnemonic = styleHint(SH_UnderlineShortcut, option, widget, nullptr) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
            drawItemText(painter, option->rect, Qt::AlignCenter | Qt::TextSingleLine | mnemonic, option->palette,
                         option->state & State_Enabled, item->text, QPalette::WindowText);
        }
        return;
    default: QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void OrreryStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            const QWidget *area = widget && widget->parentWidget() ? widget->parentWidget()->parentWidget() : nullptr;
            painter->fillRect(option->rect, option->palette.brush(groundOf(area)));
            paint::scrollBar(painter, slider, subControlRect(control, option, SC_ScrollBarSlider, widget));
            return;
        }
    }
    if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option); control == CC_ComboBox && box) {
        // With the arrow of every other button that opens something.
        QStyleOptionComboBox rest = *box;
        rest.subControls &= ~SC_ComboBoxArrow;
        QProxyStyle::drawComplexControl(control, &rest, painter, widget);
        rest.rect = subControlRect(control, box, SC_ComboBoxArrow, widget);
        drawPrimitive(PE_IndicatorArrowDown, &rest, painter, widget);
    } else {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
    // As a field's: Qt's own cannot be seen on a dark ground, and its ring is a hair of a paler colour.
    if (control == CC_SpinBox || control == CC_ComboBox)
        paint::fieldEdge(painter, option);
}

} // namespace orrery
