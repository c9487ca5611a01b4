/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Clang's source locations as the IR's: where the code expands, where its
 * tokens are written, and the outermost macro between the two.
 */
#include "frontend/unit.h"
#include "clang/Lex/Lexer.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace sglint {

/// Absolute, without "." and "..", with the links resolved or not.
static std::string absolute(StringRef Name, StringRef Directory, bool ResolveLinks)
{
  SmallString<256> Path(Name);
  if (!llvm::sys::path::is_absolute(Path)) {
    Path = Directory;
    llvm::sys::path::append(Path, Name);
  }
  SmallString<256> Real;
  if (ResolveLinks && !llvm::sys::fs::real_path(Path, Real))
    return std::string(Real);
  llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  return std::string(Path);
}

/// The part of Path below Root; empty when it is not below.
static StringRef below(StringRef Path, StringRef Root)
{
  if (Root.empty() || !Path.consume_front(Root))
    return "";
  if (Root.back() != '/' && !Path.consume_front("/"))
    return "";
  return Path;
}

Paths::Paths(StringRef Directory, StringRef Root)
    : Directory(Directory), Root(absolute(Root, Directory, false)),
      RealRoot(absolute(Root, Directory, true))
{
}

std::string Paths::shown(StringRef Name) const
{
  std::string Plain = absolute(Name, Directory, false);
  StringRef Relative = below(Plain, Root);
  if (!Relative.empty())
    return Relative.str();
  std::string Real = absolute(Name, Directory, true);
  Relative = below(Real, RealRoot);
  if (!Relative.empty())
    return Relative.str();
  SmallString<256> Shown(Name);
  llvm::sys::path::remove_dots(Shown, /*remove_dot_dot=*/false);
  return std::string(Shown);
}

StringRef Paths::belowInclude(StringRef Shown)
{
  size_t At = Shown.rfind("/include/");
  if (At != StringRef::npos)
    return Shown.substr(At + strlen("/include/"));
  return Shown.consume_front("include/") ? Shown : "";
}

/// The file that Clang calls Name, as shown in reports.
sg_str LocationTable::fileName(StringRef Name)
{
  auto [Entry, IsNew] = Files.try_emplace(Name, 0);
  if (IsNew)
    Entry->second = sg_build_str(B, P.shown(Name).c_str());
  return Entry->second;
}

StringRef LocationTable::file(SourceLocation Loc)
{
  PresumedLoc Presumed = SM.getPresumedLoc(SM.getExpansionLoc(Loc));
  return Presumed.isValid() ? sg_text(sg_builder_unit(B), fileName(Presumed.getFilename())) : "";
}

bool LocationTable::isInMainFile(SourceLocation Loc) const
{
  return SM.isWrittenInMainFile(SM.getExpansionLoc(Loc));
}

bool LocationTable::isInSharedHeader(SourceLocation Loc)
{
  return !isInMainFile(Loc) && !Paths::belowInclude(file(Loc)).empty();
}

sg_str LocationTable::macroName(SourceLocation ExpansionLoc)
{
  bool Invalid = false;
  const char *Text = SM.getCharacterData(ExpansionLoc, &Invalid);
  if (Invalid)
    return 0;
  unsigned Length = Lexer::MeasureTokenLength(ExpansionLoc, SM, Lang);
  return sg_build_str(B, std::string(Text, Length).c_str());
}

sg_loc LocationTable::get(SourceLocation Loc)
{
  if (Loc.isInvalid())
    return 0;
  auto [Entry, IsNew] = Known.try_emplace(Loc, 0);
  if (!IsNew)
    return Entry->second;
  SourceLocation Expansion = SM.getExpansionLoc(Loc);
  PresumedLoc Shown = SM.getPresumedLoc(Expansion);
  if (Shown.isInvalid())
    return 0;
  sg_location Result = {};
  Result.file = fileName(Shown.getFilename());
  Result.line = Shown.getLine();
  Result.column = Shown.getColumn();
  if (Loc.isMacroID()) {
    PresumedLoc Spelling = SM.getPresumedLoc(SM.getSpellingLoc(Loc));
    // Pasted tokens are written nowhere: they have a place in a scratch buffer.
    if (Spelling.isValid() && !SM.isWrittenInScratchSpace(SM.getSpellingLoc(Loc))) {
      Result.spelling_file = fileName(Spelling.getFilename());
      Result.spelling_line = Spelling.getLine();
      Result.spelling_column = Spelling.getColumn();
    }
    Result.macro = macroName(Expansion);
  }
  sg_loc Index = sg_build_loc(B, &Result);
  Known[Loc] = Index;
  return Index;
}

} // namespace sglint
