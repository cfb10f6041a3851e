// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/namespace_picker.h"

#include "ui/base/icons.h"
#include "ui/widgets/namespace_panel.h"

#include <QPainter>
#include <QStyleOptionButton>

namespace orrery {

namespace {
constexpr int widest = 280;
constexpr int inset = 8;
constexpr int arrow = 16;
} // namespace

NamespacePicker::NamespacePicker(QWidget *parent) : QPushButton(parent)
{
    setToolTip(tr("Namespaces to show (Ctrl+Shift+N)"));
    connect(this, &QPushButton::clicked, this, &NamespacePicker::openPanel);
    showChosen();
}

NamespacePanel *NamespacePicker::panel()
{
    // Its parent is the window, which is not known before it is shown there.
    if (m_panel && m_panel->parentWidget() == window())
        return m_panel;
    delete m_panel;
    m_panel = new NamespacePanel(window());
    connect(this, &QObject::destroyed, m_panel, &QObject::deleteLater);
    connect(m_panel, &QObject::destroyed, this, [this] { m_panel = nullptr; });
    connect(m_panel, &NamespacePanel::chosenByPerson, this, [this](const QStringList &names) {
        setChosen(names);
        Q_EMIT chosenByPerson(names);
    });
    connect(m_panel, &NamespacePanel::closed, this, [this] { setFocus(Qt::PopupFocusReason); });
    m_panel->setNames(m_names);
    m_panel->setNote(m_note);
    return m_panel;
}

void NamespacePicker::setNames(const QStringList &names)
{
    m_names = names;
    if (m_panel)
        m_panel->setNames(names);
}

void NamespacePicker::setNote(const QString &note)
{
    m_note = note;
    if (m_panel)
        m_panel->setNote(note);
}

void NamespacePicker::setChosen(const QStringList &names)
{
    m_chosen = names;
    m_chosen.sort();
    showChosen();
}

void NamespacePicker::showChosen()
{
    const QString text = m_chosen.isEmpty() ? tr("All namespaces") : m_chosen.join(QStringLiteral(", "));
    setText(text);
    setAccessibleName(tr("Namespaces: %1").arg(text));
    updateGeometry();
}

void NamespacePicker::openPanel()
{
    Q_EMIT aboutToOpen();
    NamespacePanel *list = panel();
    list->setChosen(m_chosen);
    list->openAt(QRect(mapTo(window(), QPoint()), size()));
}

QSize NamespacePicker::sizeHint() const
{
    const int text = fontMetrics().horizontalAdvance(this->text());
    return {std::min(widest, text + 2 * inset + arrow + 4), 28};
}

void NamespacePicker::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    style()->drawPrimitive(QStyle::PE_PanelButtonCommand, &option, &painter, this);
    const QRect inside = rect().adjusted(inset, 0, -inset, 0);
    const QRect box = QStyle::visualRect(layoutDirection(), inside, {inside.right() - 11, inside.center().y() - 5, 12, 12});
    orrery::icon(IconName::Down).paint(&painter, box);
    const QRect words = QStyle::visualRect(layoutDirection(), inside, inside.adjusted(0, 0, -arrow, 0));
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText));
    painter.drawText(words, static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine),
                     fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
}

} // namespace orrery
