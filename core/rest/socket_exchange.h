// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rest/http_response_reader.h"
#include "core/rest/stream_connection.h"

namespace kube {

/// A stream: HTTP/1.1 on a connection of its own, which is read on this very thread. QNetworkAccessManager reads on a thread
/// of its own and hands over by posted events: for a watch, whose events come one by one, that is two wake-ups for each.
class SocketExchange final : public TransportExchange, private StreamConnection::Listener
{
public:
    SocketExchange(HttpRequest request, Setup setup, TransportSink &sink);
    ~SocketExchange() override;

private:
    void begin() override;
    void give() override;
    void drop() override;
    void opened() override;
    void changed() override;
    void read(qint64 most);
    void giveEnd();
    [[nodiscard]] bool isOver() const { return m_reader.isWhole() || m_reader.error(); }

    HttpResponseReader m_reader;
    QByteArray m_body; ///< read, not given yet: the sink paused within head()
    bool m_beginning = false; ///< the sink is called later
    std::unique_ptr<StreamConnection> m_connection;
};

} // namespace kube
