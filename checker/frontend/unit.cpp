// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Which functions and initialisers belong to the unit, and under which names.
 *
 * Everything that ends up in the object is lowered.  Functions that headers
 * only offer are lowered when something uses them, unless the rules know them
 * by name: then the fact says more than the body does.
 */
#include "frontend/lower.h"
#include "clang/AST/Attr.h"

using namespace clang;

namespace sglint {

const char *unknownWord(Unknown Reason)
{
  static const char *const Words[] = {
#define SG_UNKNOWN(Name, Word, Description) Word,
#include "frontend/unknown_reasons.def"
  };
  return Words[(int)Reason];
}

UnitLowering::UnitLowering(ASTContext &Ctx, sg_builder *B, const sg_rules *Rules, const Paths &P,
                           MacroTable &Macros)
    : Ctx(Ctx), B(B), Locs(Ctx.getSourceManager(), Ctx.getLangOpts(), B, P), Types(Ctx, B, Locs),
      Macros(Macros), Rules(Rules)
{
}

bool UnitLowering::hasFact(StringRef Name) const
{
  return sg_rules_function(Rules, Name.str().c_str()) != nullptr;
}

/// A with the address spaces that only B names.
static sg_type joinTags(TypeTable &Types, sg_type A, sg_type B)
{
  const uint32_t Tags = SG_QUAL_IOMEM | SG_QUAL_USER | SG_QUAL_PERCPU | SG_QUAL_RCU;
  if (A == B)
    return A;
  if (Types.kind(A) == SG_TYPE_POINTER && Types.kind(B) == SG_TYPE_POINTER) {
    sg_type Inner = joinTags(Types, Types.pointee(A), Types.pointee(B));
    if (Inner != Types.pointee(A))
      A = Types.withQuals(Types.pointerTo(Inner), Types.quals(A));
  }
  return Types.withQuals(A, Types.quals(B) & Tags);
}

/// The declaration that says most: the body's parameters are the real ones.
static const FunctionDecl *fullest(const FunctionDecl *F)
{
  const FunctionDecl *Definition = F->getDefinition();
  return Definition ? Definition : F->getMostRecentDecl();
}

sg_type UnitLowering::returnType(const FunctionDecl *F)
{
  sg_type Type = Types.getComplete(fullest(F)->getReturnType());
  for (const FunctionDecl *Other : F->redecls())
    Type = joinTags(Types, Type, Types.get(Other->getReturnType()));
  return Type;
}

sg_type UnitLowering::parameterType(const FunctionDecl *F, unsigned I)
{
  const FunctionDecl *Main = fullest(F);
  if (I >= Main->getNumParams())
    Main = F;
  sg_type Type = Types.get(Main->getParamDecl(I)->getType());
  for (const FunctionDecl *Other : F->redecls())
    if (I < Other->getNumParams())
      Type = joinTags(Types, Type, Types.get(Other->getParamDecl(I)->getType()));
  return Type;
}

/// True for what the object's own source files hold, not what headers offer.
static bool isOwn(SourceLocation Loc, LocationTable &Locs)
{
  return Locs.isInMainFile(Loc) || Locs.file(Loc).ends_with(".c");
}

/// The name the assembler sees: an alias for KASAN or FORTIFY_SOURCE is the
/// function that it stands for.
std::string UnitLowering::functionName(const FunctionDecl *F)
{
  if (const auto *Label = F->getMostRecentDecl()->getAttr<AsmLabelAttr>())
    return Label->getLabel().str();
  return F->getNameAsString();
}

std::string UnitLowering::variableName(const VarDecl *V)
{
  // The label of a register variable is a register.
  const auto *Label = V->getMostRecentDecl()->getAttr<AsmLabelAttr>();
  if (Label && V->getStorageClass() != SC_Register)
    return Label->getLabel().str();
  if (!V->isStaticLocal())
    return V->getNameAsString();
  std::string Name = V->getNameAsString();
  if (const auto *F = dyn_cast_or_null<FunctionDecl>(V->getParentFunctionOrMethod()))
    Name = functionName(F) + "." + Name;
  unsigned Uses = ++StaticLocals[Name];
  return Uses > 1 ? Name + "." + std::to_string(Uses) : Name;
}

sg_linkage UnitLowering::linkage(const FunctionDecl *F)
{
  if (F->getMostRecentDecl()->hasAttr<WeakAttr>())
    return SG_LINK_WEAK;
  if (F->isExternallyVisible())
    return SG_LINK_EXTERN;
  return isOwn(fullest(F)->getLocation(), Locs) ? SG_LINK_STATIC : SG_LINK_INLINE;
}

uint32_t UnitLowering::function(const FunctionDecl *F)
{
  F = F->getCanonicalDecl();
  auto Known = Functions.find(F);
  if (Known != Functions.end())
    return Known->second;
  const FunctionDecl *Main = fullest(F);
  uint32_t Index =
      sg_build_symbol(B, SG_SYMBOL_FUNCTION, linkage(F), functionName(F).c_str(),
                      Types.functionReturning(returnType(F)), Locs.get(Main->getLocation()));
  Functions[F] = Index;
  for (unsigned I = 0; I < Main->getNumParams(); I++) {
    sg_type Type = parameterType(F, I);
    // A builtin and its alias are two declarations of one symbol.
    sg_symbol *Symbol = sg_builder_symbol(B, Index);
    if (I < Symbol->params.count)
      Symbol->params.items[I] = joinTags(Types, Symbol->params.items[I], Type);
    else
      sg_build_symbol_param(B, Index, Type);
  }
  sg_symbol *Symbol = sg_builder_symbol(B, Index);
  Symbol->is_noreturn |= F->getMostRecentDecl()->isNoReturn();
  Symbol->is_exported |= Macros.isExported(F->getName());
  wantBody(F);
  return Index;
}

void UnitLowering::addressTaken(const FunctionDecl *F)
{
  AddressTaken.insert(F->getCanonicalDecl());
}

/// True for an "extern inline" function: a checking wrapper around the function
/// of that name, which is somewhere else.
static bool isWrapper(const FunctionDecl *Definition, ASTContext &Ctx)
{
  return Ctx.GetGVALinkageForFunction(Definition) == GVA_AvailableExternally;
}

/// Queues the body of a function that something uses.
void UnitLowering::wantBody(const FunctionDecl *F)
{
  const FunctionDecl *Definition = F->getDefinition();
  if (!Definition || !Definition->hasBody())
    return;
  if (!isOwn(Definition->getLocation(), Locs)) {
    if (hasFact(functionName(F)))
      return;
    if (isWrapper(Definition, Ctx))
      return;
  }
  Bodies.insert(Definition);
}

uint32_t UnitLowering::variable(const VarDecl *V)
{
  V = V->getCanonicalDecl();
  auto Known = Variables.find(V);
  if (Known != Variables.end())
    return Known->second;
  // The last declaration has the composite type.
  sg_type Type = Types.getComplete(V->getMostRecentDecl()->getType());
  for (const VarDecl *Other : V->redecls())
    Type = joinTags(Types, Type, Types.get(Other->getType()));
  sg_linkage Linkage = V->getMostRecentDecl()->hasAttr<WeakAttr>() ? SG_LINK_WEAK
                       : V->isExternallyVisible()                  ? SG_LINK_EXTERN
                                                                   : SG_LINK_STATIC;
  uint32_t Index = sg_build_symbol(B, SG_SYMBOL_VARIABLE, Linkage, variableName(V).c_str(), Type,
                                   Locs.get(V->getMostRecentDecl()->getLocation()));
  Variables[V] = Index;
  sg_symbol *Symbol = sg_builder_symbol(B, Index);
  Symbol->is_defined = V->hasDefinition(Ctx) != VarDecl::DeclarationOnly;
  Symbol->is_exported = Macros.isExported(V->getName());
  wantInitialiser(V);
  return Index;
}

void UnitLowering::wantInitialiser(const VarDecl *V)
{
  const VarDecl *Initialised = nullptr;
  const Expr *Init = V->getAnyInitializer(Initialised);
  // Clang leaves a list with errors as it is written, without its fields.
  if (Init && !Init->containsErrors() && !Initialised->isInvalidDecl())
    Initialisers.insert(Initialised);
}

uint32_t UnitLowering::macro(StringRef Name)
{
  return sg_build_symbol(B, SG_SYMBOL_MACRO, SG_LINK_EXTERN, Name.str().c_str(), 0, 0);
}

uint32_t UnitLowering::builtin(StringRef Name, sg_type Result)
{
  return sg_build_symbol(B, SG_SYMBOL_FUNCTION, SG_LINK_EXTERN, Name.str().c_str(),
                         Types.functionReturning(Result), 0);
}

uint32_t UnitLowering::literal(const CompoundLiteralExpr *E)
{
  auto Known = Literals.find(E);
  if (Known != Literals.end())
    return Known->second;
  // No variable of C has a dot in its name.
  std::string Name = "literal." + std::to_string(Literals.size() + 1);
  uint32_t Index = sg_build_symbol(B, SG_SYMBOL_VARIABLE, SG_LINK_STATIC, Name.c_str(),
                                   Types.getComplete(E->getType()), Locs.get(E->getExprLoc()));
  sg_builder_symbol(B, Index)->is_defined = true;
  Literals[E] = Index;
  return Index;
}

/// What the object has whether or not something in the unit uses it.
void UnitLowering::collectRoots()
{
  const TranslationUnitDecl *Unit = Ctx.getTranslationUnitDecl();
  for (const Decl *D : Unit->decls()) {
    if (const auto *F = dyn_cast<FunctionDecl>(D)) {
      bool IsBody = F->isThisDeclarationADefinition() && F->hasBody();
      if (IsBody &&
          (isOwn(F->getLocation(), Locs) || (F->isExternallyVisible() && !isWrapper(F, Ctx))))
        function(F);
      // module_init() makes the module's entry an alias of the function it names.
      if (const auto *Alias = F->getAttr<AliasAttr>())
        for (const NamedDecl *Target : Unit->lookup(&Ctx.Idents.get(Alias->getAliasee())))
          if (const auto *Function = dyn_cast<FunctionDecl>(Target))
            addressTaken(Function);
    } else if (const auto *V = dyn_cast<VarDecl>(D)) {
      if (V->getInit() && (isOwn(V->getLocation(), Locs) || V->isExternallyVisible()))
        variable(V);
    }
  }
}

/// Finds the functions and variables that S names: what an initialiser names
/// is used before the initialisers are lowered.
static void useNames(const Stmt *S, UnitLowering &U)
{
  if (const auto *Ref = dyn_cast<DeclRefExpr>(S)) {
    if (const auto *F = dyn_cast<FunctionDecl>(Ref->getDecl()))
      U.function(F);
    else if (const auto *V = dyn_cast<VarDecl>(Ref->getDecl()); V && !V->hasLocalStorage())
      U.variable(V);
    return;
  }
  SmallVector<const Stmt *, 8> Children;
  evaluatedChildren(S, U.Ctx, Children);
  for (const Stmt *Child : Children)
    useNames(Child, U);
}

/// Facts of functions that are complete only when everything is lowered.
void UnitLowering::markFunctions()
{
  sg_unit *Unit = sg_builder_unit(B);
  for (const FunctionDecl *F : AddressTaken) {
    auto Known = Functions.find(F);
    uint32_t Body = Known == Functions.end() ? 0 : sg_builder_symbol(B, Known->second)->function;
    if (Body)
      Unit->functions.items[Body - 1].is_address_taken = true;
  }
}

void UnitLowering::run()
{
  collectRoots();
  // Bodies bring initialisers of static variables, and those bring bodies.
  for (size_t Body = 0, Initialiser = 0;;) {
    if (Body < Bodies.size()) {
      const FunctionDecl *F = Bodies[Body++];
      FunctionLowering(*this).lower(F, function(F));
    } else if (Initialiser < Initialisers.size()) {
      useNames(Initialisers[Initialiser++]->getInit(), *this);
    } else {
      break;
    }
  }
  if (!Initialisers.empty()) {
    // No function of C has a dot in its name.
    uint32_t Symbol = sg_build_symbol(B, SG_SYMBOL_FUNCTION, SG_LINK_STATIC, "static.initialisers",
                                      Types.functionReturning(0), 0);
    FunctionLowering(*this).lowerInitialisers(Initialisers.getArrayRef(), Symbol);
  }
  markFunctions();
}

} // namespace sglint
