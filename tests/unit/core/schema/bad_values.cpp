// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/core/schema/bad_yaml.h"

namespace kube::test {

std::vector<BadYaml> badValues()
{
    const std::string deployment = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  selector: {matchLabels: {app: web}}\n"
                                   "  template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web}]}}\n";
    const std::string pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n  - name: web\n    image: nginx\n";
    const std::string config = "apiVersion: v1\nkind: ConfigMap\n";
    const std::string foo = "apiVersion: samplecontroller.k8s.io/v1alpha1\nkind: Foo\nmetadata: {name: foo}\nspec:\n";
    const std::string widget = "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: w}\nspec:\n  class: a\n  parts: [{name: x}]\n";
    const std::string env = pod + "    env:\n    - name: A\n      value: ";
    return {
        {"a number in quotes", 'd', deployment + "  replicas: ¦\"3\"\n", "wants a whole number, and in quotes", "write 3, without quotes"},
        {"a word for a number", 'd', deployment + "  replicas: ¦three\n", "wants a whole number, and this is \"three\"", "a whole number"},
        {"a boolean for a number", 'd', deployment + "  replicas: ¦yes\n", "true or false", "a whole number"},
        {"a fraction for a whole number", 'd', deployment + "  replicas: ¦1.5\n", "1.5 is none", "write 1"},
        {"a list for a number", 'd', deployment + "  ¦replicas: [1]\n", "this is a list", "a whole number"},
        {"fields for a number", 'd', deployment + "  ¦replicas:\n    min: 1\n", "this is fields", "a whole number"},
        {"less than none", 'd', deployment + "  replicas: ¦-1\n", "at least 0", "0 or more"},
        {"beyond 32 bits", 'd', deployment + "  replicas: ¦3000000000\n", "beyond what 32 bits hold", "2147483647 or less"},
        {"a boolean in quotes", 'd', deployment + "  paused: ¦\"true\"\n", "in quotes it is text", "write true, without quotes"},
        {"a boolean in capitals", 'd', deployment + "  paused: ¦tRUE\n", "wants true or false", "write true"},
        {"a number for a boolean", 'd', deployment + "  paused: ¦1\n", "wants true or false", "write true"},
        {"a word for a boolean", 'd', deployment + "  paused: ¦maybe\n", "wants true or false", "write true or false"},
        {"a number for a text", 'p', env + "¦8080\n", "wants text, and this is read as a number", "write \"8080\", in quotes"},
        {"an octal number for a text", 'p', env + "¦0777\n", "0777 is read as the number 511", "write \"0777\""},
        {"a number with an exponent for a text", 'p', env + "¦1e3\n", "1e3 is read as the number 1000", "write \"1e3\""},
        {"yes for a text", 'p', env + "¦yes\n", "yes is read as true", "write \"yes\""},
        {"off for a text", 'p', env + "¦off\n", "off is read as false", "write \"off\""},
        {"true for a text", 'p', env + "¦true\n", "read as true or false", "write \"true\""},
        {"a version for a text", 'p', env + "¦1.10\n", "1.10 is read as the number 1.1", "write \"1.10\""},
        {"a number as a label", 'c', config + "metadata:\n  name: a\n  labels:\n    a: ¦1\n", "wants text", "write \"1\""},
        {"a boolean as an annotation", 'c', config + "metadata:\n  name: a\n  annotations:\n    a: ¦true\n", "wants text", "write \"true\""},
        {"a number as data", 'c', config + "metadata: {name: a}\ndata:\n  port: ¦80\n", "\"port\" wants text", "write \"80\""},
        {"fields as data", 'c', config + "metadata: {name: a}\ndata:\n  ¦a:\n    b: c\n", "wants text, and this is fields", "text"},
        {"a number as a name", 'c', config + "metadata:\n  name: ¦123\n", "\"name\" wants text", "write \"123\""},
        {"a name in capitals", 'c', config + "metadata:\n  name: ¦Web\n", "no name", "write web"},
        {"a name with underscores", 'c', config + "metadata:\n  name: ¦my_web\n", "no name", "write my-web"},
        {"a name that ends with a dash", 'c', config + "metadata:\n  name: ¦web-\n", "no name", "write web"},
        {"a name that is too long", 'c', config + "metadata:\n  name: ¦" + std::string(260, 'a') + "\n", "longer than 253", "shorter"},
        {"a namespace with a dot", 'c', config + "metadata:\n  name: a\n  namespace: ¦a.B\n", "namespace", "write"},
        {"a label with a blank", 'c', config + "metadata:\n  name: a\n  labels:\n    a: ¦b c\n", "no value of a label", "annotations"},
        {"a label that is too long", 'c', config + "metadata:\n  name: a\n  labels:\n    a: ¦" + std::string(64, 'b') + "\n", "at most 63", "annotations"},
        {"a label's key with two slashes", 'c', config + "metadata:\n  name: a\n  labels:\n    ¦a/b/c: d\n", "no key of a label", "one \"domain/\""},
        {"a text for an object", 'd', "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: ¦hello\n", "has fields, and this is a value", "indented"},
        {"a list for an object", 'd', "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\n¦spec:\n- a\n", "no list", "without \"- \""},
        {"an object for a list", 'p', "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  ¦containers:\n    name: a\n", "\"containers\" is a list", "write \"- \" before \"name\""},
        {"a text for a list", 'p', pod + "    args: ¦--verbose\n", "\"args\" is a list", "write [--verbose]"},
        {"a text for a list of objects", 'p', pod + "    env: ¦hello\n", "\"env\" is a list", "each with \"- \""},
        {"a word that is none of them", 'p', pod + "    imagePullPolicy: ¦Sometimes\n", "cannot be \"Sometimes\"", "write one of: Always, IfNotPresent, Never"},
        {"the wrong case of a word", 'p', pod + "    imagePullPolicy: ¦always\n", "cannot be \"always\"", "write Always"},
        {"a typing error of a word", 'p', pod + "  restartPolicy: ¦OnFaliure\n", "cannot be", "write OnFailure"},
        {"a number that is none of them", 'w', widget + "  level: ¦4\n", "cannot be \"4\"", "1, 2, 3"},
        {"too small", 'f', foo + "  replicas: ¦0\n", "at least 1", "1 or more"},
        {"too large", 'f', foo + "  replicas: ¦11\n", "at most 10", "10 or less"},
        {"not less", 'w', widget + "  max: ¦500\n", "less than 500", "less than 500"},
        {"not more", 'w', widget + "  ratio: ¦0\n", "more than 0", "more than 0"},
        {"no multiple", 'w', widget + "  ratio: ¦0.7\n", "a multiple of 0.5", "multiple of 0.5"},
        {"a text for a number with a point", 'w', widget + "  ratio: ¦\"0.5\"\n", "in quotes it is text", "write 0.5, without quotes"},
        {"against the pattern", 'w', widget + "  code: ¦abcde\n", "does not match its pattern", "^[A-Z]{2}-[0-9]+$"},
        {"too short", 'w', widget + "  code: ¦AB-1\n", "shorter than 5", "longer"},
        {"too long", 'w', widget + "  code: ¦AB-1234567\n", "longer than 8 characters: it has 10", "shorter"},
        {"too few items", 'w', "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: w}\nspec:\n  class: a\n  ¦parts: []\n", "fewer than 1 items", "more items"},
        {"too many items", 'w', "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: w}\nspec:\n  class: a\n  ¦parts: [{name: a}, {name: b}, {name: c}, {name: d}]\n", "more than 3 items",
         "remove items"},
        {"too few entries", 'w', widget + "  ¦limits: {}\n", "fewer than 1 entries", "more entries"},
        {"too many entries", 'w', widget + "  ¦limits: {a: 1, b: 2, c: 3}\n", "more than 2 entries", "remove entries"},
        {"a map's value of the wrong type", 'w', widget + "  limits: {a: ¦x}\n", "\"a\" wants a whole number", "whole number"},
        {"a map's list that is none", 'w', widget + "  matrix:\n    a: ¦x\n", "\"a\" is a list", "write [x]"},
        {"a boolean for int-or-string", 'w', widget + "  ¦size: true\n", "a whole number or text", "whole number or text"},
        {"a fraction for int-or-string", 'p', pod + "    livenessProbe: {httpGet: {¦port: 1.5}}\n", "a whole number or text", "whole number"},
        {"a port out of range", 'p', pod + "    ports:\n    - containerPort: ¦70000\n", "no port", "1 to 65535"},
        {"a quantity in GB", 'p', pod + "    resources:\n      limits:\n        memory: ¦1GB\n", "\"1GB\" is no quantity", "write 1G"},
        {"a quantity in small letters", 'p', pod + "    resources:\n      limits:\n        memory: ¦512mi\n", "no quantity", "write 512Mi"},
        {"a quantity with a blank", 'p', pod + "    resources:\n      limits:\n        memory: ¦1 Gi\n", "no quantity", "write 1Gi"},
        {"a quantity that is a word", 'p', pod + "    resources:\n      limits:\n        cpu: ¦lots\n", "no quantity", "500m"},
        {"a time that is none", 'w', widget + "  when: ¦yesterday\n", "no time", "2024-12-31T23:59:59Z"},
        {"bytes that are no base64", 'w', widget + "  secretBytes: ¦\"hello!\"\n", "base64", "write aGVsbG8h"},
        {"an address that is none", 'w', widget + "  address: ¦300.1.1.1\n", "no IPv4 address", "192.0.2.1"},
        {"a deprecated field", 'w', "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: w}\nspec:\n  ¦class: a\n  parts: [{name: x}]\n", "deprecated", "explanation"},
    };
}

} // namespace kube::test
