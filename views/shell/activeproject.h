// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QString>

namespace drydock::shell {

/// The project in focus; everything that is scoped follows it. Empty: none.
class ActiveProject final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActiveProject)

public:
    using QObject::QObject;

    [[nodiscard]] const QString &slug() const { return m_slug; }
    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] bool isSet() const { return !m_slug.isEmpty(); }

    void set(const QString &slug, const QString &name)
    {
        if (slug == m_slug && name == m_name)
            return;
        m_slug = slug;
        m_name = name;
        Q_EMIT changed();
    }

    /// Something inside the project changed (a run, a version, its name): whoever shows it reloads.
    void announceContentChange() { Q_EMIT contentChanged(); }

Q_SIGNALS:
    void changed();
    void contentChanged();

private:
    QString m_slug;
    QString m_name;
};

} // namespace drydock::shell
