// SPDX-License-Identifier: Apache-2.0
#include "tests/fault/proxy/churn.h"

namespace kube::test {

namespace {
constexpr unsigned names = 60;
const GroupVersionResource churned{"", "v1", "configmaps"};
}

Churn::Churn(DynamicClient &objects, ExecutorPtr executor, std::string namespaceName, std::uint32_t seed)
    : m_objects(objects), m_namespace(std::move(namespaceName)), m_random(seed), m_owner(std::move(executor))
{
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { change(); });
}

void Churn::start(int perSecond)
{
    m_timer.start(1000 / perSecond);
}

std::string Churn::labels()
{
    return m_random() % 2 ? R"({"churn":"in"})" : R"({"churn":"out"})";
}

void Churn::change()
{
    const std::string name = "churned-" + std::to_string(m_random() % names);
    const auto die = m_random() % 10;
    if (m_busy.contains(name))
        return;
    m_busy.insert(name);
    if (!m_there.contains(name))
        create(name);
    else if (die < 6)
        patch(name);
    else
        remove(name, die < 8);
}

void Churn::create(const std::string &name)
{
    const std::string json = R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":")" + name + R"(","labels":)" + labels()
        + R"(},"data":{"value":")" + std::to_string(++m_value) + R"("}})";
    then(m_objects.create(churned, {m_namespace, name}, QByteArray::fromStdString(json)), m_owner,
         [this, name](Result<ObjectReply> reply) { ended(name, reply, true); });
}

void Churn::patch(const std::string &name)
{
    const std::string json = R"({"metadata":{"labels":)" + labels() + R"(},"data":{"value":")" + std::to_string(++m_value) + R"("}})";
    then(m_objects.patch(churned, {m_namespace, name}, PatchType::Merge, QByteArray::fromStdString(json)), m_owner,
         [this, name](Result<ObjectReply> reply) { ended(name, reply, true); });
}

void Churn::remove(const std::string &name, bool andAgain)
{
    then(m_objects.remove(churned, {m_namespace, name}), m_owner, [this, name, andAgain](Result<ObjectReply> reply) {
        if (!ended(name, reply, false) || !andAgain)
            return;
        m_busy.insert(name);
        create(name);
    });
}

bool Churn::ended(const std::string &name, const Result<ObjectReply> &reply, bool exists)
{
    m_busy.erase(name);
    if (!reply) {
        m_errors.append(QString::fromStdString(name) + QStringLiteral(": ") + reply.error().toString());
        return false;
    }
    ++m_changes;
    if (exists)
        m_there.insert(name);
    else
        m_there.erase(name);
    return true;
}

} // namespace kube::test
