/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What is decided at compile time: values of constant expressions, and which
 * parts of an expression are evaluated at all.  Dead code is never lowered.
 */
#include "frontend/unit.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/Stmt.h"
#include "clang/Basic/Builtins.h"

using namespace clang;

namespace sglint {

std::optional<int64_t> constantValue(const Expr *E, const ASTContext &Ctx)
{
  if (!E->getType()->isIntegralOrEnumerationType() || E->isValueDependent() || E->containsErrors())
    return std::nullopt;
  Expr::EvalResult Result;
  if (!E->EvaluateAsInt(Result, Ctx, Expr::SE_NoSideEffects))
    return std::nullopt;
  return Result.Val.getInt().extOrTrunc(64).getSExtValue();
}

static bool isBuiltinCall(const CallExpr *E, unsigned Id)
{
  return E->getBuiltinCallee() == Id;
}

static std::optional<bool> constantLogic(const BinaryOperator *E, const ASTContext &Ctx)
{
  bool IsAnd = E->getOpcode() == BO_LAnd;
  std::optional<bool> Left = constantCondition(E->getLHS(), Ctx);
  if (Left && *Left != IsAnd)
    return *Left;
  // "x && 0" is false, but x is evaluated first: only a known x makes it so.
  std::optional<bool> Right = constantCondition(E->getRHS(), Ctx);
  return Left && Right ? Right : std::nullopt;
}

std::optional<bool> constantCondition(const Expr *E, const ASTContext &Ctx)
{
  E = E->IgnoreParenImpCasts();
  if (const auto *Not = dyn_cast<UnaryOperator>(E); Not && Not->getOpcode() == UO_LNot) {
    std::optional<bool> Inner = constantCondition(Not->getSubExpr(), Ctx);
    return Inner ? std::optional<bool>(!*Inner) : std::nullopt;
  }
  if (const auto *Logic = dyn_cast<BinaryOperator>(E); Logic && Logic->isLogicalOp())
    return constantLogic(Logic, Ctx);
  if (const auto *Call = dyn_cast<CallExpr>(E)) {
    if (isBuiltinCall(Call, Builtin::BI__builtin_constant_p))
      return constantValue(Call, Ctx).value_or(0) != 0;
    if (isBuiltinCall(Call, Builtin::BI__builtin_expect))
      return constantCondition(Call->getArg(0), Ctx);
  }
  bool Result;
  if (E->isValueDependent() || E->containsErrors() || !E->getType()->isScalarType() ||
      !E->EvaluateAsBooleanCondition(Result, Ctx) || E->HasSideEffects(Ctx))
    return std::nullopt;
  return Result;
}

void evaluatedChildren(const Stmt *S, ASTContext &Ctx, SmallVectorImpl<const Stmt *> &Children)
{
  if (isa<UnaryExprOrTypeTraitExpr, TypeTraitExpr, AddrLabelExpr>(S))
    return;
  if (const auto *Call = dyn_cast<CallExpr>(S); Call && Call->isUnevaluatedBuiltinCall(Ctx))
    return;
  if (const auto *Generic = dyn_cast<GenericSelectionExpr>(S)) {
    if (!Generic->isResultDependent())
      Children.push_back(Generic->getResultExpr());
    return;
  }
  if (const auto *Choose = dyn_cast<ChooseExpr>(S)) {
    Children.push_back(Choose->getChosenSubExpr());
    return;
  }
  if (const auto *Omitted = dyn_cast<BinaryConditionalOperator>(S)) {
    Children.append({Omitted->getCommon(), Omitted->getFalseExpr()});
    return;
  }
  const Expr *Condition = nullptr;
  const Stmt *Arms[2] = {};
  if (const auto *E = dyn_cast<ConditionalOperator>(S)) {
    Condition = E->getCond();
    Arms[0] = E->getTrueExpr();
    Arms[1] = E->getFalseExpr();
  } else if (const auto *If = dyn_cast<IfStmt>(S)) {
    Condition = If->getCond();
    Arms[0] = If->getThen();
    Arms[1] = If->getElse();
  }
  if (Condition) {
    std::optional<bool> Known = constantCondition(Condition, Ctx);
    Children.push_back(Condition);
    for (bool Taken : {true, false})
      if (Arms[!Taken] && Known.value_or(Taken) == Taken)
        Children.push_back(Arms[!Taken]);
    return;
  }
  for (const Stmt *Child : S->children())
    if (Child)
      Children.push_back(Child);
}

} // namespace sglint
