/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Control flow inside expressions.  A condition known at compile time chooses
 * its branch here: the other one is never lowered.
 */
#include "frontend/lower.h"
#include "clang/Basic/Builtins.h"

using namespace clang;

namespace sglint {

/// What tests the same as E: without hints and conversions that keep the truth.
static const Expr *tested(const Expr *E, const ASTContext &Ctx)
{
  if (const Expr *Inner = wrapped(E))
    return Inner;
  if (const auto *Call = dyn_cast<CallExpr>(E)) {
    unsigned Id = Call->getBuiltinCallee();
    bool IsHint =
        Id == Builtin::BI__builtin_expect || Id == Builtin::BI__builtin_expect_with_probability;
    return IsHint ? Call->getArg(0) : nullptr;
  }
  const auto *Cast = dyn_cast<CastExpr>(E);
  if (!Cast)
    return nullptr;
  switch (Cast->getCastKind()) {
  case CK_IntegralToBoolean:
  case CK_PointerToBoolean:
  case CK_BooleanToSignedIntegral:
    return Cast->getSubExpr();
  case CK_IntegralCast:
    return Ctx.getTypeSize(E->getType()) >= Ctx.getTypeSize(Cast->getSubExpr()->getType())
               ? Cast->getSubExpr()
               : nullptr;
  default:
    return nullptr;
  }
}

/// Branches on the operands of E where its value is only one of theirs.
bool FunctionLowering::branchInside(const Expr *E, uint32_t True, uint32_t False)
{
  if (const auto *Not = dyn_cast<UnaryOperator>(E); Not && Not->getOpcode() == UO_LNot) {
    branch(Not->getSubExpr(), False, True);
    return true;
  }
  if (const auto *Choice = dyn_cast<ConditionalOperator>(E)) {
    uint32_t Yes = block(), No = block();
    branch(Choice->getCond(), Yes, No);
    at(Yes);
    branch(Choice->getTrueExpr(), True, False);
    at(No);
    branch(Choice->getFalseExpr(), True, False);
    return true;
  }
  const auto *Binary = dyn_cast<BinaryOperator>(E);
  if (!Binary || !(Binary->isLogicalOp() || Binary->isCommaOp()))
    return false;
  if (Binary->isCommaOp()) {
    effect(Binary->getLHS());
  } else {
    uint32_t Right = block();
    bool IsAnd = Binary->getOpcode() == BO_LAnd;
    branch(Binary->getLHS(), IsAnd ? Right : True, IsAnd ? False : Right);
    at(Right);
  }
  branch(Binary->getRHS(), True, False);
  return true;
}

void FunctionLowering::branch(const Expr *E, uint32_t True, uint32_t False)
{
  Depth D(Nesting);
  if (D.isTooDeep())
    return branchOn(unknown(Unknown::Nesting, E).Ref, True, False, E->getExprLoc());
  if (std::optional<bool> Known = constantCondition(E, Ctx))
    return jump(*Known ? True : False, E->getExprLoc());
  std::optional<Value> Result = macroCall(E, E->getType());
  if (!Result) {
    if (const Expr *Inner = tested(E, Ctx))
      return branch(Inner, True, False);
    if (branchInside(E, True, False))
      return;
    Result = valueOf(E);
  }
  if (std::optional<int64_t> Known = integerOf(Result->Ref))
    return jump(*Known ? True : False, E->getExprLoc());
  branchOn(Result->Ref, True, False, E->getExprLoc());
}

/// V, the value of E, as 0 or 1.
Value FunctionLowering::truth(Value V, const Expr *E)
{
  if (std::optional<int64_t> Known = integerOf(V.Ref))
    return {integer(*Known != 0), V.Type};
  if (E->isKnownToHaveBooleanValue())
    return V;
  sg_type Type = Types.get(Ctx.IntTy);
  return {emit(SG_OP_BIN, E->getExprLoc(), Type, V.Ref, integer(0), 0, SG_BIN_NE), Type};
}

/// The right operand decides the value where the left one does not.
Value FunctionLowering::logical(const Expr *E)
{
  const auto *Logic = cast<BinaryOperator>(E);
  if (std::optional<bool> Known = constantCondition(E, Ctx))
    return constant(*Known, E);
  bool IsAnd = Logic->getOpcode() == BO_LAnd;
  SourceLocation Loc = E->getExprLoc();
  if (std::optional<bool> Left = constantCondition(Logic->getLHS(), Ctx); Left && *Left == IsAnd)
    return truth(value(Logic->getRHS()), Logic->getRHS());
  Place Slot = temporary(Types.get(E->getType()), Loc);
  uint32_t Right = block(), Short = block(), End = block();
  if (IsAnd)
    branch(Logic->getLHS(), Right, Short);
  else
    branch(Logic->getLHS(), Short, Right);
  at(Short);
  store(Slot, {integer(IsAnd ? 0 : 1), Slot.Type}, Loc);
  jump(End, Loc);
  at(Right);
  Value R = truth(value(Logic->getRHS()), Logic->getRHS());
  store(Slot, {R.Ref, Slot.Type}, Loc);
  jump(End, Loc);
  at(End);
  return load(Slot, Loc);
}

Value FunctionLowering::conditional(const ConditionalOperator *E)
{
  std::optional<bool> Known = constantCondition(E->getCond(), Ctx);
  if (!Known)
    return select(E);
  const Expr *Taken = *Known ? E->getTrueExpr() : E->getFalseExpr();
  if (!E->getType()->isVoidType())
    return value(Taken);
  effect(Taken);
  return {};
}

/// GNU "x ?: y": x is evaluated once.
Value FunctionLowering::conditionalOmitted(const BinaryConditionalOperator *E)
{
  if (std::optional<bool> Known = constantCondition(E->getCommon(), Ctx); Known && !*Known)
    return value(E->getFalseExpr());
  Opaque[E->getOpaqueValue()] = value(E->getCommon());
  return select(E);
}

Value FunctionLowering::select(const AbstractConditionalOperator *E)
{
  SourceLocation Loc = E->getExprLoc();
  bool IsRecord = E->getType()->isRecordType();
  sg_type Type = IsRecord ? Types.getComplete(E->getType()) : Types.get(E->getType());
  uint32_t True = block(), False = block(), End = block();
  uint32_t Tags = 0;
  std::optional<Place> Slot;
  if (!E->getType()->isVoidType())
    Slot = temporary(IsRecord ? Types.pointerTo(Type) : Type, Loc);
  branch(E->getCond(), True, False);
  at(True);
  arm(E->getTrueExpr(), Slot ? &*Slot : nullptr, End, Tags);
  at(False);
  arm(E->getFalseExpr(), Slot ? &*Slot : nullptr, End, Tags);
  at(End);
  if (!Slot)
    return {};
  Value V = load(*Slot, Loc);
  if (IsRecord)
    V.Type = Type;
  else if (Types.kind(Type) == SG_TYPE_POINTER && Tags)
    V.Type = Types.pointerTo(Types.withQuals(Types.pointee(Type), Tags));
  return V;
}

/// One arm of a conditional; Tags collects what its value points to.
void FunctionLowering::arm(const Expr *E, const Place *Slot, uint32_t End, uint32_t &Tags)
{
  if (!Slot) {
    effect(E);
    return jump(End, E->getExprLoc());
  }
  // The type that both arms are converted to has lost their tags.
  const auto *Cast = dyn_cast<ImplicitCastExpr>(E);
  Value V = value(Cast && Cast->getCastKind() == CK_BitCast ? Cast->getSubExpr() : E);
  Tags |= Types.pointeeQuals(V.Type) & (SG_QUAL_IOMEM | SG_QUAL_USER | SG_QUAL_PERCPU);
  if (V.Ref != SG_REF_NIL)
    emit(SG_OP_STORE, E->getExprLoc(), Slot->Type, Slot->Address, V.Ref);
  jump(End, E->getExprLoc());
}

} // namespace sglint
