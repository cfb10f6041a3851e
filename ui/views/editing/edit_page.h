// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/base/result.h"
#include "core/base/scheduler.h"
#include "ui/views/editing/edit_guide.h"
#include "ui/widgets/page.h"

#include <QPointer>

class QLabel;
class QPushButton;
class QSplitter;
class QTextDocument;
class QTimer;
class QToolButton;

namespace orrery {

class CodeEdit;
class FieldHelpPanel;
class FindBar;
class ProblemList;
class ToneLabel;
class VersionChoice;
enum class IconName;

/// What is edited, and from which version.
struct EditSubject {
    QString contextName;
    QString namespaceName; ///< empty: the kind has none
    QString kind;
    QString name; ///< empty: it is to be created
    QString resourceVersion;
    kube::WallTime readAt; ///< when that version was read
    IconName icon{};
    bool isStatus = false; ///< its status alone is edited
};

/// The editor of one object: its YAML, what is wrong with it, and what the field at the cursor is. It writes nothing: whoever
/// made it is told that the changes are to be reviewed or discarded. The text is the document's, which its owner keeps, with
/// its undo, when the page closes.
class EditPage final : public Page
{
    Q_OBJECT
public:
    static constexpr int ValidateMsecs = 250; ///< after the last key
    static constexpr int ExplainMsecs = 120;  ///< after the cursor has come to rest

    /// document: of CodeEdit::makeDocument(); it and the guide outlive the page.
    EditPage(EditSubject subject, QTextDocument &document, EditGuide &guide, kube::ExecutorPtr gui, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QIcon icon() const override;
    [[nodiscard]] QString contextName() const override { return m_subject.contextName; }
    void focusContent() override;
    void focusFilter() override;
    bool closeNearest() override;

    /// The version that the text stands upon is another now.
    void setSubject(const EditSubject &subject);
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isChanged() const; ///< since the document was last said to be unmodified
    [[nodiscard]] CodeEdit *edit() const { return m_edit; }
    /// In which version it is edited; what there is to choose is its owner's to say.
    [[nodiscard]] VersionChoice *versions() const { return m_versions; }
    /// Its status is stored apart: a button leads there. why: it may not be written; empty: it may.
    void offerStatus(const QString &why);
    /// Stands left of the text when the person wants it; the page owns it. Null: there is none.
    void setForm(QWidget *form);
    void showForm(bool shown);
    /// Whether saving is to be a server-side apply; else the smallest patch.
    [[nodiscard]] bool savesByApply() const;
    void setSavesByApply(bool apply);
    /// What the field that is being written elsewhere is.
    void showHelp(const FieldHelp &help);
    /// The first that is wrong with the text as it was checked last; nothing: it is being checked, or all is well.
    [[nodiscard]] std::optional<TextMark> firstProblem() const;
    /// Something to know beside the problems: a draft that was found, a conflict. Empty: nothing.
    void setNotice(Tone tone, const QString &words);
    /// Asks anew: what the guide knows has changed.
    void guideChanged();

Q_SIGNALS:
    void reviewRequested();
    void discardRequested();
    void statusRequested();
    void formShown(bool shown);
    void savesByApplyChanged(bool apply);
    void checked(const QList<orrery::TextMark> &problems); ///< the text as it is now

protected:
    void changeEvent(QEvent *event) override;

private:
    /// One question at a time: the answer to an older text is dropped, and it is asked again.
    struct Question {
        QTimer *pause = nullptr;
        quint64 generation = 0; ///< of the text, or of the cursor's place
        bool isOpen = false;
        bool again = false;
    };
    void buildHead(class QVBoxLayout *layout);
    void buildBody(class QVBoxLayout *layout);
    void startTimer(Question &question, const char *name, int msecs, void (EditPage::*ask)());
    void validateSoon();
    void validate();
    void explain();
    void complete(int line, int column);
    /// True when the answer is to be dropped.
    bool isOld(Question &question, quint64 asked, void (EditPage::*ask)());
    void showState();
    void shareWidth();

    EditSubject m_subject;
    QTextDocument &m_document;
    EditGuide &m_guide;
    Question m_validation;
    Question m_explanation;
    quint64 m_completion = 0;
    QList<TextMark> m_found; ///< the problems, of the text as it is
    QString m_text; ///< as the document last told of it
    QLabel *m_title;
    ToneLabel *m_changed;
    QLabel *m_standing;
    ToneLabel *m_notice;
    Tone m_noticeTone = Tone::Neutral;
    VersionChoice *m_versions;
    QToolButton *m_tabKey;
    QToolButton *m_statusButton;
    QToolButton *m_formButton;
    QToolButton *m_applyButton;
    QPushButton *m_discard;
    QPushButton *m_review;
    QSplitter *m_splitter;
    QPointer<QWidget> m_form;
    CodeEdit *m_edit;
    FindBar *m_find;
    FieldHelpPanel *m_help;
    ProblemList *m_problems;
    kube::Owner m_owner;
};

} // namespace orrery
