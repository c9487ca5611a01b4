/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Clang's types as the IR's.  The address-space tags are sugar that
 * canonicalising throws away: they are read level by level on the way down.
 */
#include "frontend/unit.h"
#include "clang/AST/Attr.h"
#include "clang/AST/RecordLayout.h"

using namespace clang;

namespace sglint {

static uint32_t tagQualifier(StringRef Tag)
{
  if (Tag == "iomem")
    return SG_QUAL_IOMEM;
  if (Tag == "user")
    return SG_QUAL_USER;
  if (Tag == "percpu")
    return SG_QUAL_PERCPU;
  if (Tag == "rcu")
    return SG_QUAL_RCU;
  return Tag == "force" ? SG_QUAL_FORCE : 0;
}

/// Strips one level of sugar after the other and collects the qualifiers.
static QualType peel(QualType T, const ASTContext &Ctx, uint32_t &Quals)
{
  for (;;) {
    if (T.isLocalConstQualified())
      Quals |= SG_QUAL_CONST;
    if (T.isLocalVolatileQualified())
      Quals |= SG_QUAL_VOLATILE;
    if (const auto *Tag = dyn_cast<BTFTagAttributedType>(T.getTypePtr())) {
      Quals |= tagQualifier(Tag->getAttr()->getBTFTypeTag());
      T = Tag->getWrappedType();
      continue;
    }
    QualType Next = T.getSingleStepDesugaredType(Ctx);
    if (Next == T)
      return T;
    T = Next;
  }
}

static uint64_t sizeInBytes(QualType T, const ASTContext &Ctx)
{
  return (uint64_t)Ctx.getTypeSizeInChars(T).getQuantity();
}

const sg_type_info &TypeTable::info(sg_type T) const
{
  return *sg_type_get(sg_builder_unit(B), T);
}

sg_type_kind TypeTable::kind(sg_type T) const
{
  return info(T).kind;
}

uint32_t TypeTable::quals(sg_type T) const
{
  return info(T).quals;
}

sg_type TypeTable::pointee(sg_type T) const
{
  return info(T).kind == SG_TYPE_POINTER ? info(T).inner : 0;
}

uint32_t TypeTable::pointeeQuals(sg_type T) const
{
  return info(T).kind == SG_TYPE_POINTER ? info(info(T).inner).quals : 0;
}

sg_type TypeTable::pointerTo(sg_type T)
{
  sg_type_info Info = {};
  Info.kind = SG_TYPE_POINTER;
  Info.inner = T;
  return sg_build_type(B, &Info);
}

sg_type TypeTable::functionReturning(sg_type T)
{
  sg_type_info Info = {};
  Info.kind = SG_TYPE_FUNCTION;
  Info.inner = T;
  return sg_build_type(B, &Info);
}

sg_type TypeTable::withQuals(sg_type T, uint32_t Quals)
{
  sg_type_info Info = info(T);
  if ((Info.quals & Quals) == Quals)
    return T;
  Info.quals |= Quals;
  return sg_build_type(B, &Info);
}

sg_type TypeTable::withoutQuals(sg_type T, uint32_t Quals)
{
  sg_type_info Info = info(T);
  if (!(Info.quals & Quals))
    return T;
  Info.quals &= ~Quals;
  return sg_build_type(B, &Info);
}

sg_type TypeTable::get(QualType T)
{
  auto [Entry, IsNew] = Known.try_emplace(T.getAsOpaquePtr(), 0);
  if (!IsNew)
    return Entry->second;
  sg_type Result = build(T);
  Known[T.getAsOpaquePtr()] = Result;
  return Result;
}

void TypeTable::buildCanonical(QualType T, sg_type_info &Info)
{
  if (const auto *Pointer = dyn_cast<PointerType>(T.getTypePtr())) {
    Info.kind = SG_TYPE_POINTER;
    Info.inner = get(Pointer->getPointeeType());
    // "u32 * __iomem p" means what "u32 __iomem *p" says.
    uint32_t Misplaced = Info.quals & (SG_QUAL_IOMEM | SG_QUAL_USER);
    Info.quals &= ~Misplaced;
    Info.inner = withQuals(Info.inner, Misplaced);
  } else if (const auto *Array = dyn_cast<ArrayType>(T.getTypePtr())) {
    Info.kind = SG_TYPE_ARRAY;
    Info.inner = get(Array->getElementType());
    if (const auto *Constant = dyn_cast<ConstantArrayType>(Array))
      Info.size = Constant->getSize().getLimitedValue();
  } else if (const auto *Record = dyn_cast<RecordType>(T.getTypePtr())) {
    Info.kind = SG_TYPE_RECORD;
    Info.record = record(Record->getDecl());
    const RecordDecl *Definition = Record->getDecl()->getDefinition();
    if (Definition && Definition->isCompleteDefinition() && !Definition->isInvalidDecl())
      Info.size = sizeInBytes(T, Ctx);
  } else if (const auto *Enum = dyn_cast<EnumType>(T.getTypePtr())) {
    Info.kind = SG_TYPE_INT;
    Info.size = Enum->getDecl()->isComplete() ? sizeInBytes(T, Ctx) : sizeof(int);
  } else if (T->isFunctionType()) {
    Info.kind = SG_TYPE_FUNCTION;
    Info.inner = get(T->castAs<FunctionType>()->getReturnType());
  } else if (T->isVoidType()) {
    Info.kind = SG_TYPE_VOID;
  } else if (T->isIntegerType()) {
    Info.kind = SG_TYPE_INT;
    Info.size = sizeInBytes(T, Ctx);
  } else {
    Info.kind = SG_TYPE_OTHER;
  }
}

sg_type TypeTable::build(QualType T)
{
  sg_type_info Info = {};
  if (T.isNull() || T->isDependentType()) {
    Info.kind = SG_TYPE_OTHER;
    return sg_build_type(B, &Info);
  }
  T = peel(T, Ctx, Info.quals);
  buildCanonical(T, Info);
  return sg_build_type(B, &Info);
}

/// How an anonymous record is called after what it declares.
std::string TypeTable::anonymousName(const RecordDecl *Record)
{
  if (const TypedefNameDecl *Name = Record->getTypedefNameForAnonDecl())
    return Name->getNameAsString();
  // The declarator that a record specifier belongs to comes right after it.
  if (const auto *Next = dyn_cast_or_null<NamedDecl>(Record->getNextDeclInContext()))
    if (isa<DeclaratorDecl, TypedefNameDecl>(Next) && Next->getIdentifier())
      return Next->getNameAsString();
  unsigned Number = 0;
  for (const Decl *D : Record->getDeclContext()->decls()) {
    const auto *Other = dyn_cast<RecordDecl>(D);
    if (Other == Record)
      break;
    if (Other && !Other->getIdentifier())
      Number++;
  }
  return std::to_string(Number);
}

std::string TypeTable::recordId(const RecordDecl *Record)
{
  std::string Name = Record->getIdentifier() ? Record->getNameAsString() : anonymousName(Record);
  const DeclContext *Context = Record->getDeclContext();
  if (const auto *Outer = dyn_cast<RecordDecl>(Context))
    return sg_text(sg_builder_unit(B), sg_builder_unit(B)->records.items[record(Outer)].id) +
           ("." + Name);
  StringRef File = Locs.file(Record->getLocation());
  StringRef Shared = Paths::belowInclude(File);
  std::string Id = (Shared.empty() ? File : Shared).str() + ":";
  if (const auto *F = dyn_cast<FunctionDecl>(Context))
    Id += F->getNameAsString() + ".";
  return Id + Name;
}

uint32_t TypeTable::record(const RecordDecl *Record)
{
  if (const RecordDecl *Definition = Record->getDefinition())
    Record = Definition;
  else
    Record = cast<RecordDecl>(Record->getCanonicalDecl());
  auto Found = Records.find(Record);
  if (Found != Records.end())
    return Found->second;
  std::string Id = recordId(Record);
  // Two blocks of a function may each have their own record of one name.
  unsigned Uses = ++UsedIds[Id];
  if (Uses > 1)
    Id += "#" + std::to_string(Uses);
  std::string Tag = Record->getIdentifier() ? Record->getNameAsString() : "";
  uint32_t Index = sg_build_record(B, Id.c_str(), Tag.c_str(), Record->isUnion());
  Records[Record] = Index;
  return Index;
}

/// The records that a value of type T contains have their fields as well.
void TypeTable::completeHeld(QualType T)
{
  while (const ArrayType *Array = Ctx.getAsArrayType(T))
    T = Array->getElementType();
  if (const RecordDecl *Record = T.isNull() ? nullptr : T->getAsRecordDecl())
    complete(Record);
}

void TypeTable::complete(const RecordDecl *Record)
{
  Record = Record->getDefinition();
  if (!Record || !Completed.insert(Record).second)
    return;
  uint32_t Index = record(Record);
  for (const FieldDecl *Field : Record->fields())
    completeHeld(Field->getType());
  for (const FieldDecl *Field : Record->fields()) {
    if (Field->isUnnamedBitField())
      continue;
    sg_field Info = {};
    Info.name = sg_build_str(B, Field->getNameAsString().c_str());
    Info.type = get(Field->getType());
    Info.loc = Locs.get(Field->getLocation());
    Info.is_bitfield = Field->isBitField();
    Fields[Field] = sg_build_field(B, Index, &Info);
  }
  sg_build_record_complete(B, Index, Locs.get(Record->getLocation()));
}

sg_type TypeTable::getComplete(QualType T)
{
  completeHeld(T);
  return get(T);
}

TypeTable::FieldNumber TypeTable::field(const FieldDecl *Field)
{
  const RecordDecl *Record = Field->getParent();
  complete(Record);
  return {record(Record), Fields.lookup(Field)};
}

} // namespace sglint
