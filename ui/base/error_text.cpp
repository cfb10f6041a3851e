// SPDX-License-Identifier: Apache-2.0
#include "ui/base/error_text.h"

#include "core/base/credential_error.h"
#include "core/base/protection_error.h"
#include "core/session/ports/connection_fault.h"
#include "ui/base/format.h"

#include <QCoreApplication>
#include <QStringList>

namespace orrery {

namespace {

struct ErrorTexts {
    Q_DECLARE_TR_FUNCTIONS(ErrorTexts)
public:
    /// "Deployment.apps “web”", as far as the server told.
    static QString subject(const kube::Error &error)
    {
        if (!error.status || error.status->kind.isEmpty())
            return {};
        QString text = error.status->kind;
        if (!error.status->group.isEmpty())
            text += QLatin1Char('.') + error.status->group;
        return error.status->name.isEmpty() ? text : tr("%1 “%2”").arg(text, error.status->name);
    }

    static QString retry(const kube::Error &error)
    {
        if (!error.status || !error.status->retryAfter)
            return tr("Try again in a moment.");
        return tr("Try again in %n second(s).", nullptr, static_cast<int>(error.status->retryAfter->count()));
    }
};

constexpr qsizetype MostCharacters = 480; ///< of a line
constexpr qsizetype MostLines = 12;

/// Its ends tell what is wrong; what a server repeats between them, a whole object at times, leaves no room for anything else.
QString shortened(const QString &line)
{
    if (line.size() <= MostCharacters)
        return line;
    qsizetype begin = MostCharacters / 2;
    qsizetype end = line.size() - MostCharacters / 2;
    if (line.at(begin - 1).isHighSurrogate())
        --begin;
    if (line.at(end).isLowSurrogate())
        ++end;
    return line.left(begin) + QStringLiteral(" … ") + line.mid(end);
}

QString detailOf(const kube::Error &error)
{
    QStringList lines;
    const QString message = error.message.trimmed();
    if (!message.isEmpty())
        lines << message;
    if (error.status) {
        for (const kube::StatusCause &cause : error.status->causes) {
            const QString line = cause.field.isEmpty() ? cause.message : cause.field + QStringLiteral(": ") + cause.message;
            // Servers repeat single causes in the message.
            if (!line.isEmpty() && !message.contains(cause.message))
                lines << line;
        }
    }
    if (!error.place.isEmpty())
        lines << error.place;
    lines = lines.join(QLatin1Char('\n')).split(QLatin1Char('\n'));
    if (lines.size() > MostLines)
        lines = lines.first(MostLines) << QStringLiteral("…");
    std::transform(lines.cbegin(), lines.cend(), lines.begin(), shortened);
    return lines.join(QLatin1Char('\n'));
}

QString orElse(const QString &text, const QString &other)
{
    return text.isEmpty() ? other : text;
}

} // namespace

ErrorText describe(const kube::Error &error)
{
    const QString subject = ErrorTexts::subject(error);
    ErrorText text{{}, detailOf(error), {}};
    switch (error.kind) {
    case kube::ErrorKind::Canceled:
        text.headline = ErrorTexts::tr("Stopped before it was done");
        break;
    case kube::ErrorKind::Transport:
        text.headline = ErrorTexts::tr("The server does not answer");
        text.mend = ErrorTexts::tr("Check that the server runs, and the network, proxy or VPN on the way to it.");
        break;
    case kube::ErrorKind::Tls:
        text.headline = ErrorTexts::tr("No trusted connection to the server");
        text.mend = ErrorTexts::tr("Check the certificate authority and the client certificate of this context in the kubeconfig.");
        break;
    case kube::ErrorKind::Unauthorized:
        if (error.code == kube::error_code::CredentialPlugin) {
            text.headline = ErrorTexts::tr("The credential plugin gives no credentials");
            text.mend = ErrorTexts::tr("The server was not asked. Run the plugin in a terminal to see what it wants, then retry (Cluster, Retry Now), or enter a token (Cluster, Enter Token).");
            break;
        }
        if (error.code == kube::error_code::PassphraseRequired || error.code == kube::error_code::PassphraseWrong) {
            text.headline = ErrorTexts::tr("The client key cannot be opened");
            text.mend = ErrorTexts::tr("Enter its passphrase (Cluster, Enter Passphrase).");
            break;
        }
        text.headline = ErrorTexts::tr("The server does not accept the credentials");
        text.mend = ErrorTexts::tr("Sign in again with the tool that made the kubeconfig, or enter a token (Cluster, Enter Token).");
        break;
    case kube::ErrorKind::Forbidden:
        if (error.code == kube::error_code::ReadOnly) {
            text.headline = ErrorTexts::tr("Orrery is read-only");
            text.mend = ErrorTexts::tr("Nothing was sent. Start it without --read-only to change a cluster.");
            break;
        }
        if (error.code == kube::error_code::Protected) {
            text.headline = ErrorTexts::tr("The context is protected");
            text.mend = ErrorTexts::tr("Nothing was sent. Unlock its writes (Cluster, Unlock Writes), then do it again.");
            break;
        }
        text.headline = ErrorTexts::tr("The server does not allow this");
        text.mend = ErrorTexts::tr("Ask who runs the cluster for the right, or choose a namespace or context where you have it.");
        break;
    case kube::ErrorKind::NotFound:
        text.headline = subject.isEmpty() ? ErrorTexts::tr("The server has no such thing") : ErrorTexts::tr("There is no %1").arg(subject);
        text.mend = ErrorTexts::tr("It may have been deleted, or the server does not offer this kind.");
        break;
    case kube::ErrorKind::Conflict:
        text.headline = ErrorTexts::tr("%1 has changed meanwhile").arg(orElse(subject, ErrorTexts::tr("The object")));
        text.mend = ErrorTexts::tr("Look at its new state and decide again; nothing was written.");
        break;
    case kube::ErrorKind::AlreadyExists:
        text.headline = ErrorTexts::tr("%1 exists already").arg(orElse(subject, ErrorTexts::tr("The object")));
        text.mend = ErrorTexts::tr("Choose another name, or change the one that exists.");
        break;
    case kube::ErrorKind::Gone:
        text.headline = ErrorTexts::tr("The server no longer keeps what was asked for");
        text.mend = ErrorTexts::tr("Refresh to read the present state.");
        break;
    case kube::ErrorKind::Throttled:
        text.headline = ErrorTexts::tr("The server has too much to do");
        text.mend = ErrorTexts::retry(error);
        break;
    case kube::ErrorKind::Invalid:
        text.headline = subject.isEmpty() ? ErrorTexts::tr("The server refuses the request as invalid")
                                          : ErrorTexts::tr("The server refuses %1 as invalid").arg(subject);
        text.mend = ErrorTexts::tr("Correct what the server names and try again; nothing was written.");
        break;
    case kube::ErrorKind::Server:
        text.headline = error.status && error.status->code != 0
            ? ErrorTexts::tr("The server failed with HTTP %1").arg(error.status->code)
            : ErrorTexts::tr("The server failed");
        // Servers before 1.22 say so of an object that was applied; it stays as wrong as it is.
        text.mend = error.message.contains(QLatin1String("failed to create typed patch object")) ? ErrorTexts::tr("Correct what the server names and try again; nothing was written.") : ErrorTexts::retry(error);
        break;
    case kube::ErrorKind::BadInput:
        text.headline = error.place.isEmpty() ? ErrorTexts::tr("Something could not be read")
                                              : ErrorTexts::tr("%1 could not be read").arg(error.place);
        text.detail = error.message;
        break;
    }
    if (error.code == kube::error_code::Injected)
        text.headline = ErrorTexts::tr("Injected: %1").arg(text.headline);
    return text;
}

ErrorText describeRetried(const kube::Error &error)
{
    ErrorText text = describe(error);
    if (text.mend == ErrorTexts::retry(error))
        text.mend.clear();
    return text;
}

QString describe(const kube::DeniedRight &denied)
{
    const auto q = [](const std::string &text) { return QString::fromStdString(text); };
    const QString verb = q(denied.verb);
    const QString resource = q(denied.resource);
    if (denied.userName.empty()) {
        return denied.namespaceName.empty()
            ? ErrorTexts::tr("You may not %1 %2 in the whole cluster").arg(verb, resource)
            : ErrorTexts::tr("You may not %1 %2 in namespace %3").arg(verb, resource, q(denied.namespaceName));
    }
    return denied.namespaceName.empty()
        ? ErrorTexts::tr("%1 may not %2 %3 in the whole cluster").arg(q(denied.userName), verb, resource)
        : ErrorTexts::tr("%1 may not %2 %3 in namespace %4").arg(q(denied.userName), verb, resource, q(denied.namespaceName));
}

} // namespace orrery
