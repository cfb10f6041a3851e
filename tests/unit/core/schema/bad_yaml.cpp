// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/core/schema/bad_yaml.h"

namespace kube::test {

namespace {

const std::string deployment = "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels: {app: web}\n"
                               "  template:\n    metadata:\n      labels: {app: web}\n    spec:\n      containers:\n      - name: web\n        image: nginx\n";
const std::string pod = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n  - name: web\n    image: nginx\n";
const std::string config = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n";
const std::string foo = "apiVersion: samplecontroller.k8s.io/v1alpha1\nkind: Foo\nmetadata:\n  name: foo\n";
const std::string widget = "apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: w\nspec:\n  class: a\n  parts:\n  - name: x\n";

} // namespace

std::vector<BadYaml> badSyntax()
{
    return {
        {"a tab", 'c', config + "data:\n¦\ta: b\n", "a tab indents", "two blanks for each tab"},
        {"a tab behind blanks", 'c', config + "data:\n  ¦\ta: b\n", "a tab indents", "two blanks"},
        {"a tab in a list", 'p', pod + "  volumes:\n¦\t- name: x\n", "a tab indents", "two blanks"},
        {"an open double quote", 'c', config + "data:\n  a: ¦\"x\n  b: y\n", "quote is not closed", "write \" at the end"},
        {"an open single quote", 'c', config + "data:\n  a: ¦'x\n  b: y\n", "quote is not closed", "write ' at the end"},
        {"an open quote at the end", 'c', config + "data:\n  a: ¦\"x", "quote is not closed", "write \" at the end"},
        {"an open quote before a document", 'c', config + "data:\n  a: ¦\"x\n---\n" + config, "quote is not closed", "write \" at the end"},
        {"an open key's quote", 'c', config + "data:\n  ¦\"a: x\n  b: y\n", "quote is not closed", "end of the key"},
        {"text behind a quote", 'c', config + "data:\n  a: \"x\" ¦y: z\n", "behind the closing quote", "within the quotes"},
        {"a quote within quotes", 'c', config + "data:\n  a: \"x\"¦y\"\n", "behind the closing quote", "within the quotes"},
        {"an unknown escape", 'c', config + "data:\n  a: \"¦\\q\"\n", "escape", "write \"\\\\\""},
        {"an open list", 'p', pod + "    args: ¦[a, b\n    tty: true\n", "\"[\" is not closed", "write \"]\""},
        {"an open map", 'c', config + "data: ¦{a: b\n", "\"{\" is not closed", "write \"}\""},
        {"an open map within a list", 'p', pod + "    env: [¦{name: a\n    tty: true\n", "\"{\" is not closed", "write \"}\""},
        {"the wrong bracket", 'p', pod + "    args: ¦[a, b}\n", "\"[\" is not closed", "write \"]\""},
        {"a bracket too many", 'p', pod + "    args: [a]¦]\n", "behind the closing bracket", "remove it"},
        {"a comma too many", 'p', pod + "    args: [a, ¦, b]\n", "missing before this comma", "remove the comma"},
        {"no comma", 'c', config + "data: {a: \"b\" ¦c: d}\n", "\",\" or \"}\"", "write \",\""},
        {"a key without a colon", 'd', deployment + "  ¦replicas 3\n", "expected \":\"", "write \"replicas: 3\""},
        {"a key alone", 'd', deployment + "  ¦replicas\n", "expected \":\"", "write \"replicas:\""},
        {"no blank behind the colon", 'd', deployment + "  ¦replicas:3\n", "blank is missing behind \":\"", "write \"replicas: 3\""},
        {"an equals sign", 'd', deployment + "  ¦replicas = 3\n", "not by \"=\"", "write \"replicas: 3\""},
        {"no blank behind the dash", 'p', pod + "    args:\n    - a\n    ¦-b\n", "blank is missing behind \"-\"", "write \"- b\""},
        {"two values", 'c', config + "data:\n  a: ¦b: c\n", "a map cannot begin here", "quotes"},
        {"a time of day", 'c', config + "data:\n  a: ¦at: 12\n", "a map cannot begin here", "quotes"},
        {"a list behind a key", 'p', pod + "    args: ¦- a\n", "cannot begin on the line of its key", "on the lines below"},
        {"a field that is too deep", 'd', deployment + "  replicas: 3\n     ¦paused: true\n", "indented below \"replicas\"", "by 2 blanks"},
        {"a field between two levels", 'c', config + "data:\n    a: b\n  ¦c: d\n", "indented otherwise", "by 4 blanks"},
        {"an item between two levels", 'p', pod + "    args:\n      - a\n     ¦- b\n", "indented otherwise", "by 6 blanks"},
        {"an item that is too deep", 'p', pod + "    args:\n    - \"a\"\n      ¦- b\n", "below an item that has a value", "by 4 blanks"},
        {"a field beside a list's items", 'p', pod + "    args:\n    - a\n    ¦b: c\n", "Container has no field \"b\"", "remove it"},
        {"a field of the root that is not at its column", 'c', "apiVersion: v1\n ¦kind: ConfigMap\nmetadata: {name: a}\n", "indented below \"apiVersion\"", "by 0 blanks"},
        {"a reserved sign", 'c', config + "data:\n  a: ¦@x\n", "cannot begin", "in quotes"},
        {"a backtick", 'c', config + "data:\n  a: ¦`x`\n", "cannot begin", "in quotes"},
        {"a percent sign", 'c', config + "data:\n  a: ¦%x\n", "cannot begin with this character", "in quotes"},
        {"an unknown alias", 'c', config + "data:\n  a: ¦*x\n", "anchor", "write the anchor before"},
        {"an alias of itself", 'c', config + "data: &x\n  a: ¦*x\n", "contains itself", "write out"},
        {"a star that is meant as one", 'c', config + "data:\n  a: ¦*\n", "alias", "in quotes"},
        {"a merge of a text", 'c', config + "data:\n  <<: ¦x\n", "\"<<\" takes a map", "alias of a map"},
        {"a list as a key", 'c', config + "data:\n  ¦[a]: b\n", "only a scalar can be a key", "quotes"},
        {"null as a key", 'c', config + "data:\n  ¦~: b\n", "null cannot be a key", "quotes"},
        {"an endless number", 'c', config + "data:\n  a: ¦.inf\n", "no such number", "quotes"},
        {"a tag that does not fit", 'c', config + "data:\n  a: ¦!!int x\n", "no !!int", "remove the tag"},
        {"a tag that is not known", 'c', config + "data:\n  a: ¦!!binary aGk=\n", "!!binary", "tag"},
        {"a block header that is none", 'c', config + "data:\n  a: ¦|x\n    y\n", "block scalar", "alone behind the key"},
        {"a control character", 'c', config + "data:\n  a: ¦\x01\n", "control characters", "remove"},
        {"not UTF-8", 'c', config + "data:\n  a: ¦\xff\n", "not UTF-8", "UTF-8"},
        {"a directive without a document", 'c', "%YAML 1.1\n¦" + config, "belongs neither", "---"},
        {"a list beside fields", 'c', "- a\n¦b: c\n", "beside the items of a list", "below a key of its own"},
        {"a text with an indentation of its own", 'c', config + "data:\n  a: |\n    x\n   ¦y\n", "indented less than the text above", "text's first line"},
        {"a key twice", 'c', config + "data:\n  a: b\n  ¦a: c\n", "\"a\" is there twice: it is in line 6", "remove one"},
        {"a key twice in braces", 'c', config + "data: {a: b, ¦a: c}\n", "twice", "remove one"},
        {"a field twice", 'd', deployment + "  replicas: 1\n  ¦replicas: 2\n", "twice", "remove one"},
        {"the second document is broken", 'c', config + "---\n" + config + "data:\n  a: ¦\"x\n", "quote is not closed", "write \""},
    };
}

std::vector<BadYaml> badFields()
{
    return {
        {"no apiVersion", 'p', "¦kind: Pod\nmetadata: {name: a}\nspec:\n  containers: [{name: a}]\n", "\"apiVersion\" is missing", "apiVersion: v1"},
        {"no kind", 'p', "¦apiVersion: v1\nmetadata: {name: a}\nspec:\n  containers: [{name: a}]\n", "\"kind\" is missing", "kind: Pod"},
        {"no metadata", 'c', "¦apiVersion: v1\nkind: ConfigMap\n", "\"metadata\" is missing", "name"},
        {"no name", 'c', "apiVersion: v1\nkind: ConfigMap\n¦metadata:\n  labels: {a: b}\n", "no name", "name:"},
        {"an empty name", 'c', "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  ¦name:\n", "no name", "write a name"},
        {"empty metadata", 'c', "apiVersion: v1\nkind: ConfigMap\n¦metadata:\n", "no name", "indented"},
        {"a kind in small letters", 'd', "apiVersion: apps/v1\nkind: ¦deployment\nmetadata: {name: a}\nspec: {selector: {}, template: {spec: {containers: [{name: a}]}}}\n", "no kind \"deployment\"",
         "Deployment"},
        {"a kind of another version", 'd', "apiVersion: ¦v1\nkind: Deployment\nmetadata: {name: a}\nspec: {selector: {}, template: {spec: {containers: [{name: a}]}}}\n", "has no Deployment",
         "write apps/v1"},
        {"another kind", 'd', "apiVersion: v1\nkind: ¦Zebra\nmetadata: {name: a}\n", "not known here", "see that kind"},
        {"an apiVersion of three parts", 'c', "apiVersion: ¦a/b/c\nkind: ConfigMap\nmetadata: {name: a}\n", "no API version", "apps/v1"},
        {"a list for an object", 'c', "¦- a\n- b\n", "this is a list", "---"},
        {"a text for an object", 'c', "¦hello\n", "this is text", "write fields"},
        {"a typing error", 'd', deployment + "  ¦replica: 3\n", "has no field \"replica\"", "did you mean \"replicas\"?"},
        {"two letters swapped", 'p', pod + "    ¦imagePullPoilcy: Always\n", "has no field", "did you mean \"imagePullPolicy\"?"},
        {"the wrong case", 'd', deployment + "  ¦Replicas: 3\n", "told apart by case", "write \"replicas\""},
        {"the wrong case within", 'p', pod + "    ¦imagepullpolicy: Always\n", "told apart by case", "write \"imagePullPolicy\""},
        {"a field that nobody has", 'p', pod + "  ¦zzzz: 1\n", "has no field \"zzzz\"", "remove it; there are:"},
        {"a field of a field", 'd', deployment + "  ¦volumes: []\n", "has no field \"volumes\"", "it belongs into template.spec"},
        {"a field of items beside their list", 'p', "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers: []\n  ¦image: nginx\n", "belongs to \"containers\"", "\"- \""},
        {"a field beside what it belongs to", 'd', "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n¦name: web\nspec: {selector: {}, template: {spec: {containers: [{name: a}]}}}\n",
         "belongs to \"metadata\"", "two blanks more"},
        {"a field that is too deep", 'p', pod + "    ¦hostNetwork: true\n", "has no field \"hostNetwork\"", "indent it less"},
        {"a field below a closed object", 'w', widget + "  closed:\n    ¦b: c\n", "has no field \"b\"", "there are: a"},
        {"an unknown field of a Foo", 'f', foo + "spec:\n  ¦replica: 1\n", "spec has no field \"replica\"", "did you mean \"replicas\"?"},
        {"a required field is missing", 'd', "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\n¦spec:\n  template: {spec: {containers: [{name: a}]}}\n", "\"spec\" wants \"selector\"",
         "write \"selector:\""},
        {"a required field of an item is missing", 'p', "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n  ¦- image: nginx\n", "wants \"name\"", "write \"name:\""},
        {"a required field of a custom resource", 'w', "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\n¦spec:\n  class: a\n", "\"spec\" wants \"parts\"", "write \"parts:\""},
        {"a required object", 'w', "¦apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\n", "Widget wants \"spec\"", "write \"spec:\""},
        {"a required list is empty", 'p', "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  ¦containers:\n", "must have a value", "each with \"- \""},
        {"a value is missing", 'w', widget + "  ¦code:\n", "has no value", "remove the line"},
        {"two containers of one name", 'p', pod + "  - name: ¦web\n    image: x\n", "two items have name \"web\": the other begins in line 7", "change one"},
        {"two ports of one number", 'p', pod + "    ports:\n    - containerPort: 80\n    - containerPort: ¦80\n", "containerPort \"80\", protocol \"TCP\"", "change one"},
        {"two parts of one key", 'w', widget + "  - name: ¦x\n    protocol: TCP\n", "two items have name \"x\"", "change one"},
        {"an item of a set twice", 'w', widget + "  tags: [a, b, ¦a]\n", "there twice", "remove one"},
        {"an item of a unique list twice", 'w', widget + "  unique: [1, 2, ¦1]\n", "there twice", "remove one"},
        {"an empty item", 'p', pod + "    env:\n    - name: a\n    ¦-\n", "item is empty", "remove it"},
        {"labels that do not match", 'd', "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec:\n  selector:\n    matchLabels:\n      ¦app: web\n"
                                          "  template: {metadata: {labels: {app: wep}}, spec: {containers: [{name: a}]}}\n",
         "selector wants the label \"app=web\"", "below spec.template.metadata.labels"},
        {"a volume that is not there", 'p', pod + "    volumeMounts:\n    - {name: ¦dta, mountPath: /d}\n  volumes:\n  - {name: data, emptyDir: {}}\n", "no volume \"dta\"", "did you mean data?"},
        {"the embedded object has no kind", 'w', widget + "  ¦template:\n    apiVersion: v1\n", "wants \"kind\"", "write \"kind:\""},
    };
}

} // namespace kube::test
