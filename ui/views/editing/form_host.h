// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/schema/form_rows.h"

#include <QString>
#include <QStringList>

namespace orrery {

/// What a row of a form asks of the form that it is in.
class FormHost
{
public:
    enum class Act { Toggle, Open, Close, Remove, Up, Down, AddItem, ShowMore };
    virtual ~FormHost() = default;
    /// False when the text cannot be changed so: the row is told why, and keeps what was typed.
    virtual bool write(const kube::FormRow &row, const QString &text) = 0;
    virtual bool rename(const kube::FormRow &row, const QString &key) = 0;
    virtual bool addEntry(const kube::FormRow &map, const QString &key) = 0;
    virtual void addField(const kube::FormRow &object, const QString &name) = 0;
    [[nodiscard]] virtual QStringList addable(const kube::FormRow &object) const = 0;
    virtual void act(const kube::FormRow &row, Act act) = 0;
    [[nodiscard]] virtual bool refersToObject(const kube::FormRow &row) const = 0; ///< its text is the name of one
    virtual void wantNames(class FormRowWidget *row) = 0; ///< of those that there are: it is offered them once they are known
    virtual void typing(class FormRowWidget *row) = 0; ///< it is to commit when that has paused
    virtual void focused(const kube::FormRow &row) = 0;
    virtual void undo() = 0;
    virtual void redo() = 0;
    [[nodiscard]] virtual QString help(const kube::FormRow &row) const = 0; ///< for a tooltip
};

} // namespace orrery
