/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Macros of the vocabulary.  Many kernel functions are macros whose expansion
 * leaves no call (virt_to_page) or several (memcpy under FORTIFY_SOURCE).  The
 * preprocessor's expansions are recorded here, and an expression that is
 * exactly one of them can be lowered as a call by the macro's name.
 */
#include "frontend/unit.h"
#include "clang/AST/Stmt.h"
#include "clang/Lex/Lexer.h"
#include "clang/Lex/MacroArgs.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include <map>

using namespace clang;

namespace sglint {

namespace {

class Listener : public PPCallbacks {
public:
  Listener(MacroTable &Table, const SourceManager &SM) : Table(Table), SM(SM) {}

  void MacroExpands(const Token &Name, const MacroDefinition &Definition, SourceRange,
                    const MacroArgs *Arguments) override
  {
    const MacroInfo *Info = Definition.getMacroInfo();
    if (!Info || !Info->isFunctionLike() || !Arguments)
      return;
    Table.expanded(Name, Info);
    if (Name.getIdentifierInfo()->getName().starts_with("EXPORT_SYMBOL") &&
        Arguments->getNumMacroArguments() > 0) {
      const Token *Symbol = Arguments->getUnexpArgument(0);
      if (const IdentifierInfo *Id = Symbol->getIdentifierInfo())
        Table.exported(Id->getName());
    }
  }

  void FileChanged(SourceLocation Loc, FileChangeReason Reason, SrcMgr::CharacteristicKind,
                   FileID) override
  {
    if (Reason != EnterFile)
      return;
    if (OptionalFileEntryRef File = SM.getFileEntryRefForID(SM.getFileID(Loc)))
      Table.entered(File->getName());
  }

private:
  MacroTable &Table;
  const SourceManager &SM;
};

} // namespace

void MacroTable::listen(Preprocessor &PP)
{
  SM = &PP.getSourceManager();
  Lang = &PP.getLangOpts();
  PP.addPPCallbacks(std::make_unique<Listener>(*this, *SM));
}

void MacroTable::entered(StringRef File)
{
  Inputs.insert(InputNames.insert(File).first->getKey());
}

void MacroTable::expanded(const Token &Name, const MacroInfo *Info)
{
  const IdentifierInfo *Id = Name.getIdentifierInfo();
  auto [Entry, IsNew] = IsFact.try_emplace(Id, false);
  if (IsNew)
    Entry->second = sg_rules_function(Rules, Id->getName().str().c_str()) != nullptr;
  if (Entry->second)
    Known[Name.getLocation()] = {Info, Id->getName()};
}

/// The place after the token at Loc.
static SourceLocation afterToken(SourceLocation Loc, const SourceManager &SM,
                                 const LangOptions &Lang)
{
  unsigned Length = Lexer::MeasureTokenLength(SM.getSpellingLoc(Loc), SM, Lang);
  return Loc.getLocWithOffset((int)Length);
}

bool MacroTable::exactExpansion(const Stmt *S, Expansion &Result) const
{
  SourceLocation Begin = S->getBeginLoc();
  if (Known.empty() || !Begin.isMacroID())
    return false;
  SmallVector<FileID, 8> Candidates;
  while (Begin.isMacroID()) {
    FileID Body = SM->getFileID(Begin);
    SourceLocation Up;
    if (!SM->isAtStartOfImmediateMacroExpansion(Begin, &Up))
      break;
    const SrcMgr::ExpansionInfo &Info = SM->getSLocEntry(Body).getExpansion();
    if (!Info.isMacroArgExpansion() && Known.contains(Info.getExpansionLocStart()))
      Candidates.push_back(Body);
    Begin = Up;
  }
  if (Candidates.empty())
    return false;
  bool IsFound = false;
  for (SourceLocation End = S->getEndLoc(); End.isMacroID();) {
    FileID Body = SM->getFileID(End);
    SourceLocation Up;
    if (!SM->isAtEndOfImmediateMacroExpansion(afterToken(End, *SM, *Lang), &Up))
      break;
    if (is_contained(Candidates, Body)) {
      const auto &Macro =
          Known.lookup(SM->getSLocEntry(Body).getExpansion().getExpansionLocStart());
      Result = {Body, Macro.first, Macro.second};
      IsFound = true;
    }
    End = Up;
  }
  return IsFound;
}

/// Collects the expressions of an expansion that come from its arguments.
class ArgumentFinder {
public:
  ArgumentFinder(const MacroTable &Table, const MacroTable::Expansion &Macro, ASTContext &Ctx)
      : SM(*Table.SM), Lang(*Table.Lang), Macro(Macro), Ctx(Ctx),
        Found(Macro.Info->getNumParams(), nullptr)
  {
  }

  void visit(const Stmt *S, bool IsUnevaluated);
  void result(SmallVectorImpl<const Expr *> &Arguments) const;

private:
  /// A token that a parameter of the macro stood for.
  struct Origin {
    int Parameter = -1;
    SourceLocation InArgument; ///< the token among those of the argument
  };
  Origin origin(SourceLocation Loc) const;
  bool take(const Expr *E);
  bool takeAs(const Expr *Written, const Expr *E);

