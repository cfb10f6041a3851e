// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_program.h"
#include "tests/support/warnings.h"
#include "ui/base/icons.h"
#include "ui/base/theme.h"

#include <QImage>
#include <QPainter>

namespace icons_test {

using namespace orrery;

namespace {

constexpr int lastIcon = static_cast<int>(IconName::Yaml);

QColor strongestInk(const QImage &image)
{
    QColor strongest(Qt::transparent);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor color = image.pixelColor(x, y);
            if (color.alpha() > strongest.alpha())
                strongest = color;
        }
    }
    return strongest;
}

} // namespace

class IconsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { kube::test::failOnWarnings(); }

    void everyIconIsADrawingOfItsOwn()
    {
        QSet<QByteArray> seen;
        for (int name = 0; name <= lastIcon; ++name) {
            const QImage image = icon(static_cast<IconName>(name), lightPalette()).pixmap(QSize(32, 32), 1.0).toImage();
            QCOMPARE(image.size(), QSize(32, 32));
            QVERIFY2(strongestInk(image).alpha() > 150, qPrintable(QString::number(name)));
            const QByteArray bits(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes());
            QVERIFY2(!seen.contains(bits), qPrintable(QString::number(name)));
            seen << bits;
        }
        QVERIFY(!applicationIcon().pixmap(QSize(64, 64), 1.0).isNull());
    }

    void theInkIsThePalettes()
    {
        for (const QPalette &palette : {lightPalette(), darkPalette()}) {
            const QImage image = icon(IconName::StatefulSet, palette).pixmap(QSize(64, 64), 1.0, QIcon::Selected).toImage();
            QCOMPARE(strongestInk(image).rgb(), palette.color(QPalette::HighlightedText).rgb());
        }
    }

    void aDisabledIconIsQuieter()
    {
        const QImage image = icon(IconName::Filter, lightPalette()).pixmap(QSize(64, 64), 1.0, QIcon::Disabled).toImage();
        QCOMPARE(strongestInk(image).rgb(), lightPalette().color(QPalette::Disabled, QPalette::WindowText).rgb());
    }

    void kindsHaveTheirOwnAndStrangersACommonOne()
    {
        QCOMPARE(kindIcon(QString(), QStringLiteral("Pod")), IconName::Pod);
        QCOMPARE(kindIcon(QStringLiteral("apps"), QStringLiteral("Deployment")), IconName::Deployment);
        QCOMPARE(kindIcon(QStringLiteral("rbac.authorization.k8s.io"), QStringLiteral("ClusterRole")), IconName::Role);
        QCOMPARE(kindIcon(QStringLiteral("cert-manager.io"), QStringLiteral("Certificate")), IconName::Custom);
        QCOMPARE(kindIcon(QStringLiteral("batch"), QStringLiteral("SomethingNew")), IconName::Generic);
    }
};

ORRERY_TEST(IconsTest)
} // namespace icons_test
#include "icons_test.moc"
