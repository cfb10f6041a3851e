// SPDX-License-Identifier: Apache-2.0
#include "core/metrics/metric_writer.h"
#include "tests/support/fixtures.h"
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"

#include <cmath>
#include <limits>
#include <random>

namespace metric_writer_test {

using namespace kube;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

std::string written(const std::vector<MetricSample> &samples)
{
    std::string text;
    for (const MetricSample &sample : samples)
        appendSample(text, sample);
    return text;
}

bool areEqual(const MetricSample &one, const MetricSample &other)
{
    const bool isOneNumber = one.value == other.value || (std::isnan(one.value) && std::isnan(other.value));
    return one.name == other.name && one.labels == other.labels && isOneNumber;
}

/// Names as the format has them, labels of any bytes, numbers of any size.
class SampleMaker
{
public:
    explicit SampleMaker(unsigned seed) : m_random(seed) {}

    [[nodiscard]] MetricSample sample()
    {
        MetricSample sample{name(), {}, number()};
        for (unsigned labels = below(4); labels > 0; --labels)
            sample.labels.emplace_back(name(), words());
        return sample;
    }

private:
    unsigned below(unsigned bound) { return static_cast<unsigned>(m_random() % bound); }
    std::string name()
    {
        const std::string letters = "abcXYZ_019";
        std::string made(1, letters[below(7)]);
        for (unsigned more = below(8); more > 0; --more)
            made += letters[below(10)];
        return made;
    }
    std::string words()
    {
        const std::string awkward = "\\\"\n\r\t {},=#";
        std::string made;
        for (unsigned more = below(12); more > 0; --more)
            made += below(2) ? awkward[below(static_cast<unsigned>(awkward.size()))] : static_cast<char>(below(256));
        return made;
    }
    double number()
    {
        switch (below(8)) {
        case 0: return infinity;
        case 1: return -infinity;
        case 2: return std::nan("");
        case 3: return std::numeric_limits<double>::denorm_min();
        case 4: return below(1000000);
        default: return std::ldexp(static_cast<double>(m_random()), static_cast<int>(below(1000)) - 500) * (below(2) ? 1 : -1);
        }
    }

    std::mt19937 m_random;
};

} // namespace

class MetricWriterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void aSampleIsALine()
    {
        QCOMPARE(written({{"up", {}, 1}, {"workqueue_depth", {{"name", "Foos"}, {"zone", ""}}, 2.5}}),
                 std::string("up 1\nworkqueue_depth{name=\"Foos\",zone=\"\"} 2.5\n"));
    }

    void quotesBackslashesAndLineBreaksAreEscaped()
    {
        std::string text;
        appendFamily(text, "c", "one \\ \"two\"\nthree", "counter");
        appendSample(text, {"c", {{"a", "one \\ \"two\"\nthree"}, {"b", "ü"}}, 1});
        QCOMPARE(text, std::string("# HELP c one \\\\ \"two\"\\nthree\n# TYPE c counter\nc{a=\"one \\\\ \\\"two\\\"\\nthree\",b=\"ü\"} 1\n"));
    }

    void numbersAreShortAndTheThreeOddOnesHaveNames()
    {
        const std::pair<double, const char *> numbers[] = {{0, "0"}, {0.1, "0.1"}, {-3, "-3"}, {1e-8, "1e-08"}, {infinity, "+Inf"}, {-infinity, "-Inf"}, {std::nan(""), "NaN"}};
        for (const auto &[number, text] : numbers)
            QCOMPARE(metricNumber(number), std::string(text));
    }

    void whatAServerTellsIsWrittenAsItWasRead()
    {
        for (const char *name : {"kube-apiserver", "kube-controller-manager"}) {
            const auto read = parseMetrics(kube::test::fixture(QStringLiteral("kubernetes-1.36/metrics/%1.prom").arg(QLatin1String(name))).toStdString());
            QVERIFY_RESULT(read);
            const auto again = parseMetrics(written(*read));
            QVERIFY_RESULT(again);
            QVERIFY(std::equal(read->begin(), read->end(), again->begin(), again->end(), areEqual));
        }
    }

    void whateverIsWrittenIsReadAsTheSame()
    {
        for (unsigned seed = 1; seed <= 2000; ++seed) {
            SampleMaker maker(seed);
            const std::vector<MetricSample> samples{maker.sample(), maker.sample(), maker.sample()};
            const auto read = parseMetrics(written(samples));
            QVERIFY_RESULT(read);
            QVERIFY2(std::equal(samples.begin(), samples.end(), read->begin(), read->end(), areEqual), qPrintable(QStringLiteral("seed %1").arg(seed)));
        }
    }

    void whatStandsBeforeSamplesIsPassedOver()
    {
        std::string text;
        appendFamily(text, "up", "a\n0 b", "gauge");
        const auto read = parseMetrics(text);
        QVERIFY_RESULT(read);
        QVERIFY(read->empty());
    }
};

ORRERY_GUILESS_TEST(MetricWriterTest)
} // namespace metric_writer_test
#include "metric_writer_test.moc"
