// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/future.h"
#include "ui/widgets/completion_popup.h"
#include "ui/widgets/text_marks.h"

#include <QString>
#include <QStringList>

namespace orrery {

/// What is known of the field at a place of the text, as kubectl explain has it.
struct FieldHelp {
    struct Field {
        QString name;
        QString type;
        bool isRequired = false;
    };
    QString path;        ///< "spec.replicas"; empty: nothing is known of this place
    QString type;        ///< "<integer>"
    QString description;
    QStringList notes;   ///< a sentence each: "Required.", "At least 0.", "It cannot be changed."
    QList<Field> fields; ///< of an object: those required first
};

struct Completions {
    TextRange range; ///< what a candidate replaces
    QList<Completion> candidates;
};

/// What an EditPage asks about the text that a person writes. Lines and columns are from 1, columns in UTF-16 units.
/// Thread: asked on the GUI's; it answers from wherever it has thought, and outlives the page.
class EditGuide
{
public:
    virtual ~EditGuide() = default;
    /// An error says why nothing could be checked.
    [[nodiscard]] virtual kube::Future<QList<TextMark>> validate(const QString &text) = 0;
    [[nodiscard]] virtual kube::Future<Completions> complete(const QString &text, int line, int column) = 0;
    [[nodiscard]] virtual kube::Future<FieldHelp> explain(const QString &text, int line, int column) = 0;
};

} // namespace orrery
