// SPDX-License-Identifier: MIT
// What OpenTofu 1.10 documents of the functions that it has and Terraform has not, and functions whose results differ
// each time.
#include "core/hcl/evaluator.h"
#include "core/hcl/function.h"
#include "core/hcl/literal.h"
#include "core/hcl/scope.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <string_view>

using namespace drydock::hcl;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;

namespace {

std::string printed(std::string_view text, const EvaluationContext &context)
{
    const auto value = evaluateText(text, context);
    return value ? toSource(*value) : value.error().message;
}

VariableScope names()
{
    VariableScope scope;
    scope.set("unknown", Value::unknown(Type::string()));
    scope.set("secret", Value::string("swordfish").withMarks(Marks::sensitive()));
    return scope;
}

std::string tofu(std::string_view text)
{
    const VariableScope scope = names();
    EvaluationContext context;
    context.scope = &scope;
    context.functions = &FunctionTable::openTofu();
    return printed(text, context);
}

std::string terraform(std::string_view text)
{
    const VariableScope scope = names();
    EvaluationContext context;
    context.scope = &scope;
    return printed(text, context);
}

std::string called(std::string_view text)
{
    EvaluationContext context;
    context.impureFunctions = ImpureFunctions::Called;
    context.planTime = 1'700'000'000;
    return printed(text, context);
}

} // namespace

