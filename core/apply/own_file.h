// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/object/json.h"

#include <QByteArray>
#include <QString>

namespace kube {

/// Puts bytes into folder/name: written aside and put in its place at once, readable by the user alone before there is anything in it.
/// The folder is made, with 0700. Errors: Server with the system's words, place the path: then what was there before is still there.
/// Blocks for the disk. Thread: any.
[[nodiscard]] Result<void> keepOwnFile(const QString &folder, const QString &name, const QByteArray &bytes);

/// The document in a file of at most so many bytes. Errors: BadInput when it is larger or no JSON, Server when it cannot be read;
/// place the path.
[[nodiscard]] Result<JsonDocument> readOwnJson(const QString &path, qint64 mostBytes);

} // namespace kube
