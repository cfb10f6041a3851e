// SPDX-License-Identifier: Apache-2.0
#include "tests/support/warnings.h"

namespace kube::test {

void failOnWarnings()
{
    // Qt 6.3's failOnWarning lasts for one test function, so it is renewed from a handler before each.
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
        if (type == QtWarningMsg || type == QtCriticalMsg)
            QTest::qFail(qPrintable(QStringLiteral("Qt warned: ") + message), context.file ? context.file : "", context.line);
        if (previous)
            previous(type, context, message);
    });
}

} // namespace kube::test
