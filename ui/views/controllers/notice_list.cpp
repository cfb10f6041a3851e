// SPDX-License-Identifier: Apache-2.0
#include "ui/views/controllers/notice_list.h"

#include "ui/base/theme.h"
#include "ui/widgets/tone_label.h"

#include <QVBoxLayout>

namespace orrery {

NoticeList::NoticeList(QWidget *parent) : QWidget(parent), m_more(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 12, 8);
    layout->setSpacing(4);
    for (qsizetype i = 0; i < Most; ++i) {
        auto *line = new ToneLabel(this);
        line->setWordWrap(true);
        line->hide();
        connect(line, &QLabel::linkActivated, this, [this, i] { Q_EMIT activated(m_rowIds.value(i)); });
        layout->addWidget(line);
        m_lines << line;
    }
    m_more->setForegroundRole(QPalette::PlaceholderText);
    m_more->setFont(captionFont(font()));
    m_more->hide();
    layout->addWidget(m_more);
}

void NoticeList::setNotices(const QList<QueueNotice> &notices, const QString &quiet)
{
    m_rowIds.clear();
    for (qsizetype i = 0; i < Most; ++i) {
        ToneLabel *line = m_lines.at(i);
        m_rowIds << notices.value(i).rowId;
        const bool isQuiet = i == 0 && notices.isEmpty() && !quiet.isEmpty();
        line->setVisible(i < notices.size() || isQuiet);
        if (isQuiet) {
            line->setTone(Tone::Ready);
            line->setTextFormat(Qt::PlainText);
            line->setTextInteractionFlags(Qt::NoTextInteraction);
            line->setText(toneGlyph(Tone::Ready) + QStringLiteral("  ") + quiet);
        } else if (i < notices.size()) {
            const QueueNotice &notice = notices.at(i);
            line->setTone(notice.tone);
            line->setTextFormat(Qt::RichText);
            line->setTextInteractionFlags(notice.rowId.isEmpty() ? Qt::NoTextInteraction : Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
            const QString text = toneGlyph(notice.tone) + QStringLiteral("  ") + notice.text.toHtmlEscaped();
            const QString link = notice.rowId.isEmpty() ? QString() : QStringLiteral(" <a href=\"row\">%1</a>").arg(tr("Show"));
            line->setText(text + link);
            line->setAccessibleName(notice.text);
        }
    }
    const int more = static_cast<int>(notices.size() - Most);
    m_more->setVisible(more > 0);
    m_more->setText(more > 0 ? tr("and %n more in the table", nullptr, more) : QString());
    setVisible(!notices.isEmpty() || !quiet.isEmpty());
}

} // namespace orrery
