// SPDX-License-Identifier: Apache-2.0
#include "ui/views/editing/form_row_widget.h"

#include "ui/base/theme.h"
#include "ui/widgets/tone_label.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHelpEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QToolTip>

namespace orrery {

namespace {

using RowKind = kube::FormRow::Kind;

/// Shows another text without telling of it; the cursor stays where it can.
void showIn(QLineEdit *edit, const QString &text)
{
    if (edit->text() == text)
        return;
    const QSignalBlocker quiet(edit);
    const int cursor = edit->cursorPosition();
    edit->setText(text);
    edit->setCursorPosition(std::min<int>(cursor, static_cast<int>(text.size())));
}

} // namespace

FormRowWidget::FormRowWidget(FormHost &host, const kube::FormRow &row, const FormWords &words, QWidget *parent)
    : QWidget(parent), m_host(host), m_row(row), m_words(words), m_line(new QHBoxLayout), m_below(new QVBoxLayout)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12 + Indent * std::min(row.depth, 8), 2, 8, 2);
    layout->setSpacing(2);
    m_line->setSpacing(8);
    layout->addLayout(m_line);
    m_below->setSpacing(2);
    layout->addLayout(m_below);
    build();
    update(row, words);
}

void FormRowWidget::update(const kube::FormRow &row, const FormWords &words)
{
    m_row = row;
    m_words = words;
    if (m_name)
        m_name->setText(words.name);
    if (m_key && !m_isKeyTyped && row.kind != RowKind::AddEntry)
        showIn(m_key, QString::fromStdString(row.name));
    if (m_toggle) {
        m_toggle->setText(words.name);
        m_toggle->setArrowType(row.isOpen ? Qt::DownArrow : isRightToLeft() ? Qt::LeftArrow : Qt::RightArrow);
        m_toggle->setAccessibleName(row.isOpen ? tr("Close %1").arg(words.path) : tr("Open %1").arg(words.path));
        m_count->setText(words.count);
        if (m_nameSpace) {
            constexpr int inset = 8; // of the text in a field
            const int rest = nameWidth() - m_toggle->sizeHint().width() + inset;
            m_nameSpace->changeSize(std::max(0, rest), 0, QSizePolicy::Fixed);
            m_line->invalidate();
        }
    }
    if (row.kind == RowKind::More)
        m_button->setText(words.count);
    if (!m_isTyped) {
        m_refusal.clear();
        showText();
    }
    for (QWidget *field : {static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_lines), static_cast<QWidget *>(m_choice)}) {
        if (field)
            field->setAccessibleName(words.path);
    }
    showMessages();
}

void FormRowWidget::showText()
{
    const QString text = QString::fromStdString(m_row.text);
    if (m_text) {
        showIn(m_text, text);
        m_text->setPlaceholderText(m_words.placeholder);
    }
    if (m_lines && m_lines->toPlainText() != text) {
        const QSignalBlocker quiet(m_lines);
        m_lines->setPlainText(text);
        fitLines();
    }
    if (m_choice)
        showChoices();
}

void FormRowWidget::showChoices()
{
    const QString text = QString::fromStdString(m_row.text);
    QStringList choices = m_words.choices;
    if (m_row.isSet && !choices.contains(text))
        choices.prepend(text);
    const bool offersNothing = !(m_row.isSet && m_row.isRequired) && !m_row.isItem;
    QStringList shown = choices;
    if (offersNothing)
        shown.prepend(m_words.placeholder.isEmpty() ? tr("not set") : m_words.placeholder);
    const QSignalBlocker quiet(m_choice);
    if (m_choice->property("shown").toStringList() != shown) {
        m_choice->clear();
        for (int i = 0; i < shown.size(); ++i)
            m_choice->addItem(shown[i].isEmpty() ? tr("(empty)") : shown[i], offersNothing && i == 0 ? QVariant() : QVariant(shown[i]));
        m_choice->setProperty("shown", shown);
    }
    m_choice->setCurrentIndex(m_row.isSet ? m_choice->findData(text) : offersNothing ? 0 : -1);
}

void FormRowWidget::setProblem(Tone tone, const QString &words)
{
    m_problemTone = tone;
    m_problemWords = words;
    showMessages();
}

void FormRowWidget::refuse(const QString &why)
{
    m_refusal = why;
    m_isTyped |= m_text || m_lines; // it stays until it is mended
    showMessages();
}

