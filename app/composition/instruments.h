// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/instrument.h"

#include <QCoreApplication>

#include <vector>

namespace orrery {

class Page;
struct VerbHost;

/// How one instrument's page is made for a context; null when its session has no such port, or it has gone to a table
/// of objects instead. Its location() is instrumentId(). One file an instrument.
using InstrumentPageMaker = Page *(*)(VerbHost &host, const QString &context);

/// The pages about whole clusters: the tree's Clockwork group and the Cluster menu open them. Thread: GUI.
class Instruments
{
    Q_DECLARE_TR_FUNCTIONS(orrery::Instruments)
public:
    explicit Instruments(VerbHost &host); ///< host outlives it

    [[nodiscard]] static std::vector<Instrument> all(); ///< those that there are, in the order of the tree
    /// Opens (or comes back to) that instrument of that context; false: it has none such.
    bool open(const QString &context, Instrument instrument);
    /// Greys the actions while no cluster is open.
    void offer();

private:
    VerbHost &m_host;
};

} // namespace orrery
