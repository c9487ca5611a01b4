/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Values of expressions.  Constants are folded and leave no instruction, and
 * so does integer work that cannot carry a pointer.
 */
#include "frontend/lower.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace sglint {

const Expr *wrapped(const Expr *E)
{
  if (const auto *Paren = dyn_cast<ParenExpr>(E))
    return Paren->getSubExpr();
  if (const auto *Full = dyn_cast<FullExpr>(E))
    return Full->getSubExpr();
  if (const auto *Generic = dyn_cast<GenericSelectionExpr>(E))
    return Generic->isResultDependent() ? nullptr : Generic->getResultExpr();
  if (const auto *Choose = dyn_cast<ChooseExpr>(E))
    return Choose->isConditionDependent() ? nullptr : Choose->getChosenSubExpr();
  if (const auto *Unary = dyn_cast<UnaryOperator>(E))
    if (Unary->getOpcode() == UO_Extension || Unary->getOpcode() == UO_Plus)
      return Unary->getSubExpr();
  return nullptr;
}

Value FunctionLowering::value(const Expr *E)
{
  Depth D(Nesting);
  if (D.isTooDeep())
    return unknown(Unknown::Nesting, E);
  if (std::optional<Value> Result = macroCall(E, E->getType()))
    return *Result;
  return valueOf(E);
}

/// Lowers E for what it does: nobody looks at its value.
void FunctionLowering::effect(const Expr *E)
{
  if (E->isGLValue() && !E->isTypeDependent())
    place(E);
  else
    value(E);
}

Value FunctionLowering::valueOf(const Expr *E)
{
  if (E->isTypeDependent())
    return invalid(E);
  if (const Expr *Inner = wrapped(E))
    return value(Inner);
  if (E->isGLValue())
    return valueOfPlace(E);
  if (const auto *Unary = dyn_cast<UnaryOperator>(E))
    return unary(Unary);
  if (const auto *Compound = dyn_cast<CompoundAssignOperator>(E))
    return compoundAssign(Compound);
  if (const auto *Binary = dyn_cast<BinaryOperator>(E))
    return binary(Binary);
  if (const auto *Conditional = dyn_cast<ConditionalOperator>(E))
    return conditional(Conditional);
  if (const auto *Omitted = dyn_cast<BinaryConditionalOperator>(E))
    return conditionalOmitted(Omitted);
  if (const auto *Call = dyn_cast<CallExpr>(E))
    return call(Call);
  if (const auto *Cast = dyn_cast<CastExpr>(E))
    return castExpr(Cast);
  if (const auto *Statement = dyn_cast<StmtExpr>(E))
    return statementExpr(Statement);
  return valueOfOther(E);
}

Value FunctionLowering::valueOfOther(const Expr *E)
{
  switch (E->getStmtClass()) {
  case Stmt::FloatingLiteralClass:
  case Stmt::ImaginaryLiteralClass:
    return unknown(Unknown::Float, E);
  case Stmt::UnaryExprOrTypeTraitExprClass:
  case Stmt::OffsetOfExprClass:
    return sizeOrOffset(E);
  case Stmt::VAArgExprClass:
    return unknown(Unknown::VaArg, E);
  case Stmt::AtomicExprClass:
    return atomic(cast<AtomicExpr>(E));
  case Stmt::AddrLabelExprClass:
    return labelAddress(cast<AddrLabelExpr>(E));
  case Stmt::InitListExprClass:
  case Stmt::ImplicitValueInitExprClass:
    return braced(E);
  case Stmt::CompoundLiteralExprClass: // an argument for a transparent union
  case Stmt::MemberExprClass:          // of a record that is a value: f().field
  case Stmt::ArraySubscriptExprClass:
    return valueOfPlace(E);
  case Stmt::OpaqueValueExprClass: {
    const auto *Common = cast<OpaqueValueExpr>(E);
    auto Known = Opaque.find(Common);
    if (Known != Opaque.end())
      return Known->second;
    return Common->getSourceExpr() ? value(Common->getSourceExpr())
                                   : unknown(Unknown::Expression, E);
  }
  case Stmt::ShuffleVectorExprClass:
  case Stmt::ConvertVectorExprClass:
    return unknown(Unknown::Vector, E);
  case Stmt::RecoveryExprClass:
    return invalid(E);
  default:
    if (std::optional<int64_t> Known = constantValue(E, Ctx))
      return constant(*Known, E);
    return unknown(Unknown::Expression, E);
  }
}

