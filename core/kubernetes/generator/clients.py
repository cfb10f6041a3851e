# SPDX-License-Identifier: Apache-2.0
"""The text of the Clientset and of the typed informers."""
import os

from generator.headers import HEADER, lower_first, unplaced


def method_of(resource):
    """deployments, configMaps: the resource with the kind's capitals."""
    kind, plural = resource["gvk"]["kind"], resource["resource"]
    same = len(os.path.commonprefix([kind.lower(), plural]))
    return lower_first(kind[:same] + plural[same:])


def groups_of(model):
    groups = {}
    for resource in model.resources:
        groups.setdefault(model.structs[resource["schema"]].namespace, []).append(resource)
    return sorted(groups.items())


def group_method(namespace):
    return namespace[0] + namespace[1][0].upper() + namespace[1][1:]


def group_class(namespace, suffix):
    method = group_method(namespace)
    return method[0].upper() + method[1:] + suffix


def kind_type(model, resource):
    struct = model.structs[resource["schema"]]
    return f"{unplaced(struct.namespace)}::{struct.name}"


def kind_includes(model):
    return "".join(sorted(f'#include "core/kubernetes/{model.file_of[r["schema"]]}"\n' for r in model.resources))


def forward_declarations(model, aliases=()):
    text = ""
    for namespace, resources in groups_of(model):
        names = [model.structs[r["schema"]].name for r in resources]
        names = "".join(f"struct {n};\n" + "".join(f"using {n}{a} = Typed{a}<{n}>;\n" for a in aliases) for n in names)
        text += f"namespace {unplaced(namespace)} {{\n{names}}}\n"
    return text


def clientset_header(model):
    text = HEADER + """#pragma once

#include "core/kubernetes/resource_client.h"

#include <span>

namespace kube {

class EventLoop;
struct RestConfig;
""" + forward_declarations(model)
    for namespace, resources in groups_of(model):
        name = group_class(namespace, "Client")
        text += f"""
/// Source: client-go kubernetes/typed/{namespace[0]}/{namespace[1]}.
class {name}
{{
public:
    explicit {name}(ClientsetCore &core) : m_core(&core) {{}}
"""
        for r in resources:
            parameter = "const std::string &namespaceName" if r["namespaced"] else ""
            text += f"    [[nodiscard]] ResourceClient<{kind_type(model, r)}> {method_of(r)}({parameter}) const;\n"
        text += "\nprivate:\n    ClientsetCore *m_core;\n};\n"
    text += """
/// A typed client for each kind, over a DynamicClient. Include the headers of the kinds that are used:
/// core/kubernetes/apps/v1/deployment.h for appsV1().deployments("web").get("frontend").
/// Thread: its clients may be asked from any; requests are made, and answers decoded, on the RestClient's, where this is made
/// and destroyed. The RestClient must outlive this; futures end as Canceled when this dies.
/// Source: client-go kubernetes.Clientset; with CustomResourceDefinitions and the sample controller's Foos.
class Clientset
{
public:
    Clientset(RestClient &client, const ExecutorPtr &executor) : m_rest(client), m_dynamic(client, executor), m_core{m_dynamic, Owner(executor)} {}
    /// With a RestClient of its own on the loop's thread, which is this one. Errors: restClientFor()'s.
    /// Source: client-go kubernetes.NewForConfig.
    [[nodiscard]] static Result<std::unique_ptr<Clientset>> forConfig(const RestConfig &config, const EventLoop &loop);
    Clientset(const Clientset &) = delete;
    Clientset &operator=(const Clientset &) = delete;

"""
    for namespace, _ in groups_of(model):
        text += f"    [[nodiscard]] {group_class(namespace, 'Client')} {group_method(namespace)}() {{ return {group_class(namespace, 'Client')}(m_core); }}\n"
    return text + """    [[nodiscard]] DynamicClient &dynamic() { return m_dynamic; } ///< what they all ask
    [[nodiscard]] RestClient &restClient() { return m_rest; } ///< Thread: its own

private:
    std::shared_ptr<void> m_owned; ///< the RestClient, if forConfig() made it
    RestClient &m_rest;
    DynamicClient m_dynamic;
    ClientsetCore m_core;
};

/// Every kind a Clientset has. Thread: any.
[[nodiscard]] std::span<const ApiKind *const> apiKinds();

} // namespace kube
"""


