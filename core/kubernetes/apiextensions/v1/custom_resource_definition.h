// SPDX-License-Identifier: Apache-2.0
// Made by core/kubernetes/generate.py of openapi.json: change those.
#pragma once

#include "core/kubernetes/meta/v1/object_meta.h"
#include "core/kubernetes/typed_object.h"

namespace kube::apiextensions::v1 {

/// io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceColumnDefinition
struct CustomResourceColumnDefinition : View {
    using View::View;
    [[nodiscard]] field::Text description() const { return {*this, "description"}; }
    [[nodiscard]] field::Text format() const { return {*this, "format"}; }
    [[nodiscard]] field::Text jsonPath() const { return {*this, "jsonPath"}; }
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::Integer priority() const { return {*this, "priority"}; }
    [[nodiscard]] field::Text type() const { return {*this, "type"}; }
};

/// io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ServiceReference
struct ServiceReference : View {
    using View::View;
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] field::Text namespace_() const { return {*this, "namespace"}; }
    [[nodiscard]] field::Text path() const { return {*this, "path"}; }
    [[nodiscard]] field::Integer port() const { return {*this, "port"}; }
};

/// io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.WebhookClientConfig
struct WebhookClientConfig : View {
    using View::View;
    [[nodiscard]] field::Bytes caBundle() const { return {*this, "caBundle"}; }
    [[nodiscard]] ServiceReference service() const { return {*this, "service"}; }
    [[nodiscard]] field::Text url() const { return {*this, "url"}; }
};

/// io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.WebhookConversion
struct WebhookConversion : View {
    using View::View;
    [[nodiscard]] WebhookClientConfig clientConfig() const { return {*this, "clientConfig"}; }
    [[nodiscard]] field::List<field::Text> conversionReviewVersions() const { return {*this, "conversionReviewVersions"}; }
};

/// io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceConversion
struct CustomResourceConversion : View {
    using View::View;
    [[nodiscard]] field::Text strategy() const { return {*this, "strategy"}; }
    [[nodiscard]] WebhookConversion webhook() const { return {*this, "webhook"}; }
};

/// io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionNames
struct CustomResourceDefinitionNames : View {
    using View::View;
    [[nodiscard]] field::List<field::Text> categories() const { return {*this, "categories"}; }
    [[nodiscard]] field::Text kind() const { return {*this, "kind"}; }
    [[nodiscard]] field::Text listKind() const { return {*this, "listKind"}; }
    [[nodiscard]] field::Text plural() const { return {*this, "plural"}; }
    [[nodiscard]] field::List<field::Text> shortNames() const { return {*this, "shortNames"}; }
    [[nodiscard]] field::Text singular() const { return {*this, "singular"}; }
};

/// io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresourceScale
struct CustomResourceSubresourceScale : View {
    using View::View;
    [[nodiscard]] field::Text labelSelectorPath() const { return {*this, "labelSelectorPath"}; }
    [[nodiscard]] field::Text specReplicasPath() const { return {*this, "specReplicasPath"}; }
    [[nodiscard]] field::Text statusReplicasPath() const { return {*this, "statusReplicasPath"}; }
};

/// io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresources
struct CustomResourceSubresources : View {
    using View::View;
    [[nodiscard]] CustomResourceSubresourceScale scale() const { return {*this, "scale"}; }
    [[nodiscard]] field::Json status() const { return {*this, "status"}; }
};

/// io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ExternalDocumentation
struct ExternalDocumentation : View {
    using View::View;
    [[nodiscard]] field::Text description() const { return {*this, "description"}; }
    [[nodiscard]] field::Text url() const { return {*this, "url"}; }
};

/// io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ValidationRule
struct ValidationRule : View {
    using View::View;
    [[nodiscard]] field::Text fieldPath() const { return {*this, "fieldPath"}; }
    [[nodiscard]] field::Text message() const { return {*this, "message"}; }
    [[nodiscard]] field::Text messageExpression() const { return {*this, "messageExpression"}; }
    [[nodiscard]] field::Flag optionalOldSelf() const { return {*this, "optionalOldSelf"}; }
    [[nodiscard]] field::Text reason() const { return {*this, "reason"}; }
    [[nodiscard]] field::Text rule() const { return {*this, "rule"}; }
};

