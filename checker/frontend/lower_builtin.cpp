/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Functions that Clang knows itself.  What the compiler decides becomes a
 * constant, what stands for a library function is a call of that function, and
 * the rest is called by its own name.
 */
#include "frontend/lower.h"
#include "clang/Basic/Builtins.h"

using namespace clang;

namespace sglint {

/// What __builtin_object_size() says of an object that nobody knows.
static int64_t unknownObjectSize(const CallExpr *E, const ASTContext &Ctx)
{
  bool IsMinimum = E->getNumArgs() > 1 && constantValue(E->getArg(1), Ctx).value_or(0) & 2;
  return IsMinimum ? 0 : -1;
}

/// Builtins without a name of their own in the IR; nullopt: E is none.
std::optional<Value> FunctionLowering::builtin(const CallExpr *E, unsigned Id)
{
  switch (Id) {
  case Builtin::BI__builtin_constant_p:
  case Builtin::BI__builtin_is_constant_evaluated:
    return constant(constantValue(E, Ctx).value_or(0), E);
  case Builtin::BI__builtin_object_size:
  case Builtin::BI__builtin_dynamic_object_size:
    return constant(constantValue(E, Ctx).value_or(unknownObjectSize(E, Ctx)), E);
  case Builtin::BI__builtin_expect:
  case Builtin::BI__builtin_expect_with_probability:
  case Builtin::BI__builtin_assume_aligned:
  case Builtin::BI__builtin_launder:
  case Builtin::BI__builtin_preserve_access_index:
    return value(E->getArg(0));
  case Builtin::BI__builtin_addressof: {
    Place P = place(E->getArg(0));
    return Value{P.Address, Types.pointerTo(P.Type)};
  }
  case Builtin::BI__builtin_nontemporal_load:
    return load(pointedTo(E->getArg(0)), E->getExprLoc());
  case Builtin::BI__builtin_nontemporal_store: {
    Value V = value(E->getArg(0));
    Place To = pointedTo(E->getArg(1));
    store(To, coerce(V, To.Type, E->getExprLoc()), E->getExprLoc());
    return Value{};
  }
  default:
    return controlBuiltin(E, Id);
  }
}

/// Builtins for what they do to the flow of control, or to nothing at all.
std::optional<Value> FunctionLowering::controlBuiltin(const CallExpr *E, unsigned Id)
{
  switch (Id) {
  case Builtin::BI__builtin_unreachable:
  case Builtin::BI__builtin_trap:
  case Builtin::BI__builtin_verbose_trap:
    stop(E->getExprLoc());
    return Value{};
  case Builtin::BI__builtin_prefetch:
    effect(E->getArg(0));
    return Value{};
  case Builtin::BI__builtin_assume:
  case Builtin::BI__builtin_debugtrap:
  case Builtin::BI__builtin_va_start:
  case Builtin::BI__builtin_va_end:
  case Builtin::BI__builtin_va_copy:
  case Builtin::BI__atomic_thread_fence:
  case Builtin::BI__atomic_signal_fence:
  case Builtin::BI__c11_atomic_thread_fence:
  case Builtin::BI__c11_atomic_signal_fence:
    return Value{};
  default:
    break;
  }
  StringRef Name = Ctx.BuiltinInfo.getName(Id);
  if (std::optional<Value> Result = syncBuiltin(E, Name))
    return Result;
  if (std::optional<Value> Result = overflow(E, Name))
    return Result;
  // memcpy() that somebody declared is a function like any other.
  if (Ctx.BuiltinInfo.isPredefinedLibFunction(Id))
    return std::nullopt;
  if (std::optional<int64_t> Known = constantValue(E, Ctx))
    return constant(*Known, E);
  return namedBuiltin(E, Name);
}

/// __builtin_add_overflow() and the like, of any types.
std::optional<Value> FunctionLowering::overflow(const CallExpr *E, StringRef Name)
{
  if (!Name.ends_with("_overflow") || E->getNumArgs() != 3)
    return std::nullopt;
  SourceLocation Loc = E->getExprLoc();
  sg_binop Op = Name.contains("add") ? SG_BIN_ADD : Name.contains("sub") ? SG_BIN_SUB : SG_BIN_MUL;
  Value L = value(E->getArg(0));
  Value R = value(E->getArg(1));
  Place To = pointedTo(E->getArg(2));
  sg_type Type = Types.withoutQuals(To.Type, Types.quals(To.Type));
  store(To, {emit(SG_OP_BIN, Loc, Type, L.Ref, R.Ref, 0, (uint8_t)Op), Type}, Loc);
  // Whether it overflowed is a value that only the two operands decide.
  sg_type Result = Types.get(E->getType());
  sg_ref Callee = sg_ref_make(SG_REF_SYMBOL, U.builtin(Name, Result));
  return finishCall({Callee, L.Ref, R.Ref}, Result, false, Loc);
}

/// The library function that a builtin is another spelling of.
static StringRef libraryName(StringRef Name, bool &HasObjectSize)
{
  StringRef Library = Name;
  HasObjectSize = false;
  if (!Library.consume_front("__builtin_"))
    return Name;
  if (Library.starts_with("__") && Library.ends_with("_chk")) {
    // The printf family has its object size in the middle.
    if (Library.contains("printf"))
      return Name;
    HasObjectSize = true;
    return Library.drop_front(2).drop_back(strlen("_chk"));
  }
  Library.consume_back("_inline");
  return Library.starts_with("mem") || Library.starts_with("str") || Library.starts_with("bcmp") ||
                 Library.contains("printf")
             ? Library
             : Name;
}

Value FunctionLowering::namedBuiltin(const CallExpr *E, StringRef Name)
{
  bool HasObjectSize;
  StringRef Library = libraryName(Name, HasObjectSize);
  sg_type Result = Types.get(E->getType());
  SmallVector<sg_ref, 8> Operands = {sg_ref_make(SG_REF_SYMBOL, U.builtin(Library, Result))};
  unsigned Count = E->getNumArgs() - (HasObjectSize && E->getNumArgs() ? 1 : 0);
  const FunctionDecl *F = E->getDirectCallee();
  for (unsigned I = 0; I < Count; I++) {
    bool IsDeclared = F && I < F->getNumParams();
    sg_type To = IsDeclared ? Types.get(F->getParamDecl(I)->getType()) : 0;
    Operands.push_back(argument(E->getArg(I), To, IsDeclared).Ref);
  }
  return finishCall(Operands, Result, F && F->isNoReturn(), E->getExprLoc());
}

} // namespace sglint
