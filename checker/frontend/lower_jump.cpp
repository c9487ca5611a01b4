/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Jumps, and the cleanups that are due on their way.  Where a goto leads may
 * be known later than the goto: its cleanups run in a block of its own that is
 * filled when the function is complete.
 */
#include "frontend/lower.h"
#include "clang/AST/Attr.h"

using namespace clang;

namespace sglint {

/// Runs the cleanups from the innermost one down to, and without, To.
void FunctionLowering::runCleanups(const Cleanup *From, const Cleanup *To, SourceLocation Loc)
{
  for (const Cleanup *C = From; C && C != To && !isDead(); C = C->Outer) {
    const FunctionDecl *F = C->Variable->getAttr<CleanupAttr>()->getFunctionDecl();
    sg_type Pointer = Types.pointerTo(Types.get(C->Variable->getType()));
    Value Argument = {Locals[C->Variable], Pointer};
    if (F->getNumParams() > 0)
      Argument = coerce(Argument, U.parameterType(F, 0), Loc);
    sg_ref Operands[] = {sg_ref_make(SG_REF_SYMBOL, U.function(F)), Argument.Ref};
    finishCall(Operands, U.returnType(F), F->isNoReturn(), Loc, SG_CALL_CLEANUP);
  }
}

void FunctionLowering::popCleanups(const Cleanup *To, SourceLocation Loc)
{
  runCleanups(Scope, To, Loc);
  Scope = To;
}

void FunctionLowering::leaveTo(const Target &T, SourceLocation Loc)
{
  runCleanups(Scope, T.Scope, Loc);
  jump(T.Block, Loc);
}

FunctionLowering::Label &FunctionLowering::label(const LabelDecl *L)
{
  auto [Entry, IsNew] = Labels.try_emplace(L);
  if (IsNew)
    Entry->second = {block(), nullptr};
  return Entry->second;
}

/// What comes next is what S labels.
void FunctionLowering::placeLabel(const LabelStmt *S)
{
  Label &L = label(S->getDecl());
  L.Scope = Scope;
  uint32_t Block = L.Block;
  jump(Block, S->getBeginLoc());
  at(Block);
}

void FunctionLowering::labelStmt(const LabelStmt *S)
{
  placeLabel(S);
  stmt(S->getSubStmt());
}

/// A block that leads to L, whatever has to be cleaned up in between.
uint32_t FunctionLowering::wayTo(const LabelDecl *L, SourceLocation Loc)
{
  uint32_t Block = block();
  label(L);
  Gotos.push_back({Block, Scope, L, Loc});
  return Block;
}

void FunctionLowering::gotoStmt(const GotoStmt *S)
{
  jump(wayTo(S->getLabel(), S->getGotoLoc()), S->getGotoLoc());
}

void FunctionLowering::indirectGotoStmt(const IndirectGotoStmt *S)
{
  effect(S->getTarget());
  uint32_t Block = block();
  jump(Block, S->getGotoLoc());
  IndirectGotos.push_back({Block, S->getGotoLoc()});
}

/// The innermost scope that both are in.
template <typename T> static const T *commonScope(const T *A, const T *B)
{
  for (; A; A = A->Outer)
    for (const T *Other = B; Other; Other = Other->Outer)
      if (Other == A)
        return A;
  return nullptr;
}

void FunctionLowering::finishJumps()
{
  for (const Goto &G : Gotos) {
    const Label &L = label(G.Label);
    at(G.Block);
    runCleanups(G.Scope, commonScope(G.Scope, L.Scope), G.Loc);
    jump(L.Block, G.Loc);
  }
  for (const auto &[Block, Loc] : IndirectGotos) {
    SmallVector<sg_ref, 8> Blocks;
    for (const LabelDecl *L : AddressTakenLabels)
      Blocks.push_back(sg_ref_make(SG_REF_BLOCK, label(L).Block));
    at(Block);
    if (Blocks.empty())
      stop(Loc);
    else
      emitList(SG_OP_GOTO, Loc, 0, Blocks);
  }
}

/// The case a condition known at compile time selects; null: the default.
static const CaseStmt *selectedCase(const SwitchStmt *S, int64_t Value, const ASTContext &Ctx)
{
  for (const SwitchCase *C = S->getSwitchCaseList(); C; C = C->getNextSwitchCase()) {
    const auto *Case = dyn_cast<CaseStmt>(C);
    if (!Case)
      continue;
    std::optional<int64_t> Low = constantValue(Case->getLHS(), Ctx);
    std::optional<int64_t> High = Case->getRHS() ? constantValue(Case->getRHS(), Ctx) : Low;
    if (Low && High && *Low <= Value && Value <= *High)
      return Case;
  }
  return nullptr;
}

void FunctionLowering::switchStmt(const SwitchStmt *S)
{
  const Cleanup *Outer = Scope;
  Value Condition = value(S->getCond());
  bool WasDead = isDead();
  uint32_t Head = sg_builder_block(B), Body = block(), End = block();
  Switch W;
  if (std::optional<int64_t> Known = integerOf(Condition.Ref))
    W.Selected = selectedCase(S, *Known, Ctx);
  Switches.push_back(&W);
  Breaks.push_back({End, Scope});
  at(Body);
  stop(S->getBeginLoc());
  stmt(S->getBody());
  jump(End, S->getEndLoc());
  Breaks.pop_back();
  Switches.pop_back();
  at(Head);
  if (!WasDead && integerOf(Condition.Ref))
    jump(W.SelectedBlock.value_or(W.Default.value_or(End)), S->getBeginLoc());
  else if (!WasDead)
    dispatch(Condition, W, End, S->getBeginLoc());
  at(End);
  popCleanups(Outer, S->getEndLoc());
}

void FunctionLowering::dispatch(Value Condition, const Switch &W, uint32_t End, SourceLocation Loc)
{
  SmallVector<sg_ref, 32> Extra = {Condition.Ref};
  sg_inst Inst = {};
  Extra.append(W.Cases.begin(), W.Cases.end());
  Inst.op = SG_OP_SWITCH;
  Inst.loc = loc(Loc);
  Inst.target[0] = W.Default.value_or(End);
  sg_build_inst(B, &Inst, Extra.data(), (uint32_t)Extra.size());
}

void FunctionLowering::switchCase(const SwitchCase *S)
{
  uint32_t Block = block();
  jump(Block, S->getBeginLoc());
  at(Block);
  const auto *Case = dyn_cast<CaseStmt>(S);
  if (!Switches.empty() && !Case)
    Switches.back()->Default = Block;
  if (!Switches.empty() && Case) {
    std::optional<int64_t> Low = constantValue(Case->getLHS(), Ctx);
    std::optional<int64_t> High = Case->getRHS() ? constantValue(Case->getRHS(), Ctx) : Low;
    if (Low && High)
      Switches.back()->Cases.append(
          {integer(*Low), integer(*High), sg_ref_make(SG_REF_BLOCK, Block)});
    if (Switches.back()->Selected == Case)
      Switches.back()->SelectedBlock = Block;
  }
  stmt(S->getSubStmt());
}

} // namespace sglint
