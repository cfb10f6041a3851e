// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/scheduler.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace kube::test {

/// What any work queue does, said as plainly as possible: the rules of pausing, shutting down and counting.
class NaiveQueue
{
public:
    virtual ~NaiveQueue() = default;
    virtual void add(int key, int priority) = 0;
    virtual void addAfter(int key, int priority, SteadyTime readyAt) = 0;
    virtual void release(SteadyTime now) = 0;
    [[nodiscard]] virtual std::vector<int> line() const = 0;    ///< in the order of handing out
    [[nodiscard]] virtual std::vector<int> waiting() const = 0; ///< in the order of their times
    [[nodiscard]] virtual std::set<int> addedAgain() const = 0;

    [[nodiscard]] bool canTake() const { return !line().empty() && (!isPaused || steps > 0); }
    std::optional<int> take()
    {
        if (!canTake())
            return std::nullopt;
        if (isPaused)
            --steps;
        const int key = line().front();
        held.insert(key);
        taken(key);
        return key;
    }
    void done(int key)
    {
        if (held.erase(key) > 0)
            ended(key);
    }
    void pause() { isPaused = isPaused || !isDown; }
    void step(int count) { steps += isPaused ? count : 0; }
    void resume()
    {
        isPaused = false;
        steps = 0;
    }
    void shutDown()
    {
        isDown = true;
        resume();
        dropWaiting();
    }

    bool isPaused = false;
    int steps = 0;
    bool isDown = false;
    std::set<int> held;
    std::map<int, int> failures;

protected:
    virtual void taken(int key) = 0;
    virtual void ended(int key) = 0;
    virtual void dropWaiting() = 0;
};

/// client-go's: a key may be in line and wait for its time.
class NaiveFifo final : public NaiveQueue
{
public:
    void add(int key, int) override
    {
        if (isDown || contains(m_line, key) || m_again.contains(key))
            return;
        if (held.contains(key))
            m_again.insert(key);
        else
            m_line.push_back(key);
    }
    void addAfter(int key, int, SteadyTime readyAt) override
    {
        if (isDown)
            return;
        const auto known = std::find_if(m_waiting.begin(), m_waiting.end(), [key](const auto &one) { return one.second == key; });
        if (known != m_waiting.end()) {
            if (known->first <= readyAt)
                return;
            m_waiting.erase(known);
        }
        m_waiting.emplace_back(readyAt, key);
        std::stable_sort(m_waiting.begin(), m_waiting.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    }
    void release(SteadyTime now) override
    {
        while (!m_waiting.empty() && m_waiting.front().first <= now) {
            add(m_waiting.front().second, 0);
            m_waiting.erase(m_waiting.begin());
        }
    }
    std::vector<int> line() const override { return m_line; }
    std::vector<int> waiting() const override
    {
        std::vector<int> keys;
        for (const auto &[at, key] : m_waiting)
            keys.push_back(key);
        return keys;
    }
    std::set<int> addedAgain() const override { return m_again; }

private:
    static bool contains(const std::vector<int> &keys, int key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); }
    void taken(int key) override { std::erase(m_line, key); }
    void ended(int key) override
    {
        if (m_again.erase(key) > 0)
            m_line.push_back(key);
    }
    void dropWaiting() override { m_waiting.clear(); }

    std::vector<int> m_line;
    std::set<int> m_again;
    std::vector<std::pair<SteadyTime, int>> m_waiting;
};

/// controller-runtime's: a key is in it once.
class NaivePriorities final : public NaiveQueue
{
public:
    void add(int key, int priority) override { put(key, priority, std::nullopt); }
    void addAfter(int key, int priority, SteadyTime readyAt) override { put(key, priority, readyAt); }
    void release(SteadyTime now) override
    {
        for (const int key : waiting()) {
            Item &item = *find(key);
            if (*item.readyAt <= now) {
                item.readyAt.reset();
                item.order = m_counter++;
            }
        }
    }
    std::vector<int> line() const override
    {
        std::vector<Item> items = m_items;
        std::erase_if(items, [this](const Item &item) { return item.readyAt || held.contains(item.key); });
        return keysOf(items, [](const Item &a, const Item &b) { return std::pair(-a.priority, a.order) < std::pair(-b.priority, b.order); });
    }
    std::vector<int> waiting() const override
    {
        std::vector<Item> items = m_items;
        std::erase_if(items, [](const Item &item) { return !item.readyAt; });
        return keysOf(items, [](const Item &a, const Item &b) { return std::pair(*a.readyAt, a.order) < std::pair(*b.readyAt, b.order); });
    }
    std::set<int> addedAgain() const override
    {
        std::set<int> keys;
        for (const Item &item : m_items) {
            if (!item.readyAt && held.contains(item.key))
                keys.insert(item.key);
        }
        return keys;
    }

private:
    struct Item {
        int key = 0;
        int priority = 0;
        std::optional<SteadyTime> readyAt;
        int order = 0;
    };
    template <typename Less>
    static std::vector<int> keysOf(std::vector<Item> items, Less less)
    {
        std::sort(items.begin(), items.end(), less);
        std::vector<int> keys;
        for (const Item &item : items)
            keys.push_back(item.key);
        return keys;
    }
    Item *find(int key)
    {
        const auto found = std::find_if(m_items.begin(), m_items.end(), [key](const Item &item) { return item.key == key; });
        return found == m_items.end() ? nullptr : &*found;
    }
    void put(int key, int priority, std::optional<SteadyTime> readyAt)
    {
        if (isDown)
            return;
        Item *const item = find(key);
        if (!item) {
            m_items.push_back({key, priority, readyAt, m_counter++});
            return;
        }
        if (item->readyAt && (!readyAt || *readyAt < *item->readyAt)) {
            item->readyAt = readyAt;
            item->order = m_counter++;
        }
        if (priority > item->priority) {
            item->priority = priority;
            if (!item->readyAt)
                item->order = m_counter++;
        }
    }
    void taken(int key) override
    {
        std::erase_if(m_items, [key](const Item &item) { return item.key == key; });
    }
    void ended(int) override {}
    void dropWaiting() override
    {
        std::erase_if(m_items, [](const Item &item) { return item.readyAt.has_value(); });
    }

    std::vector<Item> m_items;
    int m_counter = 0;
};

} // namespace kube::test