  const SourceManager &SM;
  const LangOptions &Lang;
  const MacroTable::Expansion &Macro;
  ASTContext &Ctx;
  SmallVector<const Expr *, 8> Found;
  /// The arguments "..." stands for, by where they are written.
  std::map<SourceLocation, const Expr *> Variadic;
};

ArgumentFinder::Origin ArgumentFinder::origin(SourceLocation Loc) const
{
  while (SM.isMacroArgExpansion(Loc)) {
    SourceLocation Use = SM.getSLocEntry(SM.getFileID(Loc)).getExpansion().getExpansionLocStart();
    if (Use.isMacroID() && SM.getFileID(Use) == Macro.Body) {
      SourceLocation Spelling = SM.getSpellingLoc(Use);
      unsigned Length = Lexer::MeasureTokenLength(Spelling, SM, Lang);
      const IdentifierInfo &Name = Ctx.Idents.get(StringRef(SM.getCharacterData(Spelling), Length));
      return {Macro.Info->getParameterNum(&Name), Loc};
    }
    Loc = SM.getImmediateSpellingLoc(Loc);
  }
  return {};
}

/// True when an argument is what E is written as: E is it then.
bool ArgumentFinder::takeAs(const Expr *Written, const Expr *E)
{
  if (!Written->getBeginLoc().isMacroID() || !Written->getEndLoc().isMacroID())
    return false;
  Origin Begin = origin(Written->getBeginLoc());
  Origin End = origin(Written->getEndLoc());
  if (Begin.Parameter < 0 || Begin.Parameter != End.Parameter)
    return false;
  unsigned Parameter = (unsigned)Begin.Parameter;
  if (Macro.Info->isVariadic() && Parameter + 1 == Macro.Info->getNumParams()) {
    Variadic.try_emplace(SM.getImmediateSpellingLoc(Begin.InArgument), E);
    return true;
  }
  if (!SM.isAtStartOfImmediateMacroExpansion(Begin.InArgument) ||
      !SM.isAtEndOfImmediateMacroExpansion(afterToken(End.InArgument, SM, Lang)))
    return false;
  if (!Found[Parameter])
    Found[Parameter] = E;
  return true;
}

/// True when E is an argument: then its parts are of no interest.
bool ArgumentFinder::take(const Expr *E)
{
  if (takeAs(E, E))
    return true;
  const auto *Cast = dyn_cast<ImplicitCastExpr>(E);
  if (!Cast)
    return false;
  // Of "(x)" in a macro the value is read outside of the parentheses.
  const Expr *Written = Cast->getSubExpr();
  while (!takeAs(Written, E)) {
    const auto *Paren = dyn_cast<ParenExpr>(Written);
    if (!Paren)
      return false;
    Written = Paren->getSubExpr();
  }
  return true;
}

void ArgumentFinder::visit(const Stmt *S, bool IsUnevaluated)
{
  // Conversions to what the expansion wants are not part of the argument.
  if (const auto *Cast = dyn_cast<ImplicitCastExpr>(S))
    if (Cast->getCastKind() != CK_LValueToRValue && Cast->getCastKind() != CK_ArrayToPointerDecay)
      return visit(Cast->getSubExpr(), IsUnevaluated);
  if (const auto *E = dyn_cast<Expr>(S))
    if (take(E))
      return;
  if (IsUnevaluated) {
    for (const Stmt *Child : S->children())
      if (Child)
        visit(Child, true);
    return;
  }
  SmallVector<const Stmt *, 8> Children;
  evaluatedChildren(S, Ctx, Children);
  for (const Stmt *Child : Children)
    visit(Child, false);
}

void ArgumentFinder::result(SmallVectorImpl<const Expr *> &Arguments) const
{
  size_t Fixed = Macro.Info->getNumParams() - (Macro.Info->isVariadic() ? 1 : 0);
  Arguments.append(Found.begin(), Found.begin() + Fixed);
  for (const auto &[Loc, E] : Variadic)
    Arguments.push_back(E);
}

void MacroTable::arguments(const Stmt *S, const Expansion &Macro, ASTContext &Ctx,
                           SmallVectorImpl<const Expr *> &Arguments) const
{
  ArgumentFinder Finder(*this, Macro, Ctx);
  Finder.visit(S, false);
  Finder.result(Arguments);
  if (!is_contained(Arguments, nullptr))
    return;
  // What is only looked at unevaluated may still be a constant.
  ArgumentFinder Everywhere(*this, Macro, Ctx);
  Everywhere.visit(S, true);
  SmallVector<const Expr *, 8> All;
  Everywhere.result(All);
  for (size_t I = 0; I < Arguments.size() && I < All.size(); I++)
    if (!Arguments[I] && All[I] && constantValue(All[I], Ctx))
      Arguments[I] = All[I];
}

} // namespace sglint
