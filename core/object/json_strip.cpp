// SPDX-License-Identifier: Apache-2.0
#include "core/object/json_strip.h"

#include "core/object/json_walk.h"

#include <algorithm>

namespace kube {

std::size_t copyWithoutManagedFields(std::string_view json, char *out)
{
    char *at = out;
    std::size_t kept = 0;
    // Positions may lie past the end of what is no valid JSON.
    const auto copyUntil = [&](std::size_t end) {
        end = std::min(end, json.size());
        if (end > kept)
            at = std::copy(json.data() + kept, json.data() + end, at);
    };
    if (json.find("managedFields") == std::string_view::npos) {
        copyUntil(json.size());
        return json.size();
    }
    JsonWalker scan(json);
    scan.skipSpace();
    eachMember(scan, [&](std::string_view key, std::size_t) {
        if (key != "metadata" || scan.peek() != '{') {
            scan.skipValue();
            return;
        }
        std::size_t previousEnd = scan.position() + 1; // just past '{' or the last member that stays
        bool first = true;
        eachMember(scan, [&](std::string_view inner, std::size_t begin) {
            scan.skipValue();
            if (inner != "managedFields") {
                first = false;
                previousEnd = scan.position();
                return;
            }
            if (!first) { // the comma before it goes with it
                copyUntil(previousEnd);
                kept = scan.position();
            } else {
                copyUntil(begin);
                scan.skipSpace();
                if (scan.peek() == ',') {
                    scan.advance();
                    scan.skipSpace();
                }
                kept = scan.position();
            }
            previousEnd = kept;
        });
        if (scan.position() >= json.size() || json.find("managedFields", scan.position()) == std::string_view::npos)
            scan.stop();
    });
    copyUntil(json.size());
    return static_cast<std::size_t>(at - out);
}

} // namespace kube
