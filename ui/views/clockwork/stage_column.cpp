// SPDX-License-Identifier: Apache-2.0
#include "ui/views/clockwork/stage_column.h"

#include "ui/base/format.h"
#include "ui/base/instrument_ink.h"
#include "ui/base/theme.h"
#include "ui/views/clockwork/clipped_label.h"
#include "ui/views/clockwork/label_place.h"
#include "ui/views/clockwork/stage_parts.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/figure_list.h"
#include "ui/widgets/gate_button.h"
#include "ui/widgets/histogram_bars.h"
#include "ui/widgets/trend_bars.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace orrery {

namespace {

constexpr int figuresHeight = 80;
constexpr int widestColumn = 176;

QLabel *captionIn(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setFont(tabularFont(captionFont(parent->font())));
    label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    label->setTextFormat(Qt::PlainText);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    return label;
}

} // namespace

StageColumn::StageColumn(Stage stage, QWidget *parent)
    : QWidget(parent), m_stage(stage), m_dial(new Dial(this)), m_title(new ElidedLabel(this)), m_state(captionIn(this)), m_why(new ClippedLabel(this)),
      m_figures(new FigureList(this)), m_latency(new HistogramBars(this)), m_trend(new TrendBars(this)), m_times(captionIn(this)),
      m_hold(new GateButton(GateButton::Sign::Pause, this)), m_step(new GateButton(GateButton::Sign::Step, this))
{
    m_dial->setAccessibleName(stageTitle(stage));
    m_dial->setToolTip(stagePurpose(stage));
    m_title->setText(stageTitle(stage));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_why->setFont(m_state->font());
    // A label without a role of its own takes that of the ground's: Text on Base.
    for (QWidget *label : {static_cast<QWidget *>(m_state), static_cast<QWidget *>(m_why)})
        label->setForegroundRole(QPalette::WindowText);
    m_why->hide();
    m_times->setForegroundRole(QPalette::PlaceholderText);

    auto *inner = new QWidget(this);
    inner->setMaximumWidth(widestColumn);
    auto *body = new QVBoxLayout(inner);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(4);
    m_statePlace = new LabelPlace(m_state, inner);
    body->addWidget(m_statePlace);
    auto *figures = new QWidget(inner);
    figures->setFixedHeight(figuresHeight);
    auto *lines = new QVBoxLayout(figures);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(4);
    lines->addWidget(m_why);
    lines->addWidget(m_figures, 1);
    body->addWidget(figures);
    body->addSpacing(4);
    auto *drawn = new QWidget(inner);
    drawn->setFixedHeight(HistogramBars::Height);
    auto *drawing = new QVBoxLayout(drawn);
    drawing->setContentsMargins(0, 0, 0, 0);
    drawing->addWidget(m_latency);
    drawing->addWidget(m_trend);
    body->addWidget(drawn);
    m_timesPlace = new LabelPlace(m_times, inner);
    body->addWidget(m_timesPlace);

    auto *gate = new QHBoxLayout;
    gate->setSpacing(4);
    gate->addStretch();
    gate->addWidget(m_hold);
    gate->addWidget(m_step);
    gate->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(SideMargin, Margin, SideMargin, Margin);
    layout->setSpacing(0);
    layout->addWidget(m_dial, 0, Qt::AlignHCenter);
    layout->addWidget(m_title);
    auto *middle = new QHBoxLayout; // where there is room, the figures stay near their dial
    middle->setSpacing(0);
    middle->addStretch(1);
    middle->addWidget(inner, 100);
    middle->addStretch(1);
    layout->addLayout(middle);
    layout->addSpacing(4);
    layout->addLayout(gate);
    setMinimumWidth(Dial::Side + 2 * SideMargin);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);

    connect(m_hold, &GateButton::clicked, this, [this] { Q_EMIT commanded(m_reading.isPaused ? kube::StageCommand::Resume : kube::StageCommand::Pause); });
    connect(m_step, &GateButton::clicked, this, [this] { Q_EMIT commanded(kube::StageCommand::Step); });
    m_step->setText(tr("Step"));
    m_step->setAccessibleName(tr("Step the %1").arg(stageTitle(stage)));
    m_step->setToolTip(stepMeaning(stage));
    const bool hasGate = gateOf(stage).has_value();
    // Those without a gate keep its place, so that all end at one edge.
    for (GateButton *button : {m_hold, m_step}) {
        QSizePolicy policy = button->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        button->setSizePolicy(policy);
        button->setVisible(hasGate);
    }
    showTimes();
    showGate();
}

