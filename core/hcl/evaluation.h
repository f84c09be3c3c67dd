// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/diagnostic.h"
#include "core/hcl/evaluator.h"
#include "core/hcl/function.h"
#include "core/hcl/scope.h"
#include "core/hcl/tree.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::hcl {

/// A name that a `for` declares; a chain from the innermost outwards.
struct LocalVariable
{
    std::string_view name;
    const Value *value = nullptr;
    const LocalVariable *outer = nullptr;
};

/// One evaluation: walks the tree, collects diagnostics. Private to this folder. The height of expressions is bounded
/// by the parser (limits::ExpressionHeight), so the recursion is too.
class Evaluation
{
public:
    Evaluation(const EvaluationContext &context, std::vector<Diagnostic> &diagnostics);

    [[nodiscard]] Value evaluate(const Expression &expression);
    [[nodiscard]] Value evaluateTemplate(const TemplateBody &body);

    [[nodiscard]] const EvaluationContext &context() const { return m_context; }
    [[nodiscard]] bool lenient() const { return m_context.traversal == Traversal::Lenient; }
    /// Appends an error and returns the unknown value that stands for the part in question.
    Value error(ByteRange range, std::string summary, std::string detail, std::string hint = {});

private:
    friend class ArgumentEvaluation;

    // evaluator.cpp: what has no parts of its own idea
    Value number(const Expression &expression);
    Value unary(const Expression &expression);
    Value binary(const Expression &expression);
    Value conditional(const Expression &expression);
    Value decideLater(const Value &whenTrue, const Value &whenFalse, const Marks &marks);
    Value operandOf(const Expression &expression);
    Value bounded(Value value, const Expression &expression);
    bool mayGoOn(const Expression &expression);

    // evaluatetraversal.cpp
    Value chain(const Expression &expression);
    Value resolve(const Expression &variable, std::span<const Expression> steps, std::size_t &consumed);
    Value step(const Value &value, const Expression &expression);
    Value attribute(const Value &value, std::string_view name, ByteRange range);
    Value index(const Value &value, const Value &key, ByteRange range);
    Value indexSequence(const Value &value, const Value &key, ByteRange range);
    Value indexMapping(const Value &value, const Value &key, ByteRange range);
    Value splat(const Expression &expression);
    Value splatElements(const Expression &expression, const Value &source);

    // evaluatecollection.cpp
    Value tuple(const Expression &expression);
    Value object(const Expression &expression);
    Value forTuple(const Expression &expression);
    Value forObject(const Expression &expression);
    /// Calls visit() for each element with the names of the `for` in scope; stops when it returns false.
    void iterate(std::string_view keyName, std::string_view valueName, const Value &collection,
                 const std::function<bool(const Value &key, const Value &value)> &visit);
    /// Whether the evaluated collection can be walked; if not, `instead` is the result of the whole `for`.
    bool iterable(Value &collection, ByteRange range, Value &instead);
    struct ObjectParts;
    void objectItem(const Expression &expression, ObjectParts &parts);
    bool objectKey(const Value &key, ByteRange range, ObjectParts &parts, std::string &name);
    static Value withUnknownKeys(ObjectParts parts, std::vector<std::pair<Value, Value>> unknownEntries);
    enum class Choice : unsigned char { Take, Skip, Unknown, Error };
    Choice condition(const Expression &expression, Marks &marks);

    // evaluatetemplate.cpp
    struct TemplateText;
    void appendParts(const TemplateBody &body, TemplateText &text);
    void appendPart(const TemplatePart &part, TemplateText &text);
    void appendValue(const Value &value, ByteRange range, TemplateText &text);
    void appendIf(const TemplatePart &part, TemplateText &text);
    void appendFor(const TemplatePart &part, TemplateText &text);
    Value finish(TemplateText &text);

    // evaluatecall.cpp
    Value call(const Expression &expression);
    Value callEager(const Expression &expression, const Function &function);
    Value callLazy(const Expression &expression, const Function &function);
    Value callFailed(const Expression &expression, const Function &function, const CallError &failed);
    bool arguments(const Expression &expression, std::vector<Value> &values, Marks &marks, bool &unknown);

    const EvaluationContext &m_context;
    std::vector<Diagnostic> &m_diagnostics;
    const LocalVariable *m_locals = nullptr;
    const Value *m_splatItem = nullptr;
    std::uint64_t m_steps = 0;
};

} // namespace drydock::hcl