void FormRowWidget::showMessages()
{
    // Below what it is about: at the fields' edge.
    m_below->setContentsMargins(!m_toggle && m_row.kind < RowKind::AddField ? nameWidth() + m_line->spacing() : Arrow + 4, 0, 32, 2);
    const auto place = [this](QLabel *label) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setMinimumWidth(1);
        m_below->addWidget(label);
    };
    const QString caption = m_words.captions.join(QLatin1Char('\n'));
    if (!m_caption && !caption.isEmpty() && (!m_toggle || m_row.isOpen)) {
        m_caption = new QLabel(this);
        m_caption->setFont(captionFont(font()));
        m_caption->setForegroundRole(QPalette::PlaceholderText);
        place(m_caption);
    }
    if (m_caption) {
        m_caption->setText(caption);
        m_caption->setVisible(!caption.isEmpty() && (!m_toggle || m_row.isOpen));
    }
    const QString problem = m_refusal.isEmpty() ? m_problemWords : m_refusal;
    const Tone tone = m_refusal.isEmpty() ? m_problemTone : Tone::Failing;
    if (!m_problem && !problem.isEmpty()) {
        m_problem = new ToneLabel(this);
        place(m_problem);
    }
    if (m_problem) {
        m_problem->setTone(tone);
        m_problem->setText(QString(toneGlyph(tone)) + QLatin1Char(' ') + problem);
        m_problem->setAccessibleName(problem);
        m_problem->setVisible(!problem.isEmpty());
    }
    QStringList description;
    for (const QString &one : {m_words.state, problem}) {
        if (!one.isEmpty())
            description << one;
    }
    for (QWidget *stop : stops())
        stop->setAccessibleDescription(description.join(QStringLiteral(". ")));
}

void FormRowWidget::setCurrent(bool current)
{
    if (std::exchange(m_isCurrent, current) != current)
        QWidget::update();
}

QString FormRowWidget::typedText() const
{
    if (m_lines)
        return m_lines->toPlainText();
    if (m_choice)
        return m_choice->currentData().toString();
    return m_text ? m_text->text() : QString();
}

void FormRowWidget::typed()
{
    m_isTyped = true;
    m_host.typing(this);
}

bool FormRowWidget::isEmptied() const
{
    return m_isTyped && m_text && m_text->text().isEmpty() && m_row.kind != RowKind::Text;
}

void FormRowWidget::retire()
{
    m_isRetired = true;
    hide();
}

bool FormRowWidget::commit()
{
    if (m_isRetired)
        return true;
    bool done = true;
    if (m_isKeyTyped) {
        const QString key = m_key->text();
        const bool isNew = m_row.kind == RowKind::AddEntry;
        if (key.isEmpty() || (!isNew && key == QString::fromStdString(m_row.name))) {
            m_isKeyTyped = false;
        } else {
            m_isKeyTyped = false;
            done = isNew ? m_host.addEntry(m_row, key) : m_host.rename(m_row, key);
            m_isKeyTyped = !done;
            if (done && isNew)
                m_key->clear();
        }
    }
    if (m_isTyped) {
        m_isTyped = false;
        const bool isWritten = m_host.write(m_row, typedText());
        m_isTyped = !isWritten;
        done &= isWritten;
    }
    return done;
}

QList<QWidget *> FormRowWidget::stops() const
{
    QList<QWidget *> all;
    for (QWidget *one : {static_cast<QWidget *>(m_toggle), static_cast<QWidget *>(m_key), static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_lines),
                         static_cast<QWidget *>(m_choice)}) {
        if (one)
            all << one;
    }
    if (m_button && m_row.kind >= RowKind::AddField)
        all << m_button;
    return all;
}

void FormRowWidget::focusField()
{
    const auto all = stops();
    if (!all.isEmpty())
        (m_key && m_row.kind != RowKind::AddEntry && all.size() > 1 ? all[1] : all.first())->setFocus(Qt::OtherFocusReason);
}

void FormRowWidget::paintEvent(QPaintEvent *)
{
    if (!m_isCurrent)
        return;
    QPainter painter(this);
    painter.fillRect(rect(), palette().alternateBase());
    painter.fillRect(isRightToLeft() ? width() - 2 : 0, 0, 2, height(), accentColor(palette()));
}

bool FormRowWidget::event(QEvent *event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        showMenuButton();
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    QString help = m_host.help(m_row);
    if (m_text && m_text->fontMetrics().horizontalAdvance(m_text->text()) > m_text->contentsRect().width() - 16)
        help = m_text->text() + (help.isEmpty() ? QString() : QLatin1Char('\n') + help);
    if (!m_words.state.isEmpty())
        help = m_words.path + QLatin1String(": ") + m_words.state + (help.isEmpty() ? QString() : QLatin1Char('\n') + help);
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), help.isEmpty() ? QString() : Qt::convertFromPlainText(help), this);
    return true;
}

} // namespace orrery
