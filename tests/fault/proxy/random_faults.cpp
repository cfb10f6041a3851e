// SPDX-License-Identifier: Apache-2.0
#include "tests/fault/proxy/random_faults.h"

namespace kube::test {

RandomFaults::RandomFaults(FaultProxy &proxy, std::uint32_t seed) : m_proxy(proxy), m_random(seed)
{
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { next(); });
}

void RandomFaults::start()
{
    next();
}

void RandomFaults::stop()
{
    m_timer.stop();
    m_proxy.heal();
    m_proxy.accept();
}

int RandomFaults::between(int least, int most)
{
    return least + static_cast<int>(m_random() % static_cast<unsigned>(most - least + 1));
}

void RandomFaults::next()
{
    m_timer.start(between(100, 900));
    m_inFault = !m_inFault;
    if (!m_inFault) {
        m_proxy.heal();
        m_proxy.accept();
        return;
    }
    Fault fault;
    QString said;
    switch (between(0, 9)) {
    case 0:
        said = QStringLiteral("reset");
        m_proxy.reset();
        break;
    case 1:
        said = QStringLiteral("closed");
        m_proxy.close();
        break;
    case 2:
        said = QStringLiteral("shut");
        m_proxy.shut();
        break;
    case 3:
        said = QStringLiteral("refused, what is open stays");
        m_proxy.refuse();
        break;
    case 4:
        said = QStringLiteral("the youngest connection swallowed");
        m_proxy.swallowNewest();
        break;
    case 5:
        fault.swallow = true;
        said = QStringLiteral("swallowed");
        break;
    case 6:
        fault.cutAfter = between(0, 20'000);
        said = QStringLiteral("cut after %1").arg(*fault.cutAfter);
        break;
    case 7:
        fault.slice = between(1, 50);
        said = QStringLiteral("slices of %1").arg(fault.slice);
        break;
    case 8:
        fault.bytesPerSecond = between(2'000, 200'000);
        said = QStringLiteral("%1 bytes a second").arg(fault.bytesPerSecond);
        break;
    default:
        fault.latency = std::chrono::milliseconds(between(1, 150));
        fault.slowClose = std::chrono::milliseconds(between(0, 400));
        said = QStringLiteral("%1 ms away").arg(fault.latency.count());
        break;
    }
    m_proxy.set(fault);
    m_history.append(said);
}

} // namespace kube::test
