// SPDX-License-Identifier: Apache-2.0
#include "core/object/json_strip.h"

#include "core/object/json_walk.h"

namespace kube {

std::string withoutManagedFields(std::string_view json)
{
    if (json.find("managedFields") == std::string_view::npos)
        return std::string(json);
    std::string out;
    out.reserve(json.size());
    std::size_t kept = 0;
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
                out.append(json, kept, previousEnd - kept);
                kept = scan.position();
            } else {
                out.append(json, kept, begin - kept);
                scan.skipSpace();
                if (scan.peek() == ',') {
                    scan.advance();
                    scan.skipSpace();
                }
                kept = scan.position();
            }
            previousEnd = kept;
        });
        if (json.find("managedFields", scan.position()) == std::string_view::npos)
            scan.stop();
    });
    out.append(json, kept);
    return out;
}

} // namespace kube
