// SPDX-License-Identifier: Apache-2.0
#include "core/manifest/manifest_split.h"

#include "core/schema/text_lines.h"

namespace kube {

namespace {

constexpr std::string_view mark = "\xEF\xBB\xBF";
constexpr std::string_view blanks = " \t\r\n";

std::string_view withoutMark(std::string_view text)
{
    return text.substr(0, mark.size()) == mark ? text.substr(mark.size()) : text;
}

bool isMarker(std::string_view line, std::string_view three)
{
    return line.substr(0, 3) == three && (line.size() == 3 || blanks.find(line[3]) != std::string_view::npos);
}

/// What a line does in a stream of documents.
enum class Line { Nothing, Directive, Content };

Line natureOf(std::string_view line)
{
    const std::size_t first = line.find_first_not_of(blanks);
    if (first == std::string_view::npos || line[first] == '#')
        return Line::Nothing;
    return line[0] == '%' ? Line::Directive : Line::Content;
}

/// Just past the JSON value that begins here; the text's end when it does not end.
std::size_t endOfValue(std::string_view text, std::size_t begin)
{
    int depth = 0;
    bool isInString = false;
    for (std::size_t at = begin; at < text.size(); ++at) {
        const char c = text[at];
        if (isInString) {
            at += c == '\\' ? 1 : 0;
            isInString = c != '"';
        } else if (c == '"') {
            isInString = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && --depth <= 0) {
            return at + 1;
        }
    }
    return text.size();
}

/// A flow of JSON values: {…}{…}. False: it goes on with something else, and is one document of YAML.
bool splitJson(const ManifestPiece &piece, std::vector<ManifestPiece> &pieces)
{
    const TextLines lines(piece.text);
    std::vector<ManifestPiece> found;
    std::size_t at = piece.text.find_first_not_of(blanks);
    while (at != std::string_view::npos) {
        if (piece.text[at] != '{' && piece.text[at] != '[')
            return false;
        const std::size_t end = endOfValue(piece.text, at);
        const TextPlace place = lines.place(static_cast<std::uint32_t>(at));
        found.push_back({piece.text.substr(at, end - at), piece.line + place.line - 1, place.column, true});
        at = piece.text.find_first_not_of(blanks, end);
    }
    pieces.insert(pieces.end(), found.begin(), found.end());
    return !found.empty();
}

class Splitter
{
public:
    explicit Splitter(std::string_view text) : m_text(text) {}

    std::vector<ManifestPiece> run()
    {
        const TextLines lines(m_text);
        for (int i = 0; i < lines.count(); ++i) {
            const TextRange range = lines.line(i);
            const std::string_view line = withoutMark(m_text.substr(range.begin, range.end - range.begin));
            if (isMarker(line, "---")) {
                // Directives are about the document that begins here.
                if (m_nature != Line::Directive)
                    close(range.begin, i);
                m_nature = natureOf(line.substr(3)) == Line::Nothing ? Line::Nothing : Line::Content;
            } else if (isMarker(line, "...")) {
                close(range.begin, i);
                m_begin = i + 1 < lines.count() ? lines.line(i + 1).begin : m_text.size();
                m_line = i + 1;
            } else if (m_nature != Line::Content) {
                const Line nature = natureOf(line);
                m_nature = nature == Line::Nothing ? m_nature : nature;
            }
        }
        close(m_text.size(), lines.count());
        return std::move(m_pieces);
    }

private:
    void close(std::size_t end, int line)
    {
        const ManifestPiece piece{withoutMark(m_text.substr(m_begin, end - m_begin)), m_line + 1, 1};
        if (m_nature != Line::Nothing && !splitJson(piece, m_pieces))
            m_pieces.push_back(piece);
        m_begin = end;
        m_line = line;
        m_nature = Line::Nothing;
    }

    std::string_view m_text;
    std::vector<ManifestPiece> m_pieces;
    std::size_t m_begin = 0;
    int m_line = 0;
    Line m_nature = Line::Nothing; ///< of the document that is being read
};

} // namespace

std::vector<ManifestPiece> splitManifest(std::string_view text)
{
    return Splitter(text).run();
}

} // namespace kube
