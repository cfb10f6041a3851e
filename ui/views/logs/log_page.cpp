// SPDX-License-Identifier: Apache-2.0
#include "ui/views/logs/log_page.h"

#include "ui/base/error_text.h"
#include "ui/base/icons.h"
#include "ui/base/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/find_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

namespace orrery {

QString withoutEscapes(const QString &text)
{
    static const QRegularExpression escapes(QStringLiteral("\\x1b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\\x07\\x1b]*(?:\\x07|\\x1b\\\\)|[@-Z\\\\-_])"));
    return text.contains(QChar(0x1b)) ? QString(text).remove(escapes) : text;
}

LogPage::LogPage(QString contextName, kube::LogPort &logs, kube::ExecutorPtr gui, kube::ObjectKey pod, QStringList containers, QString container, QWidget *parent)
    : Page(parent), m_contextName(std::move(contextName)), m_logs(logs), m_pod(std::move(pod)), m_bar(new QGridLayout),
      m_containerLabel(new QLabel(tr("&Container"), this)), m_switches(new QWidget(this)), m_buttons(new QWidget(this)), m_container(new QComboBox(this)),
      m_previous(new QCheckBox(tr("&Previous"), m_switches)), m_timestamps(new QCheckBox(tr("&Timestamps"), m_switches)), m_wrap(new QToolButton(m_buttons)),
      m_follow(new QToolButton(m_buttons)), m_badge(new Badge(this)), m_view(new CodeView(this)), m_find(new FindBar(m_view, this)),
      m_note(new ElidedLabel(this)), m_problem(new QLabel(this)), m_decoder(QStringDecoder::Utf8), m_owner(std::move(gui))
{
    setAccessibleName(tr("Log of %1").arg(QString::fromStdString(m_pod.name)));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 8, 12, 0);
    auto *titleLabel = new ElidedLabel(this);
    titleLabel->setText(QString::fromStdString(m_pod.name));
    titleLabel->setFont(titleFont(font()));
    titleLabel->setTextInteractionFlags(Qt::TextSelectableByMouse);
    head->addWidget(titleLabel, 1);
    head->addWidget(m_badge);
    layout->addLayout(head);

    m_bar->setContentsMargins(8, 4, 12, 8);
    m_bar->setHorizontalSpacing(12);
    m_bar->setVerticalSpacing(4);
    m_bar->setColumnStretch(3, 1);
    m_containerLabel->setBuddy(m_container);
    m_container->setAccessibleName(tr("Container"));
    m_container->addItems(containers);
    m_container->setCurrentText(container);
    m_previous->setToolTip(tr("The log of the container's run before this one"));
    m_wrap->setIcon(orrery::icon(IconName::Wrap));
    m_wrap->setCheckable(true);
    m_wrap->setAutoRaise(true);
    m_wrap->setAccessibleName(tr("Wrap lines"));
    m_wrap->setToolTip(tr("Wrap lines"));
    m_follow->setIcon(orrery::icon(IconName::Follow));
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_follow->setAutoRaise(true);
    m_follow->setAccessibleName(tr("Follow"));
    m_follow->setToolTip(tr("Keep the newest line in view"));
    auto *search = new QToolButton(m_buttons);
    search->setIcon(orrery::icon(IconName::Search));
    search->setAutoRaise(true);
    search->setAccessibleName(tr("Search log"));
    search->setToolTip(tr("Search log (Ctrl+F)"));
    auto *switches = new QHBoxLayout(m_switches);
    auto *buttons = new QHBoxLayout(m_buttons);
    for (QHBoxLayout *line : {switches, buttons}) {
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(12);
    }
    switches->addWidget(m_previous);
    switches->addWidget(m_timestamps);
    for (QToolButton *button : {m_wrap, m_follow, search})
        buttons->addWidget(button);
    m_bar->addWidget(m_containerLabel, 0, 0);
    m_bar->addWidget(m_container, 0, 1);
    m_bar->addWidget(m_note, 0, 3);
    m_bar->addWidget(m_buttons, 0, 4);
    arrange();
    layout->addLayout(m_bar);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setContentsMargins(8, 0, 12, 8);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_problem->hide();
    layout->addWidget(m_problem);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_find);

    m_view->setAccessibleName(tr("Log lines"));
    m_view->setLineNumbersVisible(false);
    m_view->setMaximumBlockCount(LinesKept);
    m_view->setUndoRedoEnabled(false);
    setFocusProxy(m_view);

    connect(m_container, &QComboBox::currentTextChanged, this, &LogPage::restart);
    connect(m_previous, &QCheckBox::toggled, this, &LogPage::restart);
    connect(m_timestamps, &QCheckBox::toggled, this, &LogPage::restart);
    connect(m_wrap, &QToolButton::toggled, this, [this](bool on) { m_view->setLineWrapMode(on ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap); });
    connect(m_follow, &QToolButton::toggled, this, [this](bool on) {
        if (on)
            m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
    });
    // The person's own scrolling decides; lines that arrive move the maximum, not the value.
    connect(m_view->verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] {
        QScrollBar *scroll = m_view->verticalScrollBar();
        m_follow->setChecked(scroll->sliderPosition() >= scroll->maximum());
    });
    // What is selected (a match of the search is) is being read: it must not run away.
    connect(m_view, &QPlainTextEdit::selectionChanged, this, [this] {
        if (m_view->textCursor().hasSelection())
            m_follow->setChecked(false);
    });
    connect(search, &QToolButton::clicked, this, &LogPage::focusFilter);
    restart();
}

