// SPDX-License-Identifier: Apache-2.0
#include "core/session/inspected_operation.h"

#include "core/base/cancel_error.h"

namespace kube {

namespace {

constexpr std::size_t mostLate = 1000; ///< then nothing more is read until some have been told

} // namespace

InspectedOperation::InspectedOperation(std::shared_ptr<ConnectionFaults> faults, std::shared_ptr<PipelineTrace> trace,
                                       Scheduler &scheduler, ListSink *list, WatchSink *watch, Begin begin)
    : m_faults(std::move(faults)), m_trace(std::move(trace)), m_scheduler(scheduler), m_list(list), m_watch(watch),
      m_begin(std::move(begin))
{
    m_faults->add(this);
    if (auto error = m_faults->isFrozen() ? std::nullopt : m_faults->takeRefusal()) {
        m_begin = nullptr;
        m_timer = m_scheduler.after(Duration::zero(), [this, error = std::move(*error)] { refuse(error); });
    } else {
        settle();
    }
}

InspectedOperation::~InspectedOperation()
{
    m_faults->remove(this);
}

void InspectedOperation::pause()
{
    m_isPaused = true;
    settle();
}

void InspectedOperation::resume()
{
    m_isPaused = false;
    settle();
}

void InspectedOperation::endFor(const Error &why)
{
    if (m_inner)
        m_inner->endFor(why);
}

void InspectedOperation::item(ObjectPtr object)
{
    if (passes())
        m_list->item(std::move(object));
    else
        keep([this, object = std::move(object)] { m_list->item(object); });
}

void InspectedOperation::end(Result<ListMeta> result)
{
    if (passes())
        m_list->end(std::move(result));
    else
        keep([this, result = std::move(result)] { m_list->end(result); });
}

void InspectedOperation::opened()
{
    const auto told = [this] {
        m_isOpen = true;
        m_watch->opened();
    };
    if (passes())
        told();
    else
        keep(told);
}

void InspectedOperation::event(WatchEvent event)
{
    if (passes())
        tell(std::move(event));
    else
        keep([this, event = std::move(event)] { tell(event); });
}

void InspectedOperation::tell(WatchEvent event)
{
    if (m_trace->isOn() && event.object)
        m_trace->received(event.object->key());
    m_watch->event(std::move(event));
}

void InspectedOperation::end(std::optional<Error> error)
{
    const auto told = [this, error = std::move(error)] {
        m_isOpen = false;
        m_watch->end(error);
    };
    if (passes())
        told();
    else
        keep(told);
}

void InspectedOperation::keep(std::function<void()> tell)
{
    m_late.push_back({m_scheduler.now(), std::move(tell)});
    settle();
}

void InspectedOperation::refuse(Error error)
{
    endFor(canceledFor(error_code::Injected));
    m_inner.reset();
    m_timer.reset();
    m_late.clear(); // as what a connection that is lost had on its way
    if (m_list) {
        m_list->end(fail(error));
    } else if (!std::exchange(m_isOpen, false)) {
        m_watch->end(error);
    } else {
        // As a server does in a stream that has begun.
        const std::weak_ptr<const char> alive = m_alive;
        m_watch->event({WatchEventType::Error, nullptr, {}, false, error});
        if (!alive.expired())
            m_watch->end(std::nullopt);
    }
}

void InspectedOperation::settle()
{
    const bool isFrozen = m_faults->isFrozen();
    if (m_begin && !isFrozen) {
        const Begin begin = std::exchange(m_begin, nullptr);
        m_inner = begin(*this, *this);
    }
    const bool isHeld = m_isPaused || isFrozen || m_late.size() >= mostLate;
    if (m_inner && isHeld != m_innerIsPaused) {
        m_innerIsPaused = isHeld;
        if (isHeld)
            m_inner->pause();
        else
            m_inner->resume();
    }
    if (m_late.empty())
        return; // the timer may be a refusal's
    m_timer.reset();
    if (!m_isPaused && !isFrozen)
        m_timer = m_scheduler.after(m_late.front().arrived + m_faults->delay() - m_scheduler.now(), [this] { tellLate(); });
}

void InspectedOperation::tellLate()
{
    const std::weak_ptr<const char> alive = m_alive;
    while (!m_late.empty() && !m_isPaused && !m_faults->isFrozen() && m_late.front().arrived + m_faults->delay() <= m_scheduler.now()) {
        const Late late = std::move(m_late.front());
        m_late.pop_front();
        late.tell();
        if (alive.expired())
            return;
    }
    settle();
}

} // namespace kube
