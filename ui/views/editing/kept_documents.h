// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QTextDocument>

#include <deque>
#include <memory>
#include <string>

namespace orrery {

/// Documents of closed editors with their undo, for as long as the program runs: whoever opens the draft again can undo all
/// of it. The last few alone. Thread: the GUI's.
class KeptDocuments
{
public:
    static constexpr std::size_t Most = 16;
    static constexpr int MostCharacters = 2'000'000; ///< of one

    /// object: what tells objects apart. base: JSON of the version that the text goes on from.
    void keep(const QString &object, std::string base, std::unique_ptr<QTextDocument> document);
    /// The object's, when it has that text and goes on from that version; null: there is none. It is kept no more.
    [[nodiscard]] std::unique_ptr<QTextDocument> take(const QString &object, const std::string &base, const QString &text);

private:
    struct Kept {
        QString object;
        std::string base;
        std::unique_ptr<QTextDocument> document;
    };
    std::deque<Kept> m_kept; ///< the newest last
};

} // namespace orrery
