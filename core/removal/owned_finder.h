// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/executor.h"
#include "core/base/future.h"
#include "core/dynamic/list_page.h"
#include "core/removal/owner_index.h"

#include <deque>
#include <memory>
#include <stop_token>

namespace kube {

class RestClient;
struct Response;

/// An object that is to be deleted, as it is now.
struct SeenTarget {
    RemovalTarget target;  ///< with its uid, once it is known
    bool isSeen = false;   ///< it has been asked for, and is there
    bool isReplaced = false; ///< it has another uid than was meant: target has the one that was meant
    std::vector<std::string> finalizers;
    std::optional<WallTime> deletionTimestamp; ///< it is deleted already
    std::optional<Error> error; ///< why it is not seen: NotFound, Forbidden …
};
/// How many objects of a kind there are in a Namespace that is to be deleted.
struct KindCount {
    std::size_t kind = 0; ///< index into OwnedFindings::kinds
    std::string namespaceName;
    std::int64_t count = 0;
};
/// A kind that could not be looked through: what belongs to the targets may be among it.
struct UnseenKind {
    std::size_t kind = 0; ///< index into OwnedFindings::kinds
    std::string namespaceName; ///< empty: all
    Error error;
};

/// What goes with some objects, as far as it has been found.
struct OwnedFindings {
    std::vector<SeenTarget> targets; ///< as they were given
    std::vector<RemovalKind> kinds;  ///< those that are looked through
    std::vector<OwnedRow> rows;      ///< what the targets own, not what is in Namespaces
    std::vector<KindCount> counts;   ///< what is in the Namespaces among the targets; nothing of a kind: not here
    std::vector<UnseenKind> unseen;
    std::size_t questions = 0;       ///< objects and lists there are to ask for
    std::size_t answered = 0;        ///< of them
    std::size_t looked = 0;          ///< objects that were looked at

    [[nodiscard]] bool isComplete() const { return answered == questions; } ///< is nothing asked any more?
};
using OwnedFindingsPtr = std::shared_ptr<const OwnedFindings>; ///< never null

/// Looks for what the garbage collector would delete with some objects: reads these, lists, as metadata and in pages, the kinds that may
/// hold it, and follows ownerReferences by uid, again and again. Events are left out, as the garbage collector leaves them out.
/// Of a Namespace it counts what is in it. Nothing is written. Thread: the client's, which must outlive this.
class OwnedFinder
{
public:
    static constexpr std::size_t parallel = 4; ///< requests under way at the same time

    /// kinds: all that may be listed. told: at once and after each page; it may destroy the finder.
    OwnedFinder(RestClient &client, ExecutorPtr executor, std::vector<RemovalKind> kinds, std::vector<RemovalTarget> targets,
                std::function<void(OwnedFindingsPtr)> told);
    ~OwnedFinder();
    OwnedFinder(const OwnedFinder &) = delete;
    OwnedFinder &operator=(const OwnedFinder &) = delete;

    void start(); ///< begins; once

private:
    struct Question {
        std::optional<std::size_t> target; ///< none: a list
        std::size_t kind = 0;
        std::string namespaceName;
        bool isCount = false;
        bool isWhole = false; ///< whole objects, where metadata alone do not tell how many there are
        std::string continueToken;
        std::int64_t limit = 0;
    };
    void plan();
    void askMore();
    void ask(Question question);
    void askForTarget(std::size_t index);
    void takeTarget(std::size_t index, const Result<Response> &answer);
    void take(Question question, const Result<ListPage> &page);
    void settle();
    void tell();

    RestClient &m_client;
    std::function<void(OwnedFindingsPtr)> m_told;
    OwnedFindings m_findings;
    OwnerIndex m_index;
    std::deque<Question> m_waiting;
    std::size_t m_asked = 0; ///< under way
    std::stop_source m_stop;
    Owner m_owner;
};

} // namespace kube
