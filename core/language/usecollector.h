// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/namewalk.h"
#include "core/hcl/tree.h"
#include "core/language/references.h"
#include "core/language/symbol.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drydock::language {

struct FileIndex;
struct Use;

/// The range without the quotes around it, where it has such.
[[nodiscard]] hcl::ByteRange insideQuotes(const hcl::View &view, hcl::ByteRange range);
[[nodiscard]] hcl::ByteRange insideQuotes(const hcl::View &view);

/// One step of a traversal, from its root name on.
struct TraversalStep
{
    enum class Kind : std::uint8_t { Name, Index, Splat };
    Kind kind = Kind::Name;
    std::string_view name;
    hcl::ByteRange range; ///< of the name
    hcl::Expression key;  ///< of an index
};

/// What a traversal stands on, and its steps behind that: `var` of `var.a.b`, `values(x)` of `values(x)[*].id`.
[[nodiscard]] hcl::Expression rootOf(const hcl::Expression &expression, std::vector<TraversalStep> &steps);

/// The steps of `module.net[0].vpc_id` or `module.net[*].vpc_id`; empty where the expression is no traversal of a name.
[[nodiscard]] std::vector<TraversalStep> stepsOf(const hcl::Expression &expression);

/// Walks expressions and appends what they name to a FileIndex.
class UseCollector
{
public:
    enum AttributesOnly : std::uint8_t { Attributes };

    explicit UseCollector(FileIndex &index)
        : m_index(index)
    {
    }

    /// All of a body but the attributes in `without`.
    void body(const hcl::Body &body, std::initializer_list<std::string_view> without = {});
    void body(const hcl::Body &body, AttributesOnly which);
    void block(const hcl::Block &block);
    void attribute(const hcl::Attribute &attribute);
    void expression(const hcl::Expression &expression);
    /// `provider = aws.east`
    void providerOf(const hcl::Body &body);
    /// `providers = { aws = aws.east }`
    void providers(const hcl::Expression &expression);
    /// `module.net["a"].aws_vpc.main[0]`, one or a tuple of such.
    void address(const hcl::Expression &expression, bool isHistory);

    /// Ends what begins with enterEach().
    class Each
    {
    public:
        Each(UseCollector &collector, std::string call)
            : m_collector(&collector)
            , m_outside(std::exchange(collector.m_eachCall, std::move(call)))
        {
        }
        Each(const Each &) = delete;
        Each &operator=(const Each &) = delete;
        ~Each() { m_collector->m_eachCall = std::move(m_outside); }

    private:
        UseCollector *m_collector;
        std::string m_outside;
    };
    /// While it lives, `each.value` is an instance of the module call that `for_each` goes over.
    [[nodiscard]] Each enterEach(const hcl::Attribute &forEach);

    /// In a test `output`, `run` and `check` are names; `runs` are pairs of a run's name and its module's source.
    void enterTest(std::vector<std::string> through, std::span<const std::pair<std::string, std::string>> runs);
    void leaveTest();

private:
    /// A name that `for` or `dynamic` binds; `call` where its value is an instance of a module call.
    struct Bound
    {
        std::string_view name;
        std::string call;
    };
    using Steps = std::span<const TraversalStep>;

    friend class hcl::NameWalk<UseCollector>;
    void visit(hcl::NodeId id);
    void traversal(hcl::NodeId id);
    [[nodiscard]] std::size_t bind(std::span<const std::string_view> names, const hcl::Expression &collection);
    void unbind(std::size_t before);
    void reference(Steps steps);
    void instanceReference(Steps steps);
    void testReference(Steps steps);
    void resource(SymbolKind kind, Steps steps, std::size_t first);
    void output(std::string call, Steps rest);
    void dynamic(const hcl::Block &block);
    void quotedReferences(const hcl::Expression &expression);
    void addressText(const hcl::Expression &text, bool isHistory);
    void addressSteps(Steps steps, bool isHistory);
    Use &add(SymbolKind kind, std::string name, hcl::ByteRange range, hcl::ByteRange hit);
    [[nodiscard]] const Bound *bound(std::string_view name) const;
    /// The call whose instances a collection has: `module.net`, `values(module.net)`; else empty.
    [[nodiscard]] static std::string callOver(const hcl::Expression &collection);

    FileIndex &m_index;
    const hcl::Tree *m_tree = nullptr;
    std::vector<Bound> m_bound;
    std::string m_eachCall;
    bool m_isTest = false;
    std::vector<std::string> m_through; ///< of a test whose run names another module
    std::span<const std::pair<std::string, std::string>> m_runs;
};

} // namespace drydock::language
