// SPDX-License-Identifier: Apache-2.0
#include "app/composition/instruments.h"

#include "app/composition/apiserver_instrument.h"
#include "app/composition/clusters.h"
#include "app/composition/controllers_instrument.h"
#include "app/composition/leases_instrument.h"
#include "app/composition/requests_instrument.h"
#include "app/composition/pipeline_instrument.h"
#include "app/composition/verb_group.h"
#include "ui/frame/actions.h"
#include "ui/frame/main_window.h"
#include "ui/frame/page_tabs.h"
#include "ui/frame/status_face.h"
#include "ui/views/clockwork/pipeline_page.h"
#include "ui/views/resources/resource_page.h"
#include "ui/widgets/page.h"

namespace orrery {

namespace {

struct InstrumentEntry {
    Instrument instrument;
    ActionId action;
    InstrumentPageMaker make;
};

// In the order of the tree.
const std::vector<InstrumentEntry> &instrumentEntries()
{
    static const std::vector<InstrumentEntry> list{
        {Instrument::Pipeline, ActionId::ShowPipeline, makePipelinePage},
        {Instrument::Requests, ActionId::ShowRequests, makeRequestsPage},
        {Instrument::Controllers, ActionId::ShowControllers, makeControllersPage},
        {Instrument::ApiServer, ActionId::ShowApiServer, makeApiServerPage},
        {Instrument::Leases, ActionId::ShowLeases, showLeases},
    };
    return list;
}

} // namespace

Instruments::Instruments(VerbHost &host) : m_host(host)
{
    for (const InstrumentEntry &entry : instrumentEntries())
        host.window.actions().setHandler(entry.action, [this, instrument = entry.instrument] { open(m_host.context(), instrument); });
    QObject::connect(host.window.status(), &StatusFace::figureActivated, &host.window, [this](StatusFace::Figure figure) {
        if (figure == StatusFace::Figure::Watches || figure == StatusFace::Figure::Events || figure == StatusFace::Figure::Queues)
            open(m_host.context(), Instrument::Pipeline);
        else if (figure == StatusFace::Figure::Latency)
            open(m_host.context(), Instrument::Requests);
    });
    offer();
}

std::vector<Instrument> Instruments::all()
{
    std::vector<Instrument> instruments;
    for (const InstrumentEntry &entry : instrumentEntries())
        instruments.push_back(entry.instrument);
    return instruments;
}

bool Instruments::open(const QString &context, Instrument instrument)
{
    const auto entry = std::find_if(instrumentEntries().begin(), instrumentEntries().end(), [instrument](const InstrumentEntry &one) { return one.instrument == instrument; });
    if (entry == instrumentEntries().end() || !m_host.clusters.isOpen(context))
        return false;
    PageTabs *tabs = m_host.window.tabs();
    const auto *table = qobject_cast<ResourcePage *>(tabs->currentPage());
    const auto subject = table && table->contextName() == context ? std::optional(table->resource().gvr) : std::nullopt;
    const auto showSubject = [&](Page *page) {
        if (auto *pipeline = qobject_cast<PipelinePage *>(page); pipeline && subject)
            pipeline->showKind(*subject); // what one comes from
    };
    for (Page *page : tabs->pages()) {
        if (page->contextName() == context && page->location() == instrumentId(instrument)) {
            tabs->showPage(page);
            showSubject(page);
            page->focusContent();
            return true;
        }
    }
    Page *page = entry->make(m_host, context);
    showSubject(page);
    if (page)
        m_host.showPage(page);
    return page;
}

void Instruments::offer()
{
    const QString why = m_host.clusters.isOpen(m_host.context()) ? QString() : tr("No cluster is open");
    for (const InstrumentEntry &entry : instrumentEntries())
        m_host.window.actions().setUnavailable(entry.action, why);
}

} // namespace orrery