/// Qualifiers that an object has and the value read from it has not.
static constexpr uint32_t ObjectQuals =
    SG_QUAL_IOMEM | SG_QUAL_USER | SG_QUAL_PERCPU | SG_QUAL_RCU | SG_QUAL_CONST | SG_QUAL_VOLATILE;

/// What is in a place.  Of what is represented by its address, that.
Value FunctionLowering::valueOfPlace(const Expr *E)
{
  Place P = place(E);
  if (E->getType()->isRecordType())
    Types.getComplete(E->getType());
  if (E->getType()->isRecordType() || E->getType()->isArrayType() || E->getType()->isFunctionType())
    return {P.Address, P.Type};
  Value V = load(P, E->getExprLoc());
  V.Type = Types.withoutQuals(V.Type, ObjectQuals);
  return V;
}

/// What Clang could not make sense of still does what its parts do.
Value FunctionLowering::invalid(const Expr *E)
{
  SmallVector<sg_ref, 8> Operands;
  for (const Stmt *Child : E->children()) {
    const auto *Part = dyn_cast_or_null<Expr>(Child);
    if (!Part)
      continue;
    sg_ref Ref = value(Part).Ref;
    if (Ref != SG_REF_NIL)
      Operands.push_back(Ref);
  }
  return unknown(Unknown::Error, E->getExprLoc(), Types.get(E->getType()), Operands);
}

/// A value in braces: of a scalar, or of a record that has no other place.
Value FunctionLowering::braced(const Expr *E)
{
  QualType Type = E->getType();
  if (Type->isRecordType() || Type->isArrayType()) {
    Place P = temporary(Types.getComplete(Type), E->getExprLoc());
    initialise(P, E, Type, false);
    return {P.Address, P.Type};
  }
  const auto *List = dyn_cast<InitListExpr>(E);
  if (!List || List->getNumInits() == 0)
    return constant(0, E);
  return value(List->getInit(0));
}

Value FunctionLowering::labelAddress(const AddrLabelExpr *E)
{
  if (!Function)
    return unknown(Unknown::LabelAddress, E);
  AddressTakenLabels.insert(E->getLabel());
  return {sg_ref_make(SG_REF_BLOCK, label(E->getLabel()).Block), Types.get(E->getType())};
}

Value FunctionLowering::sizeOrOffset(const Expr *E)
{
  if (std::optional<int64_t> Known = constantValue(E, Ctx))
    return constant(*Known, E);
  return unknown(Unknown::DynamicSize, E);
}

Value FunctionLowering::statementExpr(const StmtExpr *E)
{
  Value Last;
  compound(E->getSubStmt(), &Last);
  if (Last.Ref == SG_REF_NIL && !E->getType()->isVoidType())
    return isDead() ? constant(0, E) : unknown(Unknown::Statement, E);
  return Last;
}

Value FunctionLowering::unary(const UnaryOperator *E)
{
  switch (E->getOpcode()) {
  case UO_AddrOf:
    return addressOf(E);
  case UO_PostInc:
  case UO_PostDec:
  case UO_PreInc:
  case UO_PreDec:
    return step(E);
  case UO_Minus:
  case UO_Not:
  case UO_LNot:
    break;
  default:
    return unknown(Unknown::Vector, E);
  }
  Value V = value(E->getSubExpr());
  if (integerOf(V.Ref))
    if (std::optional<int64_t> Known = constantValue(E, Ctx))
      return constant(*Known, E);
  if (E->getType()->isVectorType() || E->getType()->isAnyComplexType())
    return unknown(Unknown::Vector, E->getExprLoc(), Types.get(E->getType()), {V.Ref});
  sg_unop Op = E->getOpcode() == UO_LNot    ? SG_UN_NOT
               : E->getOpcode() == UO_Minus ? SG_UN_NEG
                                            : SG_UN_COMPL;
  sg_type Type = Types.get(E->getType());
  return {emit(SG_OP_UN, E->getExprLoc(), Type, V.Ref, SG_REF_NIL, 0, (uint8_t)Op), Type};
}

