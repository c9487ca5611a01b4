/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Functions and statements.  Jumps are in lower_jump.cpp. */
#include "frontend/lower.h"
#include "clang/AST/Attr.h"

using namespace clang;

namespace sglint {

bool containsLabel(const Stmt *S)
{
  if (!S)
    return false;
  if (isa<LabelStmt, SwitchCase>(S))
    return true;
  for (const Stmt *Child : S->children())
    if (containsLabel(Child))
      return true;
  return false;
}

/// The function's parameters live in their slots; the incoming values go there first.
void FunctionLowering::lower(const FunctionDecl *F, uint32_t Symbol)
{
  Function = F;
  ReturnType = U.returnType(F);
  sg_build_function_begin(B, Symbol, loc(F->getLocation()), ReturnType,
                          !U.Locs.isInMainFile(F->getLocation()), F->isVariadic());
  for (const ParmVarDecl *Param : F->parameters()) {
    Types.getComplete(Param->getType());
    sg_type Type = U.parameterType(F, Param->getFunctionScopeIndex());
    uint32_t Index =
        sg_build_param(B, Param->getNameAsString().c_str(), Type, loc(Param->getLocation()));
    Locals[Param] = sg_ref_make(SG_REF_LOCAL, Index);
  }
  for (const ParmVarDecl *Param : F->parameters()) {
    unsigned Index = Param->getFunctionScopeIndex();
    Place Slot = {Locals[Param], U.parameterType(F, Index)};
    sg_ref Incoming = sg_ref_make(SG_REF_PARAM, Index);
    if (Param->getType()->isRecordType())
      copy(Slot, Incoming, Param->getLocation());
    else
      store(Slot, {Incoming, Slot.Type}, Param->getLocation());
  }
  stmt(F->getBody());
  if (!isDead())
    emit(SG_OP_RETURN, F->getEndLoc(), 0);
  finishJumps();
  sg_build_function_end(B);
}

void FunctionLowering::lowerInitialisers(ArrayRef<const VarDecl *> Variables, uint32_t Symbol)
{
  sg_build_function_begin(B, Symbol, 0, 0, false, false);
  sg_builder_function(B)->is_initialiser = true;
  for (const VarDecl *V : Variables) {
    uint32_t Variable = U.variable(V);
    Place To = {sg_ref_make(SG_REF_SYMBOL, Variable), sg_builder_symbol(B, Variable)->type};
    initialise(To, V->getInit(), V->getType(), true);
  }
  emit(SG_OP_RETURN, SourceLocation(), 0);
  sg_build_function_end(B);
}

void FunctionLowering::stmt(const Stmt *S)
{
  if (!S || (isDead() && !containsLabel(S)))
    return;
  Depth D(Nesting);
  if (D.isTooDeep())
    unknown(Unknown::Nesting, S->getBeginLoc(), 0);
  else
    stmtOf(S);
}

void FunctionLowering::stmtOf(const Stmt *S)
{
  if (const auto *E = dyn_cast<Expr>(S))
    return effect(E);
  switch (S->getStmtClass()) {
  case Stmt::NullStmtClass:
    return;
  case Stmt::CompoundStmtClass:
    return compound(cast<CompoundStmt>(S), nullptr);
  case Stmt::DeclStmtClass:
    return declare(cast<DeclStmt>(S));
  case Stmt::AttributedStmtClass:
    return stmt(cast<AttributedStmt>(S)->getSubStmt());
  case Stmt::IfStmtClass:
    return ifStmt(cast<IfStmt>(S));
  case Stmt::WhileStmtClass:
    return whileStmt(cast<WhileStmt>(S));
  case Stmt::DoStmtClass: // may be a macro of the vocabulary: do { ... } while
                          // (0)
    if (macroCall(S, Ctx.VoidTy))
      return;
    return doStmt(cast<DoStmt>(S));
  case Stmt::ForStmtClass:
    return forStmt(cast<ForStmt>(S));
  case Stmt::ReturnStmtClass:
    return returnStmt(cast<ReturnStmt>(S));
  case Stmt::SwitchStmtClass:
    return switchStmt(cast<SwitchStmt>(S));
  case Stmt::CaseStmtClass:
  case Stmt::DefaultStmtClass:
    return switchCase(cast<SwitchCase>(S));
  case Stmt::LabelStmtClass:
    return labelStmt(cast<LabelStmt>(S));
  case Stmt::GotoStmtClass:
    return gotoStmt(cast<GotoStmt>(S));
  case Stmt::IndirectGotoStmtClass:
    return indirectGotoStmt(cast<IndirectGotoStmt>(S));
  case Stmt::BreakStmtClass:
    return Breaks.empty() ? stop(S->getBeginLoc()) : leaveTo(Breaks.back(), S->getBeginLoc());
  case Stmt::ContinueStmtClass:
    return Continues.empty() ? stop(S->getBeginLoc()) : leaveTo(Continues.back(), S->getBeginLoc());
  case Stmt::GCCAsmStmtClass:
    return asmStmt(cast<GCCAsmStmt>(S));
  default:
    unknown(Unknown::Statement, S->getBeginLoc(), 0);
  }
}

/// The value of a statement expression is that of its last expression, taken
/// before what its declarations left to clean up runs.
void FunctionLowering::compound(const CompoundStmt *S, Value *Last)
{
  const Cleanup *Outer = Scope;
  const Stmt *Final = Last ? S->getStmtExprResult() : nullptr;
  for (const Stmt *Child : S->body()) {
    const Stmt *Inner = Child;
    if (Child == Final)
      for (; const auto *Labelled = dyn_cast<LabelStmt>(Inner); Inner = Labelled->getSubStmt())
        placeLabel(Labelled);
    const auto *Result = Child == Final ? dyn_cast<Expr>(Inner) : nullptr;
    if (Result && !Result->getType()->isVoidType() && !isDead())
      *Last = value(Result);
    else
      stmt(Inner);
  }
  popCleanups(Outer, S->getEndLoc());
}

void FunctionLowering::declare(const DeclStmt *S)
{
  for (const Decl *D : S->decls())
    if (const auto *V = dyn_cast<VarDecl>(D); V && V->hasLocalStorage())
      declareVariable(V);
    else if (V && V->getInit())
      takeLabels(V->getInit());
}

/// The labels in a static table are where a computed goto leads.
void FunctionLowering::takeLabels(const Stmt *S)
{
  if (const auto *Address = dyn_cast<AddrLabelExpr>(S)) {
    label(Address->getLabel());
    AddressTakenLabels.insert(Address->getLabel());
    return;
  }
  SmallVector<const Stmt *, 8> Parts;
  evaluatedChildren(S, Ctx, Parts);
  for (const Stmt *Part : Parts)
    takeLabels(Part);
}

/// Where V is, also after a jump past its declaration ("switch (x) { int v; case 1:").
Place FunctionLowering::slotOf(const VarDecl *V)
{
  auto Known = Locals.find(V);
  if (Known != Locals.end())
    return {Known->second, sg_builder_function(B)->locals.items[sg_ref_index(Known->second)].type};
  // "typeof(*p) v" has the tags of what p points to; v itself is on the stack.
  sg_type Type = Types.withoutQuals(Types.getComplete(V->getType()),
                                    SG_QUAL_IOMEM | SG_QUAL_USER | SG_QUAL_PERCPU | SG_QUAL_RCU);
  sg_ref Address = sg_build_local(B, V->getNameAsString().c_str(), Type, loc(V->getLocation()));
  Locals[V] = Address;
  return {Address, Type};
}

/// The bounds of an array whose size is known at run time only are evaluated here.
static void variableBounds(QualType T, const ASTContext &Ctx, SmallVectorImpl<const Expr *> &Bounds)
{
  while (const ArrayType *Array = Ctx.getAsArrayType(T)) {
    const auto *Variable = dyn_cast<VariableArrayType>(Array);
    if (Variable && Variable->getSizeExpr())
      Bounds.push_back(Variable->getSizeExpr());
    T = Array->getElementType();
  }
}

void FunctionLowering::declareVariable(const VarDecl *V)
{
  SmallVector<const Expr *, 2> Bounds;
  variableBounds(V->getType(), Ctx, Bounds);
  for (const Expr *Bound : Bounds)
    effect(Bound);
  Place Slot = slotOf(V);
  emit(SG_OP_UNDEF, V->getLocation(), 0, Slot.Address);
  if (V->getInit())
    initialise(Slot, V->getInit(), V->getType(), false);
  if (V->hasAttr<CleanupAttr>()) {
    Cleanups.push_back({V, Scope});
    Scope = &Cleanups.back();
  }
}

/// True when a break or continue in S may leave S.
static bool mayLeave(const Stmt *S)
{
  if (!S)
    return false;
  if (isa<BreakStmt, ContinueStmt>(S))
    return true;
  for (const Stmt *Child : S->children())
    if (mayLeave(Child))
      return true;
  return false;
}

void FunctionLowering::ifStmt(const IfStmt *S)
{
  std::optional<bool> Known = constantCondition(S->getCond(), Ctx);
  if (Known && !containsLabel(*Known ? S->getElse() : S->getThen()))
    return stmt(*Known ? S->getThen() : S->getElse());
  bool NeedsThen = Known.value_or(true) || containsLabel(S->getThen());
  bool NeedsElse = S->getElse() && (!Known.value_or(false) || containsLabel(S->getElse()));
  uint32_t End = block();
  uint32_t Then = NeedsThen ? block() : End;
  uint32_t Else = NeedsElse ? block() : End;
  branch(S->getCond(), Then, Else);
  if (NeedsThen) {
    at(Then);
    stmt(S->getThen());
    jump(End, S->getEndLoc());
  }
  if (NeedsElse) {
    at(Else);
    stmt(S->getElse());
    jump(End, S->getEndLoc());
  }
  at(End);
}

void FunctionLowering::loopBody(const Stmt *Body, uint32_t Break, uint32_t Continue)
{
  Breaks.push_back({Break, Scope});
  Continues.push_back({Continue, Scope});
  stmt(Body);
  jump(Continue, Body->getEndLoc());
  Breaks.pop_back();
  Continues.pop_back();
}

void FunctionLowering::whileStmt(const WhileStmt *S)
{
  uint32_t Head = block(), Body = block(), End = block();
  jump(Head, S->getBeginLoc());
  at(Head);
  branch(S->getCond(), Body, End);
  at(Body);
  loopBody(S->getBody(), End, Head);
  at(End);
}

void FunctionLowering::doStmt(const DoStmt *S)
{
  // "do { ... } while (0)" around the statements of a macro is no loop.
  std::optional<bool> Known = constantCondition(S->getCond(), Ctx);
  if (Known && !*Known && !mayLeave(S->getBody()))
    return stmt(S->getBody());
  uint32_t Body = block(), Test = block(), End = block();
  jump(Body, S->getBeginLoc());
  at(Body);
  loopBody(S->getBody(), End, Test);
  at(Test);
  branch(S->getCond(), Body, End);
  at(End);
}

void FunctionLowering::forStmt(const ForStmt *S)
{
  const Cleanup *Outer = Scope;
  uint32_t Head = block(), Body = block(), Step = block(), End = block();
  stmt(S->getInit());
  jump(Head, S->getBeginLoc());
  at(Head);
  if (S->getCond())
    branch(S->getCond(), Body, End);
  else
    jump(Body, S->getBeginLoc());
  at(Body);
  loopBody(S->getBody(), End, Step);
  at(Step);
  if (S->getInc())
    effect(S->getInc());
  jump(Head, S->getEndLoc());
  at(End);
  popCleanups(Outer, S->getEndLoc());
}

void FunctionLowering::returnStmt(const ReturnStmt *S)
{
  Value Result;
  if (const Expr *E = S->getRetValue()) {
    if (E->getType()->isVoidType())
      effect(E);
    else
      Result = coerce(value(E), ReturnType, S->getReturnLoc());
  }
  runCleanups(Scope, nullptr, S->getReturnLoc());
  emit(SG_OP_RETURN, S->getReturnLoc(), 0, Result.Ref);
}

} // namespace sglint
