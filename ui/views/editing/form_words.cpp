// SPDX-License-Identifier: Apache-2.0
#include "ui/views/editing/form_words.h"

#include "ui/base/format.h"

#include <QCoreApplication>

namespace orrery {

namespace {

using FormKind = kube::FormRow::Kind;

struct FormTexts {
    Q_DECLARE_TR_FUNCTIONS(Form)
};

QString plainJson(const std::string &json)
{
    QString text = QString::fromStdString(json);
    if (text.size() > 1 && text.startsWith(QLatin1Char('"')))
        text = text.mid(1, text.size() - 2);
    return text;
}

QString limitsText(const kube::SchemaField &field)
{
    const auto number = [](double value) { return QString::number(value, 'g', 15); };
    if (field.minimum && field.maximum)
        return FormTexts::tr("%1 to %2").arg(number(*field.minimum), number(*field.maximum));
    if (field.minimum)
        return FormTexts::tr("%1 or more").arg(number(*field.minimum));
    return field.maximum ? FormTexts::tr("%1 or less").arg(number(*field.maximum)) : QString();
}

QString placeholderOf(const kube::FormRow &row, const kube::SchemaField *field)
{
    if (row.isReadOnly)
        return {};
    if (field && !field->defaultJson.empty() && field->defaultJson.size() < 80)
        return FormTexts::tr("not set; default: %1").arg(plainJson(field->defaultJson));
    const QString limits = field ? limitsText(*field) : QString();
    if (!limits.isEmpty())
        return limits;
    if (row.isRequired)
        return FormTexts::tr("required");
    return row.isSet ? QString() : FormTexts::tr("not set");
}

QString countText(const kube::FormRow &row)
{
    const auto number = static_cast<qint64>(row.count);
    if (row.kind == FormKind::More)
        return FormTexts::tr("Show %1 of %2 more").arg(count(std::min<qint64>(number, kube::FormShown::atFirst)), count(number));
    if (!row.isSet)
        return FormTexts::tr("not set");
    if (row.kind == FormKind::List)
        return number == 1 ? FormTexts::tr("1 item") : FormTexts::tr("%1 items").arg(count(number));
    if (row.kind == FormKind::Map)
        return number == 1 ? FormTexts::tr("1 entry") : FormTexts::tr("%1 entries").arg(count(number));
    return number == 1 ? FormTexts::tr("1 field") : FormTexts::tr("%1 fields").arg(count(number));
}

QString stateOf(const kube::FormRow &row, const kube::SchemaField *field)
{
    QStringList state;
    if (row.isRequired)
        state << FormTexts::tr("required");
    if (row.isFixed)
        state << (row.because.empty() ? FormTexts::tr("cannot be changed") : FormTexts::tr("cannot be changed: %1").arg(QString::fromStdString(row.because)));
    else if (row.kind == FormKind::Alias)
        state << FormTexts::tr("repeats what is written elsewhere: change it in the text");
    else if (row.isReadOnly)
        state << FormTexts::tr("kept by the server");
    if (!field && row.kind < FormKind::AddField)
        state << FormTexts::tr("not in the schema");
    else if (field && field->isDeprecated)
        state << FormTexts::tr("deprecated");
    return state.join(FormTexts::tr(", "));
}

} // namespace

FormWords formWords(const kube::ObjectSchema &schema, const kube::FormRow &row)
{
    const kube::SchemaField *field = row.field == kube::SchemaField::none ? nullptr : &schema.field(row.field);
    FormWords words;
    words.name = QString::fromStdString(row.name);
    if (row.isRequired && !row.isReadOnly)
        words.name = FormTexts::tr("%1 *").arg(words.name);
    words.path = QString::fromStdString(row.path.toText());
    words.placeholder = placeholderOf(row, field);
    words.state = stateOf(row, field);
    words.count = countText(row);
    if (row.kind == FormKind::Boolean)
        words.choices = {QStringLiteral("true"), QStringLiteral("false")};
    if (!field)
        return words;
    words.minimum = field->minimum;
    words.maximum = field->maximum;
    if (row.kind == FormKind::Choice) {
        for (const std::string &choice : field->enumValues)
            words.choices << QString::fromStdString(choice);
    }
    if (row.kind < FormKind::AddField) {
        for (const kube::SchemaField::Rule &rule : field->rules) {
            if (!(row.isFixed && rule.message == row.because))
                words.captions << QString::fromStdString(rule.message.empty() ? rule.rule : rule.message);
        }
    }
    return words;
}

} // namespace orrery
