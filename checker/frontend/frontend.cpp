// SPDX-License-Identifier: GPL-2.0-or-later
/* From one compile command to one unit: runs Clang's parser on it. */
#include "frontend/frontend.h"
#include "frontend/unit.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/Basic/Version.h"
#include "clang/Driver/Driver.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Frontend/Utils.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace clang;

namespace sglint {

namespace {

/// Counts errors and keeps the first; nothing is printed.
class ErrorCounter : public DiagnosticConsumer {
public:
  ErrorCounter(const Paths &P, sg_frontend_result *Result) : P(P), Result(Result) {}

  void HandleDiagnostic(DiagnosticsEngine::Level Level, const Diagnostic &Info) override
  {
    DiagnosticConsumer::HandleDiagnostic(Level, Info);
    if (Level < DiagnosticsEngine::Error || Result->error_count++)
      return;
    SmallString<256> Text;
    Info.FormatDiagnostic(Text);
    PresumedLoc Place;
    if (Info.hasSourceManager() && Info.getLocation().isValid())
      Place = Info.getSourceManager().getPresumedLoc(
          Info.getSourceManager().getExpansionLoc(Info.getLocation()));
    std::string File = Place.isValid() ? P.shown(Place.getFilename()) : "";
    sg_error_set(&Result->first_error, File.c_str(), Place.isValid() ? Place.getLine() : 0,
                 Place.isValid() ? Place.getColumn() : 0, "%s", Text.c_str());
  }

  /// An error before Clang is there to report one.
  void fail(StringRef File, StringRef Text)
  {
    Result->error_count++;
    sg_error_set(&Result->first_error, File.str().c_str(), 0, 0, "%s", Text.str().c_str());
  }

private:
  const Paths &P;
  sg_frontend_result *Result;
};

/// Lowers the unit when it is parsed.
class Consumer : public ASTConsumer {
public:
  Consumer(sg_builder *B, const sg_rules *Rules, const Paths &P, MacroTable &Macros)
      : B(B), Rules(Rules), P(P), Macros(Macros)
  {
  }

  void HandleTranslationUnit(ASTContext &Ctx) override
  {
    UnitLowering(Ctx, B, Rules, P, Macros).run();
  }

private:
  sg_builder *B;
  const sg_rules *Rules;
  const Paths &P;
  MacroTable &Macros;
};

class Action : public ASTFrontendAction {
public:
  Action(sg_arena *Arena, sg_unit *Unit, const sg_rules *Rules, const Paths &P,
         sg_frontend_result *Result)
      : Arena(Arena), Unit(Unit), Rules(Rules), P(P), Result(Result), Macros(Rules)
  {
  }

  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI, StringRef) override
  {
    Macros.listen(CI.getPreprocessor());
    return std::make_unique<Consumer>(sg_builder_new(Unit), Rules, P, Macros);
  }

  void EndSourceFileAction() override
  {
    Result->unit = Unit;
    Result->input_count = (uint32_t)Macros.inputs().size();
    const char **Inputs = SG_NEW_ARRAY(Arena, const char *, Result->input_count);
    for (uint32_t I = 0; I < Result->input_count; I++)
      Inputs[I] = sg_arena_strdup(Arena, Macros.inputs()[I].str().c_str());
    Result->inputs = Inputs;
  }

private:
  sg_arena *Arena;
  sg_unit *Unit;
  const sg_rules *Rules;
  const Paths &P;
  sg_frontend_result *Result;
  MacroTable Macros;
};

} // namespace

/// Whether a directory holds the headers that come with one compiler, such as
/// arm_neon.h: '.../clang/VERSION/include' or '.../gcc*/TRIPLE/VERSION/include'.
static bool isCompilersInclude(StringRef Directory)
{
  SmallVector<StringRef, 16> Parts(llvm::sys::path::rbegin(Directory),
                                   llvm::sys::path::rend(Directory));
  if (Parts.size() < 4 || Parts[0] != "include")
    return false;
  return Parts[2] == "clang" || Parts[3] == "gcc" || Parts[3] == "gcc-cross";
}

static const char *sourceRoot(const sg_frontend_job *Job)
{
  return Job->root ? Job->root : Job->directory;
}

/// KBUILD_MODNAME as the arguments define it, else after the object.
static std::string moduleName(const sg_frontend_job *Job)
{
  if (Job->module)
    return Job->module;
  for (uint32_t I = 0; I < Job->arg_count; I++) {
    StringRef Name = Job->args[I];
    if (Name.consume_front("-DKBUILD_MODNAME="))
      return Name.trim('"').str();
  }
  return llvm::sys::path::stem(Job->object).str();
}

