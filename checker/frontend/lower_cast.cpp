/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Conversions.  A cast is an instruction when it says something of a pointer:
 * that it loses or gains a tag, becomes an integer or comes from one, or points
 * to something else.  Other conversions only change the type of the value.
 */
#include "frontend/lower.h"

using namespace clang;

namespace sglint {

Value FunctionLowering::castExpr(const CastExpr *E)
{
  switch (E->getCastKind()) {
  case CK_LValueToRValue:
    return valueOfPlace(E->getSubExpr());
  case CK_ArrayToPointerDecay:
  case CK_FunctionToPointerDecay:
    return decay(E);
  case CK_NullToPointer:
    effect(E->getSubExpr());
    return {integer(0), Types.get(E->getType())};
  case CK_NoOp:
  case CK_BitCast:
  case CK_AddressSpaceConversion:
  case CK_IntegralToPointer:
  case CK_PointerToIntegral:
    return pointerCast(E);
  case CK_IntegralCast:
  case CK_BooleanToSignedIntegral:
    return integerCast(E);
  case CK_IntegralToBoolean:
  case CK_PointerToBoolean:
  case CK_FloatingToBoolean:
    return truthCast(E);
  case CK_ToVoid:
    effect(E->getSubExpr());
    return {};
  case CK_ToUnion:
    return toUnion(E);
  default:
    return otherCast(E);
  }
}

/// What an array or a function is as a value: its address.
Value FunctionLowering::decay(const CastExpr *E)
{
  Place P = place(E->getSubExpr());
  if (Types.kind(P.Type) != SG_TYPE_ARRAY)
    return {P.Address, Types.pointerTo(P.Type)};
  // An element is where the array is: the array's tags are the element's.
  sg_type Element = sg_type_get(sg_builder_unit(B), P.Type)->inner;
  return {P.Address, Types.pointerTo(Types.withQuals(Element, Types.quals(P.Type)))};
}

uint32_t FunctionLowering::castFlags(const CastExpr *E, sg_type From, sg_type To) const
{
  const auto *Implicit = dyn_cast<ImplicitCastExpr>(E);
  bool IsFromPointer = Types.kind(From) == SG_TYPE_POINTER;
  bool IsToPointer = Types.kind(To) == SG_TYPE_POINTER;
  bool WasIomem = Types.pointeeQuals(From) & SG_QUAL_IOMEM;
  bool IsIomem = Types.pointeeQuals(To) & SG_QUAL_IOMEM;
  uint32_t Flags = 0;
  if (Implicit && !Implicit->isPartOfExplicitCast())
    Flags |= SG_CAST_IMPLICIT;
  if ((Types.quals(To) | Types.pointeeQuals(To)) & SG_QUAL_FORCE)
    Flags |= SG_CAST_FORCE;
  if (IsToPointer && WasIomem && !IsIomem)
    Flags |= SG_CAST_DROPS_IOMEM;
  if (IsToPointer && !WasIomem && IsIomem)
    Flags |= SG_CAST_ADDS_IOMEM;
  if (IsFromPointer && !IsToPointer)
    Flags |= SG_CAST_TO_INT;
  if (!IsFromPointer && IsToPointer)
    Flags |= SG_CAST_FROM_INT;
  return Flags;
}

/// V as the type E casts to.
Value FunctionLowering::convert(Value V, const CastExpr *E)
{
  sg_type To = Types.get(E->getType());
  uint32_t Flags = castFlags(E, V.Type, To);
  QualType From = E->getSubExpr()->getType();
  uint64_t Pointer = Ctx.getTypeSize(Ctx.VoidPtrTy);
  if (E->getType()->isIntegralOrEnumerationType() && !From->isVoidType() &&
      Ctx.getTypeSize(From) >= Pointer && Ctx.getTypeSize(E->getType()) < Pointer)
    Flags |= SG_CAST_TRUNCATES;
  return {emit(SG_OP_CAST, E->getExprLoc(), To, V.Ref, SG_REF_NIL, Flags), To};
}

Value FunctionLowering::pointerCast(const CastExpr *E)
{
  if (E->getCastKind() == CK_PointerToIntegral)
    if (std::optional<int64_t> Known = constantValue(E, Ctx))
      return constant(*Known, E);
  Value V = value(E->getSubExpr());
  sg_type To = Types.get(E->getType());
  // Of records and void, and where only qualifiers change, nothing happens.
  if (!E->getType()->isPointerType() && E->getCastKind() == CK_NoOp)
    return {V.Ref, E->getType()->isRecordType() ? V.Type : To};
  uint32_t Constness = SG_QUAL_CONST | SG_QUAL_VOLATILE;
  if (Types.kind(To) == SG_TYPE_POINTER && Types.kind(V.Type) == SG_TYPE_POINTER &&
      Types.withoutQuals(Types.pointee(To), Constness) ==
          Types.withoutQuals(Types.pointee(V.Type), Constness))
    return {V.Ref, To};
  return convert(V, E);
}

Value FunctionLowering::integerCast(const CastExpr *E)
{
  Value V = value(E->getSubExpr());
  if (integerOf(V.Ref))
    if (std::optional<int64_t> Known = constantValue(E, Ctx))
      return constant(*Known, E);
  uint64_t Pointer = Ctx.getTypeSize(Ctx.VoidPtrTy);
  if (Ctx.getTypeSize(E->getSubExpr()->getType()) >= Pointer &&
      Ctx.getTypeSize(E->getType()) < Pointer)
    return convert(V, E);
  return {V.Ref, Types.get(E->getType())};
}

Value FunctionLowering::truthCast(const CastExpr *E)
{
  Value V = truth(value(E->getSubExpr()), E->getSubExpr());
  return {V.Ref, Types.get(E->getType())};
}

/// A member's value as the union that holds it.
Value FunctionLowering::toUnion(const CastExpr *E)
{
  const FieldDecl *Field = E->getTargetUnionField();
  Value V = value(E->getSubExpr());
  Place To = temporary(Types.getComplete(E->getType()), E->getExprLoc());
  if (!Field)
    return unknown(Unknown::Error, E);
  Place Member = fieldOf(To, Field, E->getExprLoc());
  if (Field->getType()->isRecordType())
    copy(Member, V.Ref, E->getExprLoc());
  else
    store(Member, coerce(V, Member.Type, E->getExprLoc()), E->getExprLoc());
  return {To.Address, To.Type};
}

/// Floating point, vectors and what C has no use for.
Value FunctionLowering::otherCast(const CastExpr *E)
{
  Value V = value(E->getSubExpr());
  sg_type To = Types.get(E->getType());
  SmallVector<sg_ref, 1> Operands;
  if (V.Ref != SG_REF_NIL)
    Operands.push_back(V.Ref);
  switch (E->getCastKind()) {
  case CK_AtomicToNonAtomic:
  case CK_NonAtomicToAtomic:
    return {V.Ref, To};
  case CK_IntegralToFloating:
  case CK_FloatingToIntegral:
  case CK_FloatingCast:
    return convert(V, E);
  case CK_Dependent:
    return unknown(Unknown::Error, E->getExprLoc(), To, Operands);
  case CK_VectorSplat:
    return unknown(Unknown::Vector, E->getExprLoc(), To, Operands);
  default:
    return unknown(E->getType()->isAnyComplexType() ? Unknown::Vector : Unknown::Expression,
                   E->getExprLoc(), To, Operands);
  }
}

} // namespace sglint
