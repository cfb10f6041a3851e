// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonValue>
#include <QString>

#include <string_view>
#include <vector>

namespace kube::kubeconfig {

struct YamlMember;

/// A YAML value with its place, which yaml-cpp's own nodes lose. Lines and columns count from 1, columns in
/// characters.
struct YamlNode {
    enum class Kind { Null, Bool, Number, String, Sequence, Mapping };
    Kind kind = Kind::Null;
    int line = 1;
    int column = 1;
    QString text; ///< of a scalar, as written
    std::vector<YamlNode> items;
    std::vector<YamlMember> members;

    [[nodiscard]] const YamlNode *member(QStringView key) const;
    /// "a list", "a number" …: what stands there, without saying its value.
    [[nodiscard]] QString kindInWords() const;
    [[nodiscard]] QJsonValue toJson() const;
};

struct YamlMember {
    QString key;
    int line = 1;
    int column = 1;
    YamlNode value;
};

struct YamlDocument {
    YamlNode root;
    QList<Error> oddities; ///< legal for kubectl, but surely not meant: repeated keys, a second document
};

struct YamlTreeLimits {
    qsizetype bytes = 16 * 1024 * 1024;
    int depth = 64;
    int nodes = 500'000; ///< after aliases are expanded
};

/// The first document of YAML or JSON text. Of a repeated key the last value counts, as for kubectl.
/// Errors: BadInput, place "file:line:column", never quoting the text.
[[nodiscard]] Result<YamlDocument> parseYamlTree(const QByteArray &bytes, const QString &file,
                                                 const YamlTreeLimits &limits = {});

/// What go-yaml v2 takes a plain scalar for.
[[nodiscard]] YamlNode::Kind kindOfPlainScalar(std::string_view text);

} // namespace kube::kubeconfig
