// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/user_decoder.h"

namespace kube::kubeconfig {

namespace {

InteractiveMode decodeInteractiveMode(FieldReader &exec)
{
    const QString mode = exec.string("interactiveMode");
    if (mode.isEmpty())
        return InteractiveMode::Unset;
    if (mode == QLatin1String("Never"))
        return InteractiveMode::Never;
    if (mode == QLatin1String("IfAvailable"))
        return InteractiveMode::IfAvailable;
    if (mode == QLatin1String("Always"))
        return InteractiveMode::Always;
    return InteractiveMode::Unknown;
}

ExecConfig decodeExec(const YamlNode &mapping, FieldReader &outer)
{
    // Places and problems go to the user's entry, under the names of exec's fields, which the user has none of.
    FieldReader exec(mapping, outer.file(), outer.subject() + QStringLiteral(": exec"), outer.entry());
    ExecConfig config;
    config.command = exec.string("command");
    if (config.command.contains(QLatin1Char('/')))
        config.command = resolvedPath(config.command, outer.file());
    config.args = exec.strings("args");
    config.apiVersion = exec.string("apiVersion");
    config.installHint = exec.string("installHint");
    config.provideClusterInfo = exec.boolean("provideClusterInfo");
    config.interactiveMode = decodeInteractiveMode(exec);
    const YamlNode *env = exec.sequence("env");
    for (std::size_t i = 0; env && i < env->items.size(); ++i) {
        const YamlNode &item = env->items[i];
        if (item.kind != YamlNode::Kind::Mapping) {
            exec.complain(item, QStringLiteral("an item of env must have name and value, and is %1; write \"- name: …\" and "
                                               "below it \"value: …\"")
                                    .arg(item.kindInWords()));
            continue;
        }
        FieldReader variable(item, outer.file(), outer.subject() + QStringLiteral(": exec.env"), outer.entry());
        const QHash<QString, Origin> places = outer.entry().fields; // "name" and "value" name no field of the user
        config.env.append({variable.string("name"), variable.string("value")});
        outer.entry().fields = places;
        if (config.env.last().first.isEmpty())
            variable.complain(item, QStringLiteral("the variable has no name; add \"name: …\""));
    }
    return config;
}

} // namespace

User decodeUser(FieldReader &reader, User user)
{
    user.clientCertificate = resolvedPath(reader.string("client-certificate"), reader.file());
    user.clientCertificateData = reader.base64("client-certificate-data");
    user.clientKey = resolvedPath(reader.string("client-key"), reader.file());
    user.clientKeyData = reader.base64("client-key-data");
    user.token = reader.string("token").toUtf8();
    user.tokenFile = resolvedPath(reader.string("tokenFile"), reader.file());
    user.username = reader.string("username");
    user.password = reader.string("password");
    user.impersonate = reader.string("as");
    user.impersonateUid = reader.string("as-uid");
    user.impersonateGroups = reader.strings("as-groups");
    if (const YamlNode *extra = reader.mapping("as-user-extra")) {
        for (const YamlMember &member : extra->members) {
            FieldReader one(*extra, reader.file(), reader.subject() + QStringLiteral(": as-user-extra"), reader.entry());
            const QHash<QString, Origin> places = reader.entry().fields;
            user.impersonateExtra.insert(member.key, one.strings(member.key.toUtf8().constData()));
            reader.entry().fields = places;
        }
    }
    if (const YamlNode *provider = reader.mapping("auth-provider")) {
        const YamlNode *name = provider->member(u"name");
        user.authProvider = name && !name->text.isEmpty() ? name->text : QStringLiteral("(unnamed)");
    }
    if (const YamlNode *exec = reader.mapping("exec"))
        user.exec = decodeExec(*exec, reader);
    return user;
}

} // namespace kube::kubeconfig
