// SPDX-License-Identifier: Apache-2.0
#include "core/examples/support/klog.h"

#include <QCoreApplication>
#include <QDateTime>

#include <cstdio>

namespace kube::examples::klog {

namespace {

void write(char severity, const std::string &text, const std::source_location &where)
{
    const std::string file = where.file_name();
    const QString time = QDateTime::currentDateTime().toString(QStringLiteral("MMdd hh:mm:ss.zzz"));
    const QString process = QString::number(QCoreApplication::applicationPid()).rightJustified(7);
    const std::string line = severity + time.toStdString() + "000 " + process.toStdString() + ' ' + file.substr(file.rfind('/') + 1) + ':'
        + std::to_string(where.line()) + "] " + text + '\n';
    std::fwrite(line.data(), 1, line.size(), stderr); // one call a line: threads' lines do not mix
}

} // namespace

void info(const std::string &text, std::source_location where)
{
    write('I', text, where);
}

void warning(const std::string &text, std::source_location where)
{
    write('W', text, where);
}

void error(const Error &error, const std::string &text, std::source_location where)
{
    write('E', text + ": " + error.toString().toStdString(), where);
}

int fatal(const Error &error, const std::string &text, std::source_location where)
{
    write('F', (text.empty() ? text : text + ": ") + error.toString().toStdString(), where);
    return 1;
}

int fatal(const std::string &text, std::source_location where)
{
    write('F', text, where);
    return 1;
}

} // namespace kube::examples::klog
