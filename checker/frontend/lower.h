/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Lowering of one function body.
 *
 * The body is lowered from the AST straight to the IR's basic blocks, as
 * Clang's own code generation does, and not through clang::CFG: the blocks are
 * ours to choose, so a condition costs no temporary, a statement expression
 * stays in its place, cleanups run on exactly the edges that leave their
 * scope, and an assembler goto or a case range needs no second interpretation.
 *
 * A record is always represented by its address: the value of an expression of
 * record type is the address of an object that holds it, a call that returns a
 * record returns the address of a fresh one, and a record passed by value is
 * the address of a copy.
 */
#ifndef SG_FRONTEND_LOWER_H
#define SG_FRONTEND_LOWER_H

#include "frontend/unit.h"
#include "clang/AST/Stmt.h"
#include <deque>

namespace sglint {

/// A value and the type it has with the tags that Clang's type lost.
struct Value {
  sg_ref Ref = SG_REF_NIL;
  sg_type Type = 0;
};

/// An lvalue: the object's address and its type, including the tags inherited
/// from the pointer the access path starts with.
struct Place {
  sg_ref Address = SG_REF_NIL;
  sg_type Type = 0;
  bool IsBitField = false;
};

class FunctionLowering {
public:
  explicit FunctionLowering(UnitLowering &U) : U(U), Ctx(U.Ctx), B(U.B), Types(U.Types) {}

  void lower(const clang::FunctionDecl *F, uint32_t Symbol);
  void lowerInitialisers(llvm::ArrayRef<const clang::VarDecl *> Variables, uint32_t Symbol);

private:
  /// A cleanup that is due when its scope is left, linked to the one before.
  struct Cleanup {
    const clang::VarDecl *Variable;
    const Cleanup *Outer;
  };
  /// Where break and continue go.
  struct Target {
    uint32_t Block;
    const Cleanup *Scope;
  };
  struct Label {
    uint32_t Block;
    const Cleanup *Scope;
  };
  struct Goto {
    uint32_t Block;
    const Cleanup *Scope;
    const clang::LabelDecl *Label;
    clang::SourceLocation Loc;
  };
  struct Switch {
    llvm::SmallVector<sg_ref, 32> Cases; ///< low, high, block
    std::optional<uint32_t> Default;
    const clang::SwitchCase *Selected = nullptr; ///< by a constant condition
    std::optional<uint32_t> SelectedBlock;
  };
  /// One more level of statements or expressions inside each other.
  class Depth {
  public:
    explicit Depth(unsigned &Nesting) : Nesting(Nesting) { Nesting++; }
    Depth(const Depth &) = delete;
    ~Depth() { Nesting--; }
    /// Deeper than any source; the stack has room for it.
    bool isTooDeep() const { return Nesting > 2000; }

  private:
    unsigned &Nesting;
  };

  // lower_build.cpp: one instruction at a time
  sg_loc loc(clang::SourceLocation Loc) { return U.Locs.get(Loc); }
  sg_ref emit(sg_op Op, clang::SourceLocation Loc, sg_type Type, sg_ref Op0 = SG_REF_NIL,
              sg_ref Op1 = SG_REF_NIL, uint32_t Flags = 0, uint8_t Sub = 0);
  sg_ref emitList(sg_op Op, clang::SourceLocation Loc, sg_type Type, llvm::ArrayRef<sg_ref> Extra,
                  uint32_t Flags = 0);
  Value unknown(Unknown Reason, clang::SourceLocation Loc, sg_type Type,
                llvm::ArrayRef<sg_ref> Operands = {});
  Value unknown(Unknown Reason, const clang::Expr *E);
  sg_ref integer(int64_t Value) { return sg_build_int(B, Value); }
  std::optional<int64_t> integerOf(sg_ref Ref) const;
  Value constant(int64_t Value, const clang::Expr *E);
  void jump(uint32_t Block, clang::SourceLocation Loc);
  void branchOn(sg_ref Condition, uint32_t True, uint32_t False, clang::SourceLocation Loc);
  void stop(clang::SourceLocation Loc) { emit(SG_OP_STOP, Loc, 0); }
  uint32_t block() { return sg_build_block(B); }
  void at(uint32_t Block) { sg_build_block_at(B, Block); }
  bool isDead() const { return sg_builder_is_terminated(B); }
  Place temporary(sg_type Type, clang::SourceLocation Loc);
  Value load(const Place &From, clang::SourceLocation Loc, uint32_t Flags = 0);
  void store(const Place &To, Value V, clang::SourceLocation Loc, uint32_t Flags = 0);
  void copy(const Place &To, sg_ref From, clang::SourceLocation Loc);
  void zero(const Place &To, clang::SourceLocation Loc);
  uint32_t accessFlags(const Place &P) const;
  Place fieldOf(const Place &Record, const clang::FieldDecl *Field, clang::SourceLocation Loc);
  Place elementOf(Value Pointer, sg_type Element, sg_ref Index, clang::SourceLocation Loc);
  /// Gives V the type To as an assignment does.
  Value coerce(Value V, sg_type To, clang::SourceLocation Loc);
  Value castPointer(Value V, sg_type To, clang::SourceLocation Loc, uint32_t Flags);

