// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/composition/verb_group.h"

namespace orrery {

class EditTab;

/// New: an object written from a template of its kind, or from its schema.
class NewVerbs final : public VerbGroup
{
    Q_DECLARE_TR_FUNCTIONS(orrery::NewVerbs)
public:
    explicit NewVerbs(VerbHost &host);
    void offer(const Selection &selection) override;

private:
    void ask();
    [[nodiscard]] kube::Future<bool> mayCreate(const QString &context, const kube::ResourceInfo &resource, const std::string &namespaceName) const;
    void write(const QString &context, const kube::ResourceInfo &resource, const QString &namespaceName);
    void open(const QString &context, const kube::ResourceInfo &resource, const QString &namespaceName, const std::string &text);
    [[nodiscard]] bool showOpen(const QString &context, const kube::ResourceInfo &resource, const std::string &namespaceName) const;
    [[nodiscard]] QString whyNot() const;
};

} // namespace orrery
