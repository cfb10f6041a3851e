// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"
#include "core/base/executor.h"
#include "core/object/object.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace orrery {

class CodeView;
class FindBar;

/// The object as YAML, read-only, in kubectl's form. The values of a Secret are masked until asked for.
class YamlPage final : public QWidget
{
    Q_OBJECT
public:
    /// background: where the text is made.
    YamlPage(kube::ExecutorPtr gui, kube::ExecutorPtr background, QWidget *parent = nullptr);

    void setObject(const kube::ObjectPtr &object);
    /// The document as the server has it, managedFields included, in place of the cached one until the next object.
    void setDocument(const QByteArray &json);
    /// Why there is no such document, in the server's words.
    void setDocumentProblem(const kube::Error &error);
    void openFind();
    bool closeNearest();

Q_SIGNALS:
    void managedFieldsRequested();

private:
    void show(const QString &text);

    CodeView *m_view;
    FindBar *m_find;
    QToolButton *m_reveal;
    QToolButton *m_managed;
    QLabel *m_note;
    kube::ExecutorPtr m_background;
    kube::ObjectPtr m_object;
    std::string m_uid;
    bool m_revealed = false;
    quint64 m_generation = 0; ///< only the newest rendering is shown
    kube::Owner m_owner;
};

/// The JSON of a Secret with each value under data and stringData replaced by a row of dots; anything else unchanged.
[[nodiscard]] std::string maskedSecret(const std::string &json);

} // namespace orrery
