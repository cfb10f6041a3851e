// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/error.h"
#include "core/kubeconfig/config.h"

#include <QByteArray>

#include <optional>

namespace kube::kubeconfig {

/// Why these bytes are no text that a kubeconfig can be: UTF-16, invalid UTF-8, control characters.
[[nodiscard]] std::optional<Error> checkText(const QByteArray &bytes, const QString &file);

/// The place of a byte; the column counts characters.
[[nodiscard]] Origin placeOf(const QByteArray &bytes, qsizetype offset, const QString &file);

/// Is the quoted scalar that begins at this byte ever closed? True too when no quote stands there.
[[nodiscard]] bool isQuoteClosed(const QByteArray &bytes, qsizetype offset);

/// Is the { or [ that begins at this byte ever closed? True too when none stands there.
[[nodiscard]] bool isBracketClosed(const QByteArray &bytes, qsizetype offset);

/// The common causes of a syntax error that the parser's own words do not name: tabs, conflict marks.
[[nodiscard]] std::optional<Error> explainSyntaxError(const QByteArray &bytes, int errorLine, const QString &file);

/// The parser's words for a syntax error, with the mend.
[[nodiscard]] QString syntaxErrorInWords(const QByteArray &parserMessage);

} // namespace kube::kubeconfig
