// SPDX-License-Identifier: Apache-2.0
#include "core/object/quantity.h"
#include "core/schema/schema_check.h"
#include "core/schema/suggestion.h"

#include <QByteArray>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace kube {

namespace {

using ScalarType = YamlOutline::Type;

constexpr std::size_t longestMatched = 16 * 1024; // a pattern is tried on no more

std::int64_t characters(std::string_view text)
{
    return std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; });
}

QString shownNumber(double number)
{
    return QString::number(number, 'g', 17);
}

} // namespace

void SchemaCheck::scalar(Index node, const SchemaField &field)
{
    const auto &at = m_outline.node(node);
    using Type = SchemaField::Type;
    const bool isNumber = at.type == ScalarType::Integer || at.type == ScalarType::Float;
    // 1.0 is 1 in JSON.
    const bool isWhole = at.type == ScalarType::Integer || (at.type == ScalarType::Float && at.text.find_first_of(".e") == std::string::npos);
    bool fits = true;
    switch (field.type) {
    case Type::String: fits = at.type == ScalarType::String; break;
    case Type::Integer: fits = isWhole; break;
    case Type::Number: fits = isNumber; break;
    case Type::Boolean: fits = at.type == ScalarType::Bool; break;
    case Type::IntOrString: fits = at.type == ScalarType::String || isWhole; break;
    case Type::Quantity: fits = at.type == ScalarType::String || isNumber; break;
    default: break;
    }
    if (!fits) {
        const auto index = m_outline.node(node).isMember ? m_schema.find(m_outline.path(node)) : SchemaField::none;
        if (field.type == Type::String)
            wantsText(node);
        else if (field.type == Type::Boolean)
            wantsBoolean(node);
        else if (field.type == Type::Integer || field.type == Type::Number)
            wantsNumber(node, field);
        else if (index != SchemaField::none)
            wrongType(node, index);
        return;
    }
    if (!field.enumValues.empty())
        oneOf(node, field);
    if (field.type == Type::Quantity)
        quantity(node);
    else if (at.type == ScalarType::String)
        text(node, field);
    else if (isNumber)
        number(node, field);
}

void SchemaCheck::oneOf(Index node, const SchemaField &field)
{
    const auto &at = m_outline.node(node);
    if (std::find(field.enumValues.begin(), field.enumValues.end(), at.text) != field.enumValues.end())
        return;
    const std::vector<std::string_view> values(field.enumValues.begin(), field.enumValues.end());
    const auto meant = meantWord(at.text, values);
    QStringList all;
    for (const auto value : values)
        all += value.empty() ? say("\"\"") : plainText(value);
    m_list.atValue(node, {say("%1 cannot be %2").arg(subject(node), quotedText(at.text)),
                          meant.empty() ? say("write one of: %1").arg(all.join(QStringLiteral(", "))) : say("write %1; there are: %2").arg(plainText(meant), all.join(QStringLiteral(", "))),
                          meant.empty() ? std::nullopt : std::optional(std::string(meant))});
}

void SchemaCheck::text(Index node, const SchemaField &field)
{
    const auto &at = m_outline.node(node);
    const std::int64_t length = characters(at.text);
    if (field.minLength && length < *field.minLength)
        m_list.atValue(node, {say("%1 is shorter than %2 characters").arg(subject(node), QString::number(*field.minLength)), say("write a longer text")});
    if (field.maxLength && length > *field.maxLength)
        m_list.atValue(node, {say("%1 is longer than %2 characters: it has %3").arg(subject(node), QString::number(*field.maxLength), QString::number(length)),
                              say("write a shorter text")});
    if (!field.pattern.empty() && field.matcher.isValid() && at.text.size() <= longestMatched) {
        const auto match = field.matcher.match(QString::fromStdString(at.text));
        if (match.isValid() && !match.hasMatch()) // invalid: it took too many steps
            m_list.atValue(node, {say("%1 does not match its pattern").arg(subject(node)), say("write what matches %1").arg(plainText(field.pattern))});
    }
    if (!field.format.empty())
        format(node, field);
}

