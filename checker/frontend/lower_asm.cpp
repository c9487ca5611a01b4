/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Inline assembler: what its operands tell.  A memory operand is an access, a
 * pointer in a register is none by itself.
 */
#include "frontend/lower.h"
#include "clang/Basic/TargetInfo.h"

using namespace clang;

namespace sglint {

static bool isMemory(const TargetInfo::ConstraintInfo &Info)
{
  return Info.allowsMemory() && !Info.allowsRegister();
}

void FunctionLowering::asmOperand(sg_asm_kind Kind, sg_ref Operand, SmallVectorImpl<sg_ref> &Out)
{
  if (Operand == SG_REF_NIL)
    return;
  Out.push_back(integer(Kind));
  Out.push_back(Operand);
}

void FunctionLowering::asmOutputs(const GCCAsmStmt *S, SmallVectorImpl<sg_ref> &Operands)
{
  for (unsigned I = 0; I < S->getNumOutputs(); I++) {
    TargetInfo::ConstraintInfo Info(S->getOutputConstraint(I), S->getOutputName(I));
    bool IsValid = Ctx.getTargetInfo().validateOutputConstraint(Info);
    bool IsInOut = S->isOutputPlusConstraint(I);
    Place P = place(S->getOutputExpr(I));
    if (IsValid && isMemory(Info)) {
      asmOperand(IsInOut ? SG_ASM_MEM_INOUT : SG_ASM_MEM_OUT, P.Address, Operands);
      continue;
    }
    if (IsInOut)
      asmOperand(SG_ASM_VALUE_IN, load(P, S->getOutputExpr(I)->getExprLoc()).Ref, Operands);
    asmOperand(SG_ASM_VALUE_OUT, P.Address, Operands);
  }
}

void FunctionLowering::asmInputs(const GCCAsmStmt *S, SmallVectorImpl<sg_ref> &Operands)
{
  SmallVector<TargetInfo::ConstraintInfo, 4> Outputs;
  for (unsigned I = 0; I < S->getNumOutputs(); I++)
    Outputs.emplace_back(S->getOutputConstraint(I), S->getOutputName(I));
  for (unsigned I = 0; I < S->getNumInputs(); I++) {
    TargetInfo::ConstraintInfo Info(S->getInputConstraint(I), S->getInputName(I));
    const Expr *E = S->getInputExpr(I);
    bool IsValid = Ctx.getTargetInfo().validateInputConstraint(Outputs, Info);
    if (IsValid && isMemory(Info))
      asmOperand(SG_ASM_MEM_IN, place(E).Address, Operands);
    else
      asmOperand(SG_ASM_VALUE_IN, value(E).Ref, Operands);
  }
}

void FunctionLowering::asmStmt(const GCCAsmStmt *S)
{
  SmallVector<sg_ref, 16> Operands;
  asmOutputs(S, Operands);
  asmInputs(S, Operands);
  emitList(SG_OP_ASM, S->getAsmLoc(), 0, Operands);
  if (!S->isAsmGoto())
    return;
  SmallVector<sg_ref, 4> Blocks;
  uint32_t Next = block();
  Blocks.push_back(sg_ref_make(SG_REF_BLOCK, Next));
  for (const AddrLabelExpr *L : S->labels())
    Blocks.push_back(sg_ref_make(SG_REF_BLOCK, wayTo(L->getLabel(), S->getAsmLoc())));
  emitList(SG_OP_GOTO, S->getAsmLoc(), 0, Blocks);
  at(Next);
}

} // namespace sglint
