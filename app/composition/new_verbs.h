// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/composition/verb_group.h"

namespace orrery {

class EditTab;

/// The name that a text of a new object is kept under: no object can have it.
inline constexpr const char *newObjectsDraft = "(new)";

/// New: an object written from a template of its kind, or from its schema.
class NewVerbs final : public VerbGroup
{
    Q_DECLARE_TR_FUNCTIONS(orrery::NewVerbs)
public:
    explicit NewVerbs(VerbHost &host);
    void offer(const Selection &selection) override;
    /// The editor of a new object, or the one that there is; a draft of such an object goes on.
    void write(const QString &context, const kube::ResourceInfo &resource, const QString &namespaceName);

private:
    void ask();
    [[nodiscard]] kube::Future<bool> mayCreate(const QString &context, const kube::ResourceInfo &resource, const std::string &namespaceName) const;
    void open(const QString &context, const kube::ResourceInfo &resource, const QString &namespaceName, const std::string &text);
    [[nodiscard]] bool showOpen(const QString &context, const kube::ResourceInfo &resource, const std::string &namespaceName) const;
    [[nodiscard]] QString whyNot() const;
};

} // namespace orrery
