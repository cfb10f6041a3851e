// SPDX-License-Identifier: Apache-2.0
#include "core/access/access_review.h"
#include "core/access/rules_review.h"
#include "core/access/user_info.h"
#include "core/leaderelection/election_record.h"
#include "core/object/json.h"
#include "core/scale/scale.h"
#include "tests/fuzz/fuzz.h"

namespace {

kube::ElectionRecord writtenAndRead(const kube::ElectionRecord &record)
{
    kube::JsonNode spec = kube::JsonNode::object();
    record.writeTo(spec);
    std::string json;
    spec.write(json);
    const auto document = kube::JsonDocument::parse(json);
    kube::test::mustHold(document.has_value(), "a record is written as JSON");
    return kube::ElectionRecord::of(document->root());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace kube;
    const std::string_view input = test::asText(data, size);
    (void)AccessDecision::decode(input);
    (void)UserInfo::decode(input);
    if (const auto review = RulesReview::decode(input)) {
        const ResourceAttributes everything{"*", "*", "*", "*", "*", "*"};
        (void)review->allows(everything);
        for (const ResourceRule &rule : review->rules) {
            const auto isUsable = [](const std::vector<std::string> &words) { return !words.empty() && !words[0].empty(); };
            if (!isUsable(rule.verbs) || rule.groups.empty() || !isUsable(rule.resources) || rule.resources[0].find('/') != std::string::npos)
                continue;
            if (!rule.names.empty() && !isUsable(rule.names))
                continue;
            const ResourceAttributes named{rule.verbs[0], rule.groups[0], rule.resources[0], {}, {}, rule.names.empty() ? std::string() : rule.names[0]};
            test::mustHold(review->allows(named), "what a rule names it allows");
        }
    }
    if (const auto scale = Scale::decode(QByteArray(input.data(), static_cast<qsizetype>(input.size())))) {
        const auto again = Scale::decode(scale->toJson());
        test::mustHold(again && again->key == scale->key && again->replicas == scale->replicas && again->kind == scale->kind
                           && again->uid == scale->uid && again->resourceVersion == scale->resourceVersion,
                       "what is put is what was got");
    }
    if (const auto lease = JsonDocument::parse(input)) {
        // Once: the first writing cuts times to microseconds.
        const ElectionRecord record = writtenAndRead(ElectionRecord::of(lease->root()["spec"]));
        test::mustHold(record.leaseDurationSeconds >= 0 && writtenAndRead(record) == record, "a record reads as it was written");
    }
    return 0;
}
