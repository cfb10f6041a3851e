// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/base/scheduler.h"
#include "core/object/gvk.h"
#include "core/object/object_key.h"

#include <vector>

namespace kube {

/// Which object of which cluster a draft is of.
struct DraftKey {
    std::string cluster;           ///< what tells clusters apart for good: the uid of kube-system, else the server's address
    GroupVersionResource resource;
    ObjectKey object;
    std::string uid;               ///< "" for an object that is to be created

    friend bool operator==(const DraftKey &, const DraftKey &) = default;
};

/// A text that is not saved yet.
struct Draft {
    DraftKey key;
    std::string base; ///< JSON of the version it goes on from; "" for an object that is to be created
    std::string text; ///< the user's, whole
    WallTime time{};  ///< when it was kept, to the second
    QString file;     ///< where it was read from; empty for one that is to be kept
};

/// Texts on disk that outlive a crash, a lost connection and a restart, for 30 days: one file each, written aside and put in
/// its place at once, readable by the user alone. Secrets are never kept, whatever they call themselves.
/// Two processes may keep drafts of one object: each writes files of its own, and sees the other's.
/// Thread: one at a time. Blocks for the disk.
class DraftStore
{
public:
    static constexpr std::size_t mostBytes = 4 * 1024 * 1024; ///< of base and text together: etcd takes 1.5 MB of an object
    static constexpr std::chrono::hours lifetime{30 * 24};

    /// folder: made, with 0700, when the first draft is kept. process: tells apart who writes at the same time; "" makes one up.
    explicit DraftStore(QString folder, QString process = {});

    /// Replaces this process's draft of the object. Errors: Forbidden for a Secret; BadInput when it is too large or names
    /// no object; Server with the system's words when it cannot be written: then the one before is still there.
    [[nodiscard]] Result<void> keep(const Draft &draft);
    /// Every process's drafts of an object that has this name, whatever its uid, the newest first.
    [[nodiscard]] std::vector<Draft> draftsOf(const DraftKey &key);
    /// Has this process kept it? A draft that was read.
    [[nodiscard]] bool isOwn(const Draft &draft) const;
    /// Forgets a draft that was read, unless its process has kept another since; one without a file is this process's own of that key.
    void drop(const Draft &draft);

    /// All that is on disk, the newest first; what is older than 30 days goes.
    struct Contents {
        std::vector<Draft> drafts;
        std::vector<Error> damaged; ///< files that cannot be read: set aside as NAME.damaged, place is where
    };
    /// now: to tell what is too old.
    [[nodiscard]] Contents all(WallTime now);

private:
    [[nodiscard]] QString fileOf(const DraftKey &key) const;
    [[nodiscard]] Contents read();

    QString m_folder;
    QString m_process;
};

/// Is it a Secret, or does the text look like one? What is asked before anything is written to disk.
[[nodiscard]] bool isSecret(const DraftKey &key, std::string_view base, std::string_view text);

} // namespace kube
