// SPDX-License-Identifier: Apache-2.0
#include "core/rest/warnings.h"

namespace kube {

namespace {

void skipOptionalSpace(const QByteArray &value, qsizetype &at)
{
    while (at < value.size() && (value[at] == ' ' || value[at] == '\t'))
        ++at;
}

QByteArray takeWord(const QByteArray &value, qsizetype &at)
{
    const qsizetype from = at;
    while (at < value.size() && value[at] != ' ' && value[at] != '\t')
        ++at;
    return value.mid(from, at - from);
}

/// A quoted-string; nothing when it has no end.
std::optional<QByteArray> takeQuoted(const QByteArray &value, qsizetype &at)
{
    if (at >= value.size() || value[at] != '"')
        return std::nullopt;
    QByteArray result;
    for (++at; at < value.size(); ++at) {
        if (value[at] == '\\' && at + 1 < value.size())
            result += value[++at];
        else if (value[at] == '"')
            return ++at, result;
        else
            result += value[at];
    }
    return std::nullopt;
}

void readHeader(const QByteArray &value, QStringList &texts)
{
    for (qsizetype at = 0; at < value.size(); ++at) {
        skipOptionalSpace(value, at);
        const QByteArray code = takeWord(value, at);
        skipOptionalSpace(value, at);
        takeWord(value, at); // the agent
        skipOptionalSpace(value, at);
        const auto words = takeQuoted(value, at);
        if (!words)
            return;
        skipOptionalSpace(value, at);
        if (at < value.size() && value[at] == '"') { // the date
            if (!takeQuoted(value, at))
                return;
            skipOptionalSpace(value, at);
        }
        if (code == "299")
            texts.append(QString::fromUtf8(*words));
        if (at < value.size() && value[at] != ',')
            return;
    }
}

} // namespace

std::function<void(const QStringList &)> warningsOnce(std::function<void(const QString &)> tell)
{
    constexpr qsizetype remembered = 1000;
    return [tell = std::move(tell), told = QStringList()](const QStringList &texts) mutable {
        for (const QString &text : texts) {
            if (told.contains(text))
                continue;
            told.append(text);
            if (told.size() > remembered)
                told.removeFirst();
            tell(text);
        }
    };
}

QStringList warningsOf(const QList<Header> &headers)
{
    QStringList texts;
    for (const auto &[name, value] : headers) {
        if (name.compare("Warning", Qt::CaseInsensitive) == 0)
            readHeader(value, texts);
    }
    return texts;
}

} // namespace kube
