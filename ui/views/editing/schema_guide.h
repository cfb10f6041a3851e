// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/apply/edit_patch.h"
#include "core/schema/object_schema.h"
#include "core/schema/well_known_fields.h"
#include "core/schema/yaml_outline.h"
#include "core/session/ports/edit_port.h"
#include "ui/views/editing/edit_guide.h"

#include <QTimer>

namespace orrery {

/// What a schema says of a field, as the panel beside the text shows it. Thread: any.
[[nodiscard]] FieldHelp fieldHelp(const kube::ObjectSchema &schema, const kube::SchemaPath &path);

/// The namespace that a text names for a reference; empty: it names none there. Thread: any.
[[nodiscard]] std::string namespaceNamed(const kube::YamlOutline &outline, const kube::ObjectReferenceWanted &wanted);

/// What the server's schema of a kind knows of a text. The schema is asked for at once; until it is there, and where the
/// server has none, texts are checked for what every object has. Thread: the GUI's; it thinks in the background.
class SchemaGuide final : public EditGuide
{
public:
    /// What is being edited: where names of other objects are looked for.
    struct Subject {
        kube::GroupVersionKind kind;
        std::string namespaceName; ///< empty: the kind is in none
        kube::EditPart part = kube::EditPart::Object; ///< what a save sends
    };
    /// The resource of a kind that a field refers to by name; nothing when the server has none.
    using FindResource = std::function<std::optional<kube::ResourceInfo>(const std::string &kind)>;

    /// port outlives it.
    SchemaGuide(kube::EditPort &port, Subject subject, FindResource find, kube::ExecutorPtr gui, kube::ExecutorPtr background);

    /// The version that texts go on from, as JSON: what they have otherwise of the server's own fields is marked, for no save
    /// sends it. Empty: none.
    void setBase(std::string json) { m_base = std::move(json); }
    /// What defines the kind has changed: the schema is asked for until the server publishes another, or as often as of a new kind.
    void renew();
    /// Called once the schema is there, or has been found to be missing: texts are to be checked again.
    void setOnSchema(std::function<void()> onSchema);
    [[nodiscard]] const kube::ObjectSchemaPtr &schema() const { return m_schema; } ///< null: none, or none yet
    /// Why there is none; nothing while it is on its way or there.
    [[nodiscard]] const std::optional<kube::Error> &problem() const { return m_problem; }

    [[nodiscard]] kube::Future<QList<TextMark>> validate(const QString &text) override;
    [[nodiscard]] kube::Future<Completions> complete(const QString &text, int line, int column) override;
    [[nodiscard]] kube::Future<FieldHelp> explain(const QString &text, int line, int column) override;

    /// Names of live objects that a field refers to. namespaceName: of that kind of reference that names one; empty: the subject's.
    /// Errors: Forbidden …
    [[nodiscard]] kube::Future<QStringList> names(const kube::ObjectReferenceWanted &wanted, const std::string &namespaceName);

    /// A server publishes the schema of a new kind some seconds after the kind itself.
    static constexpr int AskAgainMsecs = 2000;
    static constexpr int TimesAsked = 15;

private:
    struct Thought;
    void ask(kube::EditPort::Age age);
    [[nodiscard]] kube::Future<kube::ObjectSchemaPtr> schemaIn(const kube::OpenApiDocumentPtr &document);
    void take(kube::Result<kube::ObjectSchemaPtr> made);
    [[nodiscard]] kube::Future<Completions> withNames(Thought thought);

    kube::EditPort &m_port;
    Subject m_subject;
    FindResource m_find;
    kube::ExecutorPtr m_background;
    std::function<void()> m_onSchema;
    kube::ObjectSchemaPtr m_schema;
    std::optional<kube::Error> m_problem;
    std::string m_base;
    kube::OpenApiDocumentPtr m_document; ///< that m_schema stands in; null: none yet
    bool m_isRenewing = false;           ///< another document is to be expected
    QTimer m_again;
    int m_asked = 0;
    kube::Owner m_owner;
};

} // namespace orrery
