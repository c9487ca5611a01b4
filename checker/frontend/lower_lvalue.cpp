/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Places.  The type of a place has the tags of the pointer its access path
 * starts with: Clang keeps them on *p and p[i], and loses them on p->field.
 */
#include "frontend/lower.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace sglint {

Place FunctionLowering::place(const Expr *E)
{
  Depth D(Nesting);
  if (!D.isTooDeep())
    return placeOf(E);
  sg_type Type = Types.get(E->getType());
  return {unknown(Unknown::Nesting, E->getExprLoc(), Types.pointerTo(Type)).Ref, Type};
}

Place FunctionLowering::placeOf(const Expr *E)
{
  if (const Expr *Inner = wrapped(E))
    return place(Inner);
  switch (E->getStmtClass()) {
  case Stmt::DeclRefExprClass:
    return placeOfDecl(cast<DeclRefExpr>(E));
  case Stmt::MemberExprClass:
    return member(cast<MemberExpr>(E));
  case Stmt::ArraySubscriptExprClass:
    return subscript(cast<ArraySubscriptExpr>(E));
  case Stmt::CompoundLiteralExprClass:
    return compoundLiteral(cast<CompoundLiteralExpr>(E));
  case Stmt::StringLiteralClass: {
    std::string Text = cast<StringLiteral>(E)->getBytes().str();
    return {sg_build_string(B, Text.c_str()), Types.get(E->getType())};
  }
  case Stmt::PredefinedExprClass:
    if (const StringLiteral *Name = cast<PredefinedExpr>(E)->getFunctionName())
      return place(Name);
    break;
  case Stmt::UnaryOperatorClass:
    if (cast<UnaryOperator>(E)->getOpcode() == UO_Deref)
      return dereference(value(cast<UnaryOperator>(E)->getSubExpr()), E->getType());
    break;
  case Stmt::ImplicitCastExprClass:
  case Stmt::CStyleCastExprClass:
    if (E->isGLValue())
      return place(cast<CastExpr>(E)->getSubExpr());
    break;
  default:
    break;
  }
  if (E->isPRValue() && !E->isTypeDependent())
    return spill(E);
  Unknown Reason = E->isTypeDependent() || isa<RecoveryExpr>(E)  ? Unknown::Error
                   : isa<UnaryOperator, ExtVectorElementExpr>(E) ? Unknown::Vector
                                                                 : Unknown::Expression;
  sg_type Type = Types.get(E->getType());
  return {unknown(Reason, E->getExprLoc(), Types.pointerTo(Type)).Ref, Type};
}

Place FunctionLowering::placeOfDecl(const DeclRefExpr *E)
{
  if (const auto *F = dyn_cast<FunctionDecl>(E->getDecl())) {
    U.addressTaken(F);
    uint32_t Symbol = U.function(F);
    return {sg_ref_make(SG_REF_SYMBOL, Symbol), sg_builder_symbol(B, Symbol)->type};
  }
  const auto *V = dyn_cast<VarDecl>(E->getDecl());
  if (V && !V->hasLocalStorage()) {
    uint32_t Symbol = U.variable(V);
    return {sg_ref_make(SG_REF_SYMBOL, Symbol), sg_builder_symbol(B, Symbol)->type};
  }
  if (V && Function)
    return slotOf(V);
  sg_type Type = Types.get(E->getType());
  return {unknown(Unknown::Expression, E->getExprLoc(), Types.pointerTo(Type)).Ref, Type};
}

Place FunctionLowering::member(const MemberExpr *E)
{
  const Expr *Base = E->getBase();
  Place Record =
      E->isArrow() ? dereference(value(Base), Base->getType()->getPointeeType()) : place(Base);
  if (const auto *Field = dyn_cast<FieldDecl>(E->getMemberDecl()))
    return fieldOf(Record, Field, E->getExprLoc());
  sg_type Type = Types.get(E->getType());
  return {unknown(Unknown::Expression, E->getExprLoc(), Types.pointerTo(Type)).Ref, Type};
}

Place FunctionLowering::subscript(const ArraySubscriptExpr *E)
{
  sg_type Type = Types.get(E->getType());
  if (!E->getBase()->getType()->isPointerType())
    return {unknown(Unknown::Vector, E->getExprLoc(), Types.pointerTo(Type)).Ref, Type};
  Value Base = value(E->getBase());
  Value Index = value(E->getIdx());
  Place Element = dereference(Base, E->getType());
  return elementOf(Base, Element.Type, Index.Ref, E->getExprLoc());
}

/// What Pointer points to; Type is what Clang says it is.
Place FunctionLowering::dereference(Value Pointer, QualType Type)
{
  bool IsPointer = Types.kind(Pointer.Type) == SG_TYPE_POINTER;
  return {Pointer.Ref, IsPointer ? Types.pointee(Pointer.Type) : Types.get(Type)};
}

Place FunctionLowering::compoundLiteral(const CompoundLiteralExpr *E)
{
  sg_type Type = Types.getComplete(E->getType());
  Place To = E->isFileScope() || !Function ? Place{sg_ref_make(SG_REF_SYMBOL, U.literal(E)), Type}
                                           : temporary(Type, E->getExprLoc());
  initialise(To, E->getInitializer(), E->getType(), false);
  return To;
}

/// A place for a value that has none.  That of a record is its place.
Place FunctionLowering::spill(const Expr *E)
{
  Value V = value(E);
  if (E->getType()->isRecordType() || E->getType()->isArrayType())
    return {V.Ref, V.Type};
  Place To = temporary(Types.get(E->getType()), E->getExprLoc());
  if (V.Ref != SG_REF_NIL)
    store(To, V, E->getExprLoc());
  return To;
}

} // namespace sglint
