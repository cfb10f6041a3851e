// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/apply/edit_patch.h"
#include "core/base/executor.h"
#include "core/schema/well_known_fields.h"
#include "core/schema/yaml_edit.h"
#include "ui/views/editing/edit_guide.h"
#include "ui/views/editing/form_host.h"

#include <QPointer>
#include <QScrollArea>

#include <map>

class QTextDocument;
class QTimer;
class QVBoxLayout;

namespace orrery {

class FormRowWidget;

/// A YAML document as a form, made of its schema. The document is the text: what is changed here is the smallest change of it,
/// a step in its undo, and what is typed there is shown here when that has paused. Rows are made for what is open alone, some
/// in each turn.
class FormPanel final : public QScrollArea, private FormHost
{
    Q_OBJECT
public:
    static constexpr int TypingMsecs = 300;  ///< until what is typed here stands in the text
    static constexpr int ReadMsecs = 150;    ///< until what is typed there is shown here
    static constexpr std::size_t RowsATurn = 24; ///< made at once
    static constexpr std::size_t LargeBytes = 128 * 1024; ///< from here on making an edit takes longer than a frame may

    /// document outlives the panel.
    FormPanel(QTextDocument &document, kube::ObjectSchemaPtr schema, kube::ExecutorPtr gui, kube::ExecutorPtr background, QWidget *parent = nullptr);
    ~FormPanel() override;

    void setSchema(kube::ObjectSchemaPtr schema);
    using FindNames = std::function<kube::Future<QStringList>(const kube::ObjectReferenceWanted &wanted, const std::string &namespaceName)>;
    void setFindNames(FindNames find); ///< of live objects; before it is shown. namespaceName: as the text says it; empty: it does not
    void setPart(kube::EditPart part); ///< what of the object is written
    void setProblems(const QList<TextMark> &problems);
    /// The text's cursor is there: its row is marked, and comes into view. From 1 both.
    void showPlace(int line, int column);
    /// Writes what is still being typed. Why it cannot be; empty: it has been.
    QString flush();

Q_SIGNALS:
    void placeFocused(int line, int column); ///< in the text; from 1 both
    void helpWanted(const orrery::FieldHelp &help);

protected:
    void showEvent(QShowEvent *event) override;

private:
    // FormHost
    bool write(const kube::FormRow &row, const QString &text) override;
    bool rename(const kube::FormRow &row, const QString &key) override;
    bool addEntry(const kube::FormRow &map, const QString &key) override;
    void addField(const kube::FormRow &object, const QString &name) override;
    [[nodiscard]] QStringList addable(const kube::FormRow &object) const override;
    void act(const kube::FormRow &row, Act act) override;
    [[nodiscard]] bool refersToObject(const kube::FormRow &row) const override;
    void wantNames(FormRowWidget *row) override;
    void typing(FormRowWidget *row) override;
    void focused(const kube::FormRow &row) override;
    void undo() override;
    void redo() override;
    [[nodiscard]] QString help(const kube::FormRow &row) const override;

    void move(const kube::FormRow &row, int by);
    void remove(const kube::FormRow &row);
    using MakeEdit = std::function<kube::Result<kube::YamlEdit>(const kube::YamlOutline &)>;
    /// Of a large text elsewhere: true then says no more than that it is under way.
    bool change(const std::string &pointer, MakeEdit make);
    bool apply(const std::string &pointer, kube::Result<kube::YamlEdit> edit);
    void textChanged();
    void readSoon();
    void read();
    void readNow();
    void refresh();
    void build();
    FormRowWidget *widgetFor(const kube::FormRow &row);
    void arrange();
    void showProblems();
    void showMark();
    void reveal(const std::string &pointer);
    [[nodiscard]] FormRowWidget *rowAt(const std::string &pointer) const; ///< the field, no addition
    [[nodiscard]] std::string shownAbove(std::string pointer) const;

    QTextDocument &m_document;
    kube::ObjectSchemaPtr m_schema;
    FindNames m_findNames;
    std::shared_ptr<const kube::YamlOutline> m_outline = std::make_shared<const kube::YamlOutline>(); ///< of the document as of m_revision
    int m_revision = -1;
    bool m_hasRead = false;
    bool m_isReading = false;
    bool m_isApplying = false;
    bool m_isFlushing = false;
    bool m_isRetiring = false;
    struct UnderWay {
        std::string pointer;
        MakeEdit make;
    };
    std::map<quint64, UnderWay> m_underWay; ///< changes being made elsewhere, in their order
    quint64 m_changes = 0;
    kube::FormShown m_shown;
    std::vector<kube::FormRow> m_rows;
    std::vector<FormRowWidget *> m_widgets; ///< of the first rows; the rest follow in later turns
    std::map<std::string, FormRowWidget *> m_old; ///< while rows are made anew
    QWidget *m_content;
    QVBoxLayout *m_layout;
    QTimer *m_typingPause;
    QTimer *m_readPause;
    QTimer *m_more;
    QTimer *m_reveal;
    QPointer<FormRowWidget> m_typing;
    std::string m_wanted;  ///< whose field is to have the focus
    std::string m_revealed; ///< what is to be scrolled to once rows have their places
    std::string m_current; ///< where the text's cursor is
    std::string m_lastEdited;
    int m_lastRevision = -1;
    QList<TextMark> m_problems;
    kube::ExecutorPtr m_background;
    kube::Owner m_owner;
};

} // namespace orrery
