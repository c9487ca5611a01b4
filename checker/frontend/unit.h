/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the lowering of all functions of one unit shares: locations, types,
 * macros of the vocabulary, symbols, and the list of functions to lower.
 */
#ifndef SG_FRONTEND_UNIT_H
#define SG_FRONTEND_UNIT_H

extern "C" {
#include "core/ir_build.h"
#include "core/rules.h"
}

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include <string>
#include <vector>

namespace clang {
class MacroArgs;
class MacroInfo;
class Preprocessor;
class Token;
} // namespace clang

namespace sglint {

enum class Unknown {
#define SG_UNKNOWN(Name, Word, Description) Name,
#include "frontend/unknown_reasons.def"
};

const char *unknownWord(Unknown Reason);

/// Where the files of the unit are, and how they are called in reports.
class Paths {
public:
  Paths(llvm::StringRef Directory, llvm::StringRef Root);

  /// Relative to the root when below it, else as the build names the file.
  std::string shown(llvm::StringRef Name) const;
  /// The part below the include/ directory the file is in; empty when there
  /// is none ("linux/scatterlist.h", "asm/io.h").
  static llvm::StringRef belowInclude(llvm::StringRef Shown);

private:
  std::string Directory;
  std::string Root;
  std::string RealRoot;
};

/// Clang's locations as the IR's.
class LocationTable {
public:
  LocationTable(const clang::SourceManager &SM, const clang::LangOptions &Lang, sg_builder *B,
                const Paths &P)
      : SM(SM), Lang(Lang), B(B), P(P)
  {
  }

  sg_loc get(clang::SourceLocation Loc);
  /// As shown in reports, of the file that Loc expands in.
  llvm::StringRef file(clang::SourceLocation Loc);
  bool isInMainFile(clang::SourceLocation Loc) const;
  bool isInSharedHeader(clang::SourceLocation Loc);

private:
  sg_str fileName(llvm::StringRef Name);
  sg_str macroName(clang::SourceLocation ExpansionLoc);

  const clang::SourceManager &SM;
  const clang::LangOptions &Lang;
  sg_builder *B;
  const Paths &P;
  llvm::DenseMap<clang::SourceLocation, sg_loc> Known;
  llvm::StringMap<sg_str> Files;
};

/// Clang's types as the IR's, with the address-space tags that the override
/// header leaves as sugar.
class TypeTable {
public:
  TypeTable(clang::ASTContext &Ctx, sg_builder *B, LocationTable &Locs) : Ctx(Ctx), B(B), Locs(Locs)
  {
  }

  sg_type get(clang::QualType T);
  /// As get(), with the fields of all records that T holds by value.
  sg_type getComplete(clang::QualType T);
  sg_type pointerTo(sg_type T);
  sg_type withQuals(sg_type T, uint32_t Quals);
  sg_type withoutQuals(sg_type T, uint32_t Quals);
  sg_type pointee(sg_type T) const;
  uint32_t quals(sg_type T) const;
  uint32_t pointeeQuals(sg_type T) const;
  sg_type_kind kind(sg_type T) const;
  sg_type functionReturning(sg_type T);

  struct FieldNumber {
    uint32_t Record;
    uint32_t Field;
  };
  FieldNumber field(const clang::FieldDecl *Field);
  uint32_t record(const clang::RecordDecl *Record);

private:
  const sg_type_info &info(sg_type T) const;
  sg_type build(clang::QualType T);
  void buildCanonical(clang::QualType T, sg_type_info &Info);
  void complete(const clang::RecordDecl *Record);
  void completeHeld(clang::QualType T);
  std::string recordId(const clang::RecordDecl *Record);
  std::string anonymousName(const clang::RecordDecl *Record);

  clang::ASTContext &Ctx;
  sg_builder *B;
  LocationTable &Locs;
  llvm::DenseMap<void *, sg_type> Known;
  llvm::DenseMap<const clang::RecordDecl *, uint32_t> Records;
  llvm::DenseSet<const clang::RecordDecl *> Completed;
  llvm::DenseMap<const clang::FieldDecl *, uint32_t> Fields;
  llvm::StringMap<unsigned> UsedIds;
};

/// The expansions of macros that are facts, and what else the preprocessor
/// alone knows: exported symbols and the files read.
class MacroTable {
public:
  explicit MacroTable(const sg_rules *Rules) : Rules(Rules) {}

  /// Makes PP report to this table from now on.
  void listen(clang::Preprocessor &PP);