Value FunctionLowering::addressOf(const UnaryOperator *E)
{
  Place P = place(E->getSubExpr());
  return {P.Address, Types.pointerTo(P.Type)};
}

/// "++" and "--".
Value FunctionLowering::step(const UnaryOperator *E)
{
  SourceLocation Loc = E->getExprLoc();
  Place P = place(E->getSubExpr());
  Value Old = load(P, Loc);
  Value New;
  if (E->getType()->isPointerType()) {
    New = offset(Old, {integer(1), 0}, E->isDecrementOp(), Loc);
  } else {
    uint8_t Op = E->isDecrementOp() ? SG_BIN_SUB : SG_BIN_ADD;
    New = {emit(SG_OP_BIN, Loc, Old.Type, Old.Ref, integer(1), 0, Op), Old.Type};
  }
  store(P, New, Loc);
  return E->isPrefix() ? New : Old;
}

/// E as an offsetof() whose path ends in a member; null when it is none.
static const OffsetOfExpr *offsetOf(const Expr *E)
{
  const auto *Offset = dyn_cast<OffsetOfExpr>(E->IgnoreParenCasts());
  if (!Offset || Offset->isTypeDependent() || Offset->getNumComponents() == 0)
    return nullptr;
  for (unsigned I = 0; I < Offset->getNumComponents(); I++)
    if (Offset->getComponent(I).getKind() != OffsetOfNode::Field &&
        Offset->getComponent(I).getKind() != OffsetOfNode::Array)
      return nullptr;
  return Offset;
}

Value FunctionLowering::binary(const BinaryOperator *E)
{
  switch (E->getOpcode()) {
  case BO_Comma:
    effect(E->getLHS());
    return value(E->getRHS());
  case BO_Assign:
    return assign(E);
  case BO_LAnd:
  case BO_LOr:
    return logical(E);
  default:
    break;
  }
  Value L = value(E->getLHS());
  if (E->getOpcode() == BO_Sub && E->getLHS()->getType()->isPointerType())
    if (const OffsetOfExpr *Offset = offsetOf(E->getRHS()))
      return container(L, Offset, E->getExprLoc());
  Value R = value(E->getRHS());
  return arithmetic(E->getOpcode(), L, R, E, E->getType());
}

static std::optional<sg_binop> binaryOp(BinaryOperatorKind Op)
{
  switch (Op) {
  case BO_Add:
    return SG_BIN_ADD;
  case BO_Sub:
    return SG_BIN_SUB;
  case BO_Mul:
    return SG_BIN_MUL;
  case BO_Div:
    return SG_BIN_DIV;
  case BO_Rem:
    return SG_BIN_REM;
  case BO_And:
    return SG_BIN_AND;
  case BO_Or:
    return SG_BIN_OR;
  case BO_Xor:
    return SG_BIN_XOR;
  case BO_Shl:
    return SG_BIN_SHL;
  case BO_Shr:
    return SG_BIN_SHR;
  case BO_EQ:
    return SG_BIN_EQ;
  case BO_NE:
    return SG_BIN_NE;
  case BO_LT:
    return SG_BIN_LT;
  case BO_LE:
    return SG_BIN_LE;
  case BO_GT:
    return SG_BIN_GT;
  case BO_GE:
    return SG_BIN_GE;
  default:
    return std::nullopt;
  }
}

/// Op on operands that are values already; E is the operator they belong to.
Value FunctionLowering::arithmetic(BinaryOperatorKind Op, Value L, Value R, const BinaryOperator *E,
                                   QualType Type)
{
  SourceLocation Loc = E->getExprLoc();
  bool IsAdditive = Op == BO_Add || Op == BO_Sub;
  bool IsLeftPointer = E->getLHS()->getType()->isPointerType();
  bool IsRightPointer = E->getRHS()->getType()->isPointerType();
  if (IsAdditive && IsLeftPointer && !IsRightPointer)
    return offset(L, R, Op == BO_Sub, Loc);
  if (Op == BO_Add && IsRightPointer)
    return offset(R, L, false, Loc);
  if (integerOf(L.Ref) && integerOf(R.Ref))
    if (std::optional<int64_t> Known = constantValue(E, Ctx))
      return constant(*Known, E);
  sg_type Result = Types.get(Type);
  std::optional<sg_binop> Code = binaryOp(Op);
  if (!Code || Type->isVectorType() || Type->isAnyComplexType())
    return unknown(Code ? Unknown::Vector : Unknown::Expression, Loc, Result, {L.Ref, R.Ref});
  return {emit(SG_OP_BIN, Loc, Result, L.Ref, R.Ref, 0, (uint8_t)*Code), Result};
}