  // lower_expr.cpp: values
  Value value(const clang::Expr *E);
  void effect(const clang::Expr *E);
  Value valueOf(const clang::Expr *E);
  Value valueOfOther(const clang::Expr *E);
  Value valueOfPlace(const clang::Expr *E);
  Value invalid(const clang::Expr *E);
  Value braced(const clang::Expr *E);
  Value labelAddress(const clang::AddrLabelExpr *E);
  Value unary(const clang::UnaryOperator *E);
  Value step(const clang::UnaryOperator *E);
  Value binary(const clang::BinaryOperator *E);
  Value arithmetic(clang::BinaryOperatorKind Op, Value L, Value R, const clang::BinaryOperator *E,
                   clang::QualType Type);
  Value offset(Value Pointer, Value Count, bool IsNegative, clang::SourceLocation Loc);
  Value assign(const clang::BinaryOperator *E);
  Value compoundAssign(const clang::CompoundAssignOperator *E);
  Value statementExpr(const clang::StmtExpr *E);
  Value addressOf(const clang::UnaryOperator *E);
  Value sizeOrOffset(const clang::Expr *E);
  Value container(Value Pointer, const clang::OffsetOfExpr *Offset, clang::SourceLocation Loc);
  Value containerOf(Value Pointer, const clang::FieldDecl *Field, clang::SourceLocation Loc);

  // lower_cast.cpp: conversions
  Value castExpr(const clang::CastExpr *E);
  Value pointerCast(const clang::CastExpr *E);
  Value integerCast(const clang::CastExpr *E);
  Value truthCast(const clang::CastExpr *E);
  Value decay(const clang::CastExpr *E);
  Value toUnion(const clang::CastExpr *E);
  Value otherCast(const clang::CastExpr *E);
  Value convert(Value V, const clang::CastExpr *E);
  uint32_t castFlags(const clang::CastExpr *E, sg_type From, sg_type To) const;

  // lower_condition.cpp: control flow inside expressions
  void branch(const clang::Expr *E, uint32_t True, uint32_t False);
  bool branchInside(const clang::Expr *E, uint32_t True, uint32_t False);
  Value logical(const clang::Expr *E);
  Value conditional(const clang::ConditionalOperator *E);
  Value conditionalOmitted(const clang::BinaryConditionalOperator *E);
  Value select(const clang::AbstractConditionalOperator *E);
  void arm(const clang::Expr *E, const Place *Slot, uint32_t End, uint32_t &Tags);
  Value truth(Value V, const clang::Expr *E);

  // lower_lvalue.cpp: places
  Place place(const clang::Expr *E);
  Place placeOf(const clang::Expr *E);
  Place placeOfDecl(const clang::DeclRefExpr *E);
  Place member(const clang::MemberExpr *E);
  Place subscript(const clang::ArraySubscriptExpr *E);
  Place dereference(Value Pointer, clang::QualType Type);
  Place compoundLiteral(const clang::CompoundLiteralExpr *E);
  Place spill(const clang::Expr *E);

  // lower_call.cpp, lower_builtin.cpp, lower_atomic.cpp
  Value call(const clang::CallExpr *E);
  Value callSymbol(const clang::CallExpr *E, uint32_t Symbol, const clang::FunctionDecl *F);
  Value finishCall(llvm::ArrayRef<sg_ref> Operands, sg_type Result, bool IsNoReturn,
                   clang::SourceLocation Loc, uint32_t Flags = 0);
  Value argument(const clang::Expr *E, sg_type To, bool IsDeclared);
  std::optional<Value> macroCall(const clang::Stmt *S, clang::QualType Type);
  bool isPlainCall(const clang::Stmt *S, llvm::ArrayRef<const clang::Expr *> Arguments) const;
  Value macroArgument(const clang::Expr *E, const clang::Stmt *S);
  std::optional<Value> builtin(const clang::CallExpr *E, unsigned Id);
  std::optional<Value> controlBuiltin(const clang::CallExpr *E, unsigned Id);
  std::optional<Value> overflow(const clang::CallExpr *E, llvm::StringRef Name);
  Value namedBuiltin(const clang::CallExpr *E, llvm::StringRef Name);
  std::optional<Value> syncBuiltin(const clang::CallExpr *E, llvm::StringRef Name);
  Place pointedTo(const clang::Expr *Pointer);
  Place pointedToAsWritten(const clang::Expr *Pointer);
  Value exchange(const Place &P, Value V, clang::SourceLocation Loc);
  Value update(const Place &P, Value V, llvm::StringRef Name, clang::SourceLocation Loc);
  Value atomicCompareExchange(const clang::AtomicExpr *E, bool IsByValue);
  Value atomic(const clang::AtomicExpr *E);

