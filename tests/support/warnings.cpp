// SPDX-License-Identifier: Apache-2.0
#include "tests/support/warnings.h"

namespace kube::test {

void failOnWarnings()
{
    // QTest::failOnWarning lasts for one test function and knows what a test expects by ignoreMessage, so it is
    // asked for anew just before each warning reaches QTest's own handler.
    static QtMessageHandler previous = nullptr;
    if (previous)
        return;
    previous = qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &context, const QString &message) {
        static const char *const offscreens[] = {
            "This plugin does not support propagateSizeHints()",
            "This plugin does not support raise()",
            "This plugin does not support grabbing the keyboard",
        };
        for (const char *known : offscreens) {
            if (message.contains(QLatin1String(known)))
                return;
        }
        if (type == QtWarningMsg)
            QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"), QRegularExpression::DotMatchesEverythingOption));
        if (type == QtCriticalMsg)
            QTest::qFail(qPrintable(QStringLiteral("Qt warned: ") + message), context.file ? context.file : "", context.line);
        if (previous)
            previous(type, context, message);
    });
}

} // namespace kube::test