def clientset_source(model):
    text = HEADER + '#include "core/kubernetes/clientset.h"\n\n' + kind_includes(model) + "\nnamespace kube {\n"
    for namespace, resources in groups_of(model):
        for r in resources:
            parameter, argument = ("const std::string &namespaceName", "namespaceName") if r["namespaced"] else ("", "{}")
            kind = kind_type(model, r)
            text += (f"\nResourceClient<{kind}> {group_class(namespace, 'Client')}::{method_of(r)}({parameter}) const\n{{\n"
                     f"    return ResourceClient<{kind}>(*m_core, {argument});\n}}\n")
    kinds = ",\n".join(f"        &{kind_type(model, r)}::api" for r in model.resources)
    return text + f"""
std::span<const ApiKind *const> apiKinds()
{{
    static constexpr const ApiKind *kinds[] = {{
{kinds},
    }};
    return kinds;
}}

}} // namespace kube
"""


def informers_header(model):
    text = HEADER + """#pragma once

#include "core/informers/typed_informer.h"

namespace kube {

""" + forward_declarations(model, ("Informer", "Lister"))
    for namespace, resources in groups_of(model):
        versions = group_class(namespace, "Informers")
        group = namespace[0][0].upper() + namespace[0][1:] + "Informers"
        text += f"""
/// Source: client-go informers/{namespace[0]}/{namespace[1]}.
class {versions}
{{
public:
    explicit {versions}(const InformerScope &scope) : m_scope(scope) {{}}
"""
        for r in resources:
            text += f"    [[nodiscard]] TypedInformer<{kind_type(model, r)}> {method_of(r)}() const;\n"
        text += f"""
private:
    InformerScope m_scope;
}};

class {group}
{{
public:
    explicit {group}(const InformerScope &scope) : m_scope(scope) {{}}
    [[nodiscard]] {versions} {namespace[1]}() const {{ return {versions}(m_scope); }}

private:
    InformerScope m_scope;
}};
"""
    text += """
/// The informers of a SharedInformerFactory by the names of their kinds: factory.apps().v1().deployments(). Each call
/// registers the informer with the shared factory, whose start(), waitForCacheSync() and shutdown() are for all of them.
/// Thread: the factory's, which must outlive this. Source: client-go informers.SharedInformerFactory.
class TypedInformerFactory
{
public:
    explicit TypedInformerFactory(SharedInformerFactory &factory) : m_scope{&factory, {}, {}, {}} {}
    /// Of one namespace, or of what selectors match.
    explicit TypedInformerFactory(InformerScope scope) : m_scope(std::move(scope)) {}

"""
    for namespace, _ in groups_of(model):
        group = namespace[0][0].upper() + namespace[0][1:] + "Informers"
        text += f"    [[nodiscard]] {group} {namespace[0]}() const {{ return {group}(m_scope); }}\n"
    text += "\nprivate:\n    InformerScope m_scope;\n};\n"
    return text + "\n} // namespace kube\n"


def informers_source(model):
    text = HEADER + '#include "core/informers/typed_informer_factory.h"\n\n' + kind_includes(model) + "\nnamespace kube {\n"
    for namespace, resources in groups_of(model):
        for r in resources:
            kind = kind_type(model, r)
            text += (f"\nTypedInformer<{kind}> {group_class(namespace, 'Informers')}::{method_of(r)}() const\n{{\n"
                     f"    return TypedInformer<{kind}>(m_scope);\n}}\n")
    return text + "\n} // namespace kube\n"
