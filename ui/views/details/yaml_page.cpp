// SPDX-License-Identifier: Apache-2.0
#include "ui/views/details/yaml_page.h"

#include "core/object/json.h"
#include "core/object/yaml.h"
#include "ui/base/error_text.h"
#include "ui/base/icons.h"
#include "ui/widgets/code_view.h"
#include "ui/widgets/find_bar.h"
#include "ui/widgets/yaml_highlighter.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QShortcut>
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
    : QWidget(parent), m_view(new CodeView(this)), m_find(new FindBar(m_view, this)), m_reveal(new QToolButton(this)),
      m_managed(new QToolButton(this)), m_note(new QLabel(this)), m_background(std::move(background)), m_owner(std::move(gui))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(8, 4, 8, 4);
    m_reveal->setText(tr("Show values"));
    m_reveal->setCheckable(true);
    m_reveal->setAutoRaise(true);
    m_reveal->setToolTip(tr("Show the values of this Secret on screen"));
    m_managed->setText(tr("Managed fields"));
    m_managed->setAutoRaise(true);
    m_managed->setToolTip(tr("Ask the server who owns which field"));
    auto *search = new QToolButton(this);
    search->setIcon(icon(IconName::Search));
    search->setAutoRaise(true);
    search->setAccessibleName(tr("Search in YAML"));
    search->setToolTip(tr("Search in YAML (Ctrl+F)"));
    m_note->setWordWrap(true);
    bar->addWidget(m_note, 1);
    bar->addWidget(m_reveal);
    bar->addWidget(m_managed);
    bar->addWidget(search);
    layout->addLayout(bar);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_find);
    m_view->setAccessibleName(tr("YAML"));
    m_view->setUndoRedoEnabled(false);
    m_reveal->setVisible(false);
    new YamlHighlighter(m_view->document());
    setFocusProxy(m_view);
    connect(search, &QToolButton::clicked, this, &YamlPage::openFind);
    auto *shortcut = new QShortcut(QKeySequence::Find, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, &YamlPage::openFind);
    connect(m_managed, &QToolButton::clicked, this, &YamlPage::managedFieldsRequested);
    connect(m_reveal, &QToolButton::toggled, this, [this](bool on) {
        m_revealed = on;
        if (m_object)
            setObject(m_object);
    });
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
        m_revealed = false;
        m_reveal->setChecked(false);
    }
    m_object = object;
    m_note->clear();
    const bool secret = object && object->gvk().kind == "Secret" && object->gvk().group.empty();
    m_reveal->setVisible(secret);
    m_managed->setVisible(object != nullptr && !secret);
    if (!object) {
        ++m_generation;
        m_view->clear();
        return;
    }
    m_background->post([object, mask = secret && !m_revealed, generation = ++m_generation,
                        deliver = m_owner.bind([this](quint64 rendered, const QString &text) {
                            if (rendered == m_generation)
                                show(text);
                        })] {
        const std::string json = mask ? maskedSecret(object->json()) : object->json();
        const auto document = kube::JsonDocument::parse(json);
        deliver(generation, document ? QString::fromStdString(kube::toYaml(document->root())) : QString());
    });
}

void YamlPage::setDocument(const QByteArray &json)
{
    m_note->setText(tr("With managed fields, as of now"));
    m_background->post([json, generation = ++m_generation, deliver = m_owner.bind([this](quint64 rendered, const QString &text) {
                            if (rendered == m_generation)
                                show(text);
                        })] {
        const auto document = kube::JsonDocument::parse({json.constData(), static_cast<std::size_t>(json.size())});
        deliver(generation, document ? QString::fromStdString(kube::toYaml(document->root())) : QString());
    });
}

void YamlPage::setDocumentProblem(const kube::Error &error)
{
    const ErrorText text = describe(error);
    m_note->setText(text.detail.isEmpty() ? text.headline : text.detail);
}

void YamlPage::show(const QString &text)
{
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

} // namespace orrery
