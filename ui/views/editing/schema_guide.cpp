// SPDX-License-Identifier: Apache-2.0
#include "ui/views/editing/schema_guide.h"

#include "core/apply/edit_patch.h"
#include "core/schema/complete.h"
#include "core/schema/explain.h"
#include "core/schema/validate.h"
#include "core/schema/yaml_cursor.h"

#include <QCoreApplication>

namespace orrery {

namespace {

struct GuideTexts {
    Q_DECLARE_TR_FUNCTIONS(SchemaGuide)
public:
    static QString notStored(const QString &field, kube::EditPart part)
    {
        return part == kube::EditPart::Status ? tr("Only status is stored from here: a change of %1 is not").arg(field)
                                              : tr("The server keeps %1 by itself: a change of it is not stored from here").arg(field);
    }
    static QString kindOf(const kube::Completion::Candidate &candidate)
    {
        return candidate.kind == kube::Completion::Candidate::Kind::Key ? QString::fromStdString(candidate.detail) : tr("value");
    }
};

/// What fn makes on another thread.
template <typename T, typename Fn>
kube::Future<T> think(const kube::ExecutorPtr &executor, Fn fn)
{
    auto promise = std::make_shared<kube::Promise<T>>();
    auto future = promise->future();
    executor->post([promise, fn = std::move(fn)]() mutable { promise->finish(fn()); });
    return future;
}

kube::Result<kube::ObjectSchemaPtr> schemaOf(const kube::OpenApiDocument &document, const kube::GroupVersionKind &kind)
{
    const auto schemas = kube::OpenApiSchemas::parse(document);
    if (!schemas)
        return kube::fail(schemas.error());
    return kube::ObjectSchema::of(*schemas, kind);
}

QList<TextMark> marksOf(const std::vector<kube::Problem> &problems)
{
    QList<TextMark> marks;
    for (const kube::Problem &problem : problems) {
        marks << TextMark{problem.line, problem.column, problem.length, problem.severity == kube::Problem::Severity::Error ? Tone::Failing : Tone::Pending,
                          problem.message, problem.mend};
    }
    return marks;
}

/// Edits of what the server keeps by itself: no save sends them.
QList<TextMark> marksOfServersPart(const kube::YamlOutline &outline, const std::string &base, kube::EditPart part)
{
    const kube::YamlOutline::Index root = outline.documents().front().root;
    if (base.empty() || root == kube::YamlOutline::none)
        return {};
    const auto began = kube::JsonNode::parse(base, "the object");
    const auto wanted = kube::JsonNode::parse(outline.toJson(root), "the text");
    QList<TextMark> marks;
    for (const kube::FieldPath &path : began && wanted ? kube::editsOfServersPart(*began, *wanted, part) : std::vector<kube::FieldPath>()) {
        kube::YamlOutline::Index at = root;
        for (const kube::FieldStep &step : path) {
            const auto below = step.kind == kube::FieldStep::Kind::Name ? outline.member(at, step.text) : kube::YamlOutline::none;
            if (below == kube::YamlOutline::none)
                break;
            at = below;
        }
        if (at == root)
            continue;
        const kube::TextRange key = outline.node(at).keyRange;
        const kube::TextPlace begin = kube::TextLines(outline.text()).place(key.begin);
        marks << TextMark{begin.line, begin.column, static_cast<int>(key.end - key.begin), Tone::Pending,
                          GuideTexts::notStored(QString::fromStdString(kube::fieldPathText(path)), part), {}};
    }
    return marks;
}

/// What stands at the cursor, or around it.
kube::SchemaPath pathAt(const kube::YamlOutline &outline, int line, int column)
{
    const kube::YamlCursor cursor = kube::cursorAt(outline, kube::TextLines(outline.text()).offset({line, column}));
    return cursor.node == kube::YamlOutline::none ? kube::SchemaPath() : outline.path(cursor.node);
}

FieldHelp helpOf(const kube::FieldExplanation &explanation)
{
    FieldHelp help;
    help.path = QString::fromStdString(explanation.path.steps.empty() ? explanation.name : explanation.path.toText());
    help.type = QString::fromStdString(explanation.type);
    help.description = QString::fromStdString(explanation.description);
    if (explanation.isRequired)
        help.notes << GuideTexts::tr("Required.");
    if (explanation.isDeprecated)
        help.notes << GuideTexts::tr("Deprecated.");
    if (explanation.isImmutable) {
        help.notes << (explanation.immutableBecause.empty() ? GuideTexts::tr("It cannot be changed once the object exists.")
                                                            : GuideTexts::tr("It cannot be changed: %1").arg(QString::fromStdString(explanation.immutableBecause)));
    }
    for (const std::string &limit : explanation.limits)
        help.notes << QString::fromStdString(limit);
    for (const kube::SchemaField::Rule &rule : explanation.rules) {
        help.notes << (rule.message.empty() ? GuideTexts::tr("Rule: %1").arg(QString::fromStdString(rule.rule))
                                            : GuideTexts::tr("%1 (rule: %2)").arg(QString::fromStdString(rule.message), QString::fromStdString(rule.rule)));
    }
    for (const kube::FieldSummary &field : explanation.fields)
        help.fields << FieldHelp::Field{QString::fromStdString(field.name), QString::fromStdString(field.type), field.isRequired};
    return help;
}

Completions completionsOf(const kube::Completion &found)
{
    Completions completions;
    completions.range.line = found.begin.line;
    completions.range.column = found.begin.column;
    completions.range.length = found.begin.line == found.end.line ? found.end.column - found.begin.column : 0;
    for (const kube::Completion::Candidate &candidate : found.candidates) {
        Completion shown;
        shown.text = QString::fromStdString(candidate.text);
        if (candidate.kind == kube::Completion::Candidate::Kind::Key) {
            shown.insert = shown.text;
            if (shown.text.endsWith(QLatin1Char(':')))
                shown.text.chop(1);
        }
        shown.kind = GuideTexts::kindOf(candidate);
        shown.required = candidate.isRequired;
        if (candidate.isDeprecated)
            shown.detail = GuideTexts::tr("Deprecated.");
        completions.candidates << shown;
    }
    return completions;
}

} // namespace

FieldHelp fieldHelp(const kube::ObjectSchema &schema, const kube::SchemaPath &path)
{
    const auto explanation = kube::explain(schema, path);
    return explanation ? helpOf(*explanation) : FieldHelp();
}

std::string namespaceNamed(const kube::YamlOutline &outline, const kube::ObjectReferenceWanted &wanted)
{
    const bool isNamed = wanted.nameSpace == kube::ObjectReferenceWanted::Namespace::Named;
    const auto node = isNamed ? outline.find(wanted.namespacePath) : kube::YamlOutline::none;
    return node == kube::YamlOutline::none ? std::string() : std::string(outline.node(node).text);
}

/// What the background made of a text and a cursor.
struct SchemaGuide::Thought {
    kube::Completion found;
    std::string namespaceName; ///< that the text names for wanted names
};

SchemaGuide::SchemaGuide(kube::EditPort &port, Subject subject, FindResource find, kube::ExecutorPtr gui, kube::ExecutorPtr background)
    : m_port(port), m_subject(std::move(subject)), m_find(std::move(find)), m_background(std::move(background)), m_owner(std::move(gui))
{
    m_again.setSingleShot(true);
    QObject::connect(&m_again, &QTimer::timeout, &m_again, [this] { ask(kube::EditPort::Age::Fresh); });
    ask(kube::EditPort::Age::Kept);
}

void SchemaGuide::ask(kube::EditPort::Age age)
{
    ++m_asked;
    const auto schema = kube::then(m_port.schemas({m_subject.kind.group, m_subject.kind.version}, age), m_owner,
                                   [this](kube::Result<kube::OpenApiDocumentPtr> document) -> kube::Future<kube::ObjectSchemaPtr> {
                                       if (!document)
                                           return kube::Future<kube::ObjectSchemaPtr>::ready(kube::fail(document.error()));
                                       return schemaIn(*document);
                                   });
    kube::then(schema, m_owner, [this](kube::Result<kube::ObjectSchemaPtr> made) { take(std::move(made)); });
}

kube::Future<kube::ObjectSchemaPtr> SchemaGuide::schemaIn(const kube::OpenApiDocumentPtr &document)
{
    const bool isSame = m_document && (document == m_document || document->json == m_document->json);
    m_isRenewing = m_isRenewing && isSame;
    m_document = document;
    if (isSame && m_schema)
        return kube::Future<kube::ObjectSchemaPtr>::ready(m_schema);
    return think<kube::ObjectSchemaPtr>(m_background, [document, kind = m_subject.kind] { return schemaOf(*document, kind); });
}

void SchemaGuide::renew()
{
    m_asked = 0;
    m_isRenewing = true;
    ask(kube::EditPort::Age::Fresh);
}

void SchemaGuide::take(kube::Result<kube::ObjectSchemaPtr> made)
{
    const bool isKnown = made && m_schema == *made;
    if (made) {
        m_schema = *made;
        m_problem.reset();
    } else {
        m_problem = made.error();
    }
    if ((m_isRenewing || (m_problem && m_problem->is(kube::ErrorKind::NotFound))) && m_asked < TimesAsked)
        m_again.start(AskAgainMsecs);
    if (m_onSchema && !isKnown)
        m_onSchema();
}

void SchemaGuide::setOnSchema(std::function<void()> onSchema)
{
    m_onSchema = std::move(onSchema);
    if (m_onSchema && (m_schema || m_problem))
        m_onSchema();
}

kube::Future<QList<TextMark>> SchemaGuide::validate(const QString &text)
{
    return think<QList<TextMark>>(m_background, [text = text.toStdString(), schema = m_schema, base = m_base, part = m_subject.part]() -> kube::Result<QList<TextMark>> {
        std::vector<kube::ObjectSchemaPtr> schemas;
        if (schema)
            schemas.push_back(schema);
        const kube::YamlOutline outline = kube::YamlOutline::of(text);
        return marksOf(kube::validate(outline, schemas)) + marksOfServersPart(outline, base, part);
    });
}

kube::Future<FieldHelp> SchemaGuide::explain(const QString &text, int line, int column)
{
    return think<FieldHelp>(m_background, [text = text.toStdString(), line, column, schema = m_schema]() -> kube::Result<FieldHelp> {
        if (!schema)
            return FieldHelp();
        return fieldHelp(*schema, pathAt(kube::YamlOutline::of(text), line, column));
    });
}

kube::Future<Completions> SchemaGuide::complete(const QString &text, int line, int column)
{
    auto thought = think<Thought>(m_background, [text = text.toStdString(), line, column, schema = m_schema]() -> kube::Result<Thought> {
        Thought made;
        if (!schema)
            return made;
        const kube::YamlOutline outline = kube::YamlOutline::of(text);
        made.found = kube::complete(outline, {line, column}, *schema);
        if (made.found.wanted)
            made.namespaceName = namespaceNamed(outline, *made.found.wanted);
        return made;
    });
    return kube::then(std::move(thought), m_owner, [this](kube::Result<Thought> made) {
        return made ? withNames(std::move(*made)) : kube::Future<Completions>::ready(kube::fail(made.error()));
    });
}

kube::Future<QStringList> SchemaGuide::names(const kube::ObjectReferenceWanted &wanted, const std::string &namespaceName)
{
    const auto resource = m_find ? m_find(wanted.kind) : std::nullopt;
    if (!resource)
        return kube::Future<QStringList>::ready(QStringList());
    return kube::then(m_port.names(*resource, namespaceName.empty() ? m_subject.namespaceName : namespaceName), m_owner,
                      [](kube::Result<std::vector<std::string>> found) -> kube::Result<QStringList> {
                          if (!found)
                              return kube::fail(found.error());
                          QStringList names;
                          for (const std::string &name : *found)
                              names << QString::fromStdString(name);
                          return names;
                      });
}

kube::Future<Completions> SchemaGuide::withNames(Thought thought)
{
    Completions completions = completionsOf(thought.found);
    if (!thought.found.wanted)
        return kube::Future<Completions>::ready(std::move(completions));
    // Names are a help: who may not list them writes on.
    return kube::then(names(*thought.found.wanted, thought.namespaceName), m_owner,
                      [completions = std::move(completions), kind = QString::fromStdString(thought.found.wanted->kind)](kube::Result<QStringList> names) mutable -> kube::Result<Completions> {
                          for (const QString &name : names ? *names : QStringList()) {
                              Completion candidate;
                              candidate.text = name;
                              candidate.kind = kind;
                              completions.candidates << candidate;
                          }
                          return std::move(completions);
                      });
}

} // namespace orrery
