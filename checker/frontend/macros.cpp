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
#include "clang/Lex/MacroInfo.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"

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
    Table.expanded(Name, Info, Arguments);
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

/// The arguments among the tokens of one: "..." takes several.
static void splitArguments(const Token *Tokens, bool IsVariadic,
                           SmallVectorImpl<MacroTable::Argument> &Arguments)
{
  MacroTable::Argument Next;
  unsigned Nesting = 0;
  for (; Tokens->isNot(tok::eof); Tokens++) {
    if (Tokens->is(tok::l_paren))
      Nesting++;
    else if (Tokens->is(tok::r_paren))
      Nesting--;
    if (IsVariadic && Nesting == 0 && Tokens->is(tok::comma)) {
      Arguments.push_back(Next);
      Next = {};
      continue;
    }
    if (Next.First.isInvalid())
      Next.First = Tokens->getLocation();
    Next.Last = Tokens->getLocation();
  }
  if (!IsVariadic || Next.First.isValid())
    Arguments.push_back(Next);
}

void MacroTable::expanded(const Token &Name, const MacroInfo *Info, const MacroArgs *Arguments)
{
  const IdentifierInfo *Id = Name.getIdentifierInfo();
  auto [Entry, IsNew] = IsFact.try_emplace(Id, false);
  if (IsNew)
    Entry->second = sg_rules_function(Rules, Id->getName().str().c_str()) != nullptr;
  if (!Entry->second)
    return;
  Use &Macro = Uses[Name.getLocation()];
  Macro.Name = Id->getName();
  Macro.Arguments.clear();
  unsigned Count = std::min(Info->getNumParams(), Arguments->getNumMacroArguments());
  for (unsigned I = 0; I < Count; I++)
    splitArguments(Arguments->getUnexpArgument(I),
                   Info->isVariadic() && I + 1 == Info->getNumParams(), Macro.Arguments);
}

/// The use of a macro of the vocabulary that Body comes from; null: it is another's.
const MacroTable::Use *MacroTable::useOf(FileID Body) const
{
  const SrcMgr::ExpansionInfo &Info = SM->getSLocEntry(Body).getExpansion();
  if (Info.isMacroArgExpansion())
    return nullptr;
  auto Known = Uses.find(Info.getExpansionLocStart());
  return Known == Uses.end() ? nullptr : &Known->second;
}

namespace {

/// Goes from a token to the expansions that it is the first or the last token
/// of.  A token of an argument is in two places: where the argument is written,
/// with the macros in it, and in what the macro makes of the argument.
class Climber {
public:
  Climber(const SourceManager &SM, const LangOptions &Lang, bool IsEnd)
      : SM(SM), Lang(Lang), IsEnd(IsEnd)
  {
  }

  /// True when Loc begins (ends) the expansion or the argument it is in.
  bool up(SourceLocation Loc, SourceLocation &Up) const
  {
    if (!IsEnd)
      return SM.isAtStartOfImmediateMacroExpansion(Loc, &Up);
    unsigned Length = Lexer::MeasureTokenLength(SM.getSpellingLoc(Loc), SM, Lang);
    return SM.isAtEndOfImmediateMacroExpansion(Loc.getLocWithOffset((int)Length), &Up);
  }

  /// Collects the expansions, the inner ones first.
  void climb(SourceLocation Loc)
  {
    while (Loc.isMacroID() && Seen.insert(Loc).second) {
      FileID File = SM.getFileID(Loc);
      bool IsArgument = SM.getSLocEntry(File).getExpansion().isMacroArgExpansion();
      if (IsArgument)
        climb(SM.getImmediateSpellingLoc(Loc));
      SourceLocation Up;
      if (!up(Loc, Up))
        return;
      if (!IsArgument)
        Bodies.push_back(File);
      Loc = Up;
    }
  }

  ArrayRef<FileID> bodies() const { return Bodies; }

private:
  const SourceManager &SM;
  const LangOptions &Lang;
  bool IsEnd;
  llvm::SmallDenseSet<SourceLocation, 16> Seen;
  SmallVector<FileID, 8> Bodies;
};

} // namespace

