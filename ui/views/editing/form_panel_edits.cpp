// SPDX-License-Identifier: Apache-2.0
// What a form changes, as steps in the document's undo.
#include "ui/views/editing/form_panel.h"
#include "ui/views/editing/form_row_widget.h"
#include "ui/views/editing/schema_guide.h"

#include <QScopedValueRollback>
#include <QTextCursor>
#include <QTextDocument>
#include <QTimer>

namespace orrery {

namespace {

kube::SchemaPath above(const kube::SchemaPath &path)
{
    kube::SchemaPath holder = path;
    holder.steps.pop_back();
    return holder;
}

kube::SchemaPath below(const kube::SchemaPath &path, kube::SchemaPath::Step step)
{
    kube::SchemaPath member = path;
    member.steps.push_back(std::move(step));
    return member;
}

} // namespace

bool FormPanel::change(const std::string &pointer, MakeEdit make)
{
    if (m_isFlushing || m_outline->text().size() < LargeBytes)
        return apply(pointer, make(*m_outline));
    const quint64 number = ++m_changes;
    m_underWay.emplace(number, UnderWay{pointer, make});
    using Made = std::shared_ptr<kube::Result<kube::YamlEdit>>;
    m_background->post([outline = m_outline, make, deliver = m_owner.bind([this, number, revision = m_revision](const Made &edit) {
                            const auto found = m_underWay.find(number);
                            if (found == m_underWay.end())
                                return; // flushed
                            const UnderWay change = found->second;
                            m_underWay.erase(found);
                            readNow();
                            // The text may have changed meanwhile.
                            apply(change.pointer, m_revision == revision ? std::move(*edit) : change.make(*m_outline));
                        })] { deliver(std::make_shared<kube::Result<kube::YamlEdit>>(make(*outline))); });
    return true;
}

/// Typing on in one field is one step to undo.
bool FormPanel::apply(const std::string &pointer, kube::Result<kube::YamlEdit> edit)
{
    if (!edit) {
        if (FormRowWidget *row = rowAt(pointer))
            row->refuse(edit.error().message);
        return false;
    }
    const std::string_view text = m_outline->text();
    const int begin = kube::utf16Length(text.substr(0, edit->range.begin));
    const int length = kube::utf16Length(text.substr(edit->range.begin, edit->range.end - edit->range.begin));
    m_isApplying = true;
    QTextCursor cursor(&m_document);
    if (m_lastEdited == pointer && m_lastRevision == m_document.revision() && !pointer.empty())
        cursor.joinPreviousEditBlock();
    else
        cursor.beginEditBlock();
    cursor.setPosition(begin);
    cursor.setPosition(begin + length, QTextCursor::KeepAnchor);
    cursor.insertText(QString::fromStdString(edit->text));
    cursor.endEditBlock();
    m_isApplying = false;
    m_outline = std::make_shared<const kube::YamlOutline>(std::move(edit->after));
    m_revision = m_lastRevision = m_document.revision();
    m_lastEdited = pointer;
    refresh();
    return true;
}

bool FormPanel::write(const kube::FormRow &changed, const QString &text)
{
    const kube::FormRow row = changed; // its widget gets another meanwhile
    if (row.isSet && text == QString::fromStdString(row.text))
        return true;
    readNow();
    const auto value = kube::formValue(row, *m_schema, text.toStdString());
    if (!value && !row.isSet)
        return true;
    if (!value)
        m_shown.wanted.insert(row.pointer); // its row stays to be written in again
    return change(row.pointer, [path = row.path, value](const kube::YamlOutline &outline) {
        return value ? kube::setYamlValue(outline, path, *value) : kube::removeYamlValue(outline, path);
    });
}

bool FormPanel::rename(const kube::FormRow &changed, const QString &key)
{
    const kube::FormRow row = changed;
    readNow();
    auto edit = kube::renameYamlKey(*m_outline, row.path, key.toStdString());
    if (!edit)
        return apply(row.pointer, std::move(edit));
    const std::string now = below(above(row.path), {key.toStdString(), -1, false}).toPointer();
    if (m_shown.open.count(row.pointer) > 0)
        m_shown.open.insert(now);
    m_wanted = now;
    return apply({}, std::move(edit));
}

bool FormPanel::addEntry(const kube::FormRow &map, const QString &key)
{
    const kube::SchemaPath path = below(map.path, {key.toStdString(), -1, false});
    const auto field = map.field == kube::SchemaField::none ? map.field : m_schema->member(map.field, key.toStdString());
    readNow();
    if (m_outline->find(path) != kube::YamlOutline::none)
        return apply(map.pointer, kube::fail(kube::Error::badInput(tr("There is an entry of that name already."))));
    m_wanted = path.toPointer();
    m_shown.open.insert(m_wanted);
    if (apply({}, kube::setYamlValue(*m_outline, path, kube::firstValue(*m_schema, field))))
        return true;
    m_wanted.clear();
    return false;
}

void FormPanel::addField(const kube::FormRow &object, const QString &name)
{
    const std::string pointer = below(object.path, {name.toStdString(), -1, false}).toPointer();
    m_shown.wanted.insert(pointer);
    m_shown.open.insert(pointer);
    m_wanted = pointer;
    readNow();
    refresh();
}

void FormPanel::act(const kube::FormRow &from, Act act)
{
    const kube::FormRow row = from;
    if (m_typing && act != Act::Remove)
        m_typing->commit();
    switch (act) {
    case Act::Toggle: row.isOpen ? void(m_shown.open.erase(row.pointer)) : void(m_shown.open.insert(row.pointer)); break;
    case Act::Open: m_shown.open.insert(row.pointer); break;
    case Act::Close: m_shown.open.erase(row.pointer); break;
    case Act::Remove: remove(row); return;
    case Act::Up: move(row, -1); return;
    case Act::Down: move(row, 1); return;
    case Act::ShowMore: m_shown.most[row.pointer] = m_shown.most.try_emplace(row.pointer, kube::FormShown::atFirst).first->second + kube::FormShown::atFirst; break;
    case Act::AddItem:
        readNow();
        m_wanted = below(row.path, {{}, static_cast<int>(row.count), true}).toPointer();
        m_shown.wanted.insert(m_wanted);
        m_shown.open.insert(m_wanted);
        break;
    }
    readNow();
    refresh();
}

void FormPanel::move(const kube::FormRow &row, int by)
{
    readNow();
    const kube::SchemaPath list = above(row.path);
    const int first = row.path.steps.back().index + std::min(by, 0);
    auto edit = kube::swapYamlItems(*m_outline, below(list, {{}, first, true}));
    if (edit) {
        m_shown.itemsSwapped(list.toPointer(), first);
        m_wanted = below(list, {{}, row.path.steps.back().index + by, true}).toPointer();
    }
    if (!apply(edit ? std::string() : row.pointer, std::move(edit)))
        m_wanted.clear();
}

void FormPanel::remove(const kube::FormRow &row)
{
    readNow();
    if (row.isSet) {
        auto edit = kube::removeYamlValue(*m_outline, row.path);
        if (!edit) {
            apply(row.pointer, std::move(edit));
            return;
        }
        m_shown.forget(row.pointer);
        if (row.isItem)
            m_shown.itemRemoved(above(row.path).toPointer(), row.path.steps.back().index);
        m_wanted = above(row.path).toPointer();
        apply({}, std::move(edit));
        return;
    }
    m_shown.forget(row.pointer);
    m_wanted = above(row.path).toPointer();
    refresh();
}

void FormPanel::typing(FormRowWidget *row)
{
    if (m_typing && m_typing != row)
        m_typing->commit();
    m_typing = row;
    m_typingPause->start();
}

QString FormPanel::flush()
{
    m_typingPause->stop();
    const QScopedValueRollback flushing(m_isFlushing, true);
    for (const auto &[number, change] : std::exchange(m_underWay, {})) {
        readNow();
        apply(change.pointer, change.make(*m_outline));
    }
    // Keys are committed when the focus leaves them.
    for (FormRowWidget *row : std::vector<FormRowWidget *>(m_widgets)) {
        if (!row->commit())
            return tr("%1: %2").arg(QString::fromStdString(row->row().path.toText()), row->refusal());
    }
    return {};
}

void FormPanel::focused(const kube::FormRow &row)
{
    if (m_isRetiring)
        return;
    if (m_document.revision() == m_revision && row.isSet && row.kind < kube::FormRow::Kind::AddField) {
        const kube::TextPlace place = kube::TextLines(m_outline->text()).place(row.range.begin);
        m_current = row.pointer;
        showMark();
        Q_EMIT placeFocused(place.line, place.column);
    }
    Q_EMIT helpWanted(fieldHelp(*m_schema, row.path));
}

void FormPanel::undo()
{
    m_document.undo();
    m_lastEdited.clear();
    readNow();
    refresh();
}

void FormPanel::redo()
{
    m_document.redo();
    m_lastEdited.clear();
    readNow();
    refresh();
}

} // namespace orrery
