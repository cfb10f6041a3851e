// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/session/ports/definition_port.h"
#include "ui/views/editing/edit_drafts.h"
#include "ui/views/editing/edit_page.h"
#include "ui/views/editing/kept_documents.h"
#include "ui/views/editing/save_text.h"
#include "ui/views/editing/schema_guide.h"

class QStackedWidget;

namespace orrery {

class EmptyState;
class FormPanel;
class ProgressLine;
class SaveView;

/// What was chosen last in any editor: the next begins so.
struct EditHabits {
    bool showsForm = false;
    kube::SaveConfig::Method method = kube::SaveConfig::Method::Patch;
};

/// One object being edited, from its reading to the saved change: the text, then the difference or the decision that a save
/// asks for. The text is whole at every moment: it is kept as a draft while it differs from what was read.
class EditTab final : public Page
{
    Q_OBJECT
public:
    static constexpr int KeepMsecs = 1000; ///< after the last key

    struct Target {
        QString contextName;
        kube::ResourceInfo resource;
        kube::ObjectKey key; ///< no name: an object to create, which its text names
        kube::EditPart part = kube::EditPart::Object; ///< Status: by the subresource of that name; Whole: the kind has none
    };
    /// A text to begin with in place of the object's own.
    struct Proposal {
        std::string base; ///< JSON of the version it goes on from; "": of an object to create
        QString text;
        QString notice;   ///< where it comes from; may be empty
        bool isReviewed = false; ///< at once: the difference is what it is proposed for
    };
    struct Parts {
        kube::EditPort *port = nullptr; ///< outlives the tab
        kube::DefinitionPort *definitions = nullptr; ///< likewise; null: the kind is no custom one
        SchemaGuide::FindResource findResource;
        std::unique_ptr<EditDrafts> drafts; ///< null: nothing is kept
        kube::ExecutorPtr gui;
        kube::ExecutorPtr background;
        std::function<kube::WallTime()> now;
        std::shared_ptr<KeptDocuments> documents; ///< null: undo ends with the tab
        std::optional<Proposal> proposal = {}; ///< a draft that was kept goes before it
        std::shared_ptr<EditHabits> habits = std::make_shared<EditHabits>();
    };

    EditTab(Target target, Parts parts, QWidget *parent = nullptr);
    ~EditTab() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QIcon icon() const override;
    [[nodiscard]] QString contextName() const override { return m_target.contextName; }
    void focusContent() override;
    void focusFilter() override;
    bool closeNearest() override;

    [[nodiscard]] const Target &target() const { return m_target; }
    /// Its status can be edited, elsewhere. why: the right is missing; empty: it is there.
    void offerStatus(const QString &why);
    [[nodiscard]] bool isChanged() const; ///< there is text that is not saved
    [[nodiscard]] bool isNew() const { return m_target.key.name.empty(); } ///< of an object to create

Q_SIGNALS:
    void created(const kube::ObjectKey &key); ///< what was new is there: the tab has nothing more to do
    void saved(const QString &name);
    void draftNotKept(const QString &why);
    void statusWanted();
    void versionWanted(const QString &version); ///< the same object is to be edited in that one; nothing is unsaved

private:
    void open();
    void begin(std::optional<KeptDraft> draft);
    void take(const kube::Result<kube::SaveStatePtr> &told);
    void fail(const kube::Error &error);
    void showEditor(const QString &text);
    void showForm();
    void coverSecret();
    void showUnreadable();
    [[nodiscard]] QString objectText() const; ///< what tells it apart from others
    void showState();
    void onSaved();
    void onChosen(SaveChoice choice);
    void review();
    void discard();
    void keepDraft();
    void takeDefinition(const kube::Result<kube::DefinitionPtr> &told);
    void showDefinition();
    void begunWith(const QString &text);
    void onCreated();
    [[nodiscard]] QString name() const; ///< of the object; of a new one its kind
    [[nodiscard]] EditSubject subject() const;

    Target m_target;
    Parts m_parts;
    SchemaGuide m_guide;
    std::unique_ptr<QTextDocument> m_document; ///< null: not read yet
    std::unique_ptr<kube::Editing> m_editing;
    kube::Subscription m_definitions;
    kube::DefinitionPtr m_definition; ///< as it was last; null: none, or not known
    std::optional<QString> m_noStatus; ///< as offered; nothing: it is not
    bool m_isUndefined = false;       ///< it was there and was deleted
    kube::SaveStatePtr m_state;
    QString m_savedText; ///< what the document was when it was last the server's
    std::string m_base;  ///< JSON of that version
    kube::WallTime m_readAt{};
    std::optional<KeptDraft> m_draft; ///< that it began with
    bool m_saidNotKept = false;
    bool m_isUncovered = false; ///< whoever is there has asked to see a Secret's values
    kube::save_input::Onto m_onto = kube::save_input::Onto::Base;
    QTimer *m_keep;
    QStackedWidget *m_stack;
    QWidget *m_reading;
    ProgressLine *m_progress;
    EmptyState *m_failure;
    SaveView *m_saveView;
    EditPage *m_page = nullptr; ///< with the document
    FormPanel *m_form = nullptr; ///< of the page; null: there is no schema
    kube::Owner m_owner;
};

} // namespace orrery