Value FunctionLowering::offset(Value Pointer, Value Count, bool IsNegative, SourceLocation Loc)
{
  sg_ref Index = Count.Ref;
  std::optional<int64_t> Known = integerOf(Index);
  if (Known && *Known == 0)
    return Pointer;
  if (IsNegative)
    Index = Known ? integer((int64_t)(0 - (uint64_t)*Known))
                  : emit(SG_OP_UN, Loc, Count.Type, Index, SG_REF_NIL, 0, SG_UN_NEG);
  return {emit(SG_OP_INDEX, Loc, Pointer.Type, Pointer.Ref, Index), Pointer.Type};
}

/// The record that Pointer points into the given field of.
Value FunctionLowering::containerOf(Value Pointer, const FieldDecl *Field, SourceLocation Loc)
{
  TypeTable::FieldNumber Number = Types.field(Field);
  sg_type Record = Types.get(Ctx.getRecordType(Field->getParent()));
  sg_inst Inst = {};
  Inst.op = SG_OP_CONTAINER;
  Inst.loc = loc(Loc);
  Inst.op0 = Pointer.Ref;
  Inst.record = Number.Record;
  Inst.field = Number.Field;
  Inst.type = Types.pointerTo(Types.withQuals(Record, Types.pointeeQuals(Pointer.Type)));
  return {sg_build_inst(B, &Inst, nullptr, 0), Inst.type};
}

/// What a step of an offsetof() path leads to.
static QualType stepType(const OffsetOfExpr *Offset, unsigned Step, ASTContext &Ctx)
{
  unsigned Start = Step;
  while (Start > 0 && Offset->getComponent(Start).getKind() != OffsetOfNode::Field)
    Start--;
  if (Offset->getComponent(Start).getKind() != OffsetOfNode::Field)
    return Ctx.CharTy;
  QualType Type = Offset->getComponent(Start).getField()->getType();
  for (; Start < Step; Start++)
    if (const ArrayType *Array = Ctx.getAsArrayType(Type))
      Type = Array->getElementType();
  return Type;
}

/// container_of(): walks the path of offsetof() backwards.
Value FunctionLowering::container(Value Pointer, const OffsetOfExpr *Offset, SourceLocation Loc)
{
  for (unsigned I = Offset->getNumComponents(); I-- > 0;) {
    const OffsetOfNode &Step = Offset->getComponent(I);
    if (Step.getKind() == OffsetOfNode::Field) {
      Pointer = containerOf(Pointer, Step.getField(), Loc);
      continue;
    }
    sg_type Element =
        Types.withQuals(Types.get(stepType(Offset, I, Ctx)), Types.pointeeQuals(Pointer.Type));
    Pointer = castPointer(Pointer, Types.pointerTo(Element), Loc, 0);
    Pointer = offset(Pointer, value(Offset->getIndexExpr(Step.getArrayExprIndex())), true, Loc);
  }
  return Pointer;
}

Value FunctionLowering::assign(const BinaryOperator *E)
{
  Value V = value(E->getRHS());
  Place To = place(E->getLHS());
  if (E->getType()->isRecordType()) {
    Types.getComplete(E->getType());
    copy(To, V.Ref, E->getExprLoc());
    return {To.Address, To.Type};
  }
  V = coerce(V, To.Type, E->getExprLoc());
  store(To, V, E->getExprLoc());
  return V;
}

Value FunctionLowering::compoundAssign(const CompoundAssignOperator *E)
{
  SourceLocation Loc = E->getExprLoc();
  Value R = value(E->getRHS());
  Place To = place(E->getLHS());
  Value Old = load(To, Loc);
  BinaryOperatorKind Op = BinaryOperator::getOpForCompoundAssignment(E->getOpcode());
  Value New = arithmetic(Op, Old, R, E, E->getComputationResultType());
  New = coerce(New, To.Type, Loc);
  store(To, New, Loc);
  return New;
}

} // namespace sglint
