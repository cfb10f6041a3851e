// SPDX-License-Identifier: Apache-2.0
#include "core/discovery/aggregated_discovery.h"
#include "core/discovery/legacy_discovery.h"
#include "core/discovery/server_version.h"
#include "core/object/json.h"
#include "core/restmapper/rest_mapper.h"
#include "tests/fuzz/fuzz.h"

namespace {

void check(const kube::ApiVersion &version)
{
    for (const kube::ApiResource &resource : version.resources) {
        kube::test::mustHold(!resource.name.empty(), "a resource has a name");
        for (const kube::ApiSubresource &subresource : resource.subresources)
            kube::test::mustHold(resource.subresource(subresource.name) != nullptr, "a subresource is found by its name");
    }
}

void check(kube::ServerResources resources)
{
    for (const kube::ApiGroup &group : resources.groups) {
        kube::test::mustHold(group.versions.empty() == group.preferredVersion.empty(), "a group with versions prefers one");
        kube::test::mustHold(group.versions.empty() || group.preferred(), "of its own");
        for (const kube::ApiVersion &version : group.versions)
            check(version);
    }
    for (const kube::DiscoveryFailure &failure : resources.failures)
        kube::test::mustHold(!failure.error.message.isEmpty(), "a failure has words");
    const auto shared = std::make_shared<const kube::ServerResources>(std::move(resources));
    const kube::RestMapper mapper(shared);
    std::size_t asked = 0;
    for (const kube::ApiGroup &group : shared->groups) {
        for (const kube::ApiVersion &version : group.versions) {
            for (const kube::ApiResource &resource : version.resources) {
                if (!resource.isServed() || ++asked > 20)
                    continue;
                const auto mapping = mapper.mappingFor(kube::GroupVersionResource{group.name, version.version, resource.name});
                kube::test::mustHold(mapping.has_value(), "what is served can be mapped");
                (void)mapper.find(resource.name);
                (void)mapper.findAll(resource.kind.kind);
            }
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace kube;
    const std::string_view input = test::asText(data, size);
    (void)ServerVersion::parse(input);
    const auto document = JsonDocument::parse(input);
    if (!document)
        return 0;
    const JsonValue root = document->root();
    check(decodeAggregatedDiscovery(root));
    for (const AnnouncedGroup &group : decodeAnnouncedGroups(root)) {
        for (const std::string &version : group.versions)
            test::mustHold(!version.empty() && !discoveryPath({group.name, version}).isEmpty(), "a version has a path");
    }
    const ApiVersion legacy = decodeResourceList(root, {"apps", "v1"});
    check(legacy);
    for (const ApiResource &resource : legacy.resources)
        test::mustHold(resource.name.find('/') == std::string::npos, "a subresource is no resource");
    return 0;
}
