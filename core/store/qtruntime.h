// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

class QCoreApplication;

namespace drydock::store {

/// What Qt's database drivers ask of a program (Qt 6.8 refuses without): an application object. The first thing in
/// main() of a program without a window; keeps the locale C.UTF-8, so that numbers and messages do not depend on the
/// user's.
class QtRuntime final
{
public:
    /// `argc` must outlive it.
    QtRuntime(int &argc, char **argv);
    ~QtRuntime();
    QtRuntime(const QtRuntime &) = delete;
    QtRuntime &operator=(const QtRuntime &) = delete;

private:
    std::unique_ptr<QCoreApplication> m_application;
};

} // namespace drydock::store