  /// The tokens of an argument as they are written, before its own macros are expanded.
  struct Argument {
    clang::SourceLocation First; ///< invalid: there are none
    clang::SourceLocation Last;
  };
  /// A use of a macro that is a fact.
  struct Use {
    llvm::StringRef Name;
    llvm::SmallVector<Argument, 2> Arguments; ///< those that "..." stands for one by one
  };
  struct Expansion {
    clang::FileID Body; ///< what the macro expanded to
    const Use *Macro = nullptr;
  };
  /// The outermost vocabulary macro whose expansion is exactly S, without those in Except.
  bool exactExpansion(const clang::Stmt *S, llvm::ArrayRef<clang::FileID> Except,
                      Expansion &Result) const;
  /// The first evaluated expression that comes from each argument; null when
  /// there is none.
  void arguments(const clang::Stmt *S, const Expansion &Macro, clang::ASTContext &Ctx,
                 llvm::SmallVectorImpl<const clang::Expr *> &Arguments) const;

  bool empty() const { return Uses.empty(); }
  bool isExported(llvm::StringRef Name) const { return Exported.contains(Name); }
  const llvm::SetVector<llvm::StringRef> &inputs() const { return Inputs; }

  // Called while preprocessing.
  void expanded(const clang::Token &Name, const clang::MacroInfo *Info,
                const clang::MacroArgs *Arguments);
  void exported(llvm::StringRef Name) { Exported.insert(Name); }
  void entered(llvm::StringRef File);

private:
  friend class ArgumentFinder;

  const Use *useOf(clang::FileID Body) const;

  const sg_rules *Rules;
  const clang::SourceManager *SM = nullptr;
  const clang::LangOptions *Lang = nullptr;
  llvm::DenseMap<const clang::IdentifierInfo *, bool> IsFact;
  /// By the place of the macro's name.
  llvm::DenseMap<clang::SourceLocation, Use> Uses;
  llvm::StringSet<> Exported;
  llvm::StringSet<> InputNames;
  llvm::SetVector<llvm::StringRef> Inputs;
};

/// The evaluated parts of S, in the order in which they are written.
void evaluatedChildren(const clang::Stmt *S, clang::ASTContext &Ctx,
                       llvm::SmallVectorImpl<const clang::Stmt *> &Children);
/// The value E has whatever happens at run time.  Conditions over
/// __builtin_constant_p() of something that is no constant have one.
std::optional<int64_t> constantValue(const clang::Expr *E, const clang::ASTContext &Ctx);
std::optional<bool> constantCondition(const clang::Expr *E, const clang::ASTContext &Ctx);

/// Lowers everything that belongs to the unit into the builder's unit.
class UnitLowering {
public:
  UnitLowering(clang::ASTContext &Ctx, sg_builder *B, const sg_rules *Rules, const Paths &P,
               MacroTable &Macros);

  void run();

  /// The symbol of a function; its body is lowered too when it has one here.
  uint32_t function(const clang::FunctionDecl *F);
  void addressTaken(const clang::FunctionDecl *F);
  /// The symbol of a variable that is no automatic one.
  uint32_t variable(const clang::VarDecl *V);
  uint32_t macro(llvm::StringRef Name);
  /// A function Clang knows and nobody declared.
  uint32_t builtin(llvm::StringRef Name, sg_type Result);
  /// The storage of a compound literal outside functions.
  uint32_t literal(const clang::CompoundLiteralExpr *E);

  /// Type of parameter I, joined over all redeclarations.
  sg_type parameterType(const clang::FunctionDecl *F, unsigned I);
  sg_type returnType(const clang::FunctionDecl *F);
  bool hasFact(llvm::StringRef Name) const;

  clang::ASTContext &Ctx;
  sg_builder *B;
  LocationTable Locs;
  TypeTable Types;
  MacroTable &Macros;

private:
  std::string functionName(const clang::FunctionDecl *F);
  std::string variableName(const clang::VarDecl *V);
  sg_linkage linkage(const clang::FunctionDecl *F);
  void wantBody(const clang::FunctionDecl *F);
  void wantInitialiser(const clang::VarDecl *V);
  void collectRoots();
  void markFunctions();

  const sg_rules *Rules;
  llvm::DenseMap<const clang::FunctionDecl *, uint32_t> Functions;
  llvm::DenseMap<const clang::VarDecl *, uint32_t> Variables;
  llvm::DenseMap<const clang::CompoundLiteralExpr *, uint32_t> Literals;
  llvm::StringMap<unsigned> StaticLocals;
  llvm::SetVector<const clang::FunctionDecl *> Bodies;
  llvm::SetVector<const clang::VarDecl *> Initialisers;
  llvm::SetVector<const clang::FunctionDecl *> AddressTaken;
};

} // namespace sglint

#endif
