// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/namespace_panel.h"

#include "ui/base/icons.h"
#include "ui/base/theme.h"
#include "ui/widgets/search_field.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace orrery {

namespace {

constexpr int rowHeight = 26;
constexpr int nameRole = Qt::UserRole; // empty: all namespaces

/// RFC 1123 label, what the server demands of a namespace.
bool couldBeNamespace(const QString &name)
{
    static const QRegularExpression label(QStringLiteral("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$"));
    return label.match(name).hasMatch();
}

} // namespace

NamespacePanel::NamespacePanel(QWidget *parent)
    : QFrame(parent), m_search(new QLineEdit(this)), m_list(new QListWidget(this)), m_note(new QLabel(this))
{
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setAccessibleName(tr("Namespaces"));
    m_search->setPlaceholderText(tr("Search, or type a name"));
    makeSearchField(m_search, IconName::Search, tr("Search namespaces, or type a name"));
    m_list->setAccessibleName(tr("Namespaces"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_note->setWordWrap(true);
    m_note->setFont(captionFont(font()));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_note);
    layout->addWidget(m_list, 1);

    connect(m_search, &QLineEdit::textChanged, this, &NamespacePanel::fill);
    connect(m_list, &QListWidget::itemClicked, this, &NamespacePanel::toggle);
    m_search->installEventFilter(this);
    m_list->installEventFilter(this);
    hide();
}

void NamespacePanel::setNames(const QStringList &names)
{
    m_names = names;
    m_names.sort();
    if (!isVisible())
        return;
    fill();
    fit();
}

void NamespacePanel::setChosen(const QStringList &names)
{
    m_ticked = QSet<QString>(names.begin(), names.end());
    if (isVisible())
        fill();
}

void NamespacePanel::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    if (isVisible())
        fit();
}

QStringList NamespacePanel::chosen() const
{
    QStringList names(m_ticked.begin(), m_ticked.end());
    names.sort();
    return names;
}

void NamespacePanel::openAt(const QRect &anchor)
{
    m_before = m_ticked;
    m_search->clear();
    m_anchor = anchor;
    fill();
    fit();
    show();
    raise();
    m_search->setFocus(Qt::PopupFocusReason);
    qApp->installEventFilter(this);
}

/// As high as what it lists needs, as far as there is room.
void NamespacePanel::fit()
{
    const QSize ground = parentWidget()->size();
    const int width = std::clamp(m_anchor.width(), 280, std::max(280, ground.width() - 16));
    int wanted = m_search->sizeHint().height() + rowHeight * std::max(3, m_list->count()) + 28;
    if (!m_note->text().isEmpty())
        wanted += m_note->heightForWidth(width - 18) + 8;
    const int height = std::min({400, wanted, std::max(120, ground.height() - m_anchor.bottom() - 16)});
    const int x = layoutDirection() == Qt::RightToLeft ? m_anchor.right() - width + 1 : m_anchor.left();
    setGeometry(std::clamp(x, 8, std::max(8, ground.width() - width - 8)), m_anchor.bottom() + 4, width, height);
}

void NamespacePanel::fill()
{
    const QString current = m_list->currentItem() ? m_list->currentItem()->data(nameRole).toString() : QString();
    const QString typed = m_search->text().trimmed();
    m_list->clear();
    const auto add = [this](const QString &text, const QString &name, bool ticked) {
        auto *item = new QListWidgetItem(text, m_list);
        item->setData(nameRole, name);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
        item->setSizeHint({0, rowHeight});
        return item;
    };
    if (typed.isEmpty())
        add(tr("All namespaces"), {}, m_ticked.isEmpty());
    QStringList shown = m_names;
    for (const QString &name : std::as_const(m_ticked)) {
        if (!m_names.contains(name))
            shown << name; // typed by hand before
    }
    shown.sort();
    for (const QString &name : std::as_const(shown)) {
        if (name.contains(typed, Qt::CaseInsensitive))
            add(name, name, m_ticked.contains(name));
    }
    if (couldBeNamespace(typed) && !shown.contains(typed))
        add(tr("Use “%1”").arg(typed), typed, false);
    int row = 0;
    for (int i = 0; i < m_list->count(); ++i) {
        const QString name = m_list->item(i)->data(nameRole).toString();
        // A name that exists comes before the offer to use what was typed, which is last.
        if (typed.isEmpty() ? name == current : shown.contains(typed) && name == typed)
            row = i;
    }
    m_list->setCurrentRow(m_list->count() > 0 ? row : -1);
}

void NamespacePanel::toggle(QListWidgetItem *item)
{
    const QString name = item->data(nameRole).toString();
    if (name.isEmpty())
        m_ticked.clear();
    else if (!m_ticked.remove(name))
        m_ticked.insert(name);
    fill();
}

void NamespacePanel::chooseOnly(QListWidgetItem *item)
{
    const QString name = item->data(nameRole).toString();
    // Several ticked before: Return keeps them. None ticked anew: Return takes the one under the cursor.
    if (m_ticked == m_before)
        m_ticked = name.isEmpty() ? QSet<QString>() : QSet<QString>{name};
    finish(true);
}

void NamespacePanel::finish(bool accept)
{
    qApp->removeEventFilter(this);
    if (!isVisible())
        return;
    hide();
    const bool changed = m_ticked != m_before;
    if (!accept)
        m_ticked = m_before;
    else if (changed)
        Q_EMIT chosenByPerson(chosen());
    Q_EMIT closed();
}

bool NamespacePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress && isVisible()) {
        const auto *widget = qobject_cast<QWidget *>(watched);
        if (widget && widget != this && !isAncestorOf(widget))
            finish(true);
        return false;
    }
    if (event->type() == QEvent::ShortcutOverride && (watched == m_search || watched == m_list)
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress || (watched != m_search && watched != m_list))
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    QListWidgetItem *item = m_list->currentItem();
    switch (key->key()) {
    case Qt::Key_Escape: finish(false); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (item)
            chooseOnly(item);
        return true;
    case Qt::Key_Space:
        if (watched == m_list && item) {
            toggle(item);
            return true;
        }
        return false;
    case Qt::Key_Down:
    case Qt::Key_Up:
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        if (watched == m_search) {
            m_list->setFocus(Qt::OtherFocusReason);
            return QApplication::sendEvent(m_list, event);
        }
        return false;
    default: return false;
    }
}

void NamespacePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        finish(false);
    else
        QFrame::keyPressEvent(event);
}

} // namespace orrery
