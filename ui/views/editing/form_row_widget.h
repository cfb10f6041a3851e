// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/base/tone.h"
#include "ui/views/editing/form_host.h"
#include "ui/views/editing/form_words.h"

#include <QWidget>

class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpacerItem;
class QToolButton;

namespace orrery {

class LineCompletion;
class ToneLabel;

/// One line of a form: a name, how it is written, what is wrong with it. Tab goes on, Alt+Up and Alt+Down move an item,
/// Alt+Delete takes the field away; the wheel changes nothing. What is typed is committed when that has paused. Names of live objects are
/// offered at the first letter, at Down and Ctrl+Space.
class FormRowWidget final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int NameWidth = 228; ///< of names at the left edge; deeper ones give way
    static constexpr int Indent = 12;
    static constexpr int Arrow = 20; ///< of what opens; names without one stand where theirs does

    /// host outlives it.
    FormRowWidget(FormHost &host, const kube::FormRow &row, const FormWords &words, QWidget *parent = nullptr);

    [[nodiscard]] const kube::FormRow &row() const { return m_row; }
    void update(const kube::FormRow &row, const FormWords &words);
    void setProblem(Tone tone, const QString &words); ///< empty: none
    void setCurrent(bool current);                    ///< the text's cursor is there
    bool commit();                                    ///< what has been typed; false: it was refused
    /// Emptied, so that the field would go: whoever writes there is not done yet.
    [[nodiscard]] bool isEmptied() const;
    [[nodiscard]] QString refusal() const { return m_refusal; }
    void refuse(const QString &why);
    [[nodiscard]] QList<QWidget *> stops() const; ///< where Tab goes, in order
    void focusField();
    void offerNames(const QStringList &names); ///< the answer to FormHost::wantNames()
    void retire(); ///< it goes, and asks nothing any more

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void buildHeader();
    void buildAddition();
    void buildField();
    void buildName();
    void addMenuButton();
    void watch(QWidget *widget);
    void typed();
    void showChoices();
    void showText();
    void showMessages();
    void fitLines();
    void openMenu();
    void openFields();
    bool key(int key, Qt::KeyboardModifiers modifiers);
    bool stepNumber(int by);
    void showMenuButton();
    [[nodiscard]] int nameWidth() const { return NameWidth - Indent * std::min(m_row.depth, 8); }
    [[nodiscard]] bool isMovable() const { return m_row.isItem && m_row.isSet; }
    [[nodiscard]] QString typedText() const;

    FormHost &m_host;
    kube::FormRow m_row;
    FormWords m_words;
    QBoxLayout *m_line;
    QBoxLayout *m_below;
    QLabel *m_name = nullptr;
    QToolButton *m_toggle = nullptr;
    QLabel *m_count = nullptr;
    QSpacerItem *m_nameSpace = nullptr;
    QLineEdit *m_key = nullptr;
    QLineEdit *m_text = nullptr;
    LineCompletion *m_names = nullptr; ///< of the text; null: it refers to nothing
    QPlainTextEdit *m_lines = nullptr;
    QComboBox *m_choice = nullptr;
    QToolButton *m_button = nullptr; ///< of an addition, else the row's menu
    QLabel *m_lock = nullptr;
    QLabel *m_caption = nullptr;
    ToneLabel *m_problem = nullptr;
    Tone m_problemTone = Tone::Neutral;
    QString m_problemWords;
    QString m_refusal;
    bool m_isTyped = false;
    bool m_isKeyTyped = false;
    bool m_isCurrent = false;
    bool m_isRetired = false;
};

} // namespace orrery
