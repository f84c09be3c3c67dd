// SPDX-License-Identifier: MIT
#include "core/store/qtruntime.h"

#include <QByteArray>
#include <QCoreApplication>

namespace drydock::store {

static std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    // The application reads the locale from here; programs that we run get the user's.
    constexpr const char *variable = "LC_ALL";
    const QByteArray users = qgetenv(variable);
    const bool isSet = qEnvironmentVariableIsSet(variable);
    qputenv(variable, "C.UTF-8");
    auto application = std::make_unique<QCoreApplication>(argc, argv);
    if (isSet)
        qputenv(variable, users);
    else
        qunsetenv(variable);
    return application;
}

QtRuntime::QtRuntime(int &argc, char **argv)
    : m_application(makeApplication(argc, argv))
{
}

QtRuntime::~QtRuntime() = default;

} // namespace drydock::store
