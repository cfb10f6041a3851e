// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cache/reflector.h"

namespace kube {

/// The sink of one list or watch. It is deaf once the reflector has turned to another.
class Reflector::Operation final : public ListSink, public WatchSink
{
public:
    explicit Operation(Reflector *owner) : reflector(owner) {}

    void item(ObjectPtr object) override
    {
        if (reflector)
            reflector->arrive(std::move(object));
    }
    void end(Result<ListMeta> result) override { tell(reflector_input::ListEnd{std::move(result)}); }
    void opened() override { tell(reflector_input::WatchOpened{}); }
    void event(WatchEvent event) override { tell(reflector_input::Event{std::move(event)}); }
    void end(std::optional<Error> error) override { tell(reflector_input::WatchEnd{std::move(error)}); }

    void tell(What what)
    {
        if (reflector)
            reflector->arrive(std::move(what));
    }

    Reflector *reflector;
    std::unique_ptr<CacheOperation> handle;
};

} // namespace kube
