// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gui/support/sample_pods.h"
#include "tests/gui/support/table_fixture.h"
#include "ui/views/resources/resource_page.h"

#include <QtTest>

namespace orrery::test {

/// A page over such tables: of Pods, unless a test says otherwise.
class PageFixture : protected TableFixture
{
protected:
    void open(const ResourcePage::State &state = {}, const kube::ResourceInfo &resource = podsInfo())
    {
        TableSource::Environment environment;
        environment.ports = ports();
        environment.gui = environment.background = environment.delivery = m_time;
        environment.now = [] { return *kube::parseTime("2026-11-23T07:00:00Z"); };
        m_page = std::make_unique<ResourcePage>(resource, environment, QStringLiteral("prod-eu"), state);
        m_page->resize(900, 500);
        m_page->show();
        m_time->run();
    }
    void close()
    {
        m_page.reset();
        m_time->run();
    }
    void put(const std::string &name, const std::string &reason, const std::string &namespaceName = "shop", int restarts = 0)
    {
        m_feed->current->source->put(podJson(namespaceName, name, "uid-" + namespaceName + name, reason, restarts));
    }

    std::unique_ptr<ResourcePage> m_page;
};

} // namespace orrery::test
