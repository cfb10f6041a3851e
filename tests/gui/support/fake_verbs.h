// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gui/support/fake_ports.h"

namespace orrery::test {

/// A port of removals that a test plays by hand.
class FakeRemoval final : public kube::RemovalPort
{
public:
    struct Remote final : kube::Removing {
        explicit Remote(FakeRemoval &port) : m_port(port) {}
        ~Remote() override { ++m_port.dropped; }
        void stop() override { ++m_port.stops; }

    private:
        FakeRemoval &m_port;
    };
    struct RemoteDrain final : kube::Draining {
        explicit RemoteDrain(FakeRemoval &port) : m_port(port) {}
        void read() override { ++m_port.reads; }
        void start(const kube::DrainOptions &options) override { m_port.drains.push_back(options); }
        void stop() override { ++m_port.stops; }

    private:
        FakeRemoval &m_port;
    };

    [[nodiscard]] kube::Subscription find(std::vector<kube::RemovalTarget> targets, const kube::Owner &owner, std::function<void(kube::OwnedFindingsPtr)> told) override
    {
        searched = std::move(targets);
        m_find = owner.bind(std::move(told));
        return kube::Subscription([] {});
    }
    [[nodiscard]] std::unique_ptr<kube::Removing> remove(kube::RemovalOrder order, const kube::Owner &owner, std::function<void(kube::RemovalProgressPtr)> told) override
    {
        orders.push_back(std::move(order));
        m_remove = owner.bind(std::move(told));
        return std::make_unique<Remote>(*this);
    }
    [[nodiscard]] std::unique_ptr<kube::Draining> drain(const std::string &, const kube::Owner &owner, std::function<void(kube::DrainStatePtr)> told) override
    {
        m_drain = owner.bind(std::move(told));
        return std::make_unique<RemoteDrain>(*this);
    }

    void tell(kube::OwnedFindings findings) const { m_find(std::make_shared<const kube::OwnedFindings>(std::move(findings))); }
    void tell(kube::RemovalProgress progress) const { m_remove(std::make_shared<const kube::RemovalProgress>(std::move(progress))); }
    void tell(kube::DrainState state) const { m_drain(std::make_shared<const kube::DrainState>(std::move(state))); }

    std::vector<kube::RemovalTarget> searched;
    std::vector<kube::RemovalOrder> orders;
    std::vector<kube::DrainOptions> drains;
    int stops = 0;
    int reads = 0;
    int dropped = 0;

private:
    std::function<void(kube::OwnedFindingsPtr)> m_find;
    std::function<void(kube::RemovalProgressPtr)> m_remove;
    std::function<void(kube::DrainStatePtr)> m_drain;
};

/// A port of single writes whose answers a test gives.
class FakeChanges final : public kube::ChangePort
{
public:
    [[nodiscard]] kube::Future<kube::ObjectReply> get(const kube::GroupVersionResource &, const kube::ObjectKey &key, const std::string &) override
    {
        read << QString::fromStdString(key.toString());
        return reads.ask();
    }
    [[nodiscard]] kube::Future<kube::ListPage> list(const kube::GroupVersionResource &, const std::string &, const kube::ListQuery &) override { return lists.ask(); }
    [[nodiscard]] kube::Future<kube::ObjectReply> patch(const kube::GroupVersionResource &, const kube::ObjectKey &key, kube::PatchType, const QByteArray &patch,
                                                        const kube::WriteOptions &) override
    {
        written << QString::fromStdString(key.toString()) + QLatin1Char(' ') + QString::fromUtf8(patch);
        return writes.ask();
    }
    [[nodiscard]] kube::Future<kube::ObjectReply> create(const kube::GroupVersionResource &, const kube::ObjectKey &key, const QByteArray &json, const kube::WriteOptions &options) override
    {
        made << QStringLiteral("%1 %2 %3").arg(options.dryRun == kube::DryRun::All ? QStringLiteral("try") : QStringLiteral("make"), QString::fromStdString(key.namespaceName), QString::fromUtf8(json));
        return writes.ask();
    }
    [[nodiscard]] kube::Future<kube::ObjectReply> remove(const kube::GroupVersionResource &, const kube::ObjectKey &, const kube::DeleteOptions &) override { return writes.ask(); }

    Answers<kube::ObjectReply> reads;
    Answers<kube::ListPage> lists;
    Answers<kube::ObjectReply> writes;
    QStringList read;    ///< "shop/web"
    QStringList written; ///< "shop/web {…}"
    QStringList made;    ///< "make shop {…}", "try shop {…}"
};

} // namespace orrery::test
