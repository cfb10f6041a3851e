// SPDX-License-Identifier: Apache-2.0
#include "ui/views/details/yaml_page.h"

#include "core/object/json.h"
#include "core/object/yaml.h"
#include "ui/base/error_text.h"
#include "ui/base/icons.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/find_bar.h"
#include "ui/widgets/tone_label.h"
#include "ui/widgets/yaml_highlighter.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace orrery {

namespace {

constexpr std::string_view dots = "\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2";

void appendMember(std::string &out, std::string_view key, const std::string &value)
{
    if (out.back() != '{')
        out += ',';
    kube::appendJsonString(out, key);
    out += ':';
    out += value;
}

std::string masked(kube::JsonValue values)
{
    std::string out = "{";
    values.forEachMember([&](std::string_view key, kube::JsonValue) {
        std::string hidden;
        kube::appendJsonString(hidden, dots);
        appendMember(out, key, hidden);
    });
    return out + '}';
}

} // namespace

std::string maskedSecret(const std::string &json)
{
    const auto document = kube::JsonDocument::parse(json);
    if (!document || document->root()["kind"].string() != "Secret")
        return json;
    std::string out = "{";
    document->root().forEachMember([&](std::string_view key, kube::JsonValue value) {
        appendMember(out, key, key == "data" || key == "stringData" ? masked(value) : value.toJson());
    });
    out += '}';
    // kubectl apply leaves a copy of the whole Secret, values included, in an annotation.
    static constexpr std::string_view copy = "\"kubectl.kubernetes.io/last-applied-configuration\":\"";
    if (const auto begin = out.find(copy); begin != std::string::npos) {
        auto end = begin + copy.size();
        while (end < out.size() && out[end] != '"')
            end += out[end] == '\\' ? 2 : 1;
        out.replace(begin + copy.size(), end - begin - copy.size(), dots);
    }
    return out;
}

YamlPage::YamlPage(kube::ExecutorPtr gui, kube::ExecutorPtr background, QWidget *parent)
    : QWidget(parent), m_view(new CodeView(this)), m_highlighter(new YamlHighlighter(m_view->document())), m_find(new FindBar(m_view, this)),
      m_reveal(new QToolButton(this)), m_managed(new QToolButton(this)), m_problem(new ToneLabel(this, Tone::Failing)),
      m_background(std::move(background)), m_owner(std::move(gui))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(8, 4, 8, 4);
    bar->setSpacing(4);
    m_reveal->setText(tr("Show values"));
    m_reveal->setToolTip(tr("Show the values of this Secret on screen"));
    m_managed->setText(tr("Managed fields"));
    m_managed->setToolTip(tr("Ask the server who owns which field, and show it"));
    auto *search = new QToolButton(this);
    search->setIcon(icon(IconName::Search));
    search->setAccessibleName(tr("Search in YAML"));
    search->setToolTip(tr("Search in YAML (Ctrl+F)"));
    for (QToolButton *button : {m_reveal, m_managed, search}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
    }
    for (QToolButton *button : {m_reveal, m_managed}) {
        button->setCheckable(true);
        button->setVisible(false);
        bar->addWidget(button);
    }
    bar->addStretch(1);
    bar->addWidget(search);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setContentsMargins(12, 0, 12, 8);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problem->hide();
    layout->addLayout(bar);
    layout->addWidget(m_problem);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_find);
    m_view->setAccessibleName(tr("YAML"));
    m_view->setUndoRedoEnabled(false);
    setFocusProxy(m_view);
    connect(search, &QToolButton::clicked, this, &YamlPage::openFind);
    connect(m_managed, &QToolButton::toggled, this, &YamlPage::render);
    connect(m_reveal, &QToolButton::toggled, this, &YamlPage::render);
}

void YamlPage::openFind()
{
    m_find->open();
}

bool YamlPage::closeNearest()
{
    if (!m_find->isOpen())
        return false;
    m_find->close();
    return true;
}