void StageColumn::show(const StageReading &reading)
{
    if (reading == m_reading)
        return;
    const StageReading before = std::exchange(m_reading, reading);
    m_dial->setReading(reading.dial);
    m_dial->setAccessibleDescription(reading.spoken);
    QList<QPair<QString, QString>> lines;
    for (const StageFigure &figure : reading.figures)
        lines << qMakePair(figure.label, figure.value);
    m_figures->setLines(lines);
    if (reading.why != before.why) {
        m_why->setText(reading.why);
        m_dial->setToolTip(reading.why.isEmpty() ? stagePurpose(m_stage) : reading.why);
        m_why->setVisible(!reading.why.isEmpty());
    }
    const bool isOtherTone = reading.tone != before.tone;
    if (isOtherTone || reading.dial.state != before.dial.state)
        colour();
    if (isOtherTone || reading.state != before.state || reading.since != before.since)
        showState();
    if (reading.latency != before.latency || reading.trendText != before.trendText)
        showTimes();
    if (reading.isPaused != before.isPaused)
        showGate();
}

void StageColumn::showState()
{
    const QChar glyph = toneGlyph(m_reading.tone);
    QString words = m_reading.since.isEmpty() ? m_reading.state : m_reading.state + QStringLiteral(" · ") + m_reading.since;
    m_state->setAccessibleName(words);
    m_state->setToolTip(words);
    if (!glyph.isNull())
        words = glyph + QStringLiteral(" ") + words;
    m_statePlace->show({words});
}

void StageColumn::showTimes()
{
    m_latency->setVisible(m_reading.latency.has_value());
    m_trend->setVisible(!m_reading.latency);
    QStringList wordings{m_reading.trendText};
    if (m_reading.latency) {
        const StageLatency &latency = *m_reading.latency;
        // "p50 2 · p99 10 ms": the unit once when it is the same; "500 ms · >5 s" where that is too wide.
        if (latency.all == 0)
            wordings = {latency.none};
        else
            wordings = {QStringLiteral("p50 %1 · p99 %2").arg(withoutSharedUnit(latency.half, latency.most), latency.most), QStringLiteral("%1 · %2").arg(latency.half, latency.most)};
        const QString said = stage_parts::timesSpoken(latency);
        m_latency->setCounts(latency.counts, latency.bounds, said);
        m_times->setToolTip(latency.note.isEmpty() ? said : said + QLatin1Char('\n') + latency.note);
        m_times->setAccessibleName(said);
        m_times->setAccessibleDescription(latency.note);
    }
    m_trend->setAccessibleName(wordings.last());
    m_timesPlace->show(wordings);
}

void StageColumn::showGate()
{
    const QString title = stageTitle(m_stage);
    m_hold->setSign(m_reading.isPaused ? GateButton::Sign::Resume : GateButton::Sign::Pause);
    m_hold->setText(m_reading.isPaused ? tr("Resume") : tr("Pause"));
    m_hold->setAccessibleName(m_reading.isPaused ? tr("Resume the %1").arg(title) : tr("Pause the %1").arg(title));
    m_hold->setToolTip(m_reading.isPaused ? tr("Resume: let everything through again") : tr("Pause: hold back what comes; nothing is lost"));
    m_step->setEnabled(m_reading.isPaused);
}

void StageColumn::addToTrend()
{
    if (!m_reading.latency)
        m_trend->add(m_reading.trend);
}

void StageColumn::forgetTrend()
{
    m_trend->clear();
}

void StageColumn::colour()
{
    const bool trouble = m_reading.dial.state == DialState::Trouble;
    QPalette own = palette();
    own.setColor(QPalette::WindowText, trouble ? troubleColor(palette()) : toneColor(m_reading.tone, palette()));
    m_state->setPalette(own);
    own.setColor(QPalette::WindowText, troubleColor(palette()));
    m_why->setPalette(own);
}

void StageColumn::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

} // namespace orrery
