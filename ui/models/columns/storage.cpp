// SPDX-License-Identifier: Apache-2.0
#include "ui/models/columns/cells.h"
#include "ui/models/columns/kind_columns.h"
#include "ui/models/columns/word_tone.h"

namespace orrery {

namespace {

using kube::JsonValue;
using namespace cells;

std::string accessModes(JsonValue modes)
{
    static constexpr std::pair<std::string_view, std::string_view> shortNames[] = {
        {"ReadWriteOnce", "RWO"}, {"ReadOnlyMany", "ROX"}, {"ReadWriteMany", "RWX"}, {"ReadWriteOncePod", "RWOP"}};
    std::vector<std::string> texts;
    for (const auto &[mode, shortName] : shortNames) {
        bool has = false;
        modes.forEachItem([&, wanted = mode](JsonValue item) { has = has || item.string() == wanted; });
        if (has)
            texts.emplace_back(shortName);
    }
    return joined(texts, ",");
}

/// The class of a volume or claim: the annotation is older than the field and wins.
std::string_view storageClass(JsonValue root)
{
    const JsonValue old = root["metadata"]["annotations"]["volume.beta.kubernetes.io/storage-class"];
    return old.exists() ? old.string() : root["spec"]["storageClassName"].string();
}

void phase(JsonValue root, RowBuilder &row)
{
    if (isTerminating(root))
        row.text("Terminating", Tone::Terminating);
    else
        row.text(root["status"]["phase"].string(), toneOfWord(root["status"]["phase"].string()));
}

void fillVolume(JsonValue root, RowBuilder &row)
{
    const JsonValue spec = root["spec"];
    row.name();
    row.quantity(orElse(spec["capacity"]["storage"].string(), "0"));
    row.text(accessModes(spec["accessModes"]));
    row.text(spec["persistentVolumeReclaimPolicy"].string());
    phase(root, row);
    const JsonValue claim = spec["claimRef"];
    row.text(claim.isObject() ? std::string(claim["namespace"].string()) + "/" + std::string(claim["name"].string()) : std::string());
    row.text(storageClass(root));
    row.text(orElse(spec["volumeAttributesClassName"].string(), "<unset>"));
    row.text(root["status"]["reason"].string());
    row.age(created(root));
    row.text(orElse(spec["volumeMode"].string(), "<unset>"));
}

void fillClaim(JsonValue root, RowBuilder &row)
{
    const JsonValue spec = root["spec"];
    const bool isBound = !spec["volumeName"].string().empty();
    row.name();
    phase(root, row);
    row.text(spec["volumeName"].string());
    row.quantity(isBound ? orElse(root["status"]["capacity"]["storage"].string(), "0") : std::string_view());
    row.text(isBound ? accessModes(root["status"]["accessModes"]) : std::string());
    row.text(storageClass(root));
    row.text(orElse(spec["volumeAttributesClassName"].string(), "<unset>"));
    row.age(created(root));
    row.text(orElse(spec["volumeMode"].string(), "<unset>"));
}

bool isDefaultClass(JsonValue root)
{
    const JsonValue annotations = root["metadata"]["annotations"];
    for (const char *key : {"storageclass.kubernetes.io/is-default-class", "storageclass.beta.kubernetes.io/is-default-class",
                            "volumeattributesclass.alpha.kubernetes.io/is-default-class"}) {
        if (annotations[key].string() == "true")
            return true;
    }
    return false;
}

void className(JsonValue root, RowBuilder &row)
{
    if (isDefaultClass(root))
        row.text(std::string(root["metadata"]["name"].string()) + " (default)");
    else
        row.name();
}

void fillStorageClass(JsonValue root, RowBuilder &row)
{
    className(root, row);
    row.text(root["provisioner"].string());
    row.text(orElse(root["reclaimPolicy"].string(), "Delete"));
    row.text(orElse(root["volumeBindingMode"].string(), "Immediate"));
    row.boolean(root["allowVolumeExpansion"].boolean());
    row.age(created(root));
}

void fillAttachment(JsonValue root, RowBuilder &row)
{
    row.name();
    row.text(root["spec"]["attacher"].string());
    row.text(root["spec"]["source"]["persistentVolumeName"].string());
    row.text(root["spec"]["nodeName"].string());
    const bool attached = root["status"]["attached"].boolean();
    row.text(attached ? "true" : "false", attached ? Tone::Ready : Tone::Pending);
    row.age(created(root));
}

void fillCsiDriver(JsonValue root, RowBuilder &row)
{
    const JsonValue spec = root["spec"];
    row.name();
    row.boolean(spec["attachRequired"].boolean(true));
    row.boolean(spec["podInfoOnMount"].boolean());
    row.boolean(spec["storageCapacity"].boolean());
    row.text(spec["tokenRequests"].isArray() ? joined(spec["tokenRequests"], ",", "audience") : "<unset>");
    row.boolean(spec["requiresRepublish"].boolean());
    row.text(orNone(joined(spec["volumeLifecycleModes"], ",")));
    row.age(created(root));
}

} // namespace

void addStorage(KindList &kinds)
{
    kinds.push_back({{""},
                     "persistentvolumes",
                     {nameColumn(), column("CAPACITY", CellType::Quantity), column("ACCESS MODES"), column("RECLAIM POLICY"),
                      column("STATUS", CellType::Status, 12), column("CLAIM"), column("STORAGECLASS"), column("VOLUMEATTRIBUTESCLASS"),
                      column("REASON"), ageColumn(), wide("VOLUMEMODE")},
                     fillVolume});
    kinds.push_back({{""},
                     "persistentvolumeclaims",
                     {nameColumn(), column("STATUS", CellType::Status, 12), column("VOLUME"), column("CAPACITY", CellType::Quantity),
                      column("ACCESS MODES"), column("STORAGECLASS"), column("VOLUMEATTRIBUTESCLASS"), ageColumn(), wide("VOLUMEMODE")},
                     fillClaim});
    kinds.push_back({{"storage.k8s.io"},
                     "storageclasses",
                     {nameColumn(), column("PROVISIONER"), column("RECLAIMPOLICY"), column("VOLUMEBINDINGMODE"), column("ALLOWVOLUMEEXPANSION"),
                      ageColumn()},
                     fillStorageClass});
    kinds.push_back({{"storage.k8s.io"}, "volumeattributesclasses", {nameColumn(), column("DRIVERNAME"), ageColumn()}, [](JsonValue root, RowBuilder &row) {
                         className(root, row);
                         row.text(root["driverName"].string());
                         row.age(created(root));
                     }});
    kinds.push_back({{"storage.k8s.io"},
                     "volumeattachments",
                     {nameColumn(), column("ATTACHER"), column("PV"), column("NODE"), column("ATTACHED", CellType::Status, 9), ageColumn()},
                     fillAttachment});
    kinds.push_back({{"storage.k8s.io"}, "csinodes", {nameColumn(), column("DRIVERS", CellType::Number), ageColumn()}, [](JsonValue root, RowBuilder &row) {
                         row.name();
                         row.number(static_cast<std::int64_t>(root["spec"]["drivers"].size()));
                         row.age(created(root));
                     }});
    kinds.push_back({{"storage.k8s.io"},
                     "csidrivers",
                     {nameColumn(), column("ATTACHREQUIRED"), column("PODINFOONMOUNT"), column("STORAGECAPACITY"), column("TOKENREQUESTS"),
                      column("REQUIRESREPUBLISH"), column("MODES"), ageColumn()},
                     fillCsiDriver});
    kinds.push_back({{"storage.k8s.io"},
                     "csistoragecapacities",
                     {nameColumn(), column("STORAGECLASSNAME"), column("CAPACITY", CellType::Quantity)},
                     [](JsonValue root, RowBuilder &row) {
                         row.name();
                         row.text(root["storageClassName"].string());
                         if (const auto capacity = root["capacity"].string(); capacity.empty())
                             row.text("<unset>");
                         else
                             row.quantity(capacity);
                     }});
}

} // namespace orrery