TEST(OpenTofuFunctions, Base64Gunzip)
{
    EXPECT_EQ(tofu(R"(base64gunzip("H4sIAAAAAAAA/ypJLS4BAAAA//8BAAD//wx+f9gEAAAA"))"), "\"test\"");
    EXPECT_THAT(tofu(R"(base64gunzip("hello"))"), HasSubstr("failed to decode base64 data \"hello\""));
    EXPECT_THAT(tofu(R"(base64gunzip("aGVsbG8="))"), HasSubstr("failed to gunzip bytestream"));
    EXPECT_THAT(tofu(R"(base64gunzip("H4sIAAAAAAAA/ypJ"))"), HasSubstr("ends too early"));
    EXPECT_THAT(tofu("base64gunzip(secret)"), HasSubstr("base64 data (sensitive value)"));
    EXPECT_THAT(tofu("base64gunzip(null)"), HasSubstr("argument must not be null"));
    EXPECT_EQ(tofu("base64gunzip(unknown)"), "(known after apply)");
    EXPECT_THAT(terraform(R"(base64gunzip("x"))"), HasSubstr("no function named \"base64gunzip\""));
}

TEST(OpenTofuFunctions, UrlDecode)
{
    EXPECT_EQ(tofu(R"(urldecode("abc123-_"))"), "\"abc123-_\"");
    EXPECT_EQ(tofu(R"(urldecode("Hello+World%21"))"), "\"Hello World!\"");
    EXPECT_EQ(tofu(R"(urldecode("foo%3Abar%40localhost%3Ffoo%3Dbar%26bar%3Dbaz"))"),
              "\"foo:bar@localhost?foo=bar&bar=baz\"");
    EXPECT_EQ(tofu(R"(urldecode("mailto%3Aemail%3Fsubject%3Dthis%2Bis%2Bmy%2Bsubject"))"),
              "\"mailto:email?subject=this+is+my+subject\"");
    EXPECT_EQ(tofu(R"(urldecode("hello%20%E4%B8%96%E7%95%8C"))"), "\"hello \u4e16\u754c\"");
    EXPECT_EQ(tofu(R"(urldecode(urlencode("a b/c?d=e&f+g%")))"), "\"a b/c?d=e&f+g%\"");
    for (const char *wrong : {R"(urldecode("foo% bar"))", R"(urldecode("foo%2 bar"))", R"(urldecode("%GGfoo%2bar"))",
                              R"(urldecode("%"))", R"(urldecode("%FF"))"})
        EXPECT_THAT(tofu(wrong), HasSubstr("failed to decode URL")) << wrong;
    EXPECT_THAT(tofu("urldecode(null)"), HasSubstr("argument must not be null"));
    EXPECT_EQ(tofu("urldecode(unknown)"), "(known after apply)");
    EXPECT_EQ(tofu("urldecode(secret)"), "(sensitive value)");
}

TEST(OpenTofuFunctions, CidrContains)
{
    EXPECT_EQ(tofu(R"(cidrcontains("192.168.2.0/20", "192.168.2.1"))"), "true");
    EXPECT_EQ(tofu(R"(cidrcontains("192.168.2.0/20", "192.168.2.0/22"))"), "true");
    EXPECT_EQ(tofu(R"(cidrcontains("192.168.2.0/20", "192.126.2.1"))"), "false");
    EXPECT_EQ(tofu(R"(cidrcontains("192.168.2.0/20", "192.126.2.0/18"))"), "false");
    EXPECT_EQ(tofu(R"(cidrcontains("10.0.0.0/16", "10.0.0.0/8"))"), "false");
    EXPECT_EQ(tofu(R"(cidrcontains("fe80::/48", "fe80::1"))"), "true");
    EXPECT_EQ(tofu(R"(cidrcontains("fe80::/48", "fe81::1"))"), "false");
    EXPECT_THAT(tofu(R"(cidrcontains("192.168.2.0/20", "fe80::1"))"),
                HasSubstr("address family mismatch: 192.168.2.0/20 vs. fe80::1"));
    EXPECT_THAT(tofu(R"(cidrcontains("fe80::/48", "192.168.2.0/20"))"),
                HasSubstr("address family mismatch: fe80::/48 vs. 192.168.2.0/20"));
    EXPECT_THAT(tofu(R"(cidrcontains("not-a-cidr", "192.168.2.1"))"), HasSubstr("invalid CIDR address: not-a-cidr"));
    EXPECT_THAT(tofu(R"(cidrcontains("192.168.2.0/20", "not-an-address"))"),
                HasSubstr("invalid IP address or prefix: not-an-address"));
    EXPECT_THAT(tofu(R"(cidrcontains(null, "10.0.0.1"))"), HasSubstr("argument must not be null"));
    EXPECT_EQ(tofu(R"(cidrcontains("10.0.0.0/8", unknown))"), "(known after apply)");
}

TEST(OpenTofuFunctions, ElementCountsFromTheEndToo)
{
    EXPECT_EQ(tofu(R"(element(["a", "b", "c"], -1))"), "\"c\"");
    EXPECT_EQ(tofu(R"(element(["a", "b", "c"], -3))"), "\"a\"");
    EXPECT_EQ(tofu(R"(element(["a", "b", "c"], -4))"), "\"c\"");
    EXPECT_EQ(tofu(R"(element(["a", "b", "c"], 4))"), "\"b\"");
    EXPECT_THAT(tofu("element([], -1)"), HasSubstr("empty list"));
    EXPECT_THAT(terraform(R"(element(["a", "b"], -1))"), HasSubstr("negative index"));
    EXPECT_EQ(terraform(R"(element(tolist(["a", "b"]), -1))"), "\"b\"");
}

TEST(OpenTofuFunctions, FormatTakesANullOfNoType)
{
    EXPECT_EQ(tofu(R"(format("%v", null))"), "\"null\"");
    EXPECT_THAT(tofu(R"(format("%s", null))"), HasSubstr("null value cannot be formatted"));
    EXPECT_EQ(tofu(R"(formatlist("%s-%v", ["a", "b"], null))"), R"(["a-null", "b-null"])");
    EXPECT_EQ(terraform(R"(format("%v", null))"), "(known after apply)");
}

TEST(OpenTofuFunctions, TheRestIsTerraforms)
{
    EXPECT_EQ(tofu(R"(core::upper("a"))"), "\"A\"");
    EXPECT_EQ(tofu(R"(templatestring("x$${a}", { a = 1 }))"), "\"x1\"");
    EXPECT_THAT(terraform(R"(templatestring("x", {}))"), HasSubstr("does not support providing a literal template"));
    EXPECT_THAT(tofu("ephemeralasnull(1)"), HasSubstr("no function named \"ephemeralasnull\""));
    for (const std::string &name : FunctionTable::standard().names())
        EXPECT_EQ(FunctionTable::openTofu().find(name) != nullptr, name != "ephemeralasnull") << name;
}

TEST(ImpureFunctions, AreUnknownUnlessAskedFor)
{
    for (const char *text :
         {"timestamp()", "plantimestamp()", "uuid()", R"(bcrypt("x"))", R"(base64gzip("x"))", R"(pathexpand("~/x"))"})
        EXPECT_EQ(terraform(text), "(known after apply)") << text;
}

TEST(ImpureFunctions, AreCalledWhenAskedFor)
{
    EXPECT_THAT(called("timestamp()"), MatchesRegex("\"20[0-9-]{8}T[0-9:]{8}Z\""));
    EXPECT_EQ(called("plantimestamp()"), "\"2023-11-14T22:13:20Z\"");
    EXPECT_THAT(called("uuid()"),
                MatchesRegex("\"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\""));
    EXPECT_NE(called("uuid()"), called("uuid()"));
    EXPECT_THAT(called(R"(bcrypt("x", 4))"), MatchesRegex(R"("\$2a\$04\$[./A-Za-z0-9]{53}")"));
    EXPECT_NE(called(R"(bcrypt("x", 4))"), called(R"(bcrypt("x", 4))"));
    EXPECT_THAT(called(R"(bcrypt("x", 32))"), HasSubstr("outside allowed inclusive range 4..31"));
    EXPECT_THAT(called(R"(bcrypt("x", 30))"), HasSubstr("would take too long"));
    EXPECT_THAT(called(R"(bcrypt("x", 1, 2))"), HasSubstr("no more than two arguments"));
    EXPECT_THAT(called(R"(bcrypt(join("", range(100))))"), HasSubstr("password length exceeds 72 bytes"));
    EXPECT_EQ(called(R"(pathexpand("/x"))"), "\"/x\"");
}

TEST(ImpureFunctions, TheHomeFolderIsThatOfTheEnvironment)
{
    const char *const users = std::getenv("HOME");
    const std::string before = users != nullptr ? users : "";
    ::setenv("HOME", "/home/someone", 1);
    EXPECT_EQ(called(R"(pathexpand("~/x"))"), "\"/home/someone/x\"");
    EXPECT_EQ(called(R"(pathexpand("a/~/x"))"), "\"a/~/x\"");
    ::unsetenv("HOME");
    EXPECT_THAT(called(R"(pathexpand("~/x"))"), HasSubstr("HOME is not set"));
    if (users != nullptr)
        ::setenv("HOME", before.c_str(), 1);
}

TEST(ImpureFunctions, GzipComesBack)
{
    EvaluationContext context;
    context.functions = &FunctionTable::openTofu();
    context.impureFunctions = ImpureFunctions::Called;
    EXPECT_EQ(printed(R"(base64gunzip(base64gzip("h\u00e9llo")))", context), "\"h\u00e9llo\"");
    EXPECT_EQ(printed(R"(base64gunzip(base64gzip("")))", context), "\"\"");
}

TEST(SensitiveArguments, AreNotShownInErrors)
{
    for (const char *text : {"base64decode(secret)", "jsondecode(secret)", "parseint(secret, 10)", "tonumber(secret)",
                             "cidrhost(secret, 1)", "uuidv5(secret, \"a\")", "regex(\"[0-9]\", secret)",
                             "timeadd(secret, \"1h\")", "formatdate(secret, secret)", "file(secret)",
                             "textdecodebase64(secret, \"utf-8\")", "rsadecrypt(secret, secret)",
                             "rsadecrypt(\"aaaa\", secret)", "element([1], secret)", "templatefile(secret, {})"})
        EXPECT_THAT(terraform(text), Not(HasSubstr("swordfish"))) << text;
}
