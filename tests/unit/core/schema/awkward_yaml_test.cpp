// SPDX-License-Identifier: Apache-2.0
#include "core/object/yaml.h"
#include "core/schema/yaml_outline.h"
#include "tests/support/awkward_yaml.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

namespace awkward_yaml_test {

using namespace kube;

/// The outline beside the reader that kubectl agrees with (tests/cluster/yaml).
class AwkwardYamlTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::failOnWarnings(); }

    void theOutlineHasTheReadersValues()
    {
        test::AwkwardYaml yaml(7);
        int compared = 0;
        for (int i = 0; i < 3000; ++i) {
            const std::string text = yaml.document("a" + std::to_string(i));
            const auto read = yamlToJson(text);
            if (!read || text.find("<<: *") != std::string::npos)
                continue;
            ++compared;
            const auto outline = YamlOutline::of(text);
            const std::string ours = outline.toJson(outline.documents().front().root);
            const auto first = static_cast<std::size_t>(std::mismatch(ours.begin(), ours.end(), read->begin(), read->end()).first - ours.begin());
            const std::size_t from = first < 40 ? 0 : first - 40;
            QVERIFY2(ours == *read, ("outline: " + ours.substr(from, 120) + "\nreader:  " + read->substr(from, 120) + "\n" + text).c_str());
        }
        QVERIFY(compared > 2000);
    }
};

ORRERY_GUILESS_TEST(AwkwardYamlTest)
} // namespace awkward_yaml_test
#include "awkward_yaml_test.moc"