QString LogPage::title() const
{
    return tr("Log %1").arg(QString::fromStdString(m_pod.name));
}

QIcon LogPage::icon() const
{
    return orrery::icon(IconName::Logs);
}

void LogPage::focusContent()
{
    m_view->setFocus(Qt::OtherFocusReason);
}

void LogPage::focusFilter()
{
    m_find->open();
}

// Not a QShortcut: the window has the same keys for whatever page is shown, and two of them would cancel out.
void LogPage::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find))
        focusFilter();
    else
        Page::keyPressEvent(event);
}

void LogPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void LogPage::arrange()
{
    const int between = m_bar->horizontalSpacing();
    const int choice = m_container->sizeHint().width() + m_buttons->sizeHint().width() + 2 * between + m_bar->contentsMargins().left() + m_bar->contentsMargins().right();
    const int named = choice + m_containerLabel->sizeHint().width() + between;
    const bool oneLine = width() >= named + m_switches->sizeHint().width() + between;
    m_containerLabel->setVisible(width() >= named);
    const int at = m_bar->indexOf(m_switches);
    int row = -1;
    int column = 0;
    int span = 0;
    if (at >= 0)
        m_bar->getItemPosition(at, &row, &column, &span, &span);
    if (row == (oneLine ? 0 : 1))
        return;
    m_bar->removeWidget(m_switches);
    if (oneLine)
        m_bar->addWidget(m_switches, 0, 2);
    else
        m_bar->addWidget(m_switches, 1, 0, 1, 5, Qt::AlignLeft);
}

bool LogPage::closeNearest()
{
    if (!m_find->isOpen())
        return false;
    m_find->close();
    return true;
}

void LogPage::restart()
{
    m_following.reset();
    m_view->clear();
    m_note->clear();
    m_follow->setChecked(true);
    m_decoder.resetState();
    kube::LogRequest request;
    request.pod = m_pod;
    request.container = m_container->currentText().toStdString();
    request.previous = m_previous->isChecked();
    request.follow = !request.previous;
    request.timestamps = m_timestamps->isChecked();
    setState({kube::LogChunk::State::Connecting, {}, {}});
    m_following = m_logs.follow(request, m_owner, [this](const kube::LogChunk &chunk) { take(chunk); });
}

void LogPage::take(const kube::LogChunk &chunk)
{
    if (!chunk.lines.isEmpty())
        append(chunk.lines);
    setState(chunk);
}

void LogPage::append(const QByteArray &lines)
{
    QString text = withoutEscapes(m_decoder(lines));
    if (text.endsWith(QLatin1Char('\n')))
        text.chop(1);
    QScrollBar *scroll = m_view->verticalScrollBar();
    // The bar counts lines from the oldest kept: when that leaves, what is being read has another number.
    const QTextCursor top = m_view->cursorForPosition({0, 0});
    const int into = scroll->value() - top.block().firstLineNumber();
    m_view->appendPlainText(text);
    scroll->setValue(m_follow->isChecked() ? scroll->maximum() : top.block().firstLineNumber() + into);
    if (m_view->blockCount() >= LinesKept)
        m_note->setText(tr("The newest %L1 lines").arg(LinesKept));
}

void LogPage::setState(const kube::LogChunk &chunk)
{
    BadgeText text;
    switch (chunk.state) {
    case kube::LogChunk::State::Connecting: text = {Tone::Pending, tr("connecting"), {}, {}}; break;
    case kube::LogChunk::State::Live: text = {Tone::Ready, tr("live"), {}, {}}; break;
    case kube::LogChunk::State::Reconnecting: text = {Tone::Pending, tr("reconnecting"), {}, {}}; break;
    case kube::LogChunk::State::Ended: text = {Tone::Completed, tr("ended"), {}, tr("The container has written its last line.")}; break;
    case kube::LogChunk::State::Failed: text = {Tone::Failing, tr("failed"), {}, {}}; break;
    }
    if (chunk.reason) {
        const ErrorText error = describe(*chunk.reason);
        text.toolTip = error.detail.isEmpty() ? error.headline : error.headline + QLatin1Char('\n') + error.detail;
        m_problem->setText(chunk.reason->message.isEmpty() ? error.headline : chunk.reason->message);
    }
    // While there are no lines yet, why is all that there is to read: the container may not have started.
    const bool waits = chunk.state == kube::LogChunk::State::Reconnecting && m_view->document()->isEmpty();
    m_problem->setVisible(chunk.reason && (waits || chunk.state == kube::LogChunk::State::Failed));
    m_badge->setText(text);
}

} // namespace orrery
