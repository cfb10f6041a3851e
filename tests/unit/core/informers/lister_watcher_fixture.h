// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/informers/dynamic_lister_watcher.h"
#include "tests/support/rest_fixture.h"

namespace kube::test {

struct ListRecorder final : ListSink {
    std::vector<ObjectPtr> objects;
    std::optional<Result<ListMeta>> result;
    std::function<void()> onItem = [] {};

    void item(ObjectPtr object) override
    {
        objects.push_back(std::move(object));
        onItem();
    }
    void end(Result<ListMeta> ended) override { result = std::move(ended); }
};

struct WatchRecorder final : WatchSink {
    int opens = 0;
    std::vector<WatchEvent> events;
    bool isEnded = false;
    std::optional<Error> error;
    std::function<void()> onEvent = [] {};

    void opened() override { ++opens; }
    void event(WatchEvent event) override
    {
        events.push_back(std::move(event));
        onEvent();
    }
    void end(std::optional<Error> ended) override
    {
        isEnded = true;
        error = std::move(ended);
    }
    /// "AMDBE", a letter an event; "b" for the bookmark that ends the initial events.
    [[nodiscard]] QByteArray types() const
    {
        QByteArray letters;
        for (const WatchEvent &event : events)
            letters += event.initialEventsEnd ? 'b' : "AMDBE"[static_cast<int>(event.type)];
        return letters;
    }
};

struct ListerWatcherFixture : RestFixture {
    std::vector<std::vector<TableColumnDefinition>> columns;
    DynamicListerWatcher source;
    ListRecorder listed;
    WatchRecorder watched;

    explicit ListerWatcherFixture(DynamicListerWatcher::Target target)
        : source(client, std::move(target), time, [this](const auto &told) { columns.push_back(told); })
    {
    }
    /// Answers the last request in pieces of so many bytes.
    void answerInPieces(const QByteArray &body, qsizetype bytes)
    {
        time->run();
        const auto exchange = server->exchanges.back();
        exchange->head(200, {{"Content-Type", "application/json"}});
        for (qsizetype at = 0; at < body.size(); at += bytes) {
            exchange->data(body.mid(at, bytes));
            time->run();
        }
        exchange->end();
        time->run();
    }
};

} // namespace kube::test
