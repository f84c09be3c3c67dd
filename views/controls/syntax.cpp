// SPDX-License-Identifier: MIT
#include "views/controls/syntax.h"

#include "views/controls/theme.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>
#include <QFileInfo>
#include <QTextDocument>

using namespace Qt::StringLiterals;

// Resources of static libraries are registered by whoever needs them; the macro wants the global namespace.
static void registerResources()
{
    Q_INIT_RESOURCE(drydocksyntax);
    Q_INIT_RESOURCE(controls);
}

namespace drydock::controls {

namespace {

QString themeName(ColorScheme scheme)
{
    switch (scheme) {
    case ColorScheme::Light:
        return u"Drydock Light"_s;
    case ColorScheme::Dark:
        return u"Drydock Dark"_s;
    case ColorScheme::HighContrast:
        break;
    }
    return u"Drydock High Contrast"_s;
}

KSyntaxHighlighting::Theme syntaxTheme(const KSyntaxHighlighting::Repository &repository, const Theme &theme)
{
    const KSyntaxHighlighting::Theme found = repository.theme(themeName(theme.scheme()));
    if (found.isValid())
        return found;
    return repository.defaultTheme(theme.isDark() ? KSyntaxHighlighting::Repository::DarkTheme
                                                  : KSyntaxHighlighting::Repository::LightTheme);
}

class Collector final : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    QList<QTextLayout::FormatRange> collect(const QString &text)
    {
        KSyntaxHighlighting::State state;
        for (const QString &line : text.split(u'\n')) {
            state = highlightLine(line, state);
            m_lineStart += static_cast<int>(line.size()) + 1;
        }
        return std::move(m_ranges);
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        if (length <= 0 || format.isDefaultTextStyle(theme()))
            return;
        QTextLayout::FormatRange range;
        range.start = m_lineStart + offset;
        range.length = length;
        range.format.setForeground(format.textColor(theme()));
        if (format.isBold(theme()))
            range.format.setFontWeight(QFont::Bold);
        range.format.setFontItalic(format.isItalic(theme()));
        m_ranges << range;
    }

private:
    QList<QTextLayout::FormatRange> m_ranges;
    int m_lineStart = 0;
};

} // namespace

class Syntax::Private
{
public:
    explicit Private(const Theme &shown)
        : theme(shown)
    {
    }

    [[nodiscard]] KSyntaxHighlighting::Definition definition(const QString &language) const
    {
        static const QHash<QString, QString> aliases{
            {u"hcl"_s, u"x.tf"_s},      {u"terraform"_s, u"x.tf"_s}, {u"tf"_s, u"x.tf"_s},
            {u"opentofu"_s, u"x.tf"_s}, {u"sh"_s, u"x.sh"_s},        {u"shell"_s, u"x.sh"_s},
            {u"console"_s, u"x.sh"_s},  {u"bash"_s, u"x.sh"_s},      {u"yaml"_s, u"x.yaml"_s},
            {u"json"_s, u"x.json"_s},   {u"diff"_s, u"x.diff"_s},    {u"patch"_s, u"x.diff"_s}};
        const QString lower = language.toLower();
        if (const auto alias = aliases.constFind(lower); alias != aliases.cend())
            return repository.definitionForFileName(*alias);
        const KSyntaxHighlighting::Definition byName = repository.definitionForName(language);
        return byName.isValid() ? byName : repository.definitionForFileName(u"x."_s + lower);
    }

    const Theme &theme;
    KSyntaxHighlighting::Repository repository;
};

Syntax::Syntax(const Theme &theme)
{
    registerResources();
    d = std::make_unique<Private>(theme);
}

Syntax::~Syntax() = default;

void Syntax::attach(QTextDocument &document, const QString &fileName) const
{
    const KSyntaxHighlighting::Definition language = definition(fileName);
    auto *highlighter = document.findChild<KSyntaxHighlighting::SyntaxHighlighter *>({}, Qt::FindDirectChildrenOnly);
    if (!language.isValid()) {
        delete highlighter;
        return;
    }
    if (!highlighter) {
        highlighter = new KSyntaxHighlighting::SyntaxHighlighter(&document);
        highlighter->setTheme(syntaxTheme(d->repository, d->theme));
        QObject::connect(&d->theme, &Theme::changed, highlighter, [this, highlighter] {
            highlighter->setTheme(syntaxTheme(d->repository, d->theme));
            highlighter->rehighlight();
        });
    }
    if (language != highlighter->definition())
        highlighter->setDefinition(language);
}

KSyntaxHighlighting::Definition Syntax::definition(const QString &fileName) const
{
    return d->repository.definitionForFileName(QFileInfo(fileName).fileName());
}

KSyntaxHighlighting::Theme Syntax::colours() const
{
    return syntaxTheme(d->repository, d->theme);
}

QList<QTextLayout::FormatRange> Syntax::formats(const QString &text, const QString &language) const
{
    const KSyntaxHighlighting::Definition definition = d->definition(language);
    if (!definition.isValid())
        return {};
    Collector collector;
    collector.setDefinition(definition);
    collector.setTheme(syntaxTheme(d->repository, d->theme));
    return collector.collect(text);
}

} // namespace drydock::controls
