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

} // namespace

EventSender::EventSender(DynamicClient &client, ExecutorPtr executor, Scheduler &scheduler, Random random, Config config)
    : m_client(client), m_scheduler(scheduler), m_random(std::move(random)), m_config(std::move(config)),
      m_owner(std::move(executor))
{
}

EventSender::~EventSender()
{
    for (auto &[number, sending] : m_sendings)
        sending.stop.request_stop();
}

void EventSender::send(EventWrite write, int tries, Done done)
{
    const std::uint64_t number = m_lastNumber++;
    m_sendings.emplace(number, Sending{std::move(write), tries, 0, std::move(done), {}, {}, false});
    attempt(number);
}

std::stop_token EventSender::limit(std::uint64_t number)
{
    Sending &sending = m_sendings.at(number);
    sending.stop = std::stop_source();
    sending.isLate = false;
    sending.timer = m_scheduler.after(timeLimit, [&sending] {
        sending.isLate = true;
        sending.stop.request_stop();
    });
    return sending.stop.get_token();
}

std::optional<Error> EventSender::ended(std::uint64_t number, const Result<ObjectReply> &reply)
{
    Sending &sending = m_sendings.at(number);
    sending.timer.reset();
    if (reply)
        return std::nullopt;
    if (sending.isLate && reply.error().is(ErrorKind::Canceled))
        return Error::transport(QStringLiteral("no answer in time"), QString::fromStdString(sending.write.key.name));
    return reply.error();
}

void EventSender::attempt(std::uint64_t number)
{
    const EventWrite &write = m_sendings.at(number).write;
    if (write.patch.isEmpty()) {
        create(number);
        return;
    }
    WriteOptions options;
    options.stop = limit(number);
    auto answer = m_client.patch(m_config.resource, write.key, PatchType::Strategic, write.patch, options);
    then(std::move(answer), m_owner, [this, number](Result<ObjectReply> reply) {
        auto error = ended(number, reply);
        if (error && error->is(ErrorKind::NotFound))
            create(number); // it has been removed meanwhile
        else
            answered(number, std::move(error));
    });
}

void EventSender::create(std::uint64_t number)
{
    const EventWrite &write = m_sendings.at(number).write;
    WriteOptions options;
    options.stop = limit(number);
    then(m_client.create(m_config.resource, write.key, write.json, options), m_owner,
         [this, number](Result<ObjectReply> reply) { answered(number, ended(number, reply)); });
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
