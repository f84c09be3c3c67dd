// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QObject>
#include <QString>

namespace drydock::shell {

struct ProjectChoice
{
    QString slug;
    QString name;
    friend bool operator==(const ProjectChoice &, const ProjectChoice &) = default;
};

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
    void clear() { set({}, {}); }

    /// By slug alone; the name comes from the choices, or is the slug until they are known.
    void choose(const QString &slug)
    {
        for (const ProjectChoice &choice : m_choices) {
            if (choice.slug == slug)
                return set(choice.slug, choice.name);
        }
        set(slug, slug);
    }

    /// What the switcher offers.
    [[nodiscard]] const QList<ProjectChoice> &choices() const { return m_choices; }
    void setChoices(const QList<ProjectChoice> &choices)
    {
        if (choices == m_choices)
            return;
        m_choices = choices;
        Q_EMIT choicesChanged();
        if (isSet())
            choose(m_slug);
    }

    /// Something inside the project changed (a run, a version, its name): whoever shows it reloads.
    void announceContentChange() { Q_EMIT contentChanged(); }

Q_SIGNALS:
    void changed();
    void choicesChanged();
    void contentChanged();

private:
    QString m_slug;
    QString m_name;
    QList<ProjectChoice> m_choices;
};

} // namespace drydock::shell
