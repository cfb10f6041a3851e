// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kubeconfig/config.h"
#include "core/kubeconfig/yaml_tree.h"

namespace kube::kubeconfig {

/// Reads the fields of one mapping into C++ types, noting where each stands and what is wrong with it. A field that
/// is absent or null reads as its type's empty value; a wrong type does too, with a problem that never quotes the
/// value. Unknown fields are ignored, as by kubectl.
class FieldReader
{
public:
    /// subject begins every sentence: `user "jane"`. The entry must outlive the reader.
    FieldReader(const YamlNode &mapping, QString file, QString subject, KubeconfigEntry &entry)
        : m_mapping(mapping), m_file(std::move(file)), m_subject(std::move(subject)), m_entry(entry)
    {
    }

    [[nodiscard]] QString string(const char *key);
    [[nodiscard]] bool boolean(const char *key);
    [[nodiscard]] QByteArray base64(const char *key);
    [[nodiscard]] QStringList strings(const char *key);
    /// Null when it is absent, null or no mapping; likewise for sequence().
    [[nodiscard]] const YamlNode *mapping(const char *key);
    [[nodiscard]] const YamlNode *sequence(const char *key);
    /// Null when it is absent or null.
    [[nodiscard]] const YamlNode *field(const char *key);

    void complain(const YamlNode &at, const QString &what);
    [[nodiscard]] Origin placeOf(const YamlNode &node) const { return {m_file, node.line, node.column}; }
    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] const QString &subject() const { return m_subject; }
    [[nodiscard]] KubeconfigEntry &entry() { return m_entry; }

private:
    [[nodiscard]] QString text(const YamlNode &node, const QString &name);

    const YamlNode &m_mapping;
    QString m_file;
    QString m_subject;
    KubeconfigEntry &m_entry;
};

} // namespace kube::kubeconfig