void YamlPage::setObject(const kube::ObjectPtr &object)
{
    const std::string uid = object ? std::string(object->uid()) : std::string();
    if (uid != m_uid) {
        m_uid = uid;
        m_asking = false;
        for (QToolButton *button : {m_reveal, m_managed}) {
            const QSignalBlocker quiet(button);
            button->setChecked(false);
        }
        setProblem({});
        m_view->clear();
        m_copyWanted = false;
    }
    m_object = object;
    m_reveal->setVisible(isSecret());
    m_managed->setVisible(object != nullptr);
    render();
}

void YamlPage::copyAll()
{
    m_copyWanted = m_shown != m_generation;
    if (!m_copyWanted)
        QGuiApplication::clipboard()->setText(m_text);
}

bool YamlPage::isSecret() const
{
    return m_object && m_object->gvk().kind == "Secret" && m_object->gvk().group.empty();
}

void YamlPage::render()
{
    if (!m_object) {
        ++m_generation;
        m_view->clear();
    } else if (m_managed->isChecked()) {
        // The cache has none: they are asked for with every change, one question at a time.
        m_askAgain = m_asking;
        if (!std::exchange(m_asking, true))
            Q_EMIT managedFieldsRequested();
    } else {
        setProblem({});
        renderLater([object = m_object] { return object->json(); });
    }
}

void YamlPage::setDocument(const QByteArray &json)
{
    m_asking = false;
    if (!m_managed->isChecked())
        return;
    setProblem({});
    renderLater([bytes = json.toStdString()] { return bytes; });
    if (std::exchange(m_askAgain, false))
        render();
}

void YamlPage::setDocumentProblem(const kube::Error &error)
{
    m_asking = false;
    if (!m_managed->isChecked())
        return;
    const QSignalBlocker quiet(m_managed);
    m_managed->setChecked(false);
    render();
    const ErrorText text = describe(error);
    setProblem(tr("The managed fields could not be read. %1").arg(text.detail.isEmpty() ? text.headline : text.detail));
}

void YamlPage::renderLater(std::function<std::string()> json)
{
    m_background->post([json = std::move(json), mask = isSecret() && !m_reveal->isChecked(), generation = ++m_generation,
                        deliver = m_owner.bind([this](quint64 rendered, const QString &text) {
                            if (rendered != m_generation)
                                return;
                            m_shown = rendered;
                            show(text);
                        })] {
        const std::string whole = mask ? maskedSecret(json()) : json();
        const auto document = kube::JsonDocument::parse(whole);
        deliver(generation, document ? QString::fromStdString(kube::toYaml(document->root())) : QString());
    });
}

void YamlPage::setProblem(const QString &problem)
{
    m_problem->setText(problem.isEmpty() ? QString() : QString(toneGlyph(Tone::Failing)) + QLatin1Char(' ') + problem);
    m_problem->setVisible(!problem.isEmpty());
}

void YamlPage::show(const QString &text)
{
    m_text = text;
    if (m_copyWanted)
        copyAll();
    const QString before = m_view->toPlainText();
    // Only what differs is written anew: a selection, a match of the search and the scroll position elsewhere stay.
    const qsizetype shorter = std::min(before.size(), text.size());
    qsizetype head = 0;
    while (head < shorter && before[head] == text[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == text[text.size() - 1 - tail])
        ++tail;
    if (head == before.size() && head == text.size())
        return;
    const int position = m_view->verticalScrollBar()->value();
    QTextCursor change(m_view->document());
    change.setPosition(static_cast<int>(head));
    change.setPosition(static_cast<int>(before.size() - tail), QTextCursor::KeepAnchor);
    change.insertText(text.mid(head, text.size() - head - tail));
    m_view->verticalScrollBar()->setValue(position);
}

void YamlPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_highlighter->rehighlight();
}

} // namespace orrery
