// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

#include <cstdint>
#include <string>

namespace orrery::demo {

/// What a simulated container is doing.
enum class PodPhase { Pending, Creating, Running, CrashLoop, ImagePull, Completed, Failed };

struct PodFacts {
    QString nodeName;
    QString podIp;
    QString hostIp;
    PodPhase phase = PodPhase::Pending;
    int restarts = 0;
    QString startedAt; ///< RFC 3339
};

/// The status a kubelet would report of a pod of that spec.
[[nodiscard]] QJsonObject podStatus(const QJsonObject &spec, const PodFacts &facts);

/// Makes many pods of one ReplicaSet quickly: the JSON is built once, names and numbers are put in by text.
class PodStamp
{
public:
    /// owner: the ReplicaSet, whose template the pods get. facts.nodeName and the addresses are placeholders.
    PodStamp(const QJsonObject &replicaSet, PodPhase phase, int restarts, const QString &startedAt);

    struct Values {
        std::string name;
        std::string uid;
        std::string nodeName;
        std::string podIp;
        std::string hostIp;
    };
    [[nodiscard]] std::string make(const Values &values) const;

private:
    std::vector<std::string> m_pieces; ///< text between the values
    std::vector<int> m_slots;          ///< which value follows each piece but the last
};

/// 10.x.y.z of the n-th pod.
[[nodiscard]] std::string podAddress(std::uint64_t n);
[[nodiscard]] std::string nodeAddress(std::uint64_t n);
/// Five letters as the API server's name generator makes.
[[nodiscard]] std::string nameSuffix(std::uint64_t n);
[[nodiscard]] std::string makeUid(std::uint64_t n);

} // namespace orrery::demo
