// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/api/resource_types.h"

#include <QJsonObject>

namespace orrery::demo {

/// Who tells of unknown fields: kubectl leaves it to a server whose writes take fieldValidation, as those from 1.25 on do.
enum class FieldValidation { ByServer, ByClient };

/// The OpenAPI v2 document of all group versions: their v3 documents in the older form, as the API server has it.
/// Source: kube-openapi pkg/openapiconv, the other way round.
[[nodiscard]] QJsonObject openApiTwo(const ResourceTypes &types, FieldValidation validation);

/// The same as gnostic's openapi.v2.Document, the only form that kubectl asks for.
/// Source: gnostic openapiv2/OpenAPIv2.proto.
[[nodiscard]] QByteArray openApiTwoProtobuf(const QJsonObject &document);

} // namespace orrery::demo
