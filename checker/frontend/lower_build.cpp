/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One instruction at a time, and the plain operations on places and values. */
#include "frontend/lower.h"

using namespace clang;

namespace sglint {

/// What a member has of the object it is in.
static constexpr uint32_t InheritedQuals =
    SG_QUAL_IOMEM | SG_QUAL_USER | SG_QUAL_PERCPU | SG_QUAL_RCU | SG_QUAL_CONST | SG_QUAL_VOLATILE;

sg_ref FunctionLowering::emit(sg_op Op, SourceLocation Loc, sg_type Type, sg_ref Op0, sg_ref Op1,
                              uint32_t Flags, uint8_t Sub)
{
  sg_inst Inst = {};
  Inst.op = (uint8_t)Op;
  Inst.sub = Sub;
  Inst.flags = Flags;
  Inst.loc = loc(Loc);
  Inst.type = Type;
  Inst.op0 = Op0;
  Inst.op1 = Op1;
  return sg_build_inst(B, &Inst, nullptr, 0);
}

sg_ref FunctionLowering::emitList(sg_op Op, SourceLocation Loc, sg_type Type,
                                  ArrayRef<sg_ref> Extra, uint32_t Flags)
{
  sg_inst Inst = {};
  Inst.op = (uint8_t)Op;
  Inst.flags = Flags;
  Inst.loc = loc(Loc);
  Inst.type = Type;
  return sg_build_inst(B, &Inst, Extra.data(), (uint32_t)Extra.size());
}

Value FunctionLowering::unknown(Unknown Reason, SourceLocation Loc, sg_type Type,
                                ArrayRef<sg_ref> Operands)
{
  sg_inst Inst = {};
  Inst.op = SG_OP_UNKNOWN;
  Inst.loc = loc(Loc);
  Inst.type = Type;
  Inst.name = sg_build_str(B, unknownWord(Reason));
  return {sg_build_inst(B, &Inst, Operands.data(), (uint32_t)Operands.size()), Type};
}

Value FunctionLowering::unknown(Unknown Reason, const Expr *E)
{
  return unknown(Reason, E->getExprLoc(), Types.get(E->getType()));
}

std::optional<int64_t> FunctionLowering::integerOf(sg_ref Ref) const
{
  if (sg_ref_kind(Ref) != SG_REF_INT)
    return std::nullopt;
  return sg_builder_unit(B)->ints.items[sg_ref_index(Ref)];
}

Value FunctionLowering::constant(int64_t Value, const Expr *E)
{
  return {integer(Value), Types.get(E->getType())};
}

void FunctionLowering::jump(uint32_t Block, SourceLocation Loc)
{
  sg_inst Inst = {};
  Inst.op = SG_OP_JUMP;
  Inst.loc = loc(Loc);
  Inst.target[0] = Block;
  sg_build_inst(B, &Inst, nullptr, 0);
}

void FunctionLowering::branchOn(sg_ref Condition, uint32_t True, uint32_t False, SourceLocation Loc)
{
  sg_inst Inst = {};
  Inst.op = SG_OP_BRANCH;
  Inst.loc = loc(Loc);
  Inst.op0 = Condition;
  Inst.target[0] = True;
  Inst.target[1] = False;
  sg_build_inst(B, &Inst, nullptr, 0);
}

Place FunctionLowering::temporary(sg_type Type, SourceLocation Loc)
{
  return {sg_build_local(B, "", Type, loc(Loc)), Type};
}

uint32_t FunctionLowering::accessFlags(const Place &P) const
{
  uint32_t Flags = P.IsBitField ? SG_ACCESS_BITFIELD : 0;
  if (Types.quals(P.Type) & SG_QUAL_VOLATILE)
    Flags |= SG_ACCESS_VOLATILE;
  return Flags;
}

Value FunctionLowering::load(const Place &From, SourceLocation Loc, uint32_t Flags)
{
  return {emit(SG_OP_LOAD, Loc, From.Type, From.Address, SG_REF_NIL, Flags | accessFlags(From)),
          From.Type};
}

void FunctionLowering::store(const Place &To, Value V, SourceLocation Loc, uint32_t Flags)
{
  emit(SG_OP_STORE, Loc, To.Type, To.Address, V.Ref, Flags | accessFlags(To));
}

void FunctionLowering::copy(const Place &To, sg_ref From, SourceLocation Loc)
{
  emit(SG_OP_COPY, Loc, To.Type, To.Address, From, accessFlags(To));
}

void FunctionLowering::zero(const Place &To, SourceLocation Loc)
{
  emit(SG_OP_ZERO, Loc, To.Type, To.Address);
}

Place FunctionLowering::fieldOf(const Place &Record, const FieldDecl *Field, SourceLocation Loc)
{
  TypeTable::FieldNumber Number = Types.field(Field);
  sg_type Type =
      Types.withQuals(Types.get(Field->getType()), Types.quals(Record.Type) & InheritedQuals);
  sg_inst Inst = {};
  Inst.op = SG_OP_FIELD;
  Inst.loc = loc(Loc);
  Inst.type = Types.pointerTo(Type);
  Inst.op0 = Record.Address;
  Inst.record = Number.Record;
  Inst.field = Number.Field;
  return {sg_build_inst(B, &Inst, nullptr, 0), Type, Field->isBitField()};
}

Place FunctionLowering::elementOf(Value Pointer, sg_type Element, sg_ref Index, SourceLocation Loc)
{
  return {emit(SG_OP_INDEX, Loc, Types.pointerTo(Element), Pointer.Ref, Index), Element};
}

Value FunctionLowering::castPointer(Value V, sg_type To, SourceLocation Loc, uint32_t Flags)
{
  return {emit(SG_OP_CAST, Loc, To, V.Ref, SG_REF_NIL, Flags), To};
}

Value FunctionLowering::coerce(Value V, sg_type To, SourceLocation Loc)
{
  bool IsFromPointer = Types.kind(V.Type) == SG_TYPE_POINTER;
  bool IsToPointer = Types.kind(To) == SG_TYPE_POINTER;
  if (V.Ref == SG_REF_NIL || integerOf(V.Ref) || (!IsFromPointer && !IsToPointer))
    return {V.Ref, To};
  if (IsFromPointer && IsToPointer) {
    bool WasIomem = Types.pointeeQuals(V.Type) & SG_QUAL_IOMEM;
    bool IsIomem = Types.pointeeQuals(To) & SG_QUAL_IOMEM;
    if (WasIomem == IsIomem || ((Types.quals(To) | Types.pointeeQuals(To)) & SG_QUAL_FORCE))
      return {V.Ref, To};
    return castPointer(V, To, Loc,
                       SG_CAST_IMPLICIT | (WasIomem ? SG_CAST_DROPS_IOMEM : SG_CAST_ADDS_IOMEM));
  }
  if (Types.kind(V.Type) != SG_TYPE_INT && Types.kind(To) != SG_TYPE_INT)
    return {V.Ref, To};
  return castPointer(V, To, Loc,
                     SG_CAST_IMPLICIT | (IsFromPointer ? SG_CAST_TO_INT : SG_CAST_FROM_INT));
}

} // namespace sglint
