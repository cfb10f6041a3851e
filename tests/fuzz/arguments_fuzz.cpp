// SPDX-License-Identifier: Apache-2.0
#include "core/kubeconfig/overrides.h"
#include "core/object/object_meta.h"
#include "core/rest/proxy_settings.h"
#include "core/restmapper/resource_argument.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace kube;
    const std::string_view input = test::asText(data, size);
    const QString text = QString::fromUtf8(input.data(), static_cast<qsizetype>(input.size()));
    if (const auto timeout = parseRequestTimeout(text))
        test::mustHold(timeout->count() >= 0, "no time-out is negative");
    if (const auto readings = ResourceArgument::parse(input)) {
        test::mustHold(!readings->empty(), "an argument can be read somehow");
        for (const ResourceArgument &reading : *readings)
            test::mustHold(!reading.name.empty() && reading.name == toLower(reading.name), "and names something");
    }
    if (const auto time = parseTime(input))
        test::mustHold(parseTime(formatMicroTime(*time)).has_value(), "a time that is read can be written and read");

    // "server|no_proxy|proxy"
    const QStringList parts = text.split(QLatin1Char('|'));
    const QUrl server(parts.value(0));
    (void)isExemptFromProxy(server, parts.value(1));
    const auto proxy = proxyFromEnvironment(server, [&](const char *name) {
        return QByteArray(name).toLower() == "no_proxy" ? parts.value(1) : parts.value(2);
    });
    test::mustHold(proxy || !proxy.error().place.isEmpty(), "a wrong proxy names its variable");
    if (proxy)
        (void)qtProxy(*proxy, "agent");
    return 0;
}
