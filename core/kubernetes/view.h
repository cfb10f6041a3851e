// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/object/json_edit.h"
#include "core/object/json_value.h"
#include "core/object/object.h"

#include <functional>
#include <memory>

namespace kube {

/// A place in a document of JSON: what every struct, field, list and map of the typed objects is. Copies refer to the
/// same document, as pointers do in Go (see TypedObject::deepCopy), which lives as long as any of them.
/// Reading what is not there, or of another type, reads as absent. Writing makes what is missing on the way and leaves
/// every other byte of the document as it was. Thread: one at a time for all views of a document.
class View
{
public:
    View(); ///< {}: a document of its own, to be filled and set() elsewhere
    View(const View &parent, std::string member); ///< that member of the parent, there or not
    View(const View &parent, std::size_t index); ///< that item of the parent, there or not

    [[nodiscard]] bool exists() const; ///< there, and not null
    /// Its bytes in the document; "null" when it is not there.
    [[nodiscard]] std::string json() const;
    /// Calls look with the value before it returns. May be nested, and may write. Parses the document (2 µs for a
    /// Deployment) unless it is the one this thread has read last: so nothing is held of those that only pass by. Of one
    /// larger than 256 KiB the value alone is parsed, found by an index that is held with the document while it stays as it is.
    void read(const std::function<void(JsonValue)> &look) const;
    /// Becomes a copy of other; when other does not exist, removes this.
    void set(const View &other);
    /// Takes the member or item out. The document itself becomes {}.
    void remove();

protected:
    struct Document;
    explicit View(std::shared_ptr<Document> document) : m_document(std::move(document)) {} ///< the whole document
    /// json must be valid.
    [[nodiscard]] static std::shared_ptr<Document> documentOf(std::string json);
    /// Its own copy, made when it is first read.
    [[nodiscard]] static std::shared_ptr<Document> documentOf(ObjectPtr object);
    void write(std::string_view json) const; ///< makes this place hold that, and its parents as far as they lack

private:
    std::shared_ptr<Document> m_document;
    JsonPath m_path;
};

} // namespace kube