void SchemaCheck::number(Index node, const SchemaField &field)
{
    const auto &at = m_outline.node(node);
    const double number = std::strtod(at.text.c_str(), nullptr);
    const auto outside = [&](const char *words, double limit, const char *mend) {
        m_list.atValue(node, {say(words).arg(subject(node), shownNumber(limit)), say(mend).arg(shownNumber(limit))});
    };
    if (field.minimum && (number < *field.minimum || (field.minimumIsExclusive && number == *field.minimum)))
        outside(field.minimumIsExclusive ? "%1 must be more than %2" : "%1 must be at least %2", *field.minimum,
                field.minimumIsExclusive ? "write more than %1" : "write %1 or more");
    else if (field.maximum && (number > *field.maximum || (field.maximumIsExclusive && number == *field.maximum)))
        outside(field.maximumIsExclusive ? "%1 must be less than %2" : "%1 must be at most %2", *field.maximum,
                field.maximumIsExclusive ? "write less than %1" : "write %1 or less");
    else if (field.format == "int32" && std::fabs(number) > 2147483647.0)
        outside("%1 is beyond what 32 bits hold, %2", 2147483647.0, "write %1 or less");
    else if (field.type == SchemaField::Type::Integer && std::fabs(number) > 9223372036854775807.0)
        outside("%1 is beyond what 64 bits hold, %2", 9223372036854775807.0, "write %1 or less");
    else if (field.multipleOf && *field.multipleOf > 0 && std::fabs(std::remainder(number, *field.multipleOf)) > 1e-9)
        outside("%1 must be a multiple of %2", *field.multipleOf, "write a multiple of %1");
    else if (field.isNative)
        nativeNumber(node, number);
}

/// What Kubernetes' own types do not say of their numbers, but their validation does.
void SchemaCheck::nativeNumber(Index node, double number)
{
    const auto &at = m_outline.node(node);
    static constexpr std::string_view ports[] = {"containerPort", "hostPort", "port", "targetPort", "nodePort"};
    const bool isPort = at.isMember && std::find(std::begin(ports), std::end(ports), at.key) != std::end(ports);
    if (isPort && (number > 65535 || number < (at.key == "hostPort" || at.key == "nodePort" ? 0 : 1)))
        m_list.atValue(node, {say("%1 is no port: %2").arg(subject(node), plainText(at.text)), say("write a number from 1 to 65535")});
    static constexpr std::string_view counts[] = {"replicas", "revisionHistoryLimit", "progressDeadlineSeconds", "minReadySeconds", "backoffLimit",
                                                  "parallelism", "completions", "activeDeadlineSeconds", "terminationGracePeriodSeconds"};
    if (at.isMember && number < 0 && std::find(std::begin(counts), std::end(counts), at.key) != std::end(counts))
        m_list.atValue(node, {say("%1 must be at least 0").arg(subject(node)), say("write 0 or more")});
}

void SchemaCheck::quantity(Index node)
{
    const auto &at = m_outline.node(node);
    if (Quantity::parse(at.text))
        return;
    const std::string meant = meantQuantity(at.text);
    m_list.atValue(node, {say("%1 is no quantity").arg(quotedText(at.text)),
                          meant.empty() ? say("write a number, with m, k, M, G, Ki, Mi or Gi behind it: \"500m\", \"1Gi\"") : say("write %1").arg(plainText(meant)),
                          meant.empty() ? std::nullopt : std::optional(meant)});
}

void SchemaCheck::format(Index node, const SchemaField &field)
{
    const auto &at = m_outline.node(node);
    const QString value = QString::fromStdString(at.text);
    const auto matches = [&](const QRegularExpression &pattern) { return pattern.match(value).hasMatch(); };
    if (field.format == "date-time") {
        static const QRegularExpression time(QStringLiteral("^\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?([Zz]|[+-]\\d\\d:\\d\\d)$"));
        if (!matches(time))
            m_list.atValue(node, {say("%1 is no time").arg(quotedText(at.text)), say("write it as 2024-12-31T23:59:59Z")});
    } else if (field.format == "date") {
        static const QRegularExpression date(QStringLiteral("^\\d{4}-\\d\\d-\\d\\d$"));
        if (!matches(date))
            m_list.atValue(node, {say("%1 is no date").arg(quotedText(at.text)), say("write it as 2024-12-31")});
    } else if (field.format == "byte") {
        QByteArray bytes = QByteArray::fromStdString(at.text);
        bytes.replace('\n', "").replace('\r', "");
        const auto decoded = QByteArray::fromBase64Encoding(bytes, QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded || bytes.size() % 4 != 0) {
            const QByteArray encoded = QByteArray::fromStdString(at.text).toBase64();
            m_list.atValue(node, {say("%1 wants bytes in base64, and this is none").arg(subject(node)), say("write %1").arg(plainText(encoded.toStdString())),
                                  encoded.toStdString()});
        }
    } else if (field.format == "ipv4") {
        static const QRegularExpression address(QStringLiteral("^((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.|$)){4}$"));
        if (!matches(address))
            m_list.atValue(node, {say("%1 is no IPv4 address").arg(quotedText(at.text)), say("write it as 192.0.2.1")});
    }
}

} // namespace kube
