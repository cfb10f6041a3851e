// SPDX-License-Identifier: Apache-2.0
#include "ui/views/controllers/program_panel.h"

#include "ui/base/format.h"
#include "ui/base/measure_text.h"
#include "ui/views/controllers/controllers_text.h"
#include "ui/views/controllers/informer_model.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/key_value_list.h"
#include "ui/widgets/table_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace orrery {

namespace {

constexpr int factsWidth = 400;
constexpr int keyWidth = 116; ///< "Own rate limiter"

/// A program that began anew counts from nothing.
double since(double before, double now)
{
    return now >= before ? now - before : now;
}

} // namespace

ProgramPanel::ProgramPanel(QWidget *parent)
    : QWidget(parent), m_facts(new KeyValueList(this)), m_without(new QLabel(this)), m_table(new TableView(this)), m_informers(new InformerModel(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(tr("The program and its client"));
    scroll->setBackgroundRole(QPalette::Base);
    auto *inner = new QWidget(scroll);
    inner->setBackgroundRole(QPalette::Base);
    auto *facts = new QVBoxLayout(inner);
    facts->setContentsMargins(8, 8, 12, 8);
    facts->addWidget(m_facts);
    facts->addStretch(1);
    scroll->setWidget(inner);
    m_facts->setKeyWidth(keyWidth);
    m_table->setAccessibleName(tr("Informers of the program"));
    m_table->setModel(m_informers);
    m_without->setText(tr("It tells nothing of its informers. Programs with client-go of Kubernetes 1.36 and later do."));
    m_without->setForegroundRole(QPalette::PlaceholderText);
    m_without->setWordWrap(true);
    m_without->setAlignment(Qt::AlignCenter);
    m_without->setMargin(12);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    scroll->setMinimumWidth(factsWidth);
    layout->addWidget(scroll, 2);
    layout->addWidget(new Hairline(Qt::Vertical, this));
    layout->addWidget(m_table, 3);
    layout->addWidget(m_without, 3);
}

void ProgramPanel::show(const ControllerProgram &program, bool isOld)
{
    QList<KeyValue> rows;
    rows << KeyValue{tr("Program"), program.target ? QStringLiteral("%1/%2").arg(program.place, program.name) : program.name, {}};
    if (program.target) {
        if (!program.target->workload.empty())
            rows << KeyValue{tr("Belongs to"), QString::fromStdString(program.target->workload), {}};
        const kube::MetricsEndpoint &endpoint = program.target->endpoint;
        rows << KeyValue{tr("Asked at"), QStringLiteral("%1, %2, %3").arg(QString::fromStdString(endpoint.scheme)).arg(endpoint.port).arg(QString::fromStdString(endpoint.path)), {}};
    }
    const bool isRead = program.now.has_value();
    if (isRead) {
        rows << KeyValue{isOld ? tr("Last answer") : tr("As of"), clockTime(program.now->wall), absoluteTime(program.now->wall), isOld ? Tone::Pending : Tone::Neutral};
        const kube::ControllerMetrics &metrics = program.now->metrics;
        for (const auto &[lease, leads] : metrics.leads) {
            const QString then = (leads ? tr("led at %1") : tr("stood by at %1")).arg(clockTime(program.now->wall));
            rows << KeyValue{tr("Lease"), QStringLiteral("%1 · %2").arg(QString::fromStdString(lease), isOld ? then : leads ? tr("leads") : tr("stands by")), {}, leads && !isOld ? Tone::Ready : Tone::Completed};
        }
        const kube::ControllerMetrics *minute = isOld || program.earlier.empty() ? nullptr : &program.earlier.front().metrics;
        const double seconds = minute ? std::chrono::duration<double>(program.now->at - program.earlier.front().at).count() : 0;
        for (const auto &[code, number] : metrics.client.requests) {
            double meanwhile = 0;
            QString text = tr("%1 in all").arg(count(qRound64(number)));
            if (seconds > 0) {
                const auto at = minute->client.requests.find(code);
                const double before = at == minute->client.requests.end() ? 0 : at->second;
                meanwhile = since(before, number);
                text = tr("%1/s, %2 in all").arg(rateText(meanwhile / seconds), count(qRound64(number)));
            }
            const bool isAnswer = !code.empty() && code.front() != '<';
            const bool isFine = isAnswer && (code.front() == '2' || code.front() == '1' || code == "304");
            rows << KeyValue{isAnswer ? tr("Requests: %1").arg(QString::fromStdString(code)) : tr("Requests: no answer"), text, {}, isFine || meanwhile <= 0 ? Tone::Neutral : Tone::Pending};
        }
        const kube::MetricHistogram taken = minute ? metrics.client.taken.since(minute->client.taken) : metrics.client.taken;
        if (const auto average = taken.mean())
            rows << KeyValue{tr("Requests take"), tr("%1 on average").arg(secondsText(*average)), {}, *average >= 1 ? Tone::Pending : Tone::Neutral};
        const kube::MetricHistogram waits = minute ? metrics.client.throttled.since(minute->client.throttled) : metrics.client.throttled;
        if (const auto most = waits.quantile(0.99)) {
            rows << KeyValue{tr("Own rate limiter"), (waits.isBeyond(0.99) ? tr("of 100 requests, one waited more than %1") : tr("99 of 100 requests waited at most %1")).arg(secondsText(*most)), {}, *most >= 1 ? Tone::Pending : Tone::Neutral};
        } else if (metrics.client.throttled.count() > 0) {
            rows << KeyValue{tr("Own rate limiter"), tr("no request within the last minute"), {}};
        }
    }
    m_facts->setRows(rows);
    m_informers->setProgram(program);
    m_table->setColumnHidden(InformerModel::Name, !m_informers->hasNames());
    m_table->setColumnHidden(InformerModel::Version, !m_informers->hasVersions());
    m_table->setVisible(m_informers->rowCount() > 0);
    m_without->setVisible(m_informers->rowCount() == 0 && isRead);
}

} // namespace orrery