  // lower_stmt.cpp, lower_jump.cpp, lower_asm.cpp
  void stmt(const clang::Stmt *S);
  void stmtOf(const clang::Stmt *S);
  void compound(const clang::CompoundStmt *S, Value *Last);
  void declare(const clang::DeclStmt *S);
  void declareVariable(const clang::VarDecl *V);
  Place slotOf(const clang::VarDecl *V);
  void takeLabels(const clang::Stmt *S);
  void ifStmt(const clang::IfStmt *S);
  void whileStmt(const clang::WhileStmt *S);
  void doStmt(const clang::DoStmt *S);
  void forStmt(const clang::ForStmt *S);
  void loopBody(const clang::Stmt *Body, uint32_t Break, uint32_t Continue);
  void returnStmt(const clang::ReturnStmt *S);
  void switchStmt(const clang::SwitchStmt *S);
  void switchCase(const clang::SwitchCase *S);
  void labelStmt(const clang::LabelStmt *S);
  void placeLabel(const clang::LabelStmt *S);
  void gotoStmt(const clang::GotoStmt *S);
  void indirectGotoStmt(const clang::IndirectGotoStmt *S);
  void leaveTo(const Target &T, clang::SourceLocation Loc);
  void runCleanups(const Cleanup *From, const Cleanup *To, clang::SourceLocation Loc);
  void popCleanups(const Cleanup *To, clang::SourceLocation Loc);
  Label &label(const clang::LabelDecl *L);
  uint32_t wayTo(const clang::LabelDecl *L, clang::SourceLocation Loc);
  void dispatch(Value Condition, const Switch &W, uint32_t End, clang::SourceLocation Loc);
  void finishJumps();
  void asmStmt(const clang::GCCAsmStmt *S);
  void asmOperand(sg_asm_kind Kind, sg_ref Operand, llvm::SmallVectorImpl<sg_ref> &Out);
  void asmOutputs(const clang::GCCAsmStmt *S, llvm::SmallVectorImpl<sg_ref> &Operands);
  void asmInputs(const clang::GCCAsmStmt *S, llvm::SmallVectorImpl<sg_ref> &Operands);

  // lower_init.cpp
  void initialise(const Place &To, const clang::Expr *Init, clang::QualType Type, bool IsZeroed);
  void initialiseRecord(const Place &To, const clang::InitListExpr *Init);
  void initialiseArray(const Place &To, const clang::InitListExpr *Init);
  void initialiseList(const Place &To, const clang::InitListExpr *Init, clang::QualType Type,
                      bool IsZeroed);
  bool leavesZero(const clang::Expr *Part) const;
  void initialiseScalar(const Place &To, const clang::Expr *Init, bool IsZeroed);

  UnitLowering &U;
  clang::ASTContext &Ctx;
  sg_builder *B;
  TypeTable &Types;

  const clang::FunctionDecl *Function = nullptr; ///< null for the initialisers
  sg_type ReturnType = 0;
  unsigned Nesting = 0;
  llvm::DenseMap<const clang::VarDecl *, sg_ref> Locals;
  llvm::DenseMap<const clang::OpaqueValueExpr *, Value> Opaque;
  llvm::DenseMap<const clang::LabelDecl *, Label> Labels;
  llvm::SetVector<const clang::LabelDecl *> AddressTakenLabels;
  std::vector<Goto> Gotos;
  std::vector<std::pair<uint32_t, clang::SourceLocation>> IndirectGotos;
  std::deque<Cleanup> Cleanups;
  const Cleanup *Scope = nullptr;
  llvm::SmallVector<Target, 8> Breaks;
  llvm::SmallVector<Target, 8> Continues;
  llvm::SmallVector<Switch *, 4> Switches;
  llvm::SmallVector<clang::FileID, 4> OpenMacros; ///< whose arguments are being lowered
};

/// The expression that E only wraps (parentheses, _Generic, ...); null: it is itself.
const clang::Expr *wrapped(const clang::Expr *E);
/// True when control can enter S other than at its beginning.
bool containsLabel(const clang::Stmt *S);

} // namespace sglint

#endif
