// SPDX-License-Identifier: Apache-2.0
#include "ui/views/manifests/manifest_detail.h"

#include "ui/views/editing/object_text.h"
#include "ui/widgets/diff_view.h"
#include "ui/widgets/tone_label.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace orrery {

ManifestDetail::ManifestDetail(kube::ExecutorPtr gui, kube::ExecutorPtr background, QWidget *parent)
    : QWidget(parent), m_headline(new ToneLabel(this)), m_lines(new QLabel(this)), m_force(new QPushButton(tr("&Take the Fields"), this)),
      m_difference(new DiffView(this)), m_filler(new QWidget(this)), m_background(std::move(background)), m_owner(std::move(gui))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 8, 12, 8);
    head->setSpacing(8);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    for (QLabel *label : {static_cast<QLabel *>(m_headline), m_lines}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        words->addWidget(label);
    }
    head->addLayout(words, 1);
    head->addWidget(m_force, 0, Qt::AlignTop);
    layout->addLayout(head);
    layout->addWidget(m_difference, 1);
    layout->addWidget(m_filler, 1);
    m_force->setToolTip(tr("Take the fields of this document from their managers"));
    m_force->setAutoDefault(false);
    connect(m_force, &QPushButton::clicked, this, &ManifestDetail::forceRequested);
    clear();
}

void ManifestDetail::clear()
{
    ++m_generation;
    m_headline->setTone(Tone::Neutral);
    m_headline->setText(tr("Choose a document to see what becomes of it."));
    m_lines->hide();
    m_force->hide();
    m_difference->hide();
    m_filler->show();
    m_stored.clear();
    m_result.clear();
}

void ManifestDetail::show(const kube::ManifestStatePtr &state, std::size_t index, const ManifestItemText &text)
{
    const kube::ManifestItem &item = state->items[index];
    m_headline->setTone(text.tone);
    const QChar glyph = toneGlyph(text.tone);
    m_headline->setText(glyph.isNull() ? text.headline : QString(glyph) + QLatin1Char(' ') + text.headline);
    m_headline->setAccessibleName(text.headline);
    m_lines->setText(text.lines.join(QLatin1Char('\n')));
    m_lines->setVisible(!text.lines.isEmpty());
    m_force->setVisible(text.canForce);
    m_force->setEnabled(!state->isRunning());
    m_difference->setVisible(text.showsDifference);
    m_filler->setVisible(!text.showsDifference);
    if (text.showsDifference)
        showTexts(item);
}

void ManifestDetail::showTexts(const kube::ManifestItem &item)
{
    if (m_stored == item.stored && m_result == item.result && m_isApplied == item.isApplied())
        return;
    m_stored = item.stored;
    m_result = item.result;
    m_isApplied = item.isApplied();
    DiffSide left{m_isApplied ? tr("Before") : item.stored.empty() ? tr("Not there yet") : tr("On the server now"), {}};
    DiffSide right{m_isApplied ? tr("As it is stored") : tr("After applying"), {}};
    m_background->post([left = std::move(left), right = std::move(right), stored = item.stored, result = item.result, generation = ++m_generation,
                        deliver = m_owner.bind([this](quint64 made, const DiffSide &before, const DiffSide &after) {
                            if (made == m_generation)
                                m_difference->setTexts(before, after);
                        })]() mutable {
        left.text = stored.empty() ? QString() : comparedText(stored);
        right.text = comparedText(result);
        deliver(generation, left, right);
    });
}

bool ManifestDetail::closeNearest()
{
    return m_difference->isVisible() && m_difference->closeNearest();
}

} // namespace orrery