/// io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps
struct JSONSchemaProps : View {
    using View::View;
    [[nodiscard]] field::Text ref() const { return {*this, "$ref"}; }
    [[nodiscard]] field::Text schema() const { return {*this, "$schema"}; }
    [[nodiscard]] JSONSchemaProps additionalItems() const { return {*this, "additionalItems"}; }
    [[nodiscard]] JSONSchemaProps additionalProperties() const { return {*this, "additionalProperties"}; }
    [[nodiscard]] field::List<JSONSchemaProps> allOf() const { return {*this, "allOf"}; }
    [[nodiscard]] field::List<JSONSchemaProps> anyOf() const { return {*this, "anyOf"}; }
    [[nodiscard]] field::Json default_() const { return {*this, "default"}; }
    [[nodiscard]] field::Map<JSONSchemaProps> definitions() const { return {*this, "definitions"}; }
    [[nodiscard]] field::Map<field::Json> dependencies() const { return {*this, "dependencies"}; }
    [[nodiscard]] field::Text description() const { return {*this, "description"}; }
    [[nodiscard]] field::List<field::Json> enum_() const { return {*this, "enum"}; }
    [[nodiscard]] field::Json example() const { return {*this, "example"}; }
    [[nodiscard]] field::Flag exclusiveMaximum() const { return {*this, "exclusiveMaximum"}; }
    [[nodiscard]] field::Flag exclusiveMinimum() const { return {*this, "exclusiveMinimum"}; }
    [[nodiscard]] ExternalDocumentation externalDocs() const { return {*this, "externalDocs"}; }
    [[nodiscard]] field::Text format() const { return {*this, "format"}; }
    [[nodiscard]] field::Text id() const { return {*this, "id"}; }
    [[nodiscard]] JSONSchemaProps items() const { return {*this, "items"}; }
    [[nodiscard]] field::Integer maxItems() const { return {*this, "maxItems"}; }
    [[nodiscard]] field::Integer maxLength() const { return {*this, "maxLength"}; }
    [[nodiscard]] field::Integer maxProperties() const { return {*this, "maxProperties"}; }
    [[nodiscard]] field::Number maximum() const { return {*this, "maximum"}; }
    [[nodiscard]] field::Integer minItems() const { return {*this, "minItems"}; }
    [[nodiscard]] field::Integer minLength() const { return {*this, "minLength"}; }
    [[nodiscard]] field::Integer minProperties() const { return {*this, "minProperties"}; }
    [[nodiscard]] field::Number minimum() const { return {*this, "minimum"}; }
    [[nodiscard]] field::Number multipleOf() const { return {*this, "multipleOf"}; }
    [[nodiscard]] JSONSchemaProps not_() const { return {*this, "not"}; }
    [[nodiscard]] field::Flag nullable() const { return {*this, "nullable"}; }
    [[nodiscard]] field::List<JSONSchemaProps> oneOf() const { return {*this, "oneOf"}; }
    [[nodiscard]] field::Text pattern() const { return {*this, "pattern"}; }
    [[nodiscard]] field::Map<JSONSchemaProps> patternProperties() const { return {*this, "patternProperties"}; }
    [[nodiscard]] field::Map<JSONSchemaProps> properties() const { return {*this, "properties"}; }
    [[nodiscard]] field::List<field::Text> required() const { return {*this, "required"}; }
    [[nodiscard]] field::Text title() const { return {*this, "title"}; }
    [[nodiscard]] field::Text type() const { return {*this, "type"}; }
    [[nodiscard]] field::Flag uniqueItems() const { return {*this, "uniqueItems"}; }
    [[nodiscard]] field::Flag xKubernetesEmbeddedResource() const { return {*this, "x-kubernetes-embedded-resource"}; }
    [[nodiscard]] field::Flag xKubernetesIntOrString() const { return {*this, "x-kubernetes-int-or-string"}; }
    [[nodiscard]] field::List<field::Text> xKubernetesListMapKeys() const { return {*this, "x-kubernetes-list-map-keys"}; }
    [[nodiscard]] field::Text xKubernetesListType() const { return {*this, "x-kubernetes-list-type"}; }
    [[nodiscard]] field::Text xKubernetesMapType() const { return {*this, "x-kubernetes-map-type"}; }
    [[nodiscard]] field::Flag xKubernetesPreserveUnknownFields() const { return {*this, "x-kubernetes-preserve-unknown-fields"}; }
    [[nodiscard]] field::List<ValidationRule> xKubernetesValidations() const { return {*this, "x-kubernetes-validations"}; }
};