static sg_unit *newUnit(sg_arena *Arena, struct sg_intern *Intern, const sg_frontend_job *Job,
                        const Paths &P)
{
  sg_unit *Unit = sg_unit_new(Arena, Intern);
  SmallString<256> Root(sourceRoot(Job));
  if (!llvm::sys::path::is_absolute(Root)) {
    Root = Job->directory;
    llvm::sys::path::append(Root, sourceRoot(Job));
  }
  Unit->object = sg_intern(Intern, Job->object);
  Unit->source = sg_intern(Intern, P.shown(Job->source).c_str());
  Unit->module = sg_intern(Intern, moduleName(Job).c_str());
  Unit->root = sg_intern(Intern, Root.c_str());
  return Unit;
}

/// The command, with what the unit must be parsed with whatever the build says.
static std::shared_ptr<CompilerInvocation>
makeInvocation(const sg_frontend_job *Job, IntrusiveRefCntPtr<DiagnosticsEngine> Diags,
               IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files)
{
  // Not where the library is found at run time: Debian has only a link beside the headers.
  std::string Resources = driver::Driver::GetResourcesPath(SGLINT_LLVM_LIBDIR "/libclang-cpp.so");
  SmallVector<const char *, 128> Args = {"clang", "-resource-dir", Resources.c_str()};
  // Headers of another compiler name builtins that this one does not have.
  std::string OwnHeaders = "-isystem" + Resources + "/include";
  for (const char *Arg : ArrayRef(Job->args, Job->arg_count)) {
    StringRef Directory = Arg;
    bool IsForeign = Directory.consume_front("-isystem") && isCompilersInclude(Directory);
    Args.push_back(IsForeign ? OwnHeaders.c_str() : Arg);
  }
  // Last of the -include files: it redefines what the kernel's own define.
  Args.append({"-include", Job->override_header});
  // Correcting the spelling of names would guess what the code means.
  Args.append({"-Wno-everything", "-ferror-limit=0", "-fno-spell-checking", "-fsyntax-only"});
  Args.append({"-x", "c", "--", Job->source});
  CreateInvocationOptions Options;
  Options.Diags = std::move(Diags);
  Options.VFS = std::move(Files);
  Options.RecoverOnError = true;
  std::shared_ptr<CompilerInvocation> Invocation = createInvocation(Args, Options);
  if (Invocation) {
    Invocation->getFrontendOpts().DisableFree = false;
    Invocation->getDiagnosticOpts().ShowCarets = false;
  }
  return Invocation;
}

static void parse(const sg_frontend_job *Job, Action &Parse, ErrorCounter &Errors)
{
  // With a working directory of its own: that of the process stays.
  IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files = llvm::vfs::createPhysicalFileSystem().release();
  if (std::error_code Error = Files->setCurrentWorkingDirectory(Job->directory)) {
    Errors.fail(Job->directory, Error.message());
    return;
  }
  IntrusiveRefCntPtr<DiagnosticsEngine> Diags = CompilerInstance::createDiagnostics(
      new DiagnosticOptions, &Errors, /*ShouldOwnClient=*/false);
  std::shared_ptr<CompilerInvocation> Invocation = makeInvocation(Job, Diags, Files);
  if (!Invocation)
    return;
  CompilerInstance Compiler;
  Compiler.setInvocation(std::move(Invocation));
  Compiler.createDiagnostics(&Errors, /*ShouldOwnClient=*/false);
  Compiler.createFileManager(std::move(Files));
  Compiler.setVerboseOutputStream(std::make_unique<llvm::raw_null_ostream>());
  Compiler.ExecuteAction(Parse);
}

static void countInstructions(sg_frontend_result *Result)
{
  const sg_unit *Unit = Result->unit;
  for (uint32_t I = 0; I < Unit->functions.count; I++) {
    const sg_function &F = Unit->functions.items[I];
    Result->instructions += F.insts.count;
    for (uint32_t J = 0; J < F.insts.count; J++)
      Result->unknown_instructions += F.insts.items[J].op == SG_OP_UNKNOWN;
  }
}

} // namespace sglint

void sg_frontend_run(sg_arena *arena, struct sg_intern *intern, const sg_frontend_job *job,
                     sg_frontend_result *result)
{
  using namespace sglint;
  *result = {};
  Paths P(job->directory, sourceRoot(job));
  ErrorCounter Errors(P, result);
  Action Parse(arena, newUnit(arena, intern, job, P), job->rules, P, result);
  parse(job, Parse, Errors);
  if (!result->unit)
    return;
  result->unit->is_degraded = result->error_count > 0;
  countInstructions(result);
}

const char *sg_frontend_clang_version(void)
{
  return CLANG_VERSION_STRING;
}
