// SPDX-License-Identifier: Apache-2.0
#include "core/events/event_sender.h"

#include "core/dynamic/dynamic_client.h"

namespace kube {

namespace {

/// The server has said no, or never will be asked: another try would end the same.
bool isFinal(const Error &error)
{
    return error.status || error.is(ErrorKind::Canceled) || error.is(ErrorKind::Forbidden) || error.is(ErrorKind::BadInput);
}

std::optional<Error> errorOf(const Result<ObjectReply> &reply)
{
    return reply ? std::nullopt : std::optional(reply.error());
}

} // namespace

EventSender::EventSender(DynamicClient &client, ExecutorPtr executor, Scheduler &scheduler, Random random, Config config)
    : m_client(client), m_scheduler(scheduler), m_random(std::move(random)), m_config(std::move(config)),
      m_owner(std::move(executor))
{
}

EventSender::~EventSender()
{
    m_stop.request_stop();
}

void EventSender::send(EventWrite write, int tries, Done done)
{
    const std::uint64_t number = m_lastNumber++;
    m_sendings.emplace(number, Sending{std::move(write), tries, 0, std::move(done), {}});
    attempt(number);
}

void EventSender::attempt(std::uint64_t number)
{
    const EventWrite &write = m_sendings.at(number).write;
    if (write.patch.isEmpty()) {
        create(number);
        return;
    }
    WriteOptions options;
    options.stop = m_stop.get_token();
    auto answer = m_client.patch(m_config.resource, write.key, PatchType::Strategic, write.patch, options);
    then(std::move(answer), m_owner, [this, number](Result<ObjectReply> reply) {
        if (!reply && reply.error().is(ErrorKind::NotFound))
            create(number); // it has been removed meanwhile
        else
            answered(number, errorOf(reply));
    });
}

void EventSender::create(std::uint64_t number)
{
    const EventWrite &write = m_sendings.at(number).write;
    WriteOptions options;
    options.stop = m_stop.get_token();
    then(m_client.create(m_config.resource, write.key, write.json, options), m_owner,
         [this, number](Result<ObjectReply> reply) { answered(number, errorOf(reply)); });
}

void EventSender::answered(std::uint64_t number, std::optional<Error> error)
{
    if (!error) {
        finish(number, Outcome::Written, std::nullopt);
        return;
    }
    Sending &sending = m_sendings.at(number);
    const bool isBack = m_config.whenBack == Config::WhenBack::TryAgain && !sending.write.patch.isEmpty()
                        && error->is(ErrorKind::AlreadyExists);
    if (isFinal(*error) && !isBack) {
        finish(number, Outcome::Refused, std::move(error));
        return;
    }
    ++sending.failures;
    if (--sending.triesLeft <= 0) {
        finish(number, Outcome::GivenUp, std::move(error));
        return;
    }
    sending.timer = m_scheduler.after(m_config.pause(sending.failures, m_random()), [this, number] { attempt(number); });
}

void EventSender::finish(std::uint64_t number, Outcome outcome, std::optional<Error> error)
{
    const auto sending = m_sendings.extract(number);
    sending.mapped().done(outcome, std::move(error));
}

} // namespace kube