/// io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceValidation
struct CustomResourceValidation : View {
    using View::View;
    [[nodiscard]] JSONSchemaProps openAPIV3Schema() const { return {*this, "openAPIV3Schema"}; }
};

/// io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.SelectableField
struct SelectableField : View {
    using View::View;
    [[nodiscard]] field::Text jsonPath() const { return {*this, "jsonPath"}; }
};

/// io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionVersion
struct CustomResourceDefinitionVersion : View {
    using View::View;
    [[nodiscard]] field::List<CustomResourceColumnDefinition> additionalPrinterColumns() const { return {*this, "additionalPrinterColumns"}; }
    [[nodiscard]] field::Flag deprecated() const { return {*this, "deprecated"}; }
    [[nodiscard]] field::Text deprecationWarning() const { return {*this, "deprecationWarning"}; }
    [[nodiscard]] field::Text name() const { return {*this, "name"}; }
    [[nodiscard]] CustomResourceValidation schema() const { return {*this, "schema"}; }
    [[nodiscard]] field::List<SelectableField> selectableFields() const { return {*this, "selectableFields"}; }
    [[nodiscard]] field::Flag served() const { return {*this, "served"}; }
    [[nodiscard]] field::Flag storage() const { return {*this, "storage"}; }
    [[nodiscard]] CustomResourceSubresources subresources() const { return {*this, "subresources"}; }
};

/// io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionSpec
struct CustomResourceDefinitionSpec : View {
    using View::View;
    [[nodiscard]] CustomResourceConversion conversion() const { return {*this, "conversion"}; }
    [[nodiscard]] field::Text group() const { return {*this, "group"}; }
    [[nodiscard]] CustomResourceDefinitionNames names() const { return {*this, "names"}; }
    [[nodiscard]] field::Flag preserveUnknownFields() const { return {*this, "preserveUnknownFields"}; }
    [[nodiscard]] field::Text scope() const { return {*this, "scope"}; }
    [[nodiscard]] field::List<CustomResourceDefinitionVersion> versions() const { return {*this, "versions"}; }
};

/// io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionCondition
struct CustomResourceDefinitionCondition : View {
    using View::View;
    [[nodiscard]] field::Time lastTransitionTime() const { return {*this, "lastTransitionTime"}; }
    [[nodiscard]] field::Text message() const { return {*this, "message"}; }
    [[nodiscard]] field::Text reason() const { return {*this, "reason"}; }
    [[nodiscard]] field::Text status() const { return {*this, "status"}; }
    [[nodiscard]] field::Text type() const { return {*this, "type"}; }
};

/// io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionStatus
struct CustomResourceDefinitionStatus : View {
    using View::View;
    [[nodiscard]] CustomResourceDefinitionNames acceptedNames() const { return {*this, "acceptedNames"}; }
    [[nodiscard]] field::List<CustomResourceDefinitionCondition> conditions() const { return {*this, "conditions"}; }
    [[nodiscard]] field::List<field::Text> storedVersions() const { return {*this, "storedVersions"}; }
};

/// io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinition
struct CustomResourceDefinition : KindOf<CustomResourceDefinition> {
    static constexpr ApiKind api{"apiextensions.k8s.io", "v1", "CustomResourceDefinition", "customresourcedefinitions", false, true, false, true};
    using KindOf::KindOf;
    [[nodiscard]] CustomResourceDefinitionSpec spec() const { return {*this, "spec"}; }
    [[nodiscard]] CustomResourceDefinitionStatus status() const { return {*this, "status"}; }
};

} // namespace kube::apiextensions::v1
