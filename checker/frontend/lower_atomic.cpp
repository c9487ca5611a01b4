/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Atomic accesses: __atomic_*, __c11_atomic_* and the older __sync_*. */
#include "frontend/lower.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;
using llvm::StringSwitch;

namespace sglint {

Place FunctionLowering::pointedTo(const Expr *Pointer)
{
  return dereference(value(Pointer), Pointer->getType()->getPointeeType());
}

/// As pointedTo(), of an argument that is passed as a pointer to void.
Place FunctionLowering::pointedToAsWritten(const Expr *Pointer)
{
  const auto *Cast = dyn_cast<ImplicitCastExpr>(Pointer);
  bool IsToVoid = Cast && Pointer->getType()->isVoidPointerType() &&
                  Cast->getSubExpr()->getType()->isPointerType();
  return IsToVoid && Cast->getSubExpr()->isPRValue() ? pointedToAsWritten(Cast->getSubExpr())
                                                     : pointedTo(Pointer);
}

/// Puts V in P and returns what was there.
Value FunctionLowering::exchange(const Place &P, Value V, SourceLocation Loc)
{
  uint32_t Flags = accessFlags(P) | SG_ACCESS_ATOMIC;
  uint32_t Quals = Types.quals(P.Type);
  return {emit(SG_OP_RMW, Loc, P.Type, P.Address, V.Ref, Flags), Types.withoutQuals(P.Type, Quals)};
}

/// "__atomic_fetch_add" without the family it is of: "fetch_add".
static StringRef stem(StringRef Name)
{
  for (StringRef Family : {"__sync_", "__atomic_", "__c11_atomic_", "__scoped_atomic_"})
    if (Name.consume_front(Family))
      break;
  return Name;
}

static std::optional<sg_binop> operatorOf(StringRef Stem)
{
  return StringSwitch<std::optional<sg_binop>>(Stem.substr(0, Stem.find('_')))
      .Case("add", SG_BIN_ADD)
      .Case("sub", SG_BIN_SUB)
      .Case("and", SG_BIN_AND)
      .Case("or", SG_BIN_OR)
      .Case("xor", SG_BIN_XOR)
      .Default(std::nullopt);
}

/// "fetch_add" returns what was there, "add_fetch" what is there now.
Value FunctionLowering::update(const Place &P, Value V, StringRef Name, SourceLocation Loc)
{
  Value Old = exchange(P, V, Loc);
  StringRef Stem = stem(Name);
  if (!Stem.contains("fetch") || Stem.starts_with("fetch"))
    return Old;
  std::optional<sg_binop> Op = operatorOf(Stem);
  if (!Op)
    return unknown(Unknown::Expression, Loc, Old.Type, {Old.Ref, V.Ref});
  return {emit(SG_OP_BIN, Loc, Old.Type, Old.Ref, V.Ref, 0, (uint8_t)*Op), Old.Type};
}

std::optional<Value> FunctionLowering::syncBuiltin(const CallExpr *E, StringRef Name)
{
  SourceLocation Loc = E->getExprLoc();
  bool IsTest = Name == "__atomic_test_and_set", IsClear = Name == "__atomic_clear";
  if (!Name.starts_with("__sync_") && !IsTest && !IsClear)
    return std::nullopt;
  if (E->getNumArgs() == 0)
    return Value{}; // a barrier
  Place P = IsTest || IsClear ? pointedToAsWritten(E->getArg(0)) : pointedTo(E->getArg(0));
  if (IsTest)
    return exchange(P, {integer(1), P.Type}, Loc);
  if (IsClear || Name.starts_with("__sync_lock_release")) {
    store(P, {integer(0), P.Type}, Loc, SG_ACCESS_ATOMIC);
    return Value{};
  }
  if (E->getNumArgs() < 2)
    return std::nullopt;
  Value V = value(E->getArg(1));
  if (!Name.contains("_compare_and_swap"))
    return update(P, V, Name, Loc);
  if (E->getNumArgs() < 3)
    return std::nullopt;
  Value Old = exchange(P, value(E->getArg(2)), Loc);
  if (!Name.starts_with("__sync_bool"))
    return Old;
  sg_type Type = Types.get(E->getType());
  return Value{emit(SG_OP_BIN, Loc, Type, Old.Ref, V.Ref, 0, SG_BIN_EQ), Type};
}

/// Afterwards *expected is what was there: on success it was that before.
Value FunctionLowering::atomicCompareExchange(const AtomicExpr *E, bool IsByValue)
{
  SourceLocation Loc = E->getExprLoc();
  Place P = pointedTo(E->getPtr());
  Place Expected = pointedTo(E->getVal1());
  Value Desired = IsByValue ? value(E->getVal2()) : load(pointedTo(E->getVal2()), Loc);
  Value Wanted = load(Expected, Loc);
  Value Old = exchange(P, Desired, Loc);
  store(Expected, Old, Loc);
  sg_type Type = Types.get(E->getType());
  return {emit(SG_OP_BIN, Loc, Type, Old.Ref, Wanted.Ref, 0, SG_BIN_EQ), Type};
}

Value FunctionLowering::atomic(const AtomicExpr *E)
{
  SourceLocation Loc = E->getExprLoc();
  StringRef Name = E->getOpAsString();
  // The plain names take and return values through pointers, "_n" directly.
  bool IsByValue = Name.ends_with("_n") || Name.contains("_c11_");
  if (E->isCmpXChg())
    return atomicCompareExchange(E, IsByValue);
  Place P = pointedTo(E->getPtr());
  if (Name.contains("_load")) {
    Value V = load(P, Loc, SG_ACCESS_ATOMIC);
    if (IsByValue)
      return V;
    store(pointedTo(E->getVal1()), V, Loc);
    return {};
  }
  if (Name.ends_with("_init")) {
    store(P, value(E->getVal1()), Loc);
    return {};
  }
  if (Name.contains("_store")) {
    Value V = IsByValue ? value(E->getVal1()) : load(pointedTo(E->getVal1()), Loc);
    store(P, coerce(V, P.Type, Loc), Loc, SG_ACCESS_ATOMIC);
    return {};
  }
  if (Name.contains("_exchange")) {
    if (IsByValue)
      return exchange(P, value(E->getVal1()), Loc);
    Value Old = exchange(P, load(pointedTo(E->getVal1()), Loc), Loc);
    store(pointedTo(E->getVal2()), Old, Loc);
    return {};
  }
  if (Name.contains("fetch"))
    return update(P, value(E->getVal1()), Name, Loc);
  return unknown(Unknown::Expression, Loc, Types.get(E->getType()), {P.Address});
}

} // namespace sglint
