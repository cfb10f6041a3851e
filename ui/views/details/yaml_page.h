// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"
#include "core/base/executor.h"
#include "core/object/object.h"

#include <QWidget>

class QToolButton;

namespace orrery {

class CodeView;
class FindBar;
class ToneLabel;
class YamlHighlighter;

/// The object as YAML, read-only, in kubectl's form. The values of a Secret are masked until asked for; managedFields,
/// which the cache does not hold, are fetched when asked for and then with every change.
class YamlPage final : public QWidget
{
    Q_OBJECT
public:
    /// background: where the text is made.
    YamlPage(kube::ExecutorPtr gui, kube::ExecutorPtr background, QWidget *parent = nullptr);

    void setObject(const kube::ObjectPtr &object);
    /// The answer to managedFieldsRequested(): the object as the server has it now, managedFields included.
    void setDocument(const QByteArray &json);
    /// Why there is no such document, in the server's words.
    void setDocumentProblem(const kube::Error &error);
    void openFind();
    bool closeNearest();
    /// The whole text to the clipboard, masked as it is shown; as soon as it has been made.
    void copyAll();

Q_SIGNALS:
    void managedFieldsRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] bool isSecret() const;
    void render();
    void renderLater(std::function<std::string()> json);
    void setProblem(const QString &problem);
    void show(const QString &text);

    CodeView *m_view;
    YamlHighlighter *m_highlighter;
    FindBar *m_find;
    QToolButton *m_reveal;
    QToolButton *m_managed;
    ToneLabel *m_problem;
    kube::ExecutorPtr m_background;
    kube::ObjectPtr m_object;
    std::string m_uid;
    bool m_asking = false;
    bool m_askAgain = false;  ///< it changed while asking
    bool m_copyWanted = false;
    quint64 m_generation = 0; ///< only the newest rendering is shown
    quint64 m_shown = 0;      ///< the rendering that m_text is
    QString m_text;
    kube::Owner m_owner;
};

/// The JSON of a Secret with each value under data and stringData replaced by a row of dots; anything else unchanged.
[[nodiscard]] std::string maskedSecret(const std::string &json);

} // namespace orrery
