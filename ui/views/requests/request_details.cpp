// SPDX-License-Identifier: Apache-2.0
#include "ui/views/requests/request_details.h"

#include "ui/base/error_text.h"
#include "ui/base/format.h"
#include "ui/views/requests/phase_bar.h"
#include "ui/views/requests/request_log_model.h"
#include "ui/views/requests/request_text.h"
#include "ui/widgets/key_value_list.h"
#include "ui/widgets/tone_label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace orrery {

namespace {

constexpr auto leastShown = std::chrono::microseconds(50); // "0.1 ms"

void addRow(QList<KeyValue> &rows, const QString &key, const QString &value, bool monospace = false)
{
    if (value.isEmpty())
        return;
    KeyValue row;
    row.key = key;
    row.value = value;
    row.monospace = monospace;
    rows << row;
}

QString headerOf(const QList<kube::Header> &headers, const char *name)
{
    return QString::fromUtf8(kube::HttpHead{0, headers}.header(name));
}

/// With places where a line may be broken.
QString mediaTypes(const QList<kube::Header> &headers, const char *name)
{
    QString text = headerOf(headers, name);
    for (const QChar separator : {u';', u','})
        text.replace(separator, QString(separator) + QLatin1Char(' '));
    return text.simplified();
}

} // namespace

RequestDetails::RequestDetails(QWidget *parent)
    : QWidget(parent), m_headline(new ToneLabel(this)), m_kubectl(new QPushButton(tr("Copy as &kubectl"), this)), m_curl(new QPushButton(tr("Copy as c&url"), this)),
      m_bar(new PhaseBar(this)), m_asked(new KeyValueList(this)), m_course(new KeyValueList(this)), m_body(new QWidget(this))
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 8, 12, 8);
    head->setSpacing(8);
    m_headline->setTextFormat(Qt::PlainText);
    m_headline->setWordWrap(true);
    head->addWidget(m_headline, 1);
    for (QPushButton *button : {m_kubectl, m_curl}) {
        button->setAutoDefault(false);
        head->addWidget(button, 0, Qt::AlignTop);
    }
    m_curl->setToolTip(tr("No credential is copied: the command takes it from the kubeconfig"));
    auto *columns = new QHBoxLayout(m_body);
    columns->setContentsMargins(8, 8, 12, 8);
    columns->setSpacing(24);
    m_asked->setKeyWidth(72);
    m_course->setKeyWidth(156);
    columns->addWidget(m_asked, 3, Qt::AlignTop);
    columns->addWidget(m_course, 2, Qt::AlignTop);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("About the request"));
    scroll->setWidget(m_body);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_bar);
    layout->addWidget(scroll, 1);
    connect(m_kubectl, &QPushButton::clicked, this, &RequestDetails::copyKubectlRequested);
    connect(m_curl, &QPushButton::clicked, this, &RequestDetails::copyCurlRequested);
    clear();
}

void RequestDetails::clear()
{
    m_headline->setTone(Tone::Neutral);
    m_headline->setText(tr("Choose a request to see where its time went."));
    m_headline->setAccessibleName(m_headline->text());
    for (QWidget *widget : {static_cast<QWidget *>(m_kubectl), static_cast<QWidget *>(m_curl), static_cast<QWidget *>(m_bar), m_body})
        widget->hide();
}

void RequestDetails::show(const RequestLogModel &model, int row, const QString &kubectl)
{
    const kube::RequestRecord &record = model.record(row);
    const kube::RequestTarget &target = model.target(row);
    const RequestStatusText status = requestStatus(record);
    const QString words = QStringLiteral("%1 %2 · %3 · %4")
                              .arg(QString::fromStdString(target.verb), QString::fromStdString(target.toText()), status.text, shortDuration(model.lasted(record)));
    m_headline->setTone(status.tone);
    const QChar glyph = toneGlyph(status.tone);
    m_headline->setText(glyph.isNull() ? words : QString(glyph) + QLatin1Char(' ') + words);
    m_headline->setAccessibleName(words);
    m_kubectl->setEnabled(!kubectl.isEmpty());
    m_kubectl->setToolTip(kubectl.isEmpty() ? tr("kubectl has no such request") : QString());
    std::array<kube::Duration, kube::restPhases> spent = record.spent;
    if (record.isRunning()) // told last a moment ago
        spent[static_cast<std::size_t>(record.phase)] += std::max(kube::Duration::zero(), model.lasted(record) - record.lasted());
    m_bar->setSpent(spent);

    QList<KeyValue> asked;
    addRow(asked, tr("URL"), QString::fromLatin1(record.method) + QLatin1Char(' ') + record.url.toString(QUrl::RemoveUserInfo), true);
    if (record.error && !record.error->is(kube::ErrorKind::Canceled)) {
        const ErrorText text = describe(*record.error);
        addRow(asked, tr("Failed"), text.headline);
        addRow(asked, tr("Said"), record.error->message);
    }
    addRow(asked, tr("kubectl"), kubectl, true);
    if (!record.isBodyKept)
        addRow(asked, tr("Body"), tr("%1, not kept: a command reads it from body.json").arg(bytes(static_cast<qint64>(record.sent))));
    addRow(asked, tr("Accept"), mediaTypes(record.headers, "Accept"));
    addRow(asked, tr("Content"), headerOf(record.headers, "Content-Type"));
    addRow(asked, tr("As"), headerOf(record.headers, "Impersonate-User"));
    m_asked->setRows(asked);

    QList<KeyValue> course;
    addRow(course, tr("Began"), absoluteTime(record.began));
    QStringList phases;
    for (std::size_t phase = 0; phase < kube::restPhases; ++phase) {
        if (spent[phase] < leastShown)
            continue;
        const auto at = static_cast<kube::RestPhase>(phase);
        const QString name = at == kube::RestPhase::Sent && record.status == 0 ? tr("Waited for an answer") : phaseName(at);
        addRow(course, name, shortDuration(spent[phase]));
        phases << name + QStringLiteral(": ") + shortDuration(spent[phase]);
    }
    m_bar->setToolTip(phases.join(QLatin1Char('\n')));
    addRow(course, tr("Retries"), record.retries > 0 ? QString::number(record.retries) : QString());
    addRow(course, tr("Received"), record.received > 0 ? bytes(static_cast<qint64>(record.received)) : QString());
    addRow(course, tr("Answer"), mediaTypes(record.answerHeaders, "Content-Type"));
    addRow(course, tr("Encoding"), headerOf(record.answerHeaders, "Content-Encoding"));
    addRow(course, tr("Priority level"), model.priorityLevel(record));
    addRow(course, tr("Flow schema"), model.flowSchema(record));
    addRow(course, tr("Retry-After"), headerOf(record.answerHeaders, "Retry-After"));
    addRow(course, tr("Warning"), headerOf(record.answerHeaders, "Warning"));
    addRow(course, tr("Audit ID"), headerOf(record.answerHeaders, "Audit-Id"), true);
    m_course->setRows(course);
    for (QWidget *widget : {static_cast<QWidget *>(m_kubectl), static_cast<QWidget *>(m_curl), static_cast<QWidget *>(m_bar), m_body})
        widget->setVisible(true);
}

} // namespace orrery
