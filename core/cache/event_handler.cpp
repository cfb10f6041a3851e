// SPDX-License-Identifier: Apache-2.0
#include "core/cache/event_handler.h"

namespace kube {

ResourceEventHandlers filtered(std::function<bool(const Object &)> passes, ResourceEventHandlers handlers)
{
    struct Filter {
        std::function<bool(const Object &)> passes;
        ResourceEventHandlers to;

        void add(const ObjectPtr &object, bool isInInitialList) const
        {
            if (to.onAdd)
                to.onAdd(object, isInInitialList);
        }
        void remove(const DeletedObject &deleted) const
        {
            if (to.onDelete)
                to.onDelete(deleted);
        }
    };
    ResourceEventHandlers result;
    result.onSynced = std::move(handlers.onSynced);
    const auto filter = std::make_shared<const Filter>(Filter{std::move(passes), std::move(handlers)});
    result.onAdd = [filter](const ObjectPtr &object, bool isInInitialList) {
        if (filter->passes(*object))
            filter->add(object, isInInitialList);
    };
    result.onUpdate = [filter](const ObjectPtr &before, const ObjectPtr &now) {
        const bool did = filter->passes(*before);
        const bool does = filter->passes(*now);
        if (did && does) {
            if (filter->to.onUpdate)
                filter->to.onUpdate(before, now);
        } else if (does) {
            filter->add(now, false);
        } else if (did) {
            filter->remove({before->key(), before, false});
        }
    };
    result.onDelete = [filter](const DeletedObject &deleted) {
        if (deleted.object && filter->passes(*deleted.object))
            filter->remove(deleted);
    };
    return result;
}

} // namespace kube
