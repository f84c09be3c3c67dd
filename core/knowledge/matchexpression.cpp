// SPDX-License-Identifier: MIT
#include "core/knowledge/matchexpression.h"

#include <algorithm>

namespace drydock::knowledge {

static constexpr std::size_t longestQuery = 1000;
static constexpr std::size_t mostTerms = 32;

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80U || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) {
            word.push_back(c);
        } else if (byte >= 'A' && byte <= 'Z') {
            word.push_back(static_cast<char>(c - 'A' + 'a'));
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty())
        words.push_back(std::move(word));
    return words;
}

namespace {

struct Term
{
    std::vector<std::string> words; ///< more than one: a phrase
    bool excluded = false;
    bool open = false; ///< the end of what is typed: may be half a word
};

} // namespace

/// Splits at blanks outside quotes; a leading hyphen excludes.
static std::vector<Term> termsOf(std::string_view typed)
{
    std::vector<Term> terms;
    std::size_t at = 0;
    while (at < typed.size() && terms.size() < mostTerms) {
        if (typed[at] == ' ' || typed[at] == '\t' || typed[at] == '\n') {
            ++at;
            continue;
        }
        Term term;
        if (typed[at] == '-' && at + 1 < typed.size() && typed[at + 1] != ' ') {
            term.excluded = true;
            ++at;
        }
        const bool quoted = typed[at] == '"';
        const std::size_t start = quoted ? at + 1 : at;
        const std::size_t end =
            std::min(quoted ? typed.find('"', start) : typed.find_first_of(" \t\n\"", start), typed.size());
        term.words = wordsOf(typed.substr(start, end - start));
        term.open = end == typed.size() && !quoted && !term.excluded;
        if (!term.words.empty())
            terms.push_back(std::move(term));
        at = quoted ? end + 1 : std::max(end, at + 1);
    }
    return terms;
}

static std::string quotedPhrase(const std::vector<std::string> &words)
{
    std::string phrase = "\"";
    for (const std::string &word : words)
        phrase += (phrase.size() > 1 ? " " : "") + word;
    return phrase + "\"";
}

static std::string termExpression(const Term &term, const Completion &complete)
{
    const std::string phrase = quotedPhrase(term.words);
    if (!term.open)
        return phrase;
    std::string either = "(" + phrase + "*";
    if (term.words.size() == 1)
        for (const std::string &word : complete(term.words.front()))
            either += " OR \"" + word + "\"";
    return either + ")";
}

std::string matchExpression(std::string_view typed, Joining joining, const Completion &complete)
{
    std::string wanted;
    std::string excluded;
    for (const Term &term : termsOf(typed.substr(0, longestQuery))) {
        std::string &target = term.excluded ? excluded : wanted;
        if (!target.empty())
            target += term.excluded || joining == Joining::Any ? " OR " : " AND ";
        target += termExpression(term, complete);
    }
    if (wanted.empty() || excluded.empty())
        return wanted;
    return "(" + wanted + ") NOT (" + excluded + ")";
}

} // namespace drydock::knowledge
