/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Initialisers.  An object is set to zero once, as a whole; what follows are
 * the parts that are not.  IsZeroed says that this was done.
 */
#include "core/limits.h"
#include "frontend/lower.h"

using namespace clang;

namespace sglint {

void FunctionLowering::initialise(const Place &To, const Expr *Init, QualType Type, bool IsZeroed)
{
  const Expr *Written = Init; // a macro's parentheses are part of it
  while (const Expr *Inner = wrapped(Init))
    Init = Inner;
  if (isa<ImplicitValueInitExpr>(Init)) {
    if (!IsZeroed)
      zero(To, Init->getExprLoc());
  } else if (const auto *List = dyn_cast<InitListExpr>(Init)) {
    initialiseList(To, List, Type, IsZeroed);
  } else if (const auto *Update = dyn_cast<DesignatedInitUpdateExpr>(Init)) {
    initialise(To, Update->getBase(), Type, IsZeroed);
    initialiseList(To, Update->getUpdater(), Type, true);
  } else if (Type->isArrayType()) {
    // A string is RAM and holds no pointers; a literal is copied as a whole.
    if (Init->IgnoreParens()->getStmtClass() == Stmt::CompoundLiteralExprClass)
      copy(To, place(Init->IgnoreParens()).Address, Init->getExprLoc());
    else if (!IsZeroed)
      zero(To, Init->getExprLoc());
  } else if (Type->isRecordType()) {
    copy(To, value(Init).Ref, Init->getExprLoc());
  } else {
    initialiseScalar(To, Written, IsZeroed);
  }
}

void FunctionLowering::initialiseScalar(const Place &To, const Expr *Init, bool IsZeroed)
{
  Value V = value(Init);
  if (IsZeroed && integerOf(V.Ref) == 0)
    return;
  if (V.Ref != SG_REF_NIL)
    store(To, coerce(V, To.Type, Init->getExprLoc()), Init->getExprLoc());
}

void FunctionLowering::initialiseList(const Place &To, const InitListExpr *Init, QualType Type,
                                      bool IsZeroed)
{
  if (Init->isSyntacticForm() && Init->getSemanticForm())
    Init = Init->getSemanticForm();
  if (Init->isTransparent())
    return initialise(To, Init->getInit(0), Type, IsZeroed);
  if (!IsZeroed)
    zero(To, Init->getExprLoc());
  if (Type->isRecordType())
    initialiseRecord(To, Init);
  else if (Type->isArrayType())
    initialiseArray(To, Init);
  else if (Init->getNumInits() > 0)
    initialiseScalar(To, Init->getInit(0), true);
}

void FunctionLowering::initialiseRecord(const Place &To, const InitListExpr *Init)
{
  const RecordDecl *Record = Init->getType()->getAsRecordDecl();
  if (Record->isUnion()) {
    const FieldDecl *Field = Init->getInitializedFieldInUnion();
    if (Field && Init->getNumInits() > 0)
      initialise(fieldOf(To, Field, Init->getInit(0)->getExprLoc()), Init->getInit(0),
                 Field->getType(), true);
    return;
  }
  unsigned Next = 0;
  for (const FieldDecl *Field : Record->fields()) {
    if (Field->isUnnamedBitField())
      continue;
    if (Next == Init->getNumInits())
      break;
    const Expr *Part = Init->getInit(Next++);
    if (!leavesZero(Part))
      initialise(fieldOf(To, Field, Part->getExprLoc()), Part, Field->getType(), true);
  }
}

/// True when what Part initialises stays as the zero it is.
bool FunctionLowering::leavesZero(const Expr *Part) const
{
  if (isa<ImplicitValueInitExpr, NoInitExpr>(Part))
    return true;
  if (Part->getType()->isPointerType())
    return !Part->isValueDependent() &&
           Part->isNullPointerConstant(Ctx, Expr::NPC_NeverValueDependent) != Expr::NPCK_NotNull;
  const auto *Number = dyn_cast<IntegerLiteral>(Part->IgnoreParenImpCasts());
  return Number && Number->getValue().isZero();
}

/// True when no pointer can be in it, and evaluating it does nothing else.
static bool isPlainNumber(const Expr *E, const ASTContext &Ctx)
{
  return E->getType()->isArithmeticType() && !E->HasSideEffects(Ctx);
}

/// The elements that "[first ... last] = x" initialises have this in common.
static const Expr *writtenAs(const Expr *Part)
{
  const auto *List = dyn_cast<InitListExpr>(Part);
  return List && List->getSyntacticForm() ? List->getSyntacticForm() : Part->IgnoreParenImpCasts();
}

void FunctionLowering::initialiseArray(const Place &To, const InitListExpr *Init)
{
  const ArrayType *Array = Ctx.getAsArrayType(Init->getType());
  QualType Type = Array->getElementType();
  sg_type Element = Types.withQuals(Types.getComplete(Type), Types.quals(To.Type));
  Value First = {To.Address, Types.pointerTo(Element)};
  const Expr *Shared = nullptr; // what the shared element holds already
  for (unsigned I = 0; I < Init->getNumInits(); I++) {
    const Expr *Part = Init->getInit(I);
    if (leavesZero(Part) || isPlainNumber(Part, Ctx))
      continue;
    if (I >= SG_MAX_INDEX) {
      if (writtenAs(Part) == Shared)
        continue;
      Shared = writtenAs(Part);
    }
    initialise(elementOf(First, Element, integer(I), Part->getExprLoc()), Part, Type, true);
  }
  // What the remaining elements are, each for itself.
  const Expr *Filler = Init->getArrayFiller();
  if (Filler && !leavesZero(Filler) && !isPlainNumber(Filler, Ctx))
    initialise(elementOf(First, Element, integer(Init->getNumInits()), Filler->getExprLoc()),
               Filler, Type, true);
}

} // namespace sglint
