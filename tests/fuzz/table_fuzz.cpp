// SPDX-License-Identifier: Apache-2.0
#include "core/dynamic/list_page.h"
#include "core/dynamic/table.h"
#include "core/object/json.h"
#include "core/object/object_decoder.h"
#include "core/object/object_meta.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace kube;
    const std::string_view input = test::asText(data, size);
    if (const auto table = Table::decode(input)) {
        for (const TableRow &row : table->rows)
            test::mustHold(row.cells.size() == table->columns.size(), "a row has as many cells as there are columns");
    }
    if (const auto document = JsonDocument::parse(input)) {
        document->root()["rows"].forEachItem([](JsonValue row) {
            const auto json = tableRowDocument(row, {"apps", "v1", "Deployment"});
            if (!json)
                return;
            const auto made = decodeObject(*json);
            test::mustHold(made.has_value(), "a row's document is an object");
            test::mustHold((*made)->gvk() == GroupVersionKind{"apps", "v1", "Deployment"}, "of the kind asked for");
            (*made)->read([&](JsonValue root) {
                test::mustHold(root["cells"].size() == row["cells"].size(), "with the row's cells");
                test::mustHold(root["metadata"]["name"].string() == row["object"]["metadata"]["name"].string(), "and name");
            });
        });
    }
    const auto page = ListPage::decode(QByteArray(input.data(), static_cast<qsizetype>(input.size())));
    if (page) {
        for (const ObjectPtr &item : page->items)
            test::mustHold(item && !item->key().name.empty(), "an item of a page has a name");
    }
    return 0;
}
