// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/object_decoder.h"
#include "tests/support/manual_time.h"
#include "tests/unit/ui/models/test_rows.h"
#include "ui/models/row_feed.h"

#include <map>

namespace orrery::test {

/// A cache of things that a test fills, and who tells of it.
class FakeSource final : public kube::FeedSource
{
public:
    explicit FakeSource(std::shared_ptr<kube::test::ManualTime> time) : m_time(time), m_executor(time) {}
    void start(Handler handler) override
    {
        m_handler = std::move(handler);
        for (const auto &[key, object] : m_objects)
            m_handler.changed(key, true);
    }
    [[nodiscard]] kube::ObjectPtr get(const kube::ObjectKey &key) const override
    {
        ++gets;
        const auto found = m_objects.find(key);
        return found == m_objects.end() ? nullptr : found->second;
    }
    [[nodiscard]] std::size_t size() const override { return m_objects.size(); }
    [[nodiscard]] const kube::ExecutorPtr &executor() const override { return m_executor; }
    [[nodiscard]] kube::Scheduler &scheduler() const override { return *m_time; }
    std::optional<kube::ChangeStamp> reconciled(const kube::ObjectKey &) override
    {
        ++told;
        return times ? std::optional(kube::ChangeStamp{m_time->now(), times}) : std::nullopt;
    }
    [[nodiscard]] std::function<void()> delivering() override
    {
        return [this] { ++delivered; };
    }

    void put(const std::string &name, const std::string &uid, const std::string &word, bool initial = false)
    {
        const std::string json = R"({"metadata":{"namespace":"default","name":")" + name + R"(","uid":")" + uid + R"("},"word":")" + word + R"("})";
        const kube::ObjectKey key{"default", name};
        m_objects[key] = *kube::decodeObject(json, {"", "v1", "Thing"});
        if (m_handler.changed)
            m_handler.changed(key, initial);
    }
    void remove(const std::string &name)
    {
        m_objects.erase({"default", name});
        m_handler.changed({"default", name}, false);
    }
    void columns(const std::vector<kube::TableColumn> &columns) { m_handler.columns(columns); }

    mutable int gets = 0;
    int told = 0;
    int delivered = 0;
    std::shared_ptr<kube::PaintTimes> times; ///< null: nobody looks

private:
    std::shared_ptr<kube::test::ManualTime> m_time;
    kube::ExecutorPtr m_executor;
    std::map<kube::ObjectKey, kube::ObjectPtr> m_objects;
    Handler m_handler;
};

/// A RowFeed's surroundings: its session's time, the GUI's, and what came there.
struct FeedFixture {
    std::shared_ptr<kube::test::ManualTime> m_session = std::make_shared<kube::test::ManualTime>();
    std::shared_ptr<kube::test::ManualTime> m_gui = std::make_shared<kube::test::ManualTime>();
    std::shared_ptr<char> m_alive = std::make_shared<char>();
    std::vector<RowDelivery> m_deliveries;

    [[nodiscard]] RowFeed::Sink sink()
    {
        return {m_gui, m_alive, [this](RowDelivery delivery) { m_deliveries.push_back(std::move(delivery)); }, m_gui};
    }
    [[nodiscard]] std::map<Slot, std::string> shown() const
    {
        std::map<Slot, std::string> rows;
        for (const RowDelivery &delivery : m_deliveries) {
            if (delivery.columns)
                rows.clear();
            for (const RowChange &change : delivery.batch) {
                if (change.row)
                    rows[change.slot] = std::string(change.row->name()) + "=" + std::string(change.row->cell(2));
                else
                    rows.erase(change.slot);
            }
        }
        return rows;
    }
    [[nodiscard]] QStringList shownSorted() const
    {
        QStringList list;
        for (const auto &[slot, text] : shown())
            list.append(QString::fromStdString(text));
        list.sort();
        return list;
    }
    void runAll()
    {
        m_session->run();
        m_gui->run();
    }
};

} // namespace orrery::test
