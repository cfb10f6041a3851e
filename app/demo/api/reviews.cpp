// SPDX-License-Identifier: Apache-2.0
#include "app/demo/api/reviews.h"

#include "app/demo/api/status.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace orrery::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject accessStatus(const Identity &identity, const QJsonObject &attributes)
{
    const bool allowed = identity.may(attributes.value("verb"_L1).toString(), attributes.value("group"_L1).toString().toStdString(),
                                      attributes.value("resource"_L1).toString().toStdString());
    QJsonObject status{{"allowed"_L1, allowed}};
    if (allowed)
        status["reason"_L1] = QString(u"demo rights of user \"%1\""_s.arg(identity.name));
    return status;
}

QJsonObject rulesStatus(const Identity &identity)
{
    QJsonArray rules;
    const auto add = [&rules](const QJsonArray &verbs, const QJsonArray &groups, const QJsonArray &resources) {
        rules.append(QJsonObject{{"verbs"_L1, verbs}, {"apiGroups"_L1, groups}, {"resources"_L1, resources}});
    };
    if (identity.rights == Identity::Rights::Admin)
        add({"*"_L1}, {"*"_L1}, {"*"_L1});
    else if (identity.rights == Identity::Rights::Viewer)
        add({"get"_L1, "list"_L1, "watch"_L1}, {"*"_L1}, {"*"_L1});
    add({"create"_L1}, {"authorization.k8s.io"_L1}, {"selfsubjectaccessreviews"_L1, "selfsubjectrulesreviews"_L1});
    return {{"resourceRules"_L1, rules},
            {"nonResourceRules"_L1, QJsonArray{QJsonObject{{"verbs"_L1, QJsonArray{"get"_L1}}, {"nonResourceURLs"_L1, QJsonArray{"*"_L1}}}}},
            {"incomplete"_L1, false}};
}

} // namespace

bool answerReview(const Identity &identity, const Route &route, const Call &call, const ReplyPtr &reply)
{
    const bool authorization = route.group == "authorization.k8s.io" && route.version == "v1";
    const bool authentication = route.group == "authentication.k8s.io" && route.version == "v1";
    if (!authorization && !authentication)
        return false;
    if (call.method != "POST") {
        methodNotAllowed().sendTo(reply);
        return true;
    }
    QJsonObject review = QJsonDocument::fromJson(call.body).object();
    const QJsonObject spec = review.value("spec"_L1).toObject();
    QJsonObject status;
    if (authorization && route.resource == "selfsubjectaccessreviews") {
        status = accessStatus(identity, spec.value("resourceAttributes"_L1).toObject());
    } else if (authorization && route.resource == "selfsubjectrulesreviews") {
        status = rulesStatus(identity);
    } else if (authentication && route.resource == "selfsubjectreviews") {
        status = {{"userInfo"_L1, QJsonObject{{"username"_L1, identity.name}, {"groups"_L1, QJsonArray::fromStringList(identity.groups)}}}};
    } else {
        unknownPath().sendTo(reply);
        return true;
    }
    review["status"_L1] = status;
    sendJson(reply, 201, review);
    return true;
}

} // namespace orrery::demo