bool MacroTable::exactExpansion(const Stmt *S, ArrayRef<FileID> Except, Expansion &Result) const
{
  if (Uses.empty() || !S->getBeginLoc().isMacroID() || !S->getEndLoc().isMacroID())
    return false;
  Climber Begin(*SM, *Lang, /*IsEnd=*/false);
  Begin.climb(S->getBeginLoc());
  SmallVector<Expansion, 4> Candidates;
  for (FileID Body : Begin.bodies())
    if (const Use *Macro = useOf(Body); Macro && !is_contained(Except, Body))
      Candidates.push_back({Body, Macro});
  if (Candidates.empty())
    return false;
  Climber End(*SM, *Lang, /*IsEnd=*/true);
  End.climb(S->getEndLoc());
  for (const Expansion &Candidate : reverse(Candidates))
    if (is_contained(End.bodies(), Candidate.Body)) {
      Result = Candidate;
      return true;
    }
  return false;
}

/// Collects the expressions of an expansion that come from its arguments.
class ArgumentFinder {
public:
  ArgumentFinder(const MacroTable &Table, const MacroTable::Expansion &Macro, ASTContext &Ctx)
      : SM(*Table.SM), Lang(*Table.Lang), Macro(Macro), Ctx(Ctx),
        Found(Macro.Macro->Arguments.size(), nullptr)
  {
  }

  void visit(const Stmt *S, bool IsUnevaluated);
  ArrayRef<const Expr *> result() const { return Found; }

private:
  SourceLocation inArgument(SourceLocation Loc) const;
  const MacroTable::Argument *argumentAt(SourceLocation Loc, bool IsEnd) const;
  bool take(const Expr *E);
  bool takeAs(const Expr *Written, const Expr *E);

  const SourceManager &SM;
  const LangOptions &Lang;
  const MacroTable::Expansion &Macro;
  ASTContext &Ctx;
  SmallVector<const Expr *, 8> Found;
};

/// The token of the macro's argument that the token at Loc was; invalid: of none.
SourceLocation ArgumentFinder::inArgument(SourceLocation Loc) const
{
  while (SM.isMacroArgExpansion(Loc)) {
    SourceLocation Place = SM.getSLocEntry(SM.getFileID(Loc)).getExpansion().getExpansionLocStart();
    Loc = SM.getImmediateSpellingLoc(Loc);
    if (Place.isMacroID() && SM.getFileID(Place) == Macro.Body)
      return Loc;
  }
  return SourceLocation();
}

/// The argument that the token at Loc begins or ends.
const MacroTable::Argument *ArgumentFinder::argumentAt(SourceLocation Loc, bool IsEnd) const
{
  Climber Way(SM, Lang, IsEnd);
  for (Loc = inArgument(Loc); Loc.isValid();) {
    for (const MacroTable::Argument &A : Macro.Macro->Arguments)
      if ((IsEnd ? A.Last : A.First) == Loc)
        return &A;
    if (!Loc.isMacroID() || !Way.up(Loc, Loc))
      break;
  }
  return nullptr;
}

/// True when an argument is what Written is written as: E is it then.
bool ArgumentFinder::takeAs(const Expr *Written, const Expr *E)
{
  const MacroTable::Argument *A = argumentAt(Written->getBeginLoc(), false);
  if (!A || argumentAt(Written->getEndLoc(), true) != A)
    return false;
  const Expr *&Slot = Found[(size_t)(A - Macro.Macro->Arguments.begin())];
  if (!Slot)
    Slot = E;
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

void MacroTable::arguments(const Stmt *S, const Expansion &Macro, ASTContext &Ctx,
                           SmallVectorImpl<const Expr *> &Arguments) const
{
  ArgumentFinder Finder(*this, Macro, Ctx);
  Finder.visit(S, false);
  append_range(Arguments, Finder.result());
  if (!is_contained(Arguments, nullptr))
    return;
  // What is only looked at unevaluated may still be a constant.
  ArgumentFinder Everywhere(*this, Macro, Ctx);
  Everywhere.visit(S, true);
  for (size_t I = 0; I < Arguments.size(); I++) {
    const Expr *E = Everywhere.result()[I];
    if (!Arguments[I] && E && constantValue(E, Ctx))
      Arguments[I] = E;
  }
}

} // namespace sglint
