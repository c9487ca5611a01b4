/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Calls: of functions, through pointers, and of macros of the vocabulary whose
 * expansion leaves no call that a fact could speak of.
 */
#include "frontend/lower.h"

using namespace clang;

namespace sglint {

Value FunctionLowering::call(const CallExpr *E)
{
  const FunctionDecl *F = E->getDirectCallee();
  if (F) {
    if (unsigned Id = E->getBuiltinCallee())
      if (std::optional<Value> Result = builtin(E, Id))
        return *Result;
    return callSymbol(E, U.function(F), F);
  }
  SmallVector<sg_ref, 8> Operands = {value(E->getCallee()).Ref};
  QualType Callee = E->getCallee()->getType();
  const auto *Type =
      Callee->isPointerType() ? Callee->getPointeeType()->getAs<FunctionType>() : nullptr;
  const auto *Prototype = dyn_cast_or_null<FunctionProtoType>(Type);
  for (unsigned I = 0; I < E->getNumArgs(); I++) {
    bool IsDeclared = Prototype && I < Prototype->getNumParams();
    sg_type To = IsDeclared ? Types.get(Prototype->getParamType(I)) : 0;
    Operands.push_back(argument(E->getArg(I), To, IsDeclared).Ref);
  }
  // The function type keeps the tags that the call's own type may lack.
  sg_type Result = Types.getComplete(Type ? Type->getReturnType() : E->getType());
  return finishCall(Operands, Result, Type && Type->getNoReturnAttr(), E->getExprLoc());
}

Value FunctionLowering::callSymbol(const CallExpr *E, uint32_t Symbol, const FunctionDecl *F)
{
  SmallVector<sg_ref, 8> Operands = {sg_ref_make(SG_REF_SYMBOL, Symbol)};
  for (unsigned I = 0; I < E->getNumArgs(); I++) {
    bool IsDeclared = I < F->getNumParams();
    sg_type To = IsDeclared ? U.parameterType(F, I) : 0;
    Operands.push_back(argument(E->getArg(I), To, IsDeclared).Ref);
  }
  if (E->getType()->isRecordType())
    Types.getComplete(E->getType());
  bool IsNoReturn = F->isNoReturn() || sg_builder_symbol(B, Symbol)->is_noreturn;
  return finishCall(Operands, U.returnType(F), IsNoReturn, E->getExprLoc());
}

/// Operands are the callee and the arguments.
Value FunctionLowering::finishCall(ArrayRef<sg_ref> Operands, sg_type Result, bool IsNoReturn,
                                   SourceLocation Loc, uint32_t Flags)
{
  Value V = {emitList(SG_OP_CALL, Loc, Result, Operands, Flags), Result};
  if (IsNoReturn)
    stop(Loc);
  return V;
}

/// E as the callee gets it: a record by the address of a copy.
Value FunctionLowering::argument(const Expr *E, sg_type To, bool IsDeclared)
{
  Value V = value(E);
  if (V.Ref == SG_REF_NIL)
    return unknown(Unknown::Error, E);
  if (E->getType()->isRecordType()) {
    Place Copy = temporary(Types.getComplete(E->getType()), E->getExprLoc());
    copy(Copy, V.Ref, E->getExprLoc());
    return {Copy.Address, Copy.Type};
  }
  return IsDeclared ? coerce(V, To, E->getExprLoc()) : V;
}

/// Conversions to what a macro's surroundings want are not part of the macro.
static bool isOutside(const Stmt *S)
{
  const auto *E = dyn_cast<Expr>(S);
  if (E && isa<OpaqueValueExpr>(E->IgnoreParenImpCasts()))
    return true; // evaluated where it is bound
  const auto *Cast = dyn_cast<ImplicitCastExpr>(S);
  return Cast && Cast->getCastKind() != CK_LValueToRValue &&
         Cast->getCastKind() != CK_ArrayToPointerDecay &&
         Cast->getCastKind() != CK_FunctionToPointerDecay;
}

/// S as a call of the vocabulary macro it is the expansion of.
std::optional<Value> FunctionLowering::macroCall(const Stmt *S, QualType Type)
{
  MacroTable::Expansion Macro;
  if (U.Macros.empty() || isOutside(S) || !U.Macros.exactExpansion(S, OpenMacros, Macro))
    return std::nullopt;
  SmallVector<const Expr *, 8> Arguments;
  U.Macros.arguments(S, Macro, Ctx, Arguments);
  if (isPlainCall(S, Arguments))
    return std::nullopt;
  SmallVector<sg_ref, 8> Operands = {sg_ref_make(SG_REF_SYMBOL, U.macro(Macro.Macro->Name))};
  // A macro that is no more than its argument must not be met again in it.
  OpenMacros.push_back(Macro.Body);
  for (const Expr *Argument : Arguments)
    Operands.push_back(macroArgument(Argument, S).Ref);
  OpenMacros.pop_back();
  return finishCall(Operands, Types.getComplete(Type), false, S->getBeginLoc());
}

/// True when S calls a function with a fact and hands it the arguments as they
/// are: then the call says all that the macro does.
bool FunctionLowering::isPlainCall(const Stmt *S, ArrayRef<const Expr *> Arguments) const
{
  const auto *E = dyn_cast<Expr>(S);
  const auto *Call = E ? dyn_cast<CallExpr>(E->IgnoreParenImpCasts()) : nullptr;
  const FunctionDecl *F = Call ? Call->getDirectCallee() : nullptr;
  if (!F || !F->getIdentifier() || !U.hasFact(F->getName()) ||
      Arguments.size() > Call->getNumArgs())
    return false;
  for (unsigned I = 0; I < Arguments.size(); I++)
    if (!Arguments[I] ||
        Arguments[I]->IgnoreParenImpCasts() != Call->getArg(I)->IgnoreParenImpCasts())
      return false;
  return true;
}

/// An argument of the macro that S is; one that is used as an lvalue is passed by address.
Value FunctionLowering::macroArgument(const Expr *E, const Stmt *S)
{
  if (!E || E->getType()->isVoidType())
    return unknown(Unknown::MacroArgument, S->getBeginLoc(), Types.get(Ctx.IntTy));
  if (E->isGLValue()) {
    Place P = place(E);
    return {P.Address, Types.pointerTo(P.Type)};
  }
  return value(E);
}

} // namespace sglint
