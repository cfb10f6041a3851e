// SPDX-License-Identifier: Apache-2.0
#include "ui/models/instrument.h"

#include <QCoreApplication>

#include <array>

namespace orrery {

namespace {

struct InstrumentTitles {
    Q_DECLARE_TR_FUNCTIONS(Instruments)
};

constexpr std::array ids{"pipeline", "requests", "controllers", "apiserver", "leases"};

} // namespace

QString instrumentId(Instrument instrument)
{
    return QLatin1String(ids[static_cast<std::size_t>(instrument)]);
}

std::optional<Instrument> instrumentOf(const QString &id)
{
    const auto found = std::find(ids.begin(), ids.end(), id.toStdString());
    return found == ids.end() ? std::nullopt : std::optional(static_cast<Instrument>(found - ids.begin()));
}

QString instrumentTitle(Instrument instrument)
{
    switch (instrument) {
    case Instrument::Pipeline: return InstrumentTitles::tr("Pipeline");
    case Instrument::Requests: return InstrumentTitles::tr("Requests");
    case Instrument::Controllers: return InstrumentTitles::tr("Controllers");
    case Instrument::ApiServer: return InstrumentTitles::tr("API server");
    case Instrument::Leases: return InstrumentTitles::tr("Leases");
    }
    return {};
}

IconName instrumentIcon(Instrument instrument)
{
    switch (instrument) {
    case Instrument::Pipeline: return IconName::Pipeline;
    case Instrument::Requests: return IconName::Requests;
    case Instrument::Controllers: return IconName::Controllers;
    case Instrument::ApiServer: return IconName::ApiServer;
    case Instrument::Leases: return IconName::Lease;
    }
    return IconName::Generic;
}

} // namespace orrery
