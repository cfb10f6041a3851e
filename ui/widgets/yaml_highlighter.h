// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSyntaxHighlighter>

namespace orrery {

/// Colours of YAML as Kubernetes writes it: keys, strings, numbers and words, comments, literal blocks.
class YamlHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    explicit YamlHighlighter(QTextDocument *document);

protected:
    void highlightBlock(const QString &text) override;

private:
    void highlightScalar(const QString &text, qsizetype from);
};

} // namespace orrery
